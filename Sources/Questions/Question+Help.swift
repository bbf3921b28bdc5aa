import Diagnosis
import Diagnostics
import Networks
package import Traces

/// The ladder of help to a question of any kind.
extension Question {
  /// All rungs, the vaguest first; the last one tells.
  package func help(_ trace: Trace) -> [Hint] {
    switch kind {
    case .value: return Hints(trace: trace, quantity: quantity).ladder
    case .faded: return FadedExample(self, trace).map { Hints(trace: trace, quantity: $0.factor).ladder } ?? []
    case .bug: return [.fromTheTop] + told(trace)
    case .sign, .rule, .paths, .chain:
      let hints = Hints(trace: trace, quantity: quantity)
      return [hints.hint(.goal), hints.hint(.place)] + told(trace)
    }
  }

  /// The answer, with what is said to whoever gives it.
  private func told(_ trace: Trace) -> [Hint] {
    guard let (text, shown) = rightAnswer(trace) else { return [] }
    let reason = judge(text, trace, earlier: [:]).feedback
    return [
      Hint(
        rung: .answer, words: Words(en: "It is \(shown.en). \(reason.en)", zh: "答案：\(shown.zh)。\(reason.zh)"),
        formula: nil, focus: nil)
    ]
  }

  /// As it is typed, and as it is said; nil for what is asked by its value.
  private func rightAnswer(_ trace: Trace) -> (typed: String, said: Words)? {
    func counted(_ number: Int) -> (String, Words) { ("\(number)", Words("\(number)")) }
    switch kind {
    case .value, .faded: return nil
    case .sign:
      let value = trace.pass.value(of: quantity)
      return value > 0
        ? ("up", Words(en: "rise", zh: "升"))
        : value < 0 ? ("down", Words(en: "fall", zh: "降")) : ("0", Words(en: "same", zh: "不变"))
    case .rule:
      let choices = choices(trace)
      return choices.indices.first { judge("\($0 + 1)", trace, earlier: [:]).kind == .right }.map { counted($0 + 1) }
    case .paths:
      guard case .derivative(_, let variable) = quantity else { return nil }
      return counted(trace.pathCount(from: .loss, to: variable))
    case .chain: return Tiles(self, trace).map { ($0.rightAnswer, Words($0.rightAnswer)) }
    case .bug:
      return PlantedBug(self, trace).map { bug in
        ("\(bug.wrongLine + 1)", Words(en: "line \(bug.wrongLine + 1)", zh: "第 \(bug.wrongLine + 1) 行"))
      }
    }
  }
}

extension Hint {
  /// Where to look in somebody's derivation.
  package static let fromTheTop = Hint(
    rung: .place,
    words: Words(en: "Go from the top: does each line follow from the ones above?", zh: "从上往下看：每一行都能由上面的行推出吗？"),
    formula: nil, focus: nil)
}
