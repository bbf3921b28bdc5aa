import Diagnosis
import Diagnostics
import Expressions
import Networks
import Progress
import Questions
import Screen
import Skills
import Testing
import Traces

@testable import Tutor

/// The tutor's own questions can be answered there and then, and lead back to the question.
@Suite struct AsideTests {
  private static func asking(_ quantity: String) -> State {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line(":ask \(quantity)"))
    return state
  }

  /// Slowly enough to be no guesser.
  private static func type(_ line: String, _ state: inout State, at time: Int) -> [Effect] {
    _ = state.update(.time(time * 10_000))
    return state.update(.line(line))
  }

  private static func expression(_ name: String) -> Expression? {
    let architecture = BundledNetworks.default.architecture
    return architecture.quantity(named: name).map(architecture.expression(of:))
  }

  private static func value(_ name: String) -> Double {
    let architecture = BundledNetworks.default.architecture
    return architecture.quantity(named: name).map(Pass(BundledNetworks.default).value(of:)) ?? .nan
  }

  @Test func aSmallerStepIsAskedAndAnswered() throws {
    var state = Self.asking("dE/dw1")
    _ = Self.type("12345", &state, at: 1)
    #expect(state.asking?.aside?.expression == Self.expression("dE/dnet_h1"))
    // A wrong answer to it is judged as that, is not scored, and leads to a step that is smaller still.
    #expect(Self.type("0.777", &state, at: 2) == [])
    let wrong = try #require(state.asking?.tries.last)
    #expect(wrong.aside == Self.expression("dE/dnet_h1") && wrong.verdict.kind == .unknown)
    #expect(state.asking?.aside?.expression == Self.expression("dE/dout_h1"))
    _ = Self.type("\(Self.value("dE/dout_h1"))", &state, at: 3)
    #expect(state.asking?.tries.last?.verdict.kind == .right)
    #expect(state.asking?.tries.last?.verdict.feedback.en == "Right. And now: what is ∂E/∂net_h1?")
    #expect(state.asking?.aside?.expression == Self.expression("dE/dnet_h1"))
    _ = Self.type("\(Self.value("dE/dnet_h1"))", &state, at: 4)
    #expect(state.asking?.aside == nil && state.asking?.isSettled == false)
    #expect(state.asking?.tries.last?.verdict.feedback.en == "Right. And now: what is ∂E/∂w1?")
    // What was found is not asked for again.
    _ = Self.type("54321", &state, at: 5)
    #expect(state.asking?.aside?.expression != Self.expression("dE/dnet_h1"))
    let kept = Self.type("\(Self.value("dE/dw1"))", &state, at: 6)
    #expect(state.asking?.isSettled == true && kept.count == 1)
  }

  /// A slip that is known answers the question itself, and so is kept; what is the smaller step's own answers that.
  @Test func aKnownSlipComesBeforeTheSmallerStep() {
    var state = Self.asking("dE/dw1")
    _ = Self.type("12345", &state, at: 1)
    let kept = Self.type("\(-Self.value("dE/dw1"))", &state, at: 2)
    #expect(kept.count == 1 && state.asking?.tries.last?.aside == nil)
    #expect(state.asking?.lastVerdict?.mistakes == ["sign-flip"])
    var other = Self.asking("dE/dw1")
    _ = Self.type("12345", &other, at: 1)
    // One factor too few for the weight, and right for the step.
    _ = Self.type("\(Self.value("dE/dnet_h1"))", &other, at: 2)
    #expect(other.asking?.tries.last?.aside == Self.expression("dE/dnet_h1"))
    #expect(other.asking?.tries.last?.verdict.kind == .right)
  }

  /// Products come one after the other; the question itself can be answered at any time.
  @Test func productsOneByOne() {
    var state = Self.asking("net_h1")
    _ = Self.type("12345", &state, at: 1)
    #expect(state.asking?.aside?.expression.text(.ascii) == "i1*w1")
    _ = Self.type("0.08", &state, at: 2)
    #expect(state.asking?.aside?.expression.text(.ascii) == "i2*w2")
    _ = Self.type("0.14", &state, at: 3)
    #expect(state.asking?.tries.last?.verdict.feedback.en == "The size is right. Which sign does it have?")
    let before = state
    _ = Self.type("-0.96", &state, at: 4)
    #expect(state.asking?.isSettled == true && state.asking?.aside == nil)
    // Esc leads back to the question, and not out of it.
    state = before
    _ = state.update(.key(.escape))
    #expect(state.asking != nil && state.asking?.aside == nil)
  }

  /// By its name an answer is what it says it is.
  @Test func namesDecide() {
    var state = Self.asking("dE/dw1")
    _ = Self.type("12345", &state, at: 1)
    _ = Self.type("dE/dnet_h1 = \(Self.value("dE/dnet_h1"))", &state, at: 2)
    #expect(state.asking?.quantity == .gradient(.parameter(0)) && state.asking?.aside == nil)
    #expect(state.asking?.tries.count == 2 && state.asking?.tries.last?.verdict.kind == .right)
  }

  /// Guessing through is a pause here too.
  @Test func guessesPause() {
    var state = Self.asking("dE/dw1")
    for answer in ["12345", "1", "2"] { _ = state.update(.line(answer)) }
    #expect(state.isPaused && state.asking?.aside == nil)
  }
}
