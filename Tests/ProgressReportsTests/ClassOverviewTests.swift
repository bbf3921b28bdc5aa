import Progress
import ProgressReports
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
