import Diagnostics
import Homework
import Lessons
import Networks
import Questions
import Skills
import Testing
import Traces

/// Questions besides numbers and formulas on a sheet: tiles, gaps, the wrong line, options that hang on the numbers.
@Suite struct QuestionKindsTests {
  private static func sheet(_ kinds: ExerciseList.Kind..., student: String = "s1") throws -> AnswerKey.Sheet {
    let list = ExerciseList(title: "K", exercises: kinds.map { ExerciseList.Exercise(kind: $0, points: 2) })
    let roster = Roster(students: [Roster.Student(id: student, name: "A")])
    let key = AnswerKey(Assignment(list, base: BundledNetworks.default), roster)
    return try #require(try AnswerKey(key.text).sheets.first)
  }

  private static func grade(_ sheet: AnswerKey.Sheet, _ answer: String) -> GradedAnswer {
    Grader().grade(sheet, Submission(answers: [1: answer])).answers[0]
  }

  @Test func tiles() throws {
    let sheet = try Self.sheet(.chain(.gradient(.parameter(4)), distractors: 2, variant: 0))
    guard case .chain(let goal, let distractors, let variant) = sheet.exercises[0].kind else { return }
    let tiles = try #require(
      Tiles(chainOf: goal, Trace(sheet.network, goals: []), distractors: distractors, variant: variant))
    #expect(Self.grade(sheet, tiles.rightAnswer).points == 2)
    #expect(Self.grade(sheet, tiles.rightAnswer.replacing(" ", with: "").uppercased()).points == 2)
    #expect(Self.grade(sheet, "dE/dout_O * dout_O/dnet_O * dnet_O/dw5").points == 2)
    let wrong = try #require(tiles.factors.indices.first { !tiles.paths[0].contains(tiles.factors[$0]) })
    #expect(Self.grade(sheet, "\(Letter.text(wrong))").points == 0)
    #expect(Self.grade(sheet, "whatever").mark == .unreadable)
    // Each student has the tiles in another order.
    let orders = try (1...12).map { number in
      try Self.sheet(.chain(.gradient(.parameter(0)), distractors: 2, variant: 0), student: "s\(number)").exercises[0]
        .kind
    }
    #expect(Set(orders.map { "\($0)" }).count > 6)
  }

  @Test func gaps() throws {
    let blank: [Quantity] = [.derivative(of: .loss, by: .out(2)), .derivative(of: .net(2), by: .parameter(4))]
    let sheet = try Self.sheet(.faded(.gradient(.parameter(4)), blank: blank))
    #expect(Self.grade(sheet, "[1] -(target - out_O)\n[2] = out_h1").points == 2)
    #expect(Self.grade(sheet, "out_O - target; out_h1").points == 2)
    let half = Self.grade(sheet, "target - out_O\nout_h1")
    #expect(
      half.points == 1 && half.mark == .mistake && half.mistakes == ["sign-flip"] && half.lines.map(\.number) == [1])
    #expect(Self.grade(sheet, "out_O - target").points == 1)
    let one = try Self.sheet(.faded(.gradient(.parameter(4)), blank: [blank[1]]))
    #expect(Self.grade(one, "out_h1").points == 2 && Self.grade(one, "w5").mistakes == ["weight-for-input"])
  }

  @Test func theWrongLine() throws {
    var places: Set<Int> = []
    for number in 1...12 {
      let sheet = try Self.sheet(.planted(.gradient(.parameter(4))), student: "s\(number)")
      guard case .bug(let lines, let wrong) = sheet.exercises[0].kind else {
        Issue.record("no mistake planted")
        return
      }
      // It is wrong there, and right everywhere else that does not follow from it.
      let pass = Pass(sheet.network)
      let (left, right) = (pass.value(of: lines[wrong].left), pass.value(of: lines[wrong].right))
      #expect((left - right).magnitude > 1e-6 * left.magnitude)
      places.insert(wrong)
      #expect(Self.grade(sheet, "line \(wrong + 1)").points == 2)
      #expect(Self.grade(sheet, "第 \(wrong + 1) 行").points == 2)
      #expect(Self.grade(sheet, "(\(wrong == 0 ? 2 : wrong))").points == 0)
      #expect(Self.grade(sheet, "1 or 2").mark == .unreadable && Self.grade(sheet, "99").mark == .unreadable)
    }
    #expect(places.count > 1)
  }

  @Test func optionsThatHangOnTheNumbers() throws {
    let condition = Ask.Option(text: "yes", right: .always, say: nil)
    let sheet = try Self.sheet(
      .conditional("Is it?", options: [condition, Ask.Option(text: "no", right: .never, say: nil)]))
    #expect(sheet.exercises[0].kind == .choice("Is it?", options: ["yes", "no"], right: [0]))
    #expect(Self.grade(sheet, "a").points == 2 && Self.grade(sheet, "no").points == 0)
  }

  /// In every format the question has what it takes, and no sheet on paper has the answer.
  @Test(arguments: Worksheet.Format.allCases) func everyFormat(_ format: Worksheet.Format) throws {
    let blank: [Quantity] = [.derivative(of: .loss, by: .out(2)), .derivative(of: .net(2), by: .parameter(4))]
    let sheet = try Self.sheet(
      .chain(.gradient(.parameter(4)), distractors: 2, variant: 0), .faded(.gradient(.parameter(4)), blank: blank),
      .planted(.gradient(.parameter(4))))
    let list = ExerciseList(title: "K", exercises: sheet.exercises)
    let key = AnswerKey(
      Assignment(list, base: BundledNetworks.default), Roster(students: [Roster.Student(id: "s1", name: "A")]))
    for language in Language.allCases {
      let text = Worksheet(key, language: language).text(format)
      #expect(text.contains(language == .en ? "Which tiles make" : "哪些拼块组成"))
      #expect(text.contains(language == .en ? "left out" : "缺了"))
      #expect(text.contains(language == .en ? "One line is wrong" : "有一行是错的"))
      #expect(text.contains("[ 1 ]") || text.contains("{[} 1 {]}") || text.contains("\\[ 1 \\]"))
      #expect(!text.contains("sign-flip") && !text.contains("planted"))
    }
  }
}
