import Diagnostics
import LessonTesting
import Networks
import Progress
import Questions
import Screen
import Skills
import Testing
import Traces

@testable import Tutor

/// Practice in sessions: ten problems and an end, reviews that end.
@Suite struct PracticeSessionTests {
  private static func practice(_ plan: Drill.Plan, _ skill: Skill? = nil) -> State {
    var state = State(network: BundledNetworks.default)
    let generator = ProblemGenerator(base: state.walk.network, skill: skill, seed: 3)
    state.activity = .practice(PracticeActivity(generator, plan, state.shared))
    return state
  }

  /// Answers the problem at hand by its value, or wrongly, and goes on.
  private static func answer(_ state: inout State, isRight: Bool = true) {
    let asked = state.drill?.problem.question
    let right = asked.flatMap { RightAnswer.text($0, part: 0) } ?? ""
    let wrong = Double(right).map { "\($0 * 3.7 + 1)" } ?? "2*(\(right))"
    _ = state.update(.line(isRight ? right : wrong))
    _ = state.update(.key(.right))
  }

  @Test func tenProblemsAndAnEnd() throws {
    var state = Self.practice(.fixed, .weightedSum)
    for number in 1...10 {
      #expect(state.drill?.number == number && state.drill?.count == 10 && state.summary == nil)
      Self.answer(&state, isRight: number % 3 != 0)
    }
    let summary = try #require(state.summary)
    #expect(summary.count == 10 && summary.solved == 7 && summary.changes.map(\.skill) == [.weightedSum])
    #expect(state.asking == nil && state.drill?.outcomes.count == 10)
    // Nothing but another session follows: no answer, no hint, no way back.
    for key in [Key.character("H"), .character("5"), .left, .character("a"), .tab, .character("e")] {
      let before = state.drill
      #expect(state.update(.key(key)) == [] && state.drill == before && state.summary == summary, "\(key)")
    }
    _ = state.update(.line("0.5"))
    #expect(state.summary == summary && state.asking == nil)
    _ = state.update(.key(.enter))
    #expect(state.summary == nil && state.drill?.number == 1 && state.drill?.solved == 0 && state.asking != nil)
    #expect(state.drill?.problem.skill == .weightedSum)
    for _ in 0..<10 { _ = state.update(.key(.right)) }
    #expect(state.summary?.solved == 0 && state.update(.key(.character("q"))) == [.quit])
  }

  /// A skill that is still there is asked once, one that is not twice; then it is over.
  @Test func reviewsEnd() throws {
    var state = Self.practice(.review([.weightedSum, .loss]))
    #expect(state.drill?.problem.skill == .weightedSum && state.drill?.count == 2)
    Self.answer(&state, isRight: false)
    #expect(state.drill?.problem.skill == .loss && state.drill?.count == 3)
    Self.answer(&state)
    #expect(state.drill?.problem.skill == .weightedSum && state.summary == nil)
    Self.answer(&state, isRight: false)
    let summary = try #require(state.summary)
    #expect(summary.isReview && summary.count == 3 && summary.solved == 1)
    // What is due is done; what is least known follows.
    _ = state.update(.line(""))
    #expect(state.drill?.plan == .adaptive && state.summary == nil)
  }

  /// The mistake of before is gone once it was not made three times.
  @Test func oldMistakesGo() throws {
    var old = Progress.Attempt(
      time: 0, step: "net_h1", parameters: "x", answer: "1", verdict: .mistake, skills: [.weightedSum], isFirst: true)
    (old.mistakes, old.blamed) = (["no-bias"], .weightedSum)
    var state = Self.practice(.fixed, .weightedSum)
    _ = state.update(.progress(KeptProgress(attempts: [old], now: 1_000)))
    // What was known at the beginning is what the session is compared with.
    _ = state.update(.key(.right))
    for _ in 1..<10 { _ = state.update(.key(.right)) }
    _ = state.update(.key(.enter))
    for _ in 0..<10 { Self.answer(&state) }
    let summary = try #require(state.summary)
    #expect(summary.gone == ["no-bias"] && summary.made == [] && summary.nextReview != nil)
  }
}
