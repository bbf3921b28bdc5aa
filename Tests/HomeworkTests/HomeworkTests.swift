import Diagnosis
import Diagnostics
import Expressions
import Formats
import Homework
import Lessons
import Networks
import Skills
import Testing

@Suite struct ExerciseListTests {
  private let network = BundledNetworks.default

  @Test func asShortAsOneLine() throws {
    let list = try ExerciseList.read(SourceText("- number: dE/dw1\n"), network)
    #expect(list.exercises == [ExerciseList.Exercise(kind: .number(.gradient(.parameter(0))))])
  }

  @Test func everyKind() throws {
    let list = try ExerciseList.read(
      SourceText(
        """
        title: Week 3
        network: mazur-2-2-2
        exercises:
          - number: ∂E/∂w5
            points: 2
          - formula: dE/dout_o1
          - sign: dE/dw1
          - derivation: dE/dw1
            points: 6
            prompt: Show your work.
          - choice: Which?
            options: [one, "*two", three]
          - chain: dE/dw1
            distractors: 3
          - faded: dE/dw5
            blank: [dE/dout_o1, dnet_o1/dw5]
          - bug: dE/dw5
        """), network)
    #expect(list.title == "Week 3")
    #expect(list.network == "mazur-2-2-2")
    #expect(list.exercises.map(\.points) == [2, 1, 1, 6, 1, 1, 1, 1])
    #expect(list.exercises[3].prompt == "Show your work.")
    #expect(list.exercises[4].kind == .choice("Which?", options: ["one", "two", "three"], right: [1]))
    #expect(list.exercises[5].kind == .chain(.gradient(.parameter(0)), distractors: 3, variant: 0))
    let blank: [Quantity] = [.derivative(of: .loss, by: .out(2)), .derivative(of: .net(2), by: .parameter(4))]
    #expect(list.exercises[6].kind == .faded(.gradient(.parameter(4)), blank: blank))
    #expect(list.exercises[7].kind == .planted(.gradient(.parameter(4))))
  }

  @Test(arguments: [
    ("- numbr: dE/dw1", "exercises.fault"), ("- number: dE/dw99", "exercises.fault"), ("3", "exercises.fault"),
    ("- number: dE/dw1\n  points: -3", "exercises.fault"), ("- sign: net_h1", "exercises.fault"),
    ("- choice: Which?\n  options: [a, b]", "exercises.fault"),
    ("- faded: dE/dw5", "exercises.fault"), ("- faded: dE/dw5\n  blank: [w5]", "exercises.fault"),
    ("- chain: net_h1", "exercises.fault"), ("- chain: dE/dw1\n  distractors: 99", "exercises.fault"),
    ("network: nowhere\nexercises: [{number: E}]", "exercises.fault"),
    ("", "exercises.fault"), ("- &a {number: E}", "lesson.yaml-anchor"),
  ])
  func faults(_ text: String, _ id: String) {
    do throws(ExerciseList.Faults) {
      _ = try ExerciseList.read(SourceText(text), network)
      Issue.record("no fault")
    } catch {
      #expect(error.diagnostics.first?.id == id)
    }
  }
}

@Suite struct RosterTests {
  @Test func asPlatformsExportThem() {
    let moodle = Roster(
      csv: Array(
        "\u{FEFF}First name;Surname;ID number;Email address\r\nAnna;Meier;s1;a@x.org\r\n\"B;o\";Li;s2;\r\n".utf8))
    #expect(
      moodle.students == [
        Roster.Student(id: "s1", name: "Anna Meier", email: "a@x.org"), Roster.Student(id: "s2", name: "B;o Li"),
      ])
    let chinese = Roster(csv: Array("学号,姓名,lang\n7,王芳,zh\n7,王芳,zh\n".utf8))
    #expect(chinese.students == [Roster.Student(id: "7", name: "王芳", language: .zh)])
    #expect(chinese.repeated == ["7"])
    #expect(Roster(csv: Array("anna\nbo,Bo\n".utf8)).students.map(\.id) == ["anna", "bo"])
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|x", "＝1"])
  func cellsThatSpreadsheetsWouldCompute(_ text: String) {
    let cell = SpreadsheetCell.text(text)
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'") || cell.hasPrefix(" "))
  }

  @Test func cellsAreQuoted() {
    #expect(SpreadsheetCell.text("a,\"b\"") == "\"a,\"\"b\"\"\"")
    #expect(SpreadsheetCell.text("plain") == "plain")
    #expect(!SpreadsheetCell.text("\u{1B}[31mred").contains("\u{1B}"))
  }
}

/// A made-up class, sheets made for it, answered by a program with planted slips, and graded.
@Suite struct ClassTests {
  static let list = ExerciseList(
    title: "Week 3",
    exercises: [
      ExerciseList.Exercise(kind: .number(.gradient(.parameter(4))), points: 2),
      ExerciseList.Exercise(kind: .number(.gradient(.parameter(0))), points: 2),
      ExerciseList.Exercise(kind: .formula(.derivative(of: .out(2), by: .net(2))), points: 1),
      ExerciseList.Exercise(kind: .sign(.gradient(.parameter(5))), points: 1),
      ExerciseList.Exercise(kind: .derivation(.gradient(.parameter(4))), points: 6),
      ExerciseList.Exercise(kind: .choice("Which?", options: ["one", "two"], right: [1]), points: 1),
    ])

  static func key(_ count: Int) -> AnswerKey {
    let roster = Roster(
      students: (1...count).map {
        Roster.Student(id: "s\($0)", name: "Student \($0)", language: $0 % 2 == 0 ? .zh : .en)
      })
    return AnswerKey(Assignment(list, base: BundledNetworks.default), roster)
  }

  @Test func numbersDifferAndStayTheSame() throws {
    let (one, again) = (Self.key(20), Self.key(20))
    #expect(one.sheets.map(\.network) == again.sheets.map(\.network))
    #expect(Set(one.sheets.map(\.network.parameters)).count == 20)
    // Another assignment has other numbers.
    var list = Self.list
    list.title = "Week 4"
    let other = AnswerKey(
      Assignment(list, base: BundledNetworks.default), Roster(students: [Roster.Student(id: "s1")]))
    #expect(other.sheets[0].network != one.sheets[0].network)
  }

  /// With a sheet's numbers, a slip's result is nobody else's, neither the right one nor another slip's.
  @Test func mistakesGiveDifferentResults() {
    for sheet in Self.key(12).sheets {
      let checker = Checker(sheet.network)
      let ids: [MistakeID] = [
        "sign-flip", "half", "drop-output-slope", "weight-for-input", "sibling-input", "stops-early",
      ]
      for id in ids {
        let wrong = checker.wrongAnswers(to: .gradient(.parameter(4))).first { $0.id == id }
        guard let wrong else { continue }
        let verdict = checker.check(.gradient(.parameter(4)), answer: DecimalText.significant(wrong.value, digits: 6))
        #expect(verdict.mistakes.contains(id), "\(sheet.student.id) \(id) \(verdict.mistakes)")
      }
    }
  }

  @Test func theKeyReadsBack() throws {
    let key = Self.key(3)
    let back = try AnswerKey(key.text)
    #expect(back.title == "Week 3")
    #expect(back.sheets.map(\.network.parameters) == key.sheets.map(\.network.parameters))
    #expect(back.sheets.map(\.exercises) == key.sheets.map(\.exercises))
    #expect(back.sheets.map(\.student) == key.sheets.map(\.student))
    #expect(throws: AnswerKey.Fault.self) { try AnswerKey("{\"student\": 3}\n") }
    #expect(throws: AnswerKey.Fault.self) { try AnswerKey("") }
  }

  @Test(arguments: Worksheet.Format.allCases) func sheetsHoldNoAnswers(_ format: Worksheet.Format) {
    let key = Self.key(3)
    let text = Worksheet(key, language: .en).text(format).replacing("−", with: "-")
    #expect(text.contains("Week 3"))
    let right = DecimalText.significant(Pass(key.sheets[0].network).gradients[4], digits: 5)
    switch format {
    case .html, .latex, .markdown:
      #expect(!text.contains(right))
      // Every student's own w5.
      for sheet in key.sheets { #expect(text.contains(DecimalText.significant(sheet.network.parameters[4]))) }
    case .moodle, .gift, .qti: #expect(text.contains(right.prefix(6)))
    }
  }

  /// Importers of GIFT differ on exponents: none is written.
  @Test func numbersOfQuizzesAreWrittenOut() {
    let text = Worksheet(Self.key(30), language: .en).text(.gift)
    let numbers = text.split(separator: "\n").filter { $0.hasPrefix("=") && $0.contains(":") && !$0.hasPrefix("=E") }
    #expect(numbers.count > 300)
    for line in numbers {
      let value = line.prefix { $0 != "#" }
      #expect(!value.contains("e"), "\(line)")
    }
  }

  private func answers(_ sheet: AnswerKey.Sheet, slip: Bool) -> String {
    let pass = Pass(sheet.network)
    func text(_ value: Double) -> String { DecimalText.significant(value, digits: 5) }
    let sign = slip ? -1.0 : 1
    let slope = pass.outs[2] * (1 - pass.outs[2])
    return """
      1: dE/dw5 = \(text(sign * pass.gradients[4]))
      2) \(text(pass.gradients[0]))
      Exercise 3. out_O(1 - out_O)
      4: \(pass.gradients[5] > 0 ? "rise" : "fall")
      5:
      ∂E/∂out_O = \(slip ? "target − out_O" : "−(target − out_O)") = \(text(sign * pass.upstreamGradients[2]))
      ∂out_O/∂net_O = out_O(1 − out_O) = \(text(slope))
      ∂E/∂w5 = ∂E/∂out_O · ∂out_O/∂net_O · out_h1 = \(text(sign * pass.gradients[4]))
      6: b
      """
  }

  @Test func aClassIsGraded() {
    let key = Self.key(40)
    let grader = Grader()
    for (index, sheet) in key.sheets.enumerated() {
      let slip = index % 3 == 0
      let graded = grader.grade(sheet, Submission(answers(sheet, slip: slip), sheet.exercises))
      #expect(graded.possible == 13)
      if slip {
        #expect(
          graded.answers.map(\.mark) == [.mistake, .right, .right, .right, .mistake, .right], "\(sheet.student.id)")
        #expect(graded.mistakes == ["sign-flip"])
        // By the lines of what was handed in.
        #expect(graded.answers[4].lines.first?.number == 6)
        // Of the first line one of two links, of the last one all.
        #expect(graded.answers[4].points == 5)
        #expect(graded.points == 10)
      } else {
        #expect(graded.points == 13, "\(sheet.student.id) \(graded.answers.map(\.mark))")
      }
    }
  }

  @Test func aRubricSaysWhatFollowThroughAndMistakesEarn() throws {
    let rubric = try Rubric("# ours\nmistake: 0.25\nhalf: 0.5\nfollow-through: 0.9\n")
    let sheet = Self.key(1).sheets[0]
    let graded = Grader(rubric).grade(sheet, Submission(answers(sheet, slip: true), sheet.exercises))
    #expect(graded.answers[0].points == 0.5)
    #expect(throws: Rubric.Fault.self) { try Rubric("mistake: 2") }
    #expect(throws: Rubric.Fault.self) { try Rubric("misteak: 0.5") }
  }

  /// What is hostile costs its student a mark and nobody else anything.
  @Test(arguments: [
    String(repeating: "(", count: 1 << 20), "1: " + String(repeating: "[", count: 1 << 20),
    "\u{1B}]0;pwned\u{7}1: \u{1B}[2J",
    "1: =cmd|' /C calc'!A0", String(repeating: "1: 2\n", count: 100_000), "", "\u{0}\u{0}", "1: 1e999",
    "1: -\n2: +\n3: ^",
    "5:\n" + String(repeating: "∂E/∂w5 = 3 = ", count: 1_000),
  ])
  func hostileSubmissions(_ text: String) {
    let sheet = Self.key(1).sheets[0]
    let graded = Grader().grade(sheet, Submission(text, sheet.exercises))
    #expect(graded.points == 0)
    let csv = Gradebook("Week 3", [graded], language: .en).csv(.moodle)
    #expect(csv.split(separator: "\r\n").count == 2)
    #expect(!csv.unicodeScalars.contains("\u{1B}"))
    for cell in csv.split(separator: ",") { #expect(!cell.hasPrefix("=") && !cell.hasPrefix("@")) }
    #expect(!FeedbackText("Week 3", graded, language: .en).text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func gradebooks() {
    let key = Self.key(2)
    let grader = Grader()
    let graded = [
      grader.grade(key.sheets[0], Submission(answers(key.sheets[0], slip: false), key.sheets[0].exercises)),
      grader.grade(key.sheets[1], nil),
    ]
    let book = Gradebook("Week 3", graded, language: .en)
    #expect(
      book.csv(.moodle) == """
        ID number,Full name,Email address,Week 3,Week 3 1,Week 3 2,Week 3 3,Week 3 4,Week 3 5,Week 3 6,Mistakes,Feedback comments\r
        s1,Student 1,,13,2,2,1,1,6,1,,\r
        s2,Student 2,,,,,,,,,,Nothing was handed in.\r

        """)
    #expect(
      book.csv(.canvas) == """
        Student,ID,SIS User ID,SIS Login ID,Section,Week 3\r
            Points Possible,,,,,13\r
        Student 1,,s1,,,13\r
        Student 2,,s2,,,\r

        """)
  }

  @Test func whoseFileItIs() {
    let owner = SubmissionOwner(Self.key(12))
    #expect(owner.student(ofPath: "subs/s1.txt") == "s1")
    #expect(owner.student(ofPath: "subs/s12.md") == "s12")
    #expect(owner.student(ofPath: "subs/Student 3_4711_assignsubmission_file_/homework.tex") == "s3")
    #expect(owner.student(ofPath: "subs/week3_s11_final.txt") == "s11")
    #expect(owner.student(ofPath: "subs/x1.txt") == nil)
  }

  @Test func tables() {
    let table = SubmissionTable(csv: Array("student,Q1,Q2\ns1,-0.0349,\"=1+1\"\n".utf8))
    #expect(table.submissions["s1"]?.answers == [1: "-0.0349", 2: "=1+1"])
  }
}
