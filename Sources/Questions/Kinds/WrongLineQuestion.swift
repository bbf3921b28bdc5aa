import Diagnosis
import Diagnostics
package import Expressions
import Lessons
import Networks
package import Skills
import Traces

/// Someone's derivation with one wrong line, and perhaps reasons to choose from.
package struct WrongLineQuestion: QuestionKind {
  /// A line of a derivation, left = right.
  package struct Line: Equatable, Sendable {
    package let left: Expression
    package let right: Expression
    /// What it came to, where that is shown.
    package let value: Double?
  }

  package let lines: [Line]
  /// The wrong line, from 0.
  package let wrong: Int
  package let reasons: [Option]
  /// The mistake's id in the catalogue.
  package let mistake: MistakeID?
  /// What the wrong line should say, where that is known.
  package let correction: Expression?
  /// What to light up.
  let focus: Focus?

  init(_ derivation: Ask.Derivation, _ order: UInt64?) {
    lines = derivation.lines.map { Line(left: $0.left, right: $0.right, value: nil) }
    wrong = derivation.bug
    reasons = derivation.reasons.map(Option.init).shuffled(by: order)
    mistake = derivation.mistake
    correction = nil
    focus = nil
  }

  init(lines: [Line], wrong: Int, mistake: MistakeID, correction: Expression?, focus: Focus) {
    self.lines = lines
    self.wrong = wrong
    reasons = []
    self.mistake = mistake
    self.correction = correction
    self.focus = focus
  }

  var partCount: Int { reasons.isEmpty ? 1 : 2 }

  func options(ofPart part: Int) -> [Option] { part == 0 ? [] : reasons }

  func choiceCount(ofPart part: Int) -> Int? { part == 0 ? lines.count : reasons.count }

  func subjects(_ question: Question) -> [Quantity] {
    if let quantity = question.quantity { return [quantity] }
    return lines.suffix(1).flatMap(\.left.leafNames).compactMap(question.network.architecture.quantity(named:))
  }

  /// Its wrong line is wrong, and the others are not.
  func isSuitable(_ question: Question) -> Bool {
    lines.enumerated().allSatisfy { number, line in
      let (left, right) = (question.value(of: line.left), question.value(of: line.right))
      let isSame = (left - right).magnitude <= 1e-3 * max(left.magnitude, right.magnitude)
      return isSame != (number == wrong)
    }
  }

  func material(ofPart part: Int, _ question: Question) -> Material { .lines(lines, found: part > 0 ? wrong : nil) }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    Words(en: "One line is wrong. Which?", zh: "有一行是错的，是哪一行？")
  }

  func label(ofPart part: Int, _ question: Question) -> Label {
    Label(part == 0 ? Words(en: "line: ", zh: "行号：") : QuestionWords.optionLabel)
  }

  // MARK: Judging

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    if part > 0 { return question.judge(answer, among: reasons) }
    guard let line = Int(written: answer), (1...max(1, lines.count)).contains(line) else {
      return Verdict(.unreadable, feedback: QuestionWords.number(upTo: lines.count))
    }
    if line == wrong + 1 {
      let known = correction == nil ? [] : [mistake].compactMap { $0 }
      return Verdict(.right, mistakes: known, feedback: found(question), focus: focus)
    }
    return Verdict(
      .unknown, feedback: line <= wrong ? QuestionWords.furtherDown : furtherUp(from: line - 1), focus: focus)
  }

  /// A line below the wrong one may follow from it, or be right whatever comes before.
  private func furtherUp(from line: Int) -> Words {
    var affected: Set<String> = []
    for (number, other) in lines.enumerated() where number >= wrong && number <= line {
      if number == wrong || !affected.isDisjoint(with: other.right.leafNames) {
        affected.formUnion([other.left.leafName].compactMap { $0 })
      } else if number == line {
        return QuestionWords.rightByItself
      }
    }
    return QuestionWords.furtherUp
  }

  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer? {
    part > 0 ? question.fullAnswer(among: reasons) : nil
  }

  private func found(_ question: Question) -> Words {
    if !reasons.isEmpty { return QuestionWords.foundNowWhy }
    let opening = corrected ?? Words(en: "Found.", zh: "找到了。")
    guard let mistake, let quantity = question.quantity ?? self.quantity(question.network.architecture) else {
      return opening
    }
    let asked = Catalogue.question(mistake, quantity, question.network, focus ?? .loss)
    return Words(en: "\(opening.en) \(asked.en)", zh: "\(opening.zh)\(asked.zh)")
  }

  /// What the wrong line finds.
  private func quantity(_ architecture: Architecture) -> Quantity? {
    guard lines.indices.contains(wrong) else { return nil }
    return lines[wrong].left.leafName.flatMap(architecture.quantity(named:))
  }

  /// What the wrong line should have said.
  private var corrected: Words? {
    guard let correction, lines.indices.contains(wrong) else { return nil }
    let line = lines[wrong]
    let (name, right, own) = (line.left.text(.unicode), correction.text(.unicode), line.right.text(.unicode))
    return Words(en: "\(name) is \(right), not \(own).", zh: "\(name) 应是 \(right)，而不是 \(own)。")
  }

  // MARK: Help

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    if part > 0 { return question.help(among: reasons, about: []) }
    let remark = corrected.map { Words(en: " \($0.en)", zh: $0.zh) } ?? Words("")
    return [
      Hint(rung: .place, words: QuestionWords.fromTheTop, formula: nil, focus: nil),
      Hint(
        rung: .answer,
        words: Words(
          en: "It is line \(wrong + 1).\(remark.en)", zh: "是第 \(wrong + 1) 行。\(remark.zh)"), formula: nil, focus: nil),
    ]
  }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? {
    part == 0 ? String(wrong + 1) : question.rightOptions(ofPart: part).first.map(Letter.text)
  }
}
