import Diagnostics
import Expressions
package import Lessons
package import Networks
package import Questions
import Traces
package import Tutor

/// The answers that the engine knows to be right, as they are typed.
package enum RightAnswer {
  /// To the part of a question that is open.
  package static func text(_ asking: Asking) -> String? {
    text(asking.current, part: asking.part)
  }

  package static func text(_ question: Question, part: Int) -> String? {
    switch question.kind {
    case .value(let value): number(question.value(of: value.answer))
    case .blanks: question.quantity(ofPart: part).map { number(Pass(question.network).value(of: $0)) }
    case .formula, .sign, .choice, .count, .chain, .wrongLine: question.rightAnswer(ofPart: part)
    // Whatever is said is taken.
    case .poll: "1"
    case .words: "because the slope is small"
    }
  }

  /// With six digits, zeros at the end among them, so that none is missing.
  package static func number(_ value: Double) -> String {
    let text = DecimalText.significant(value)
    guard !text.contains("e"), text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    let digits = text.drop { !("1"..."9").contains($0) }.count { $0 != "." }
    guard digits < 6 else { return text }
    return text + (text.contains(".") ? "" : ".") + String(repeating: "0", count: 6 - digits)
  }

  /// A line that moves the quantities of a `try` to its goal; nil where none was found.
  package static func moves(_ attempt: Experiment, _ network: Network) -> String? {
    var random = RandomSource(seed: 7)
    for point in 0...4_000 {
      var moved = network
      for quantity in attempt.moved {
        let width = attempt.range.upperBound - attempt.range.lowerBound
        let value =
          attempt.moved.count == 1
          ? attempt.range.lowerBound + width * Double(point) / 4_000 : random.next(in: attempt.range)
        moved[given: quantity] = value
      }
      guard attempt.goal.holds(at: Pass(moved)) else { continue }
      let parts = attempt.moved.map { quantity in
        "\(network.architecture.name(of: quantity))=\(DecimalText.shortest(moved[given: quantity] ?? 0))"
      }
      return "set " + parts.joined(separator: " ")
    }
    return nil
  }
}
