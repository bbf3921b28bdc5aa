import Glibc
import TerminalTesting
import Testing

/// The plain mode at a terminal, where a library edits the line: what ends it, and what it leaves behind.
@Suite(.serialized) struct PlainTerminalTests {
  private func started(_ arguments: [String] = ["walk", "--plain"]) throws -> PtySession {
    let session = try PtySession([BuiltProgram.path("bptutor")] + arguments)
    try session.wait(forText: "bptutor>")
    try session.wait(for: "the editor's modes") { !session.areModesAsBefore }
    return session
  }

  @Test(arguments: [SIGKILL, SIGSEGV, SIGUSR1, SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func whateverEndsItTheTerminalIsGivenBack(signal: Int32) throws {
    let session = try started()
    session.signal(signal)
    #expect(try session.waitForExit(within: 2).shellCode == 128 + signal)
    try session.waitUntilClean()
  }

  @Test func aStopGivesTheTerminalBackAndALineGoesOn() throws {
    let session = try started()
    session.send(keys: "eva\u{1A}")
    try session.waitUntilStopped()
    #expect(session.leftovers.filter { !$0.hasPrefix("process") } == [])
    session.continueInForeground()
    try session.wait(for: "the editor's modes") { !session.areModesAsBefore }
    session.send(keys: "\u{15}next\r")
    try session.wait(forText: "2 of 69")
    session.send(keys: "quit\r")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func whileStoppedItCanBeEnded(signal: Int32) throws {
    let session = try started()
    session.send(keys: "\u{1A}")
    try session.waitUntilStopped()
    session.signal(signal)
    session.signal(SIGCONT)
    #expect(try session.waitForExit(within: 2).shellCode == 128 + signal)
    try session.waitUntilClean()
  }

  /// In a container or over `ssh -t` nothing could continue it.
  @Test func withoutAShellThatControlsJobsCtrlZDoesNothing() throws {
    let session = try PtySession(
      ["/usr/bin/script", "-qec", BuiltProgram.path("bptutor") + " walk --plain", "/dev/null"])
    try session.wait(forText: "bptutor>")
    try session.waitUntilQuiet()
    // One by one, since the kernel forgets what was typed before such a key and not yet read.
    for keys in ["ne", "\u{1A}", "\u{1A}", "xt\r"] {
      session.send(keys: keys)
      try session.waitUntilQuiet()
    }
    try session.wait(forText: "2 of 69")
    session.send(keys: "quit\r")
    #expect(try session.waitForExit() == .exited(0))
  }

  /// Ctrl-C takes a line away; where there is none it says how to leave, and pressed again it leaves.
  @Test func ctrlCTakesTheLineAway() throws {
    let session = try started()
    session.send(keys: "nonsense\u{2}\u{2}\u{3}next\r")
    try session.wait(forText: "2 of 69")
    #expect(!session.lines.contains { $0.contains("nonsense") && $0.contains("next") })
    session.send(keys: "\u{3}")
    try session.wait(forText: "Ctrl-C again, or Ctrl-D, leaves.")
    session.send(keys: "next\r")
    try session.wait(forText: "3 of 69")
    session.send(keys: "\u{3}")
    try session.waitUntilQuiet()
    session.send(keys: "\u{3}")
    #expect(try session.waitForExit().shellCode == 128 + SIGINT)
    try session.waitUntilClean()
  }

  @Test func anotherProgramsNonblockingTerminal() throws {
    let command = "use Fcntl; fcntl(STDIN, F_SETFL, O_RDWR | O_NONBLOCK); exec @ARGV"
    let session = try PtySession(
      ["/usr/bin/perl", "-e", command, BuiltProgram.path("bptutor"), "walk", "--plain"])
    try session.wait(forText: "bptutor>")
    usleep(300_000)
    session.send(keys: "next\r")
    try session.wait(forText: "2 of 69")
    session.send(keys: "\u{4}")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  @Test func chineseIsTyped() throws {
    let session = try started(["walk", "--plain", "--lang", "zh"])
    session.send(keys: "网络\u{7F}\u{7F}next\r")
    try session.wait(forText: "第 2 处")
    session.send(keys: "quit\r")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func aClosedWindowEndsIt() throws {
    let session = try started()
    session.closeTerminal()
    try session.waitForExit(within: 1)
    try session.wait(for: "the end of its processes", within: 2) { session.runningProcesses.isEmpty }
  }

  /// Where answers are given, it is said beforehand that they are not kept: at a terminal and in a pipe, once.
  @Test(arguments: ["walk --plain", "practise --plain --random 7", "lesson forward-pass --plain"])
  func unsavedAnswersAreSaid(_ command: String) throws {
    let arguments = command.split(separator: " ").map(String.init)
    for (language, sentence) in [("en", "Progress is not being saved"), ("zh", "进度没有保存")] {
      let piped = Program.run(
        arguments + ["--lang", language], input: "0.1\n\n0.2\nquit\n", environment: ["BPTUTOR_STATE": "/dev/null"])
      let said = piped.output.split(separator: "\n").filter { $0.contains(sentence) }
      #expect(said.count == 1 && piped.output.hasPrefix(said.first ?? " "), "\(piped.output)")
    }
    let session = try PtySession(
      [BuiltProgram.path("bptutor")] + arguments, environment: ["BPTUTOR_STATE": nil, "HOME": nil])
    try session.wait(forText: "bptutor>")
    #expect(session.lines.filter { $0.contains("Progress is not being saved: HOME is not set") }.count == 1)
  }

  /// So is a file of another program that was in the way.
  @Test(arguments: ["walk --plain", "practise --plain --random 7", "lesson forward-pass --plain"])
  func aFileThatWasMovedAsideIsSaid(_ command: String) {
    let folder = TemporaryFolder()
    folder.write("Dear diary\n", "progress.db")
    let outcome = Program.run(
      command.split(separator: " ").map(String.init), input: "quit\n",
      environment: ["BPTUTOR_STATE": folder.path + "/progress.db"])
    #expect(outcome.output.split(separator: "\n").filter { $0.contains("It was kept as ") }.count == 1)
  }
}
