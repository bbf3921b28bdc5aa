import Diagnostics
import Glibc
import LessonTesting
import Networks
import Screen
import TerminalTesting
import Testing
import Tutor
import TutorViews

/// `bptutor present`: the real program in front of a room, on two screens, and on paper.
@Suite(.serialized) struct PresentTests {
  private let folder = TemporaryFolder()
  private static let size = Size(columns: 80, rows: 24)

  private func file() -> String {
    for (name, text) in SampleLessons.files { folder.write(text, name) }
    return folder.path + "/every-kind.en.md"
  }

  /// Whatever is kept anywhere would lie below the folder; the runtime folder is the user's alone.
  private func session(_ arguments: [String], runtime: String? = nil) throws -> PtySession {
    mkdir(folder.path + "/home", 0o700)
    mkdir(folder.path + "/run", 0o700)
    return try PtySession(
      [BuiltProgram.path("bptutor"), "present"] + arguments, size: Self.size,
      environment: [
        "HOME": folder.path + "/home", "XDG_STATE_HOME": folder.path + "/state",
        "BPTUTOR_STATE": folder.path + "/progress.db", "XDG_RUNTIME_DIR": runtime ?? folder.path + "/run",
      ])
  }

  private func expectNothingKept() {
    for path in ["/state", "/progress.db"] { #expect(access(folder.path + path, F_OK) != 0, "\(path)") }
  }

  /// Leaves the room's screens, then the presenter's own.
  private func leave(_ rooms: [PtySession], _ notes: [PtySession]) throws {
    for session in rooms { session.send(keys: "qq") }
    for session in rooms { #expect(try session.waitForExit() == .exited(0)) }
    for session in notes { session.send(keys: "q") }
    for session in notes { #expect(try session.waitForExit() == .exited(0)) }
  }

  private func begun(_ language: Language) throws -> State {
    let entry = try #require(SampleLessons.everyKind)
    var state = State(network: BundledNetworks.default, language: language)
    let hasBegun = state.present(entry)
    try #require(hasBegun)
    return state
  }

  private func expect(_ state: State, _ session: PtySession, _ place: String) throws {
    let lines = View.render(state, Self.size).lines
    try session.wait(for: place, within: 10) { session.lines == lines }
  }

  /// From the first screen to the end by a clicker's own keys alone, now and then in the dark.
  @Test(arguments: Language.allCases) func aClickerGoesToTheEnd(_ language: Language) throws {
    var state = try begun(language)
    let session = try session([file(), "--lang", language.rawValue])
    try expect(state, session, "the beginning")
    var clicks = 0
    while state.lesson?.isAtEnd == false {
      clicks += 1
      if clicks % 7 == 0 {
        session.send(keys: clicks % 2 == 0 ? "." : "b")
        try session.wait(for: "a dark screen", within: 10) { session.lines.allSatisfy(\.isEmpty) }
        session.send(keys: "\u{1B}[6~")
        try expect(state, session, "light again, at the same place")
      }
      _ = state.update(.key(.pageDown))
      session.send(keys: "\u{1B}[6~")
      try expect(state, session, "click \(clicks)")
      try #require(clicks < 200)
    }
    for _ in 0..<4 {
      _ = state.update(.key(.pageUp))
      session.send(keys: "\u{1B}[5~")
      try expect(state, session, "a click back")
    }
    // A key that strays is asked about; at the end nothing is left to go on with.
    session.send(keys: "q")
    try session.wait(forText: language == .en ? "Leave the presentation?" : "退出演示？")
    session.send(keys: "\u{1B}[6~")
    try session.wait(for: "the presentation goes on") { session.lines.last?.contains("?") == true }
    session.send(keys: "Gq\r")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
    expectNothingKept()
    #expect(access(folder.path + "/run/bptutor/present-1.jsonl", F_OK) != 0)
  }

  /// In colour the dark screen is black, whatever the terminal's own background.
  @Test func theDarkScreenIsBlack() throws {
    let session = try session([file()])
    try session.wait(forText: "A first screen of words.", within: 30)
    session.send(keys: ".")
    try session.wait(for: "a dark screen") { session.lines.allSatisfy(\.isEmpty) }
    try session.waitUntilQuiet()
    let grounds = (0..<24).flatMap { row in (0..<80).map { session.cell($0, row).background } }
    #expect(grounds.allSatisfy { $0 == 16 })
    session.send(keys: ".qq")
    #expect(try session.waitForExit() == .exited(0))
  }

  /// The second terminal goes along, in its own language, and says when it is over.
  @Test func theNotesFollow() throws {
    let room = try session([file(), "--lang", "en"])
    try room.wait(forText: "A first screen of words.", within: 30)
    let notes = try session([file(), "--notes", "--lang", "zh"])
    try notes.wait(forText: "跟随教室屏幕。", within: 30)
    try notes.wait(forText: "等大家都读完再继续。")
    room.send(keys: "\u{1B}[6~")
    try notes.wait(forText: "net_h1 = −0.96")
    try notes.wait(forText: "答案")
    room.send(keys: ".")
    try notes.wait(forText: "教室屏幕已黑屏。")
    // Light again, the answer, another screen.
    room.send(keys: ".\u{1B}[6~5G")
    try notes.wait(forText: "f 已经作用过什么了？")
    #expect(!room.lines.contains { $0.contains("Somebody always writes net_O here.") })
    room.send(keys: "qq")
    #expect(try room.waitForExit() == .exited(0))
    try notes.wait(forText: "演示已结束")
    #expect(notes.lines.contains { $0.contains("f 已经作用过什么了？") })
    // Whatever else stands in that file is no presentation.
    for (number, text) in ["{", #"{"subject": "x"}"#, "\u{0}\n\n[]\n"].enumerated() {
      folder.write(text, "run/bptutor/present-\(number + 2).jsonl")
      try notes.waitUntilQuiet(for: 0.3)
      #expect(notes.lines.contains { $0.contains("演示已结束") })
    }
    notes.send(keys: "q")
    #expect(try notes.waitForExit() == .exited(0))
    expectNothingKept()
  }

  /// Without a folder that is the user's alone nothing is written, and nothing is followed.
  @Test func aRuntimeFolderOfOthersIsNotUsed() throws {
    mkdir(folder.path + "/run", 0o700)
    chmod(folder.path + "/run", 0o755)
    let room = try session([file()])
    try room.wait(forText: "A first screen of words.", within: 30)
    let notes = try session([file(), "--notes"])
    try notes.wait(forText: "Cannot follow the room's screen: others can use XDG_RUNTIME_DIR.", within: 30)
    notes.send(keys: "\u{1B}[6~")
    try notes.wait(forText: "net_h1 = −0.96")
    #expect(access(folder.path + "/run/bptutor", F_OK) != 0)
    for session in [room, notes] {
      session.send(keys: session === room ? "qq" : "q")
      #expect(try session.waitForExit() == .exited(0))
    }
  }

  /// Why the screens go each by its own keys is told, where there is no folder to meet in.
  @Test(arguments: ["relative/run", "/nowhere/run", ""]) func withoutARuntimeFolderTheNotesSayWhy(_ runtime: String)
    throws
  {
    let notes = try session([file(), "--notes", "--lang", "zh"], runtime: runtime)
    try notes.wait(forText: "无法跟随教室屏幕：XDG_RUNTIME_DIR 没有指向文件夹。", within: 30)
    notes.send(keys: "q")
    #expect(try notes.waitForExit() == .exited(0))
  }

  /// While nothing happens, nothing is done: only the notes' clock ticks.
  @Test func theRoomsScreenSleeps() throws {
    let session = try session([file()])
    try session.wait(forText: "A first screen of words.", within: 30)
    try session.waitUntilQuiet(for: 0.5)
    let written = session.output.count
    try session.waitUntilQuiet(for: 1.5)
    #expect(session.output.count == written)
    session.send(keys: "N")
    try session.wait(forText: "0:03 ", within: 20)
    session.send(keys: "Nqq")
    #expect(try session.waitForExit() == .exited(0))
  }

  // MARK: Nothing is lost

  /// Killed in the middle, it goes on at the same place and time, and the notes with it.
  @Test func aKilledPresentationGoesOn() throws {
    let arguments = [file(), "--lang", "en"]
    var room = try session(arguments)
    try room.wait(forText: "A first screen of words.", within: 30)
    let notes = try session(arguments + ["--notes"])
    try notes.wait(forText: "Follows the room's screen.", within: 30)
    // The notes drive the room; what is typed there is seen when it is finished.
    notes.send(keys: "\u{1B}[6~")
    try room.wait(forText: "What is net_h1?")
    try notes.wait(forText: "net_h1 = −0.96")
    notes.send(keys: "a-1.55")
    try notes.wait(forText: "-1.55")
    try room.waitUntilQuiet(for: 0.3)
    #expect(!room.lines.contains { $0.contains("-1.55") })
    notes.send(keys: "\r")
    try room.wait(forText: "That is what arrives at h2.")
    let lines = room.lines
    room.signal(SIGKILL)
    #expect(try room.waitForExit() == .killed(signal: SIGKILL))
    try notes.wait(forText: "The room's screen is gone.")
    room = try session(arguments)
    try room.wait(forText: "Left here after 0:", within: 30)
    try notes.wait(forText: "Left here after 0:")
    #expect(room.lines.dropLast() == lines.dropLast())
    // Everybody can answer, here from the other screen.
    notes.send(keys: "\r")
    try room.wait(for: "the same screen") { room.lines == lines }
    try notes.wait(forText: "Follows the room's screen.")
    // A stray q that was meant, and from the beginning after all.
    room.send(keys: "qq")
    #expect(try room.waitForExit() == .exited(0))
    room = try session(arguments)
    try room.wait(forText: "Left here after 0:", within: 30)
    room.send(keys: "n")
    try room.wait(forText: "A first screen of words.")
    try leave([room], [notes])
    expectNothingKept()
  }

  /// Each screen of notes follows its own presentation, of another lesson or of the same one.
  @Test func twoPresentationsDoNotMix() throws {
    let rooms = try [
      session([file(), "--lang", "en"]), session(["local-slopes", "--lang", "en"]), session([file(), "--lang", "zh"]),
    ]
    try rooms[0].wait(forText: "A first screen of words.", within: 30)
    try rooms[1].wait(forText: "1/21", within: 30)
    try rooms[2].wait(for: "the third", within: 30) { !rooms[2].lines.allSatisfy(\.isEmpty) }
    let other = try session(["local-slopes", "--notes", "--lang", "en"])
    try other.wait(forText: "Follows the room's screen.", within: 30)
    #expect(other.lines[0].contains("One factor at a time"))
    let same = try [session([file(), "--notes", "--lang", "en"]), session([file(), "--notes", "--lang", "en"])]
    for notes in same { try notes.wait(forText: "Follows the room's screen.", within: 30) }
    rooms[0].send(keys: "\u{1B}[6~")
    rooms[1].send(keys: "\u{1B}[6~\u{1B}[6~")
    try other.wait(forText: "2/21")
    try rooms[0].wait(forText: "2/16")
    for notes in same { try notes.waitUntilQuiet(for: 0.5) }
    #expect(same.count { $0.lines[0].contains("2/16") } == 1)
    #expect(other.lines[0].contains("2/21"))
    try leave(rooms, same + [other])
  }

  /// What the author saves while the class looks on is seen at once; a fault is told to the presenter alone.
  @Test func aSavedEditReachesTheRunningLesson() throws {
    let path = file()
    let room = try session([path, "--lang", "en"])
    try room.wait(forText: "A first screen of words.", within: 30)
    let notes = try session([path, "--notes", "--lang", "en"])
    try notes.wait(forText: "Follows the room's screen.", within: 30)
    let text = try #require(SampleLessons.files["every-kind.en.md"])
    folder.write(text.replacing("A first screen of words.", with: "Quite other words."), "every-kind.en.md")
    try room.wait(forText: "Quite other words.")
    folder.write(text.replacing("answer: net_h1", with: "answer: net_h7"), "every-kind.en.md")
    try notes.wait(forText: "The saved file has a fault")
    #expect(room.lines.contains { $0.contains("Quite other words.") })
    folder.write(text, "every-kind.en.md")
    try room.wait(forText: "A first screen of words.")
    try notes.wait(for: "no fault any more") { !notes.lines.contains { $0.contains("The saved file") } }
    try leave([room], [notes])
  }

  /// A lesson of one's own may stand on others; the notes follow it all the same.
  @Test func notesFollowALessonThatRequiresAnother() throws {
    let text = try #require(SampleLessons.files["every-kind.en.md"])
    folder.write(text.replacing("minutes: 9", with: "requires: [output-weight]\nminutes: 9"), "requiring.en.md")
    let path = folder.path + "/requiring.en.md"
    let room = try session([path, "--lang", "en"])
    try room.wait(forText: "A first screen of words.", within: 30)
    let notes = try session([path, "--notes", "--lang", "en"])
    try notes.wait(forText: "Follows the room's screen.", within: 30)
    try leave([room], [notes])
  }

  // MARK: The walk and training

  @Test func theWalkIsPresented() throws {
    let room = try session(["walk", "dE/dw1", "--set", "w5=0.4", "--lang", "en"])
    try room.wait(forText: "1/", within: 30)
    #expect(room.lines.contains { $0.contains("0.4→") })
    let notes = try session(["walk", "dE/dw1", "--set", "w5=0.4", "--notes", "--lang", "zh"])
    try notes.wait(forText: "跟随教室屏幕。", within: 30)
    try notes.wait(forText: "net_h1 = −0.96")
    room.send(keys: "\u{1B}[6~")
    try room.wait(forText: "· 2/")
    try notes.wait(forText: "· 2/")
    room.send(keys: ".")
    try room.wait(for: "a dark screen") { room.lines.allSatisfy(\.isEmpty) }
    room.send(keys: "\u{1B}[6~")
    try leave([room], [notes])
    expectNothingKept()
  }

  /// The emulator has lines of double height: both halves of one say the same.
  @Test func theChainIsEnlarged() throws {
    let room = try session(["walk", "dE/dw1", "--big", "--lang", "en"])
    try room.wait(forText: "net_h1 = i1·w1", within: 30)
    func isDouble() -> Bool {
      let row = room.lines.firstIndex { $0.contains("net_h1 = i1·w1") }
      return row.map { room.lines[$0] == room.lines[$0 + 1] && $0 % 2 == 1 } ?? false
    }
    #expect(isDouble() && !room.lines.contains { $0.contains("w3  −0.4") })
    room.send(keys: "\u{1B}[6~")
    try room.wait(forText: "0.4·0.2 + 0.7·(−0.2) + (−0.9)")
    #expect(isDouble())
    // Redrawn, it is as it was; switched off, everything is.
    let before = room.lines
    room.send(keys: "\u{0C}")
    try room.waitUntilQuiet()
    #expect(room.lines == before)
    var state = State(Start(.room(.walk, .projector), network: BundledNetworks.default))
    _ = state.update(.key(.pageDown))
    room.send(keys: "B")
    try room.wait(forText: "w3  −0.4")
    try room.wait(for: "the usual screen") {
      room.lines.dropFirst().prefix(9) == View.render(state, Self.size).lines.dropFirst().prefix(9)
    }
    room.send(keys: "B")
    try room.wait(for: "large again", within: 10, until: isDouble)
    try leave([room], [])
  }

  /// A run that was changed on its way comes to the same numbers after a crash.
  @Test func trainingIsPresentedAndGoesOn() throws {
    let arguments = ["train", "--data", "xor", "--epochs", "400", "--lang", "en"]
    var room = try session(arguments)
    try room.wait(forText: "epoch 0/400", within: 30)
    let notes = try session(arguments + ["--notes"])
    try notes.wait(forText: "Follows the room's screen.", within: 30)
    room.send(keys: "\u{1B}[6~")
    try room.wait(forText: "epoch 20/400")
    room.send(keys: "+\u{1B}[6~")
    try room.wait(forText: "epoch 40/400")
    try notes.wait(forText: "epoch 40 of 400")
    let headline = room.lines[0]
    room.signal(SIGKILL)
    #expect(try room.waitForExit() == .killed(signal: SIGKILL))
    room = try session(arguments)
    try room.wait(forText: "Left here after 0:", within: 30)
    #expect(room.lines[0] == headline)
    room.send(keys: "\r")
    try room.wait(for: "no question any more") { !room.lines.contains { $0.contains("Left here") } }
    try leave([room], [notes])
  }

  @Test(arguments: ["walk", "train"]) func onlyALessonHasAHandout(_ what: String) {
    for options in [[], ["--plain"]] {
      let run = Program.run(["present", what, "--lang", "en"] + options, environment: ["HOME": folder.path])
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(run.error.contains("only a lesson can be presented line by line"))
    }
    #expect(Program.run(["present", "walk", "dE/dw99", "--lang", "en"]).code == 2)
    #expect(Program.run(["present", "forward-pass", "--data", "xor", "--lang", "en"]).code == 2)
    #expect(Program.run(["present", "train", "--data", "nothing-there", "--lang", "en"]).code == 2)
  }

  // MARK: Line by line

  /// Numbers of options are followed by the colon of the language.
  @Test func chineseOptionsHaveAChineseColon() {
    let run = Program.run(
      ["present", "local-slopes", "--plain", "--lang", "zh"], environment: ["HOME": folder.path])
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("  a：") } && !lines.contains { $0.hasPrefix("  a: ") })
    // A title with a colon in it is marked as one.
    #expect(Program.run(["present", "loss", "--plain", "--lang", "zh"]).output.hasPrefix("课程《损失函数：错多少，往哪边改》，共 "))
  }

  /// A formula that is told has no other beside it that it could mean the same as.
  @Test func aFormulaIsToldOnce() {
    for language in Language.allCases {
      let run = Program.run(
        ["present", "transfer", "--plain", "--lang", language.rawValue], environment: ["HOME": folder.path])
      let answer = language == .en ? "Answer: " : "答案："
      #expect(run.output.contains("\n\(answer)out_h2/out_h1\n\n"))
      #expect(!run.output.contains("(out_O(1 − out_O))"))
    }
  }

  @Test(arguments: [[], ["--plain"]]) func aHandoutIsPrinted(_ options: [String]) {
    let run = Program.run(["present", file(), "--lang", "en"] + options, environment: ["HOME": folder.path])
    #expect(run.code == 0 && run.error.isEmpty)
    var rest = run.output.split(separator: "\n")[...]
    for text in [
      "Lesson: Every kind of question", "Screen 1 of 16", "A first screen of words.",
      "Note: Wait until everybody has read it.", "What is net_h1?", "Answer: net_h1 = −0.96",
      "  net_h1 = 0.4·0.2 + 0.7·(−0.2) + (−0.9)", "Note: Somebody always writes net_O here",
      "Answer: It falls: ∂E/∂w5 = −0.0349326", "13 of 19", "Answer: It is line 3.",
      "Reached: E < 0.1.", "Screen 16 of 16", "Note: Ask what was hard.", "The end of the lesson",
    ] {
      guard let place = rest.firstIndex(where: { $0.hasPrefix(text) }) else {
        Issue.record("'\(text)' is not printed in its turn in:\n\(run.output)")
        return
      }
      rest = rest[(place + 1)...]
    }
  }

  @Test func aHandoutInChineseAndASCII() {
    let run = Program.run(["present", file(), "--lang", "zh", "--notes"], environment: ["HOME": folder.path])
    #expect(run.code == 0 && run.output.contains("\n答案：net_h1 = −0.96\n") && run.output.contains("\n备注：等大家都读完再继续。\n"))
    let plain = Program.run(["present", file(), "--lang", "en", "--ascii"], environment: ["HOME": folder.path])
    #expect(plain.code == 0 && plain.output.contains("\nAnswer: net_h1 = -0.96\n"))
    #expect(plain.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: Language.allCases) func withoutALessonAllAreListed(_ language: Language) {
    let run = Program.run(["present", "--lang", language.rawValue], environment: ["HOME": folder.path])
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count >= 18 && lines.allSatisfy { $0.hasPrefix("bptutor present ") })
    #expect(lines.first?.hasPrefix("bptutor present forward-pass ") == true)
  }

  @Test func aLessonThatIsNotThere() {
    let outcome = Program.run(["present", "forward-pas", "--lang", "en"], environment: ["HOME": folder.path])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("did you mean 'forward-pass'?"))
  }
}
