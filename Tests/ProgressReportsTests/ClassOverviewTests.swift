import Progress
import ProgressReports
import Testing

/// A class, counted by hand.
@Suite struct ClassOverviewTests {
  private static func attempt(
    _ step: String, _ verdict: Attempt.Verdict, _ mistakes: [String] = [], lesson: String? = nil, isFirst: Bool = true
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
      overview.mistakes == [
        .init(mistake: "half", count: 2, members: 2, steps: ["dE/dw5"]),
        .init(mistake: "sign-flip", count: 2, members: 1, steps: ["dE/dw5"]),
        .init(mistake: "drop-output-slope", count: 1, members: 1, steps: ["dE/dw5"]),
      ])
    #expect(
      overview.steps == [
        .init(name: "dE/dw5", answers: 4, share: 0.25, mistake: .init(name: "half", count: 2)),
        .init(name: "one n1", answers: 2, share: 0.5, mistake: nil),
      ])
  }
}
