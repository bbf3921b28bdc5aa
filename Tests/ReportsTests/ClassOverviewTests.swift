import Diagnostics
import Progress
import Reports
import Screen
import Skills
import Testing

/// A class, counted by hand.
@Suite struct ClassOverviewTests {
  private static func attempt(
    _ step: String, _ verdict: Attempt.Verdict, _ mistakes: [MistakeID] = [], lesson: String? = nil,
    isFirst: Bool = true
  ) -> Attempt {
    var attempt = Attempt(
      time: 0, lesson: lesson, step: step, parameters: "a", answer: "1", verdict: verdict, skills: [], isFirst: isFirst)
    attempt.mistakes = mistakes
    return attempt
  }

  @Test func countsByMistakeAndStep() {
    let overview = ClassOverview([
      .init(
        name: "a",
        attempts: [
          Self.attempt("dE/dw5", .mistake, ["sign-flip"]),
          Self.attempt("dE/dw5", .mistake, ["sign-flip"], isFirst: false),
          Self.attempt("dE/dw5", .right, isFirst: false), Self.attempt("n1", .right, lesson: "one"),
        ]),
      .init(
        name: "b",
        attempts: [
          Self.attempt("dE/dw5", .mistake, ["half+drop-output-slope"]), Self.attempt("dE/dw5", .unreadable),
          // Two that fit: which it was is not known.
          Self.attempt("n1", .mistake, ["half", "sign-flip"], lesson: "one"),
        ]),
      .init(name: "c", attempts: [Self.attempt("dE/dw5", .mistake, ["half"]), Self.attempt("dE/dw5", .followThrough)]),
    ])
    #expect(overview.memberCount == 3 && overview.answerCount == 9)
    #expect(
      overview.mistakes.map { "\($0.mistake) \($0.count) \($0.members) \($0.steps)" } == [
        "half 2 2 [\"dE/dw5\"]", "sign-flip 2 1 [\"dE/dw5\"]", "drop-output-slope 1 1 [\"dE/dw5\"]",
      ])
    #expect(
      overview.steps.map {
        "\($0.name) \($0.answers) \($0.share) \($0.mistake.map { "\($0.mistake) \($0.count)" } ?? "-")"
      }
        == ["dE/dw5 4 0.25 half 2", "one n1 2 0.5 -"])
  }
}

/// Students and skills, counted by hand.
@Suite struct ClassMapTests {
  private static func attempt(
    _ number: Int, _ skill: Skill, _ isRight: Bool, _ mistake: MistakeID = "half", lesson: String? = nil
  ) -> Attempt {
    var attempt = Attempt(
      time: Int64(number), lesson: lesson, step: "q\(number % 3)", parameters: "p\(number % 2)", answer: "0.\(number)",
      verdict: isRight ? .right : .mistake, skills: [skill], isFirst: true)
    if !isRight { attempt.mistakes = [mistake] }
    return attempt
  }

  @Test func whoNeedsHelpComesFirst() throws {
    let good = ClassMember(name: "good", attempts: (0..<8).map { Self.attempt($0, .sigmoid, true) })
    let poor = ClassMember(
      name: "poor", attempts: (0..<3).map { Self.attempt($0, .lossSlope, false, "sign-flip") })
    let new = ClassMember(name: "new", attempts: [])
    let map = ClassMap([good, new, poor])
    #expect(map.skills == [.sigmoid, .lossSlope])
    #expect(map.rows.map(\.name) == ["poor", "good", "new"])
    #expect(map.rows.map(\.levels) == [[.none, .weak], [.mastered, .none], [.none, .none]])
    let row = try #require(map.rows.first)
    #expect(row.mistakes.map { "\($0.id) \($0.count)" } == ["sign-flip 3"] && row.weak == [.lossSlope])
    #expect(map.rows.dropFirst().allSatisfy { !$0.needsHelp })
    // What was answered rightly three times since is no longer a matter for help.
    let better = ClassMember(
      name: "better", attempts: poor.attempts + (10..<14).map { Self.attempt($0, .lossSlope, true) })
    #expect(ClassMap([better]).rows[0].mistakes.isEmpty)
  }

  @Test func aLessonsQuestions() throws {
    let asked = LessonQuestions.Asked(
      id: "one", title: Words("One"), skills: [.sigmoid],
      questions: [("q0", Words("first")), ("q1", Words("second")), ("q9", Words("last"))])
    let members = [
      ClassMember(
        name: "a",
        attempts: [
          Self.attempt(0, .sigmoid, false, "half+sign-flip", lesson: "one"),
          Self.attempt(1, .sigmoid, true, lesson: "one"),
          Self.attempt(3, .sigmoid, false, lesson: "two"),
        ]),
      ClassMember(name: "b", attempts: [Self.attempt(0, .sigmoid, true, lesson: "one")]),
    ]
    let report = ClassReport(members, lesson: asked)
    let questions = try #require(report.lesson?.questions)
    #expect(questions.map(\.members) == [2, 1, 0] && questions.map(\.right) == [1, 1, 0])
    #expect(questions[0].mistakes.map { "\($0.mistake) \($0.count)" } == ["half 1", "sign-flip 1"])
    #expect(report.overview.answerCount == 3)
    let written = ClassHTML(report, language: .en).text
    #expect(written.contains("The questions of "))
    #expect(written.contains("<b>first</b><br>1 of 2 learners right at the first try, without help"), "\(written)")
    #expect(written.contains("<b>last</b><br>No one has answered it yet."))
    // The page in both languages; what is hostile in a name stays text.
    let hostile = ClassReport([ClassMember(name: "<i>\u{1B}[2J", attempts: members[0].attempts)])
    let html = ClassHTML(hostile, language: .zh).text
    #expect(!html.contains("<i>\u{1B}") && !html.contains("\u{1B}") && html.contains("&lt;i&gt;"))
    let page = ClassPage(hostile, Look()).grid.lines.joined(separator: "\n")
    #expect(!page.contains("\u{1B}"))
  }

  /// Of more who need help than a screen has room for, the others are named.
  @Test func aLargeClassIsNamedInFull() {
    let class_ = (1...14).map { number in
      ClassMember(name: "s\(number)", attempts: (0..<3).map { Self.attempt($0, .lossSlope, false, "sign-flip") })
    }
    func page(_ language: Language) -> String {
      ClassPage(ClassReport(class_), Look(language: language)).grid.lines.joined(separator: "\n")
    }
    // By name, as need is equal: s1, s10 to s14, s2 to s9.
    #expect(page(.en).contains("and 2 more: s8, s9"))
    #expect(page(.zh).contains("另有 2 人：s8、s9"))
  }
}
