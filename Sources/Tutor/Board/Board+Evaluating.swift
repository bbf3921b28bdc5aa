import Diagnostics
import Expressions
import Networks
import Traces

/// Commands that answer and change nothing.
extension Board {
  /// A quantity or expression: its closed form, the numbers, the value.
  mutating func evaluate(_ text: String) {
    let text = recalling(text)
    do throws(Diagnostic) {
      let expression = try walk.network.parse(text)
      let evaluation = try walk.trace.evaluation(of: expression)
      reply = Reply(.answer, Reply.lines(of: evaluation))
      if evaluation.value.isFinite { result = evaluation.value }
    } catch {
      reply = .faults([error], in: SourceText(text))
    }
  }

  /// `EXPR by NAME`: the derivation with its rules.
  mutating func differentiate(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let by = words.lastIndex(of: "by"), by > 0, by + 1 < words.count else {
      reply = .fault(
        Words(en: "Write it like :diff out_O*(1-out_O) by out_O", zh: "写法如 :diff out_O*(1-out_O) by out_O"))
      return
    }
    let name = words[(by + 1)...].joined(separator: " ")
    do throws(Diagnostic) {
      let expression = try walk.network.parse(recalling(String(text[..<words[by].startIndex])))
      guard let variable = architecture.quantity(spelled: name), variable.isVariable else {
        let nearest = Suggestion.nearest(to: name, in: architecture.names())
        let start = text[..<words[by + 1].startIndex].utf8.count
        throw Diagnostic(
          id: "diff.unknown-name", range: start..<text.utf8.count,
          message: Words(en: "'\(name)' is not a quantity known here", zh: "这里没有名为“\(name)”的量"),
          help: Suggestion.didYouMean(nearest))
      }
      reply = Reply(.answer, try walk.trace.derivationLines(of: expression, by: variable))
    } catch {
      reply = .faults([error], in: SourceText(text))
    }
  }

  /// Which rule made the step at hand.
  mutating func explainRule(_ notation: TextStyle) {
    let step = walk.step
    var lines: [Reply.Line] = [.words(walk.trace.reason(of: step, notation))]
    if step.reuses == nil, let rule = walk.trace.rule(of: step) {
      lines.append(.formula(rule.formula))
      if let derivation = walk.trace.derivation(of: step.quantity), walk.stop.stage >= .rule {
        lines += derivation.lines(limit: 8)
      }
    }
    reply = Reply(.answer, lines)
  }

  /// What is known so far; what was not found yet is said to be so.
  mutating func listValues(_ notation: TextStyle) {
    let quantities = walk.network.givenQuantities.prefix(60) + [.learningRate]
    let found = walk.trace.steps.filter { walk.foundAt($0.quantity) == $0.id }.map(\.quantity)
    var lines: [Reply.Line] = (quantities + found.filter { walk.knows($0) }).map { quantity in
      .value(architecture.expression(of: quantity), walk.trace.pass.value(of: quantity))
    }
    let missing = found.filter { !walk.knows($0) }.map { architecture.expression(of: $0).text(notation) }
    if !missing.isEmpty {
      let (names, rest) = (missing.prefix(12), missing.count > 12 ? " …" : "")
      lines.append(
        .words(
          Words(
            en: "not yet: \(names.joined(separator: ", "))\(rest)",
            zh: "尚未求出：\(names.joined(separator: "、"))\(rest)")))
    }
    reply = Reply(.answer, lines)
  }
}

extension Quantity {
  /// Whether one can differentiate by it: not by a derivative, nor by what the update makes.
  fileprivate var isVariable: Bool {
    switch self {
    case .derivative, .updated, .lossAfterUpdate: false
    default: true
    }
  }
}

extension Reply {
  /// What evaluating an expression shows, from the formula to its value.
  fileprivate static func lines(of evaluation: Evaluation) -> [Line] {
    [evaluation.closedForm, evaluation.substituted].compactMap { $0 }.map { .equation(evaluation.expression, $0) }
      + [.value(evaluation.expression, evaluation.value)]
  }
}

extension Derivation {
  /// One line for each rule that did something, from the outside in.
  func lines(limit: Int) -> [Reply.Line] {
    var lines: [Reply.Line] = []
    collect(into: &lines, limit: limit)
    return lines
  }

  private func collect(into lines: inout [Reply.Line], limit: Int) {
    // That constants have no slope, and a variable slope 1, goes without saying inside of a larger derivation.
    let isTrivial = rule == .constant || rule == .identity
    guard lines.count < limit, !isTrivial || lines.isEmpty else { return }
    lines.append(.equation(.derivative(of: expression, by: name), result, note: rule.name))
    for part in parts { part.collect(into: &lines, limit: limit) }
  }
}
