import Diagnosis
import Networks
import Progress
import Questions
import Screen
import Skills
import Testing
import Traces

@testable import Tutor

/// Asking for help says something each time, until the answer was told.
@Suite struct HelpTests {
  private func practising(_ skill: Skill, seed: UInt64) -> State {
    var state = State(network: BundledNetworks.default)
    state.practise(ProblemGenerator(base: BundledNetworks.default, skill: skill, seed: seed))
    return state
  }

  @Test(arguments: Skill.practised)
  func neverSilent(_ skill: Skill) {
    for seed in UInt64(1)...4 {
      var state = practising(skill, seed: seed)
      var clock = 0
      for _ in 0..<8 where state.asking?.isSettled == false {
        let hints = state.asking?.hints.count
        clock += 10_000
        _ = state.update(.time(clock))
        _ = state.update(.line("H"))
        #expect(state.asking?.hints.count != hints || state.reply != nil, "\(skill) \(seed)")
      }
      #expect(state.asking?.isTold == true, "\(skill) \(seed)")
    }
  }

  /// The like step on other numbers has a ladder of its own, from the beginning.
  @Test func theLikeStepHasHelpToo() throws {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line("ask"))
    for number in 1...6 {
      _ = state.update(.time(number * 10_000))
      _ = state.update(.line("hint"))
    }
    #expect(state.asking?.like != nil)
    #expect(state.asking?.hints.map(\.rung) == [.goal, .place, .rule, .setUp, .answer, .goal])
  }

  /// Help with a problem that is settled begins no other one.
  @Test func aSettledProblemNeedsNoHelp() throws {
    var state = practising(.weightedSum, seed: 2)
    let quantity = try #require(state.asking?.quantity)
    _ = state.update(.line("\(state.walk.trace.pass.value(of: quantity))"))
    try #require(state.asking?.isSettled == true)
    let settled = state
    _ = state.update(.line("H"))
    #expect(state.drill == settled.drill && state.asking == settled.asking && state.reply?.kind == .notice)
    _ = state.update(.key(.right))
    #expect(state.drill?.number == 2 && state.asking?.hints == [])
  }

  /// Right as far as it goes is not wrong: the third digit is asked for, and nothing is counted.
  @Test func tooFewDigitsAreNotCounted() throws {
    var state = practising(.sigmoid, seed: 2)
    let quantity = try #require(state.asking?.quantity)
    let value = state.walk.trace.pass.value(of: quantity)
    let effects = state.update(.line("\((value * 10).rounded() / 10)"))
    #expect(state.asking?.lastVerdict?.isUnfinished == true)
    guard case .record(let attempt)? = effects.first else {
      Issue.record("Nothing is kept.")
      return
    }
    #expect(!attempt.isScored && !attempt.isFirst)
    _ = state.update(.line("\(value)"))
    #expect(state.drill?.solved == 1)
  }

  /// Behind a problem stands its own answer, so that nothing closes it.
  @Test func escapeClosesNoProblem() {
    var state = practising(.update, seed: 3)
    let open = state
    for _ in 0..<3 { _ = state.update(.key(.escape)) }
    #expect(state.asking == open.asking && state.drill == open.drill)
    _ = state.update(.key(.character("a")))
    #expect(state.drill?.number == 1 && state.prompt != nil)
  }

  /// What was said to an earlier key is not said to a hint.
  @Test func aHintReplacesANotice() {
    var state = practising(.update, seed: 3)
    _ = state.update(.line("0.3"))
    _ = state.update(.key(.character("c")))
    #expect(state.reply?.kind == .notice)
    _ = state.update(.key(.character("H")))
    #expect(state.reply == nil && state.asking?.hints.count == 1)
  }

  /// What cannot be walked ends no practice.
  @Test func aMistypedGradientEndsNoPractice() {
    var state = practising(.weightedSum, seed: 2)
    let before = state.drill
    _ = state.update(.line(":walk dE/dw55"))
    #expect(state.drill == before && state.asking != nil && state.reply?.kind == .fault)
    _ = state.update(.line(":walk dE/dw5"))
    #expect(state.drill == nil)
  }

  /// A problem whose answer was looked up is not solved at once.
  @Test func lookingUpIsHelp() throws {
    let start = practising(.weightedSum, seed: 2)
    let quantity = try #require(start.asking?.quantity)
    let (name, value) = (
      start.walk.network.architecture.name(of: quantity), start.walk.trace.pass.value(of: quantity)
    )
    for (line, solved) in [(":\(name)", 0), (":1+1", 1)] {
      var state = start
      _ = state.update(.line(line))
      _ = state.update(.line("\(value)"))
      #expect(state.asking?.isSettled == true && state.drill?.solved == solved, "\(line)")
    }
  }

  /// The right derivation beside one's own is the answer.
  @Test func comparingIsHelp() {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line("dE/dw5 = 0.0349"))
    #expect(state.asking?.helpToPart == nil && state.asking?.comparison(state.askedTrace) != nil)
    _ = state.update(.line(":compare"))
    #expect(state.asking?.compares == true && state.asking?.helpToPart == .answer)
  }

  /// A click on the picture moves a walk, and closes what was asked where it stood; a problem it leaves alone.
  @Test func aClickTellsNothingOfAQuestion() throws {
    var problem = practising(.weightedSum, seed: 2)
    let before = problem
    _ = problem.update(.select(.loss))
    #expect(problem == before)
    for event in [Event.select(.loss), .select(.parameter(4)), .line(":walk dE/dw3")] {
      var state = State(network: BundledNetworks.default)
      _ = state.update(.line("ask"))
      try #require(state.asking?.quantity == .net(0))
      _ = state.update(event)
      #expect(state.walk.index > 0 && state.asking == nil)
    }
  }

  /// The paths that are folded are the set-up of what is asked.
  @Test func foldingIsHelp() {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line("dE/dw5 = 0.0349"))
    _ = state.update(.line(":fold dE/dw5"))
    #expect(state.asking?.helpToPart == .setUp && state.reply?.kind == .answer)
  }
}
