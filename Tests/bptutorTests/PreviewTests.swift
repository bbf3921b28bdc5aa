import Glibc
import Screen
import TerminalTesting
import Testing

/// `bptutor preview` in a terminal, while a lesson is written as editors do.
@Suite(.serialized) struct PreviewTests {
  private func begun(_ folder: TemporaryFolder, _ name: String = "mine.en.md") throws -> PtySession {
    #expect(Program.run(["new-lesson", folder.path + "/mine"]).code == 0)
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "preview", folder.path + "/" + name], size: Size(columns: 80, rows: 24))
    try session.wait(forText: name.contains(".zh") ? "一屏只讲一件事" : "One idea a screen.", within: 30)
    return session
  }

  @Test func followsEachSave() throws {
    let folder = TemporaryFolder()
    let session = try begun(folder)
    let text = folder.text("mine.en.md")

    // Written in place.
    folder.write(text.replacing("Which factor", with: "Which one factor"), "mine.en.md")
    try session.wait(forText: "Which one factor holds the slope", within: 30)

    // A fault, in a file that takes the other's name.
    folder.write(text.replacing("answer: dE/dw5", with: "answer: dE/dw55"), "new")
    rename(folder.path + "/new", folder.path + "/mine.en.md")
    try session.wait(forText: "29:12", within: 30)
    #expect(session.lines.contains { $0.contains("answer: dE/dw55") })
    #expect(session.lines.contains { $0.hasSuffix("^~~~") })

    // Mended, as vim does it: the old file moves aside.
    rename(folder.path + "/mine.en.md", folder.path + "/mine.en.md~")
    folder.write(text.replacing("What is ∂E/∂w5?", with: "What is the gradient?"), "mine.en.md")
    try session.wait(forText: "What is the gradient?", within: 30)
    #expect(!session.lines.contains { $0.contains("29:12") })

    // Deleted, and there again.
    unlink(folder.path + "/mine.en.md")
    try session.wait(forText: "there is no such file", within: 30)
    folder.write(text, "mine.en.md")
    try session.wait(forText: "What is ∂E/∂w5?", within: 30)

    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  /// As `git checkout` of another branch and back does it.
  @Test func aFolderThatIsRemovedAndMadeAgain() throws {
    let folder = TemporaryFolder()
    let inner = folder.path + "/lessons"
    mkdir(inner, 0o755)
    #expect(Program.run(["new-lesson", inner + "/mine"]).code == 0)
    let text = folder.text("lessons/mine.en.md")
    let session = try PtySession([BuiltProgram.path("bptutor"), "preview", inner + "/mine.en.md"])
    try session.wait(forText: "One idea a screen.", within: 30)

    rename(inner, folder.path + "/away")
    try session.wait(forText: "there is no such file", within: 30)
    mkdir(inner, 0o755)
    folder.write(text.replacing("What is ∂E/∂w5?", with: "What is the gradient?"), "lessons/mine.en.md")
    try session.wait(forText: "What is the gradient?", within: 30)
    // From here on the system tells of changes again.
    folder.write(text.replacing("What is ∂E/∂w5?", with: "What is the slope?"), "lessons/mine.en.md")
    try session.wait(forText: "What is the slope?", within: 30)

    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
  }

  /// A file with faults opens with them; a network beside the lesson counts too.
  @Test func beginsWithFaultsAndNetworks() throws {
    let folder = TemporaryFolder()
    #expect(Program.run(["new-lesson", folder.path + "/mine"]).code == 0)
    for name in ["mine.en.md", "mine.zh.md"] {
      folder.write(folder.text(name).replacing("network: default", with: "network: own.json"), name)
    }
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "preview", folder.path + "/mine.zh.md"], size: Size(columns: 80, rows: 24))
    try session.wait(forText: "改好并保存", within: 30)
    folder.write(
      #"""
      {"inputs": ["i1", "i2"], "layers": [{"neurons": ["h1", "h2"], "bias": "shared"}, {"neurons": ["O"], "bias": "shared"}],
       "values": {"i1": 1, "i2": 1, "w1": 1, "w2": 1, "w3": 1, "w4": 1, "w5": 1, "w6": 1, "b1": 0, "b2": 0, "target": 0.9}}
      """#, "own.json")
    try session.wait(forText: "一屏只讲一件事", within: 30)
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  /// Nothing is done while nothing is saved, and another file is nothing.
  @Test func sleepsMeanwhile() throws {
    let folder = TemporaryFolder()
    let session = try begun(folder, "mine.zh.md")
    try session.waitUntilQuiet(for: 1, within: 30)
    let (awoken, written) = (wakes(of: session.processID), session.output.count)
    #expect(awoken > 0)
    try session.waitUntilQuiet(for: 1, within: 30)
    #expect(wakes(of: session.processID) == awoken)
    folder.write("something else", "notes.txt")
    try session.wait(for: "the system's word", within: 30) { wakes(of: session.processID) > awoken }
    try session.waitUntilQuiet(for: 0.5, within: 30)
    #expect(session.output.count == written)
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
  }

  /// How often a process went to sleep of itself.
  private func wakes(of process: Int32) -> Int {
    guard let stream = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(stream) }
    var buffer = [UInt8](repeating: 0, count: 8_192)
    let count = fread(&buffer, 1, buffer.count, stream)
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
    return line.flatMap { $0.split(separator: "\t").last }.flatMap { Int($0) } ?? 0
  }

  @Test func withoutAScreen() throws {
    let folder = TemporaryFolder()
    #expect(Program.run(["new-lesson", folder.path + "/mine"]).code == 0)
    let run = Program.run(["preview", folder.path + "/mine.en.md"], input: "\n")
    #expect(run.code == 0 && run.error.isEmpty && run.output.contains("One idea a screen."))
    folder.write("no lesson", "mine.en.md")
    let broken = Program.run(["preview", folder.path + "/mine.en.md", "--plain"])
    #expect(broken.code == 2 && broken.output.isEmpty && broken.error.contains("/mine.en.md:1:1: error: "))
    for path in ["/none.en.md", "", "/mine.en.md/x"] {
      let outcome = Program.run(["preview", folder.path + path])
      #expect(outcome.code == 2 && outcome.error.contains("\nhelp: "), "\(path)")
    }
    #expect(Program.run(["preview", "/dev/zero"]).code == 2)
  }
}
