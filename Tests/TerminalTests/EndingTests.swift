import Glibc
import Screen
import TerminalTesting
import Testing

@testable import Terminal

extension EndToEnd {
  @Suite("It can always be ended", .serialized)
  struct EndingTests {
    private static let ends = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]

    @Test("in the middle of a computation", arguments: ends)
    func computing(number: Int32) throws {
      let session = try started()
      session.send(keys: "*")
      usleep(100_000)
      session.signal(number)
      #expect(try session.waitForExit(within: 1.5) == .exited(128 + number))
      try session.waitUntilClean()
    }

    @Test("in the middle of a computation, by closing the window", arguments: [false, true])
    func computingWithoutWindow(ignoringHangup: Bool) throws {
      let session = try started(ignoringHangup: ignoringHangup)
      session.send(keys: "*")
      usleep(100_000)
      session.closeTerminal()
      // The leader of the session hears of a closed window, and a shell passes it on.
      session.signal(SIGHUP)
      #expect(try session.waitForExit(within: 1.5) == .exited(128 + SIGHUP))
      try session.wait(for: "the end of its processes", within: 2) { session.runningProcesses.isEmpty }
    }

    @Test("while the terminal takes no more output", arguments: ends)
    func stalled(number: Int32) throws {
      let session = try started(size: Size(columns: 200, rows: 60))
      session.takesOutput = false
      // Whole screens, more of them than fit into the terminal; the last one waits.
      for _ in 0..<1_000 where !session.isWaitingToWrite {
        session.send(keys: "\u{0C}")
        usleep(4_000)
      }
      try session.wait(for: "output that waits") { session.isWaitingToWrite }
      session.signal(number)
      #expect(try session.waitForExit(within: 1.5) == .exited(128 + number))
      session.takesOutput = true
      try session.waitUntilClean()
    }

    @Test("while it is stopped, by a signal and a continuation as of `kill %1`", arguments: ends)
    func stopped(number: Int32) throws {
      let session = try started()
      session.send(keys: "\u{1A}")
      try session.waitUntilStopped()
      let written = session.output.count
      session.signal(number)
      session.signal(SIGCONT)
      #expect(try session.waitForExit(within: 1.5) == .exited(128 + number))
      try session.waitUntilClean()
      #expect(session.output.count == written, "nothing is written into the shell's terminal")
    }

    @Test("after `bg` it stops again, and can still be ended")
    func stoppedAgain() throws {
      let session = try started()
      session.send(keys: "\u{1A}")
      try session.waitUntilStopped()
      session.signal(SIGCONT)
      usleep(200_000)
      #expect(session.areModesAsBefore)
      session.signal(SIGTERM)
      session.signal(SIGCONT)
      #expect(try session.waitForExit(within: 1.5) == .exited(128 + SIGTERM))
      try session.waitUntilClean()
    }

    @Test("stopped hard, it is ended without a turn in the foreground")
    func stoppedHard() throws {
      let session = try started()
      session.signal(SIGSTOP)
      try session.waitUntilStopped()
      session.signal(SIGTERM)
      session.signal(SIGCONT)
      #expect(try session.waitForExit(within: 1.5) == .exited(128 + SIGTERM))
      try session.waitUntilClean()
    }

    @Test("with a guard that is stopped")
    func stoppedGuard() throws {
      let session = try started()
      for process in session.runningProcesses where process != session.processID { kill(process, SIGSTOP) }
      session.send(keys: "q")
      #expect(try session.waitForExit(within: 1.5) == .exited(0))
      try session.waitUntilClean()
    }
  }

  @Suite("The guard", .serialized)
  struct GuardTests {
    @Test("it keeps no file of the program open, whatever its number")
    func files() throws {
      let session = try PtySession(["/bin/bash", "-c", "exec 300</etc/passwd; exec \(probe)"])
      try session.wait(forText: "step 0")
      let others = session.runningProcesses.filter { $0 != session.processID }
      try #require(others.count == 1)
      // The terminal and the line to the program. The guard closes the others itself, as soon as it is scheduled: on a busy
      // machine that may be after the program's first screen.
      try session.wait(for: "a guard with two open files") { openFiles(of: others[0]) == 2 }
      #expect(access("/proc/\(session.processID)/fd/300", F_OK) == 0)
    }

    /// How many files a process holds open; nil where it is gone.
    private func openFiles(of process: pid_t) -> Int? {
      guard let folder = opendir("/proc/\(process)/fd") else { return nil }
      defer { closedir(folder) }
      var count = 0
      while readdir(folder) != nil { count += 1 }
      return count - 2  // The folder's own two entries, `.` and `..`.
    }
  }

  @Suite("Where less is allowed", .serialized)
  struct ScarcityTests {
    @Test("a limit on the size of files", arguments: ["0", "1", "64"])
    func fileSize(blocks: String) throws {
      // Counts of lines would be more than the limit.
      let session = try PtySession(["/bin/sh", "-c", "ulimit -f \(blocks); LLVM_PROFILE_FILE=/dev/null exec \(probe)"])
      try session.wait(forText: "step 0")
      // Without a file in memory a frame comes in several pieces.
      try session.wait(for: "the line in whole") {
        session.lines[2] == "  plain             ∂E/∂w5 δ η 链式法则"
      }
      try expectAlive(session)
      session.send(keys: "q")
      #expect(try session.waitForExit() == .exited(0))
      try session.waitUntilClean()
    }

    @Test("a limit on open files is named, and nothing is left raw", arguments: [5, 8, 15])
    func files(count: Int) throws {
      let session = try PtySession(["/bin/sh", "-c", "ulimit -n \(count); exec \(probe)"])
      #expect(try session.waitForExit() == .exited(3))
      #expect(session.lines.joined().contains("ulimit -n 64"))
      try session.waitUntilClean()
    }

    @Test("as few open files as are asked for are enough")
    func enoughFiles() throws {
      let session = try PtySession(["/bin/sh", "-c", "ulimit -n 16; exec \(probe)"])
      try session.wait(forText: "step 0")
      session.signal(SIGKILL)
      try session.waitForExit()
      try session.waitUntilClean()
    }

    @Test("no terminfo database", arguments: ["xterm-256color", "xterm-kitty", "foot"])
    func noDatabase(type: String) throws {
      // In a folder of its own the C library's search ends; the default places cannot be hidden without a new root.
      let session = try PtySession(
        [probe], size: Size(columns: 130, rows: 24), environment: ["TERM": type, "TERMINFO": "/nonexistent"])
      try session.wait(forText: "step 0")
      session.send(keys: "q")
      #expect(try session.waitForExit() == .exited(0))
      try session.waitUntilClean()
    }
  }
}
