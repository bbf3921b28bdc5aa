import Configuration
import Diagnostics
import LessonTesting
import Lessons
import Networks
import Screen
import Testing
import TutorViews

@testable import Tutor

/// Countdown, playing and spotlight in front of a room.
struct PacingTests {
  private func lesson() throws -> State {
    let entry = try #require(SampleLessons.everyKind)
    var state = State(network: BundledNetworks.default)
    let hasBegun = state.present(entry)
    try #require(hasBegun)
    return state
  }

  private func walk() -> State { State(Start(.room(.walk, .projector), network: BundledNetworks.default)) }

  private func lines(_ state: State) -> [String] { View.render(state, Size(columns: 80, rows: 24)).lines }

  @Test func aCountdownRunsAndIsPutAway() throws {
    var state = try lesson()
    #expect(state.update(.key("T")) == [.wake(0)])
    #expect(state.countdownSeconds == nil)
    // It begins when the clock says so, however long ago the last event was.
    #expect(state.update(.time(10_000)) == [.wake(1_000)])
    #expect(state.countdownSeconds == 60 && lines(state).last?.hasSuffix(" 1:00") == true)
    #expect(state.update(.time(10_400)) == [.wake(600)])
    #expect(state.countdownSeconds == 60)
    _ = state.update(.time(65_001))
    #expect(state.countdownSeconds == 5 && lines(state).last?.hasSuffix(" 0:05") == true)
    _ = state.update(.key("T"))
    #expect(state.countdownSeconds == 35)
    #expect(state.update(.time(100_000)) == [])
    #expect(state.countdownSeconds == 0 && lines(state).last?.hasSuffix(" 0:00") == true)
    _ = state.update(.key("T"))
    #expect(state.countdownSeconds == nil)
    #expect(state.update(.time(101_000)) == [])
  }

  /// It goes on step by step, up to the end, and asks for no more time there.
  @Test func theWalkPlaysToItsEnd() {
    var state = walk()
    #expect(state.update(.key("A")) == [.wake(0)])
    var now = 1_000
    #expect(state.update(.time(now)) == [.wake(4_000)])
    #expect(state.walk.index == 0)
    #expect(state.update(.time(now + 3_999)) == [.wake(1)])
    #expect(state.walk.index == 0)
    for index in 1..<state.walk.stops.count {
      now += 4_000
      _ = state.update(.time(now))
      #expect(state.walk.index == index)
    }
    #expect(state.update(.time(now + 4_000)) == [])
    #expect(state.presentation?.playing == nil)
  }

  @Test func playingStopsBeforeAQuestion() throws {
    var state = try lesson()
    _ = state.update(.key("A"))
    _ = state.update(.time(0))
    #expect(state.update(.time(4_000)) == [])
    #expect(state.lesson?.ask?.id == "net" && state.asking?.isSettled == false)
    #expect(state.update(.time(8_000)) == [] && state.asking?.isSettled == false)
  }

  /// A key stops it and does nothing else; a clicker goes on.
  @Test func anyKeyStopsPlaying() {
    for (key, index) in [(Key.character("s"), 0), (.character("A"), 0), (.pageDown, 1)] {
      var state = walk()
      _ = state.update(.key("A"))
      _ = state.update(.time(0))
      _ = state.update(.key(key))
      #expect(state.presentation?.playing == nil && state.walk.index == index, "\(key)")
      #expect(state.update(.time(9_000)) == [] && state.walk.index == index)
    }
  }

  /// Every node and edge in turn, and dark at both ends.
  @Test func theSpotlightGoesThroughThePicture() {
    var state = walk()
    var seen: [Quantity] = []
    for _ in 0..<100 {
      _ = state.update(.key("x"))
      guard let spot = state.spotlight else { break }
      seen.append(spot)
      let grid = View.render(state, Size(columns: 80, rows: 24))
      let lit = grid.cells.dropFirst(80).dropLast(80).filter { $0.style.role == .focus }
      #expect(!lit.isEmpty && lit.count < 200, "\(spot)")
      #expect(grid.cells.dropFirst(80).dropLast(80).allSatisfy { $0.style.role == .focus || $0.style.role == .faint })
    }
    let network = state.walk.network
    #expect(seen.count == 1 + network.architecture.neuronCount + network.parameters.count + network.inputs.count)
    #expect(Set(seen).count == seen.count && seen.first == .loss)
    #expect(state.spotlight == nil)
    _ = state.update(.key("X"))
    #expect(state.spotlight == seen.last)
    var unlit = state
    unlit.presentation?.spotlight = nil
    #expect(View.render(unlit, Size(columns: 80, rows: 24)).lines == lines(state))
  }
}
