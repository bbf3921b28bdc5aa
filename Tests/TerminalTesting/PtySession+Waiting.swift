import CPty
import Glibc

extension PtySession {
  /// Reads what the program writes until a condition holds; throws when the time is over.
  package func wait(
    for what: String, within seconds: Double = 10, until condition: () -> Bool
  ) throws {
    let deadline = Self.now() + seconds
    while !condition() {
      let left = deadline - Self.now()
      guard left > 0 else { throw Fault(description: "waited \(seconds) s for \(what); the screen:\n\(picture)") }
      pump(min(left, 0.05))
    }
  }

  package func wait(forText text: String, within seconds: Double = 10) throws {
    try wait(for: "the text “\(text)”", within: seconds) { lines.contains { $0.contains(text) } }
  }

  /// Waits until the program has written nothing for a while.
  package func waitUntilQuiet(for quiet: Double = 0.15, within seconds: Double = 10) throws {
    let deadline = Self.now() + seconds
    var count = output.count
    var since = Self.now()
    while Self.now() - since < quiet {
      pump(quiet / 4)
      if output.count != count {
        count = output.count
        since = Self.now()
      }
      if Self.now() > deadline { throw Fault(description: "not quiet after \(seconds) s; the screen:\n\(picture)") }
    }
  }

  @discardableResult
  package func waitForExit(within seconds: Double = 10) throws -> ExitStatus {
    try wait(for: "the end of the program", within: seconds) { exitStatus != nil }
    // What it wrote last.
    while pump(0) {}
    guard let exitStatus else { throw Fault(description: "ended without a status") }
    return exitStatus
  }

  package func waitUntilStopped(within seconds: Double = 10) throws {
    try wait(for: "the stop of the program", within: seconds) { isStopped }
    while pump(0) {}
  }

  /// Waits until nothing is left behind, since a process that has to clean up after another's death takes a moment.
  package func waitUntilClean(within seconds: Double = 2) throws {
    try wait(for: "a clean end, but there is left: \(leftovers)", within: seconds) { leftovers.isEmpty }
  }

  /// Reads what has come, waiting for a while if nothing has; false if nothing came.
  @discardableResult
  func pump(_ seconds: Double) -> Bool {
    takeReports()
    guard !isTerminalClosed, takesOutput else {
      usleep(UInt32(seconds * 1_000_000))
      return false
    }
    var files = [
      pollfd(fd: session.master, events: Int16(POLLIN), revents: 0),
      pollfd(fd: session.reports, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&files, 2, Int32(seconds * 1000)) > 0 else { return false }
    takeReports()
    var buffer = [UInt8](repeating: 0, count: 16384)
    let count = read(session.master, &buffer, buffer.count)
    guard count > 0 else {
      // A report without output, or a terminal that nobody has open, which would come back at once.
      if files[0].revents & Int16(POLLHUP) != 0 { usleep(10000) }
      return false
    }
    let bytes = Array(buffer.prefix(count))
    output += bytes
    terminal.feed(bytes)
    let answers = terminal.takeOutput()
    if answersQuestions { write(bytes: answers) }
    return true
  }

  private func takeReports() {
    var report = pty_report()
    while exitStatus == nil, pty_take_report(session.reports, &report) == 1 {
      if report.kind == Int32(UInt8(ascii: "S")) {
        isStopped = true
      } else {
        exitStatus = ExitStatus(waitStatus: report.status)
      }
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
