import Glibc
import Screen
import TerminalTesting
import Testing

@testable import Terminal

extension EndToEnd {
  @Suite("Signals and crashes", .serialized)
  struct SignalsTests {
    @Test("a signal ends it with 128 plus its number", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func signals(number: Int32) throws {
      let session = try started()
      session.signal(number)
      #expect(try session.waitForExit() == .exited(128 + number))
      try session.waitUntilClean()
    }

    @Test("a crash leaves a clean terminal and says one line", arguments: CrashProvocation.allCases)
    func crashes(kind: CrashProvocation) throws {
      let session = try started(["--crash", kind.rawValue])
      session.send(keys: "!")
      let status = try session.waitForExit()
      let expected: [Int32] =
        switch kind {
        case .abort: [SIGABRT]
        case .segfault, .stackOverflow: [SIGSEGV]
        // A trap instruction is another signal on another processor.
        case .trap, .overflow, .missing: [SIGILL, SIGTRAP]
        }
      #expect(expected.contains(status.shellCode - 128), "\(status)")
      #expect(status != .exited(status.shellCode), "ends in the signal's default action")
      try session.waitUntilClean()
      let said = session.lines.filter { !$0.isEmpty }
      #expect(said.count == 1 && said[0].contains("terminal-probe: internal error"), "\(said)")
    }

    @Test("kill -9 leaves a clean terminal too")
    func killed() throws {
      let session = try started()
      session.signal(SIGKILL)
      #expect(try session.waitForExit() == .killed(signal: SIGKILL))
      try session.waitUntilClean()
    }

    @Test("kill -9 right after the start leaves a clean terminal")
    func killedEarly() throws {
      for delay in [0, 500, 1000, 2000, 3000, 5000] as [UInt32] {
        let session = try PtySession([probe])
        usleep(delay)
        session.signal(SIGKILL)
        try session.waitForExit()
        try session.waitUntilClean()
      }
    }

    @Test("kill -9 of a stopped program writes nothing into the shell's terminal")
    func killedWhileStopped() throws {
      let session = try started()
      session.send(keys: "\u{1A}")
      try session.waitUntilStopped()
      let written = session.output.count
      session.signal(SIGKILL)
      #expect(try session.waitForExit() == .killed(signal: SIGKILL))
      try session.waitUntilClean()
      try session.waitUntilQuiet()
      #expect(session.output.count == written)
    }

    @Test("without its guard the program goes on, and ends cleanly")
    func guardKilled() throws {
      let session = try started()
      let others = session.runningProcesses.filter { $0 != session.processID }
      #expect(others.count == 1)
      for process in others { kill(process, SIGKILL) }
      try expectAlive(session)
      session.send(keys: "q")
      #expect(try session.waitForExit() == .exited(0))
      try session.waitUntilClean()
    }

    @Test("a stop gives the shell its terminal, a continuation takes it back", arguments: ["key", "signal"])
    func stops(by way: String) throws {
      let session = try started()
      session.send(.down)
      try session.wait(forText: "step 1")
      for _ in 0..<3 {
        try session.waitUntilQuiet()
        let before = session.lines
        if way == "key" { session.send(keys: "\u{1A}") } else { session.signal(SIGTSTP) }
        try session.waitUntilStopped()
        #expect(session.leftovers.filter { !$0.hasPrefix("process") } == [])
        session.disturb("\u{1B}[2J$ vi\r\nsome output")
        session.continueInForeground()
        try session.wait(for: "the page") { session.lines == before }
        #expect(session.isOnAlternateScreen && !session.areModesAsBefore && session.isBracketedPasteOn)
        #expect(session.isCursorVisible)
        try expectAlive(session)
        session.send(.down)
      }
    }

    @Test("a window that changed while stopped is painted at its new size")
    func resizedWhileStopped() throws {
      let session = try started()
      session.send(keys: "\u{1A}")
      try session.waitUntilStopped()
      session.resize(Size(columns: 100, rows: 30))
      session.continueInForeground()
      try session.wait(forText: "size 100x30")
      try expectAlive(session)
    }

    @Test("stopped by SIGSTOP, it takes its terminal back all the same")
    func stoppedHard() throws {
      let session = try started()
      let before = session.lines
      session.signal(SIGSTOP)
      try session.waitUntilStopped()
      session.disturb("\u{1B}[2J$ some output")
      session.continueInForeground()
      try session.wait(for: "the page") { session.lines == before }
      #expect(!session.areModesAsBefore)
      try expectAlive(session)
    }

    @Test("a terminal that is closed ends it within a second", arguments: [false, true])
    func closed(ignoringHangup: Bool) throws {
      let session = try started(ignoringHangup: ignoringHangup)
      session.closeTerminal()
      #expect(try session.waitForExit(within: 1) == .exited(128 + SIGHUP))
      try session.wait(for: "the end of its processes", within: 2) { session.runningProcesses.isEmpty }
    }
  }
}
