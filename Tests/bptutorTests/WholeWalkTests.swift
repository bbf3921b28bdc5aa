import Diagnostics
import Networks
import Screen
import TerminalTesting
import Testing
import Tutor
import TutorViews

/// The real program in a terminal, from the first place of the walk to the last and back.
@Suite(.serialized) struct WholeWalkTests {
  /// At each place the terminal shows what the drawing of that state says, which the golden screens pin down.
  @Test(arguments: Language.allCases, [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)])
  func everyPlaceForwardAndBack(_ language: Language, _ size: Size) throws {
    var state = State(network: BundledNetworks.default, language: language)
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "walk", "--lang", language.rawValue], size: size)
    let places = state.walk.stops.count
    #expect(places > 60)
    try expect(state, size, session)
    for _ in 1..<places { try press("\u{1B}[C", .right, &state, size, session) }
    #expect(state.walk.index == places - 1)
    for _ in 1..<places { try press("\u{1B}[D", .left, &state, size, session) }
    #expect(state.walk.index == 0)
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  private func press(_ bytes: String, _ key: Key, _ state: inout State, _ size: Size, _ session: PtySession) throws {
    #expect(state.update(.key(key)).isEmpty)
    session.send(keys: bytes)
    try expect(state, size, session)
  }

  private func expect(_ state: State, _ size: Size, _ session: PtySession) throws {
    let lines = View.render(state, size).lines
    try session.wait(for: "place \(state.walk.index + 1)", within: 5) { session.lines == lines }
  }
}
