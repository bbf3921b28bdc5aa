package import Diagnosis
import Diagnostics
import Expressions
package import Networks
package import Traces

extension Question {
  /// What an answer is worth.
  ///
  /// `earlier` are the learner's own values of other quantities, `before` the network in the rounds or samples before.
  package func judge(
    _ answer: String, _ trace: Trace, earlier: [Quantity: Double], before: [Network] = []
  ) -> Verdict {
    let checker = Checker(trace.network, before: before)
    switch kind {
    case .value:
      return checker.check(quantity, answer: answer, form: wantsNumber ? .number : .any, earlier: earlier)
    case .sign:
      guard let direction = Direction(written: answer) else {
        return Verdict(.unreadable, feedback: Words(en: "Write rise, fall or same.", zh: "请写“升”“降”或“不变”。"))
      }
      return checker.check(directionOf: quantity, answer: direction)
    case .rule:
      let choices = choices(trace)
      let word = answer.lowercased()
      let named = choices.first { $0.rawValue == word || $0.name.en == word || $0.name.zh == word }
      let numbered = Int(written: word).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
      guard let rule = numbered ?? named else {
        return Verdict(
          .unreadable,
          feedback: Words(en: "Write a number from 1 to \(choices.count).", zh: "请写 1 到 \(choices.count) 的编号。"))
      }
      return checker.check(ruleOf: quantity, answer: rule)
    case .paths:
      guard let count = Int(written: answer), count >= 0, case .derivative(_, let variable) = quantity else {
        return Verdict(.unreadable, feedback: Words(en: "Write a whole number.", zh: "请写一个整数。"))
      }
      return checker.check(pathCountOf: variable, answer: count)
    case .chain: return Tiles(self, trace)?.judge(answer) ?? .unaskable
    case .bug: return judgeLine(answer, trace)
    case .faded:
      guard let example = FadedExample(self, trace) else { return .unaskable }
      return checker.check(example.factor, answer: answer)
    }
  }

  private func judgeLine(_ answer: String, _ trace: Trace) -> Verdict {
    guard let bug = PlantedBug(self, trace) else { return .unaskable }
    let count = bug.comparison.lines.count
    guard let line = Int(written: answer), (1...count).contains(line) else {
      return Verdict(
        .unreadable, feedback: Words(en: "Write a number from 1 to \(count).", zh: "请写 1 到 \(count) 的编号。"))
    }
    if line == bug.wrongLine + 1 {
      let question = Catalogue.question(bug.mistake, quantity, trace.network, bug.focus)
      let correction = correction(bug, trace)
      return Verdict(
        .right, mistakes: [bug.mistake],
        feedback: Words(en: "\(correction.en) \(question.en)", zh: "\(correction.zh)\(question.zh)"), focus: bug.focus)
    }
    return Verdict(
      .unknown,
      feedback: line < bug.wrongLine + 1
        ? Words(en: "That line is right. Look further down.", zh: "这一行是对的，再往下看。")
        : Words(en: "That line follows from the ones before. Look further up.", zh: "这一行由前面的行推出，再往上看。"),
      focus: bug.focus)
  }
}

extension Question {
  /// What the wrong line should have said.
  private func correction(_ bug: PlantedBug, _ trace: Trace) -> Words {
    let line = bug.comparison.lines[bug.wrongLine]
    let name = trace.network.architecture.expression(of: line.item).text(.unicode)
    guard let right = line.right?.text(.unicode), let own = line.own?.text(.unicode) else { return Words("") }
    return Words(en: "\(name) is \(right), not \(own).", zh: "\(name) 应是 \(right)，而不是 \(own)。")
  }
}

extension Verdict {
  /// The question does not fit this network; it is never scored.
  fileprivate static var unaskable: Verdict {
    Verdict(.unreadable, feedback: Words(en: "There is nothing to ask here.", zh: "这里没有可问的。"))
  }
}
