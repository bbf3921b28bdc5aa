import Derivations
import Diagnosis
package import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
package import Skills

/// What one answer earned, and why.
package struct GradedAnswer: Equatable, Sendable {
  /// How the answer was found.
  package enum Mark: String, Sendable {
    case right
    case followThrough = "follow-through"
    case mistake
    case unknown
    case unreadable
    case missing
  }

  package let exercise: Int
  package let points: Double
  package let possible: Double
  package let mark: Mark
  package let mistakes: [MistakeID]
  package let feedback: Words
  /// Of a derivation: what was found at each line that is not right.
  package let lines: [Line]

  /// A line of a derivation that is not simply right.
  package struct Line: Equatable, Sendable {
    package let number: Int
    package let text: String
    package let mark: String
    package let mistakes: [MistakeID]
    package let feedback: Words
  }
}

/// One student's result.
package struct GradedStudent: Sendable {
  package let student: Roster.Student
  package let answers: [GradedAnswer]
  package let hasSubmission: Bool

  package var points: Double { answers.reduce(0) { $0 + $1.points } }
  package var possible: Double { answers.reduce(0) { $0 + $1.possible } }
  /// Each once, in the order of the exercises.
  package var mistakes: [MistakeID] {
    var seen: Set<MistakeID> = []
    return answers.flatMap { $0.mistakes + $0.lines.flatMap(\.mistakes) }.filter { seen.insert($0).inserted }
  }
}

/// Grades one submission after the other; what one of them holds never touches another's marks.
package final class Grader {
  let rubric: Rubric
  private var knowledge: [Architecture: Knowledge] = [:]

  package init(_ rubric: Rubric = Rubric()) { self.rubric = rubric }

  /// An answer that is longer than this is none.
  private static let maxAnswer = 20_000

  /// `submission` is nil where nothing was handed in.
  package func grade(_ sheet: AnswerKey.Sheet, _ submission: Submission?) -> GradedStudent {
    let architecture = sheet.network.architecture
    let shared = knowledge[architecture] ?? Knowledge(architecture, held: sheet.network.held)
    knowledge[architecture] = shared
    let checker = Checker(sheet.network, knowledge: shared)
    let found = submission.map { answers(in: $0, sheet, checker) } ?? [:]
    let earlier = ownValues(found, sheet, checker)
    let graded = sheet.exercises.enumerated().map { index, exercise in
      let graded = grade(exercise, index + 1, found[index + 1], checker, earlier)
      // A derivation's lines are those of the file, where it is one.
      guard case .derivation = exercise.kind else { return graded }
      return graded.moved(by: (submission?.firstLines[index + 1] ?? 1) - 1)
    }
    return GradedStudent(student: sheet.student, answers: graded, hasSubmission: submission != nil)
  }

  /// By number; where no exercise is numbered, by the quantities that the lines name.
  private func answers(in submission: Submission, _ sheet: AnswerKey.Sheet, _ checker: Checker) -> [Int: String] {
    if submission.answers.isEmpty, sheet.exercises.count == 1 { return [1: submission.rest] }
    guard submission.answers.isEmpty, submission.rest.utf8.count <= Self.maxAnswer else { return submission.answers }
    var found: [Int: String] = [:]
    let marked = SheetMarker.mark(submission.rest, with: checker)
    for (index, exercise) in sheet.exercises.enumerated() {
      switch exercise.kind {
      case .derivation: found[index + 1] = submission.rest
      case .number(let quantity), .formula(let quantity):
        let lines = marked.lines.filter { $0.quantity == quantity }
        if let last = lines.last?.links.last { found[index + 1] = last.text }
      case .sign, .choice, .conditional, .chain, .faded, .bug, .planted: break
      }
    }
    return found
  }

  /// The student's own numbers, for what follows from them.
  private func ownValues(_ answers: [Int: String], _ sheet: AnswerKey.Sheet, _ checker: Checker) -> [Quantity: Double] {
    var own: [Quantity: Double] = [:]
    for (index, exercise) in sheet.exercises.enumerated() {
      guard case .number(let quantity) = exercise.kind, let text = answers[index + 1], text.utf8.count < 2_000 else {
        continue
      }
      own[quantity] = checker.value(of: answer(text, about: quantity, checker))
    }
    return own
  }

  private func grade(
    _ exercise: ExerciseList.Exercise, _ number: Int, _ text: String?, _ checker: Checker, _ earlier: [Quantity: Double]
  ) -> GradedAnswer {
    guard let text, text.contains(where: { !$0.isWhitespace }) else {
      return GradedAnswer(
        exercise: number, points: 0, possible: exercise.points, mark: .missing, mistakes: [], feedback: Self.missing,
        lines: [])
    }
    guard text.utf8.count <= Self.maxAnswer else {
      return GradedAnswer(
        exercise: number, points: 0, possible: exercise.points, mark: .unreadable, mistakes: [], feedback: Self.tooLong,
        lines: [])
    }
    switch exercise.kind {
    case .number(let quantity):
      let answer = answer(text, about: quantity, checker)
      return graded(checker.check(quantity, answer: answer, earlier: earlier), exercise, number)
    case .formula(let quantity):
      let answer = answer(text, about: quantity, checker)
      // A number is no formula, however right it is.
      if let expression = try? checker.read(answer), expression.leafNames.isEmpty {
        return GradedAnswer(
          exercise: number, points: 0, possible: exercise.points, mark: .unknown, mistakes: [],
          feedback: Self.wantsFormula,
          lines: [])
      }
      return graded(checker.check(quantity, answer: answer), exercise, number)
    case .sign(let quantity):
      guard
        let direction = Direction(
          written: String(text.filter { !$0.isWhitespace && !".。".contains($0) }).replacing("E", with: ""))
      else { return graded(Verdict(.unreadable, feedback: Self.wantsDirection), exercise, number) }
      return graded(checker.check(directionOf: quantity, answer: direction), exercise, number)
    case .choice(_, let options, let right): return choice(text, options, right, exercise, number)
    case .derivation(let quantity), .planted(let quantity):
      return derivation(text, to: quantity, exercise, number, checker)
    case .conditional: return graded(Verdict(.unreadable, feedback: Self.wantsOption), exercise, number)
    case .chain(let goal, let distractors, let variant):
      guard let tiles = Tiles(chainOf: goal, checker.network, distractors, variant) else {
        return graded(Verdict(.unreadable, feedback: Self.wantsOption), exercise, number)
      }
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      let line = lines.first { $0.contains { !$0.isWhitespace } } ?? ""
      return graded(tiles.judge(line), exercise, number)
    case .faded(_, let blank): return gaps(text, blank, exercise, number, checker)
    case .bug(let lines, let wrong): return wrongLine(text, lines.count, wrong, exercise, number)
    }
  }

  func graded(_ verdict: Verdict, _ exercise: ExerciseList.Exercise, _ number: Int) -> GradedAnswer {
    let mark: GradedAnswer.Mark =
      switch verdict.kind {
      case .right: .right
      case .followThrough: .followThrough
      case .mistake: .mistake
      case .unknown: .unknown
      case .unreadable: .unreadable
      }
    return GradedAnswer(
      exercise: number, points: exercise.points * rubric.share(of: verdict), possible: exercise.points, mark: mark,
      mistakes: verdict.mistakes, feedback: verdict.feedback, lines: [])
  }

  /// The answer itself: behind the last `=`, where the line names the quantity; else the first line.
  func answer(_ text: String, about quantity: Quantity, _ checker: Checker) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
    guard text.contains(where: { "=＝≈".contains($0) }) || text.contains("\\approx") else { return lines.first ?? "" }
    let marked = SheetMarker.mark(text, with: checker)
    if let link = marked.lines.last(where: { $0.quantity == quantity })?.links.last { return link.text }
    return lines.first ?? ""
  }

  private func choice(
    _ text: String, _ options: [String], _ right: Set<Int>, _ exercise: ExerciseList.Exercise, _ number: Int
  ) -> GradedAnswer {
    let words = text.split { $0.isWhitespace || ",;、，".contains($0) }.map(String.init)
    var chosen: Set<Int> = []
    let whole = words.joined(separator: " ")
    if let place = options.firstIndex(where: { $0.lowercased() == whole.lowercased() }) {
      chosen = [place]
    } else {
      for word in words {
        let plain = word.trimmingMarks
        if let place = Int(plain), options.indices.contains(place - 1) {
          chosen.insert(place - 1)
        } else if plain.count == 1, let letter = plain.lowercased().utf8.first, (0x61...0x7A).contains(letter),
          options.indices.contains(Int(letter) - 0x61)
        {
          chosen.insert(Int(letter) - 0x61)
        }
      }
    }
    guard !chosen.isEmpty else { return graded(Verdict(.unreadable, feedback: Self.wantsOption), exercise, number) }
    let isRight = chosen == right
    return graded(Verdict(isRight ? .right : .unknown, feedback: isRight ? Self.yes : Self.no), exercise, number)
  }

  /// Each line earns its share; the quantity itself has to be reached.
  private func derivation(
    _ text: String, to goal: Quantity, _ exercise: ExerciseList.Exercise, _ number: Int, _ checker: Checker
  ) -> GradedAnswer {
    let sheet = SheetMarker.mark(text, with: checker)
    let (earned, possible) = sheet.points
    let reached = sheet.lines.last { $0.quantity == goal && [.right, .followThrough, .slip].contains($0.mark) }
    // A goal that is not reached counts as one line more, and lines that cannot be read earn nothing.
    let missing = (reached == nil ? 1 : 0) + sheet.count(.unreadable)
    let share = possible == 0 ? 0 : earned / Double(possible + missing)
    let lines = sheet.lines.flatMap { line in
      line.links.compactMap { link -> GradedAnswer.Line? in
        guard link.mark == .slip || link.mark == .unreadable || link.mark == .followThrough else { return nil }
        return GradedAnswer.Line(
          number: sheet.source.line(of: line.range.lowerBound), text: String(line.text.prefix(120)),
          mark: link.mark.rawValue,
          mistakes: link.mistakes, feedback: link.feedback)
      }
    }
    let mark: GradedAnswer.Mark =
      possible == 0
      ? .unreadable
      : sheet.count(.slip) > 0 ? .mistake : sheet.count(.followThrough) > 0 ? .followThrough : .right
    let feedback =
      reached == nil ? Self.notReached(checker.network.architecture.expression(of: goal).text(.unicode)) : Words("")
    return GradedAnswer(
      exercise: number, points: exercise.points * share, possible: exercise.points, mark: mark, mistakes: [],
      feedback: feedback, lines: lines)
  }
}

extension GradedAnswer {
  fileprivate func moved(by lines: Int) -> GradedAnswer {
    GradedAnswer(
      exercise: exercise, points: points, possible: possible, mark: mark, mistakes: mistakes, feedback: feedback,
      lines: self.lines.map {
        Line(number: $0.number + lines, text: $0.text, mark: $0.mark, mistakes: $0.mistakes, feedback: $0.feedback)
      })
  }
}

extension Grader {
  private static let missing = Words(en: "No answer.", zh: "没有作答。")
  private static let tooLong = Words(en: "This is too long to be an answer.", zh: "内容过长，不能作为答案。")
  private static let wantsFormula = Words(en: "A formula is asked for, not its value.", zh: "这里要写式子，而不是数值。")
  private static let wantsDirection = Words(en: "Write rise, fall or same.", zh: "请写“升”“降”或“不变”。")
  private static let wantsOption = Words(en: "Name an option by its number or letter.", zh: "请写选项的编号或字母。")
  static let yes = Words(en: "Right.", zh: "正确。")
  static let no = Words(en: "Not right.", zh: "不对。")

  private static func notReached(_ name: String) -> Words {
    Words(en: "\(name) itself is missing.", zh: "没有写出 \(name)。")
  }
}

extension String {
  /// Without brackets, full stops and the like around it.
  fileprivate var trimmingMarks: String {
    func isMark(_ character: Character) -> Bool { "().[]:）（".contains(character) }
    return String(drop(while: isMark).reversed().drop(while: isMark).reversed())
  }
}
