import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Skills

/// The wrong answers to a question that are known: the catalogue's, the author's, and every other choice.
enum WrongAnswers {
  struct Answer {
    let text: String
    let why: String
    /// The mistake that must be named, perhaps among others; or, where the answers before rule it out, one of those that
    /// lead to the same number.
    var mistake: MistakeID?
    var alike: Set<MistakeID> = []
    /// What must be said.
    var say: String?
  }

  static func all(to question: Question, part: Int) -> [Answer] {
    switch question.kind {
    case .value(let value):
      let tolerance = value.tolerance ?? Checker.tolerance
      return authored(question, value.answer, tolerance) + catalogued(question, part, max(tolerance, 1e-3))
    case .blanks: return catalogued(question, part, 1e-3)
    case .formula(let formula):
      let answer = formula.answer
      return [Answer(text: Expression.negation(answer).text(.ascii), why: "the sign turned")]
        + [Answer(text: Expression.product([.number(3), answer]).text(.ascii), why: "three times as much")]
        + (question.ask?.wrong ?? []).map { Answer(text: $0.when.text(.ascii), why: "the author's", say: $0.say) }
    case .sign(let sign):
      let value = question.value(of: sign.answer)
      let words = ["up": value > 0, "down": value < 0, "same": value == 0]
      return words.filter { !$0.value }.keys.sorted().map { Answer(text: $0, why: "another sign") }
    case .choice: return others(question, part)
    case .wrongLine(let derivation):
      guard part == 0 else { return others(question, part) }
      return derivation.lines.indices.filter { $0 != derivation.wrong }.map {
        Answer(text: String($0 + 1), why: "another line")
      }
    case .count: return [Answer(text: "99", why: "another count")]
    case .chain: return chains(question)
    case .poll, .words: return []
    }
  }

  private static func others(_ question: Question, _ part: Int) -> [Answer] {
    let pass = Pass(question.network)
    return question.options(ofPart: part).enumerated().filter { !$0.element.right.holds(at: pass) }.map {
      Answer(text: Letter.text($0), why: "another option", say: $1.say?.en)
    }
  }

  private static func authored(_ question: Question, _ answer: Expression, _ tolerance: Double) -> [Answer] {
    let right = question.value(of: answer)
    return (question.ask?.wrong ?? []).compactMap { wrong in
      let value = question.value(of: wrong.when)
      guard value.isFinite, (value - right).magnitude > max(tolerance, 2e-3) * right.magnitude else { return nil }
      return Answer(text: RightAnswer.number(value), why: "the author's", say: wrong.say)
    }
  }

  /// Numbers that a single mistake leads to, where it makes more of a difference than is forgiven.
  private static func catalogued(_ question: Question, _ part: Int, _ tolerance: Double) -> [Answer] {
    guard question.ground.samples.count <= 1, let quantity = question.quantity(ofPart: part) else { return [] }
    let checker = Checker(question.network)
    let right = checker.pass.value(of: quantity)
    // A step is judged by itself, which six digits of the sum may not show.
    let isStep =
      switch quantity {
      case .updated, .lossAfterUpdate: true
      default: false
      }
    let all = checker.wrongAnswers(to: quantity)
    return all.compactMap { wrong in
      guard !wrong.isOnlyNumeric, wrong.value.isFinite,
        (wrong.value - right).magnitude > tolerance * right.magnitude
      else { return nil }
      let alike = all.filter { ($0.value - wrong.value).magnitude <= 1e-3 * wrong.value.magnitude }
      return Answer(
        text: isStep ? DecimalText.significant(wrong.value, digits: 12) : RightAnswer.number(wrong.value),
        why: wrong.id.rawValue, mistake: wrong.id, alike: Set(alike.map(\.id)))
    }
  }

  private static func chains(_ question: Question) -> [Answer] {
    guard let tiles = question.tiles, let path = tiles.paths.first else { return [] }
    let numbers = path.compactMap { tiles.factors.firstIndex(of: $0) }.map { $0 + 1 }
    var answers: [Answer] = []
    func text(_ numbers: [Int]) -> String { numbers.map { Letter.text($0 - 1) }.joined(separator: " ") }
    if numbers.count > 1 {
      answers.append(
        Answer(text: text(numbers.dropLast()), why: "one tile short", mistake: tiles.addsPaths ? nil : "stops-early"))
    }
    for (place, factor) in tiles.factors.enumerated() {
      guard let mistake = tiles.mistakes[factor] else { continue }
      answers.append(Answer(text: text(numbers.dropLast() + [place + 1]), why: "a tile of no path", mistake: mistake))
    }
    if tiles.addsPaths { answers.append(Answer(text: text(numbers), why: "one path alone")) }
    return answers
  }
}
