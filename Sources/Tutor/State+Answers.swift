import Diagnostics
import Expressions
import Networks
import Traces

/// Commands that answer and change nothing.
extension State {
  private var architecture: Architecture { walk.network.architecture }

  /// A quantity or expression: its closed form, the numbers, the value.
  mutating func evaluate(_ text: String, typed: String) {
    do throws(Diagnostic) {
      let expression = try walk.network.parse(text)
      reply = Reply(.answer, Reply.lines(of: try walk.trace.evaluation(of: expression)))
    } catch {
      reply = .faults([error], in: SourceText(typed))
    }
  }

  /// `EXPR by NAME`: the derivation with its rules.
  mutating func differentiate(_ text: String) {
    let words = text.split(separator: " ")
    guard let by = words.lastIndex(of: "by"), by > 0, by + 1 < words.count else {
      reply = .fault(
        Words(en: "Write it like :diff out_O*(1-out_O) by out_O", zh: "写法如 :diff out_O*(1-out_O) by out_O"))
      return
    }
    let name = words[(by + 1)...].joined(separator: " ")
    do throws(Diagnostic) {
      let expression = try walk.network.parse(String(text[..<words[by].startIndex]))
      guard let variable = architecture.quantity(spelled: name) else {
        let nearest = Suggestion.nearest(to: name, in: architecture.names())
        let start = text[..<words[by + 1].startIndex].utf8.count
        throw Diagnostic(
          id: "diff.unknown-name", range: start..<text.utf8.count,
          message: Words(en: "'\(name)' is not a quantity known here", zh: "这里没有名为“\(name)”的量"),
          help: nearest.map { Words(en: "did you mean '\($0)'?", zh: "是不是“\($0)”？") })
      }
      reply = Reply(.answer, try walk.trace.derivationLines(of: expression, by: variable))
    } catch {
      reply = .faults([error], in: SourceText(text))
    }
  }

  /// Which rule made the step at hand.
  mutating func explainRule() {
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
  mutating func listValues() {
    let quantities = walk.network.givenQuantities.prefix(60) + [.learningRate]
    let found = walk.trace.steps.filter { walk.foundAt($0.quantity) == $0.id }.map(\.quantity)
    var lines: [Reply.Line] = (quantities + found.filter { walk.knows($0) }).map { quantity in
      .value(architecture.expression(of: quantity), walk.trace.pass.value(of: quantity))
    }
    let missing = found.filter { !walk.knows($0) }.map { architecture.expression(of: $0).text(notation) }
    if !missing.isEmpty {
      let names = missing.prefix(12).joined(separator: ", ") + (missing.count > 12 ? " …" : "")
      lines.append(.words(Words(en: "not yet: \(names)", zh: "尚未求出：\(names)")))
    }
    reply = Reply(.answer, lines)
  }

  mutating func help(_ name: String) {
    let typed = name.first == ":" ? String(name.dropFirst()) : name
    if typed.isEmpty {
      page = .help(0)
      reply = Reply(.answer, Command.allCases.map { .entry($0.usage, $0.summary) })
    } else if let command = Command(named: typed) {
      reply = Reply(.answer, [.entry(command.usage, command.summary)])
    } else {
      let nearest = Suggestion.nearest(to: typed, in: Command.allCases.map(\.rawValue))
      reply = .fault(
        Words(
          en: "There is no command '\(typed)'." + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
          zh: "没有命令“\(typed)”。" + (nearest.map { "是不是“\($0)”？" } ?? "")))
    }
  }
}

extension Trace {
  /// A derivation with its rules.
  ///
  /// Quantities that depend on the variable are written out until it appears.
  fileprivate func derivationLines(of expression: Expression, by variable: Quantity) throws(Diagnostic) -> [Reply.Line]
  {
    let architecture = network.architecture
    let name = architecture.name(of: variable)
    if let quantity = expression.leafName.flatMap(architecture.quantity(named:)),
      let paths = localDerivatives(of: quantity, by: variable), let first = paths.first,
      paths.count > 1 || first.count > 1
    {
      return chainLines(of: .derivative(of: quantity, by: variable), paths)
    }
    let opened = written(expression, interms: variable)
    let derivative = Expression.derivative(of: expression, by: name)
    var lines: [Reply.Line] = []
    if opened != expression { lines.append(.equation(expression, opened)) }
    let derivation = opened.derived(by: name)
    lines += derivation.lines(limit: 12)
    let result = derivation.value.simplified()
    lines.append(.equation(derivative, result))
    let number = try value(of: result)
    if result != .number(number) { lines.append(.value(derivative, number)) }
    return lines
  }

  /// A derivative through several quantities: the chain, then each local derivative with its rule.
  private func chainLines(of derivative: Quantity, _ paths: [[Quantity]]) -> [Reply.Line] {
    let architecture = network.architecture
    let left = architecture.expression(of: derivative)
    let products = paths.map { path in
      path.count == 1 ? architecture.expression(of: path[0]) : .product(path.map(architecture.expression(of:)))
    }
    var lines: [Reply.Line] = [
      .equation(left, products.count == 1 ? products[0] : .sum(products), note: Rule.chain.name)
    ]
    var told: Set<Quantity> = []
    for factor in paths.joined() where told.insert(factor).inserted {
      let note = derivation(of: factor)?.principalRule.name
      lines.append(.equation(architecture.expression(of: factor), symbolic(ofFactor: factor), note: note))
    }
    if let closed = closedForm(of: left) { lines.append(.equation(left, closed)) }
    lines.append(.value(left, pass.value(of: derivative)))
    return lines
  }

  /// The expression with every quantity that depends on the variable written out, down to the variable.
  private func written(_ expression: Expression, interms variable: Quantity) -> Expression {
    let architecture = network.architecture
    return expression.substituting { part in
      guard let quantity = part.leafName.flatMap(architecture.quantity(named:)), quantity != variable,
        network[given: quantity] == nil, depends(quantity, on: variable)
      else { return nil }
      let inner = definition(of: quantity, keeping: variable)
      guard inner != part, inner.isWithin(nodes: 200, depth: 40) else { return nil }
      return written(inner, interms: variable)
    }
  }
}

extension Derivation {
  /// One line for each rule that did something, from the outside in.
  fileprivate func lines(limit: Int) -> [Reply.Line] {
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

extension Reply {
  /// What evaluating an expression shows, from the formula to its value.
  fileprivate static func lines(of evaluation: Evaluation) -> [Line] {
    [evaluation.closedForm, evaluation.substituted].compactMap { $0 }.map { .equation(evaluation.expression, $0) }
      + [.value(evaluation.expression, evaluation.value)]
  }
}
