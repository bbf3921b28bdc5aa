import Networks
import Questions
import Screen
import Skills
import Testing
import Traces

@testable import Tutor

/// Whoever just types an answer gets a line for it, with what was typed.
struct TypedAnswerTests {
  private func typed(_ keys: String, in state: State) -> State {
    var state = state
    for key in keys { _ = state.update(.key(key == "\r" ? .enter : .character(String(key)))) }
    return state
  }

  /// Before anything is asked: what is no place to go to.
  @Test(arguments: ["0.27", "-0.96", "12.5", "12\r", ".5", "−1"]) func aNumberInTheWalk(_ text: String) {
    let state = typed(text, in: State(network: BundledNetworks.default))
    #expect(state.prompt?.purpose == .answer && state.asking?.isSettled == false)
    #expect(state.prompt?.editor.text == text.filter { $0 != "\r" })
    #expect(state.walk.index == 0)
  }

  @Test func aNumberIsJudged() {
    var state = State(network: BundledNetworks.default)
    state = typed("-0.96\r", in: state)
    #expect(state.asking?.isSettled == true && state.prompt == nil)
    // The next one is asked by itself.
    state = typed("0.2769\r", in: state)
    #expect(state.asking?.isSettled == true && state.walk.step.id == 2)
  }

  /// What has to be computed first is computed, and asks nothing, so that the next line is not taken for an answer.
  @Test(arguments: ["1+1", "2-0.5", "1e3-1"]) func arithmeticIsNoAnswer(_ text: String) {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line(text))
    #expect(state.asking == nil && state.reply?.kind != .fault)
    for number in ["5", "-0.5", "1e-3", "−.5"] {
      var state = State(network: BundledNetworks.default)
      _ = state.update(.line(number))
      #expect(state.asking?.tries.count == 1)
    }
  }

  /// Where something is asked, every digit is an answer's.
  @Test(arguments: ["2", "27", "+1"]) func digitsAtAQuestion(_ text: String) {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line(":ask"))
    state = typed(text, in: state)
    #expect(state.prompt?.purpose == .answer && state.prompt?.editor.text == text)
  }

  /// What begins with a colon is computed in the answer's line as well, also while guesses have to wait; it is never judged.
  @Test(arguments: [":1+e^0.7378", "：eta"]) func aColonComputes(_ line: String) {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line(":ask"))
    for isPaused in [false, true] {
      if isPaused {
        for answer in ["5", "6", "7"] { _ = state.update(.line(answer)) }
        #expect(state.isPaused)
      }
      let tries = state.asking?.tries.count
      state = typed("a\(line)\r", in: state)
      #expect(state.reply != nil && state.reply?.kind != .fault && state.prompt == nil)
      #expect(state.asking?.tries.count == tries && state.asking?.isSettled == false)
      state.reply = nil
    }
  }

  /// Places and chosen numbers keep their keys.
  @Test func countsAndNudges() {
    let start = State(network: BundledNetworks.default)
    #expect(typed("40G", in: start).walk.index == 39)
    let nudged = typed("e-", in: start)
    #expect(nudged.prompt == nil && nudged.walk.network.inputs[0] == 0.3)
  }

  /// In practice only a key that leads onwards brings another problem.
  @Test(arguments: [Key.left, .up, .backspace, .backTab, .home, .character("h"), .wheelUp])
  func aProblemIsNotLostByAKeyThatLeadsBack(_ key: Key) {
    var state = State(network: BundledNetworks.default)
    state.practise(ProblemGenerator(base: BundledNetworks.default, skill: .weightedSum, seed: 7))
    let before = state
    #expect(state.update(.key(key)).isEmpty && state.reply?.kind == .notice)
    #expect(state.drill == before.drill && state.asking == before.asking && state.walk == before.walk)
    _ = state.update(.key(.right))
    #expect(state.drill?.number == 2)
  }
}
