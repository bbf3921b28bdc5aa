import Screen
import TerminalTesting
import Testing

/// `present --big` and the terminal's answers, in raw bytes: the emulator of the tests knows lines of double height and no other
/// way, so the test answers as other terminals do.
@Suite struct LargeTextTests {
  private static let size = Size(columns: 80, rows: 24)
  /// Where the three questions for the cursor's place stand.
  private static let place = "\u{1B}[6n"
  /// kitty's sequence for one blank of two columns and rows, as its protocol has it.
  private static let sized = "\u{1B}]66;s=2; \u{07}"

  private func session() throws -> PtySession {
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "present", "walk", "dE/dw1", "--big", "--lang", "en", "--no-config"],
      size: Self.size,
      environment: ["XDG_RUNTIME_DIR": nil])
    session.answersQuestions = false
    return session
  }

  private func text(_ session: PtySession) -> String { String(decoding: session.output, as: UTF8.self) }

  /// Answers once all is asked; what came after that.
  private func painted(_ session: PtySession, _ answers: String) throws -> String {
    try session.wait(for: "three questions", within: 30) { text(session).components(of: Self.place) == 3 }
    let asked = text(session)
    let before = try #require(asked.firstRange(of: Self.sized)?.lowerBound)
    #expect(asked[before...].contains(Self.place))
    let start = session.output.count
    session.send(keys: answers)
    try session.wait(for: "a painted screen") { session.output.count > start + 200 }
    try session.waitUntilQuiet(for: 0.3)
    return String(decoding: session.output[start...], as: UTF8.self)
  }

  private func leave(_ session: PtySession) throws {
    session.answersQuestions = true
    session.send(keys: "qq")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  /// kitty 0.40: a line of double width is nothing to it, and the blank has moved the cursor by two.
  @Test func asKittyAnswers() throws {
    let session = try session()
    let bytes = try painted(session, "\u{1B}[1;80R\u{1B}[1;43R\u{1B}[1;3R")
    let pieces = bytes.matches(of: /\u{1B}\[(\d+);(\d+)H\u{1B}\]66;s=2;([^\u{07}\u{1B}]*)\u{07}/).map(\.output)
    // Blanks are no pieces.
    #expect(pieces.map(\.3).joined().filter { $0 != " " }.contains("net_h1=i1·w1+i2·w2+b1"))
    // Each piece stands on a cell of two columns and two rows, and no control character is inside.
    #expect(pieces.allSatisfy { Int($0.2).map { $0 % 2 == 1 } == true && Int($0.1).map { $0 % 2 == 0 } == true })
    #expect(!bytes.contains("\u{1B}#3") && !bytes.contains("\u{1B}#4"))
    try leave(session)
  }

  /// xterm: the cursor is reported beyond the half, but the blanks have gone on in the second row.
  @Test func asXtermAnswers() throws {
    let session = try session()
    let bytes = try painted(session, "\u{1B}[1;80R\u{1B}[2;3R\u{1B}[1;1R")
    #expect(bytes.contains("\u{1B}#3") && bytes.contains("\u{1B}#4") && !bytes.contains("\u{1B}]66;"))
    try leave(session)
  }

  /// A terminal that has neither way, and one of kitty before 0.40: letters are spaced.
  @Test(arguments: ["\u{1B}[1;80R\u{1B}[1;43R\u{1B}[1;1R", ""]) func asOthersAnswer(_ answers: String) throws {
    let session = try session()
    let bytes = try painted(session, answers)
    #expect(!bytes.contains("\u{1B}#3") && !bytes.contains("\u{1B}]66;"))
    #expect(session.lines.contains { $0.contains("n e t _ h 1") })
    try leave(session)
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
