internal import CTerminal
internal import Glibc
package import Screen

extension Terminal {
  /// What can arrive at a terminal.
  package enum Event: Equatable, Sendable {
    case key(Key)
    /// The window has another size; the terminal's content is unknown until the next `paint`.
    case resized(Size)
    /// HUP, INT, QUIT or TERM: save, close, and end with 128 plus this number.
    case interrupted(Int32)
    /// The terminal is gone: save, close and end as after HUP.
    case ended
    /// There is something to be read from the descriptor that is watched; its watcher has to read it.
    case watched
    /// The time is over.
    case timer
  }

  /// The exit code after a signal, as shells count.
  package static func exitCode(after signal: Int32) -> Int32 { 128 + signal }

  /// Whether a key has arrived already, so that painting may wait until it has been dealt with.
  ///
  /// It is a key for certain and not only bytes: those of a mouse's release, say, would leave the page unpainted.
  package var hasPendingInput: Bool {
    if nextKey == nil { nextKey = decoder.next() }
    if nextKey == nil, !hasEnded {
      var terminal = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&terminal, 1, 0) > 0 { readInput() }
      nextKey = decoder.next()
    }
    return nextKey != nil
  }

  /// Whether the program has been asked to end, or its terminal is gone: a long computation has to stop now.
  ///
  /// One that does not is ended within a second.
  package var isEnding: Bool { hasEnded || terminal_signals_ending() != 0 }

  private func takeKey() -> Key? {
    defer { nextKey = nil }
    return nextKey ?? decoder.next()
  }

  /// Waits for the next thing to happen.
  ///
  /// Sleeps in the kernel until then, without limit if there is no timeout.
  /// A stop and its continuation happen inside: the screen is as it was afterwards.
  package func nextEvent(timeout milliseconds: Int? = nil) -> Event {
    guard isOpen else { return .ended }
    let deadline = milliseconds.map { Self.now() + max(0, $0) }
    while true {
      if let event = eventFromSignals() { return event }
      // What came while it was stopped has been taken from the pipe already.
      if waitingSignals != 0 { continue }
      if let key = takeKey() {
        hasTrimmed = false
        return .key(key)
      }
      if hasEnded { return .ended }
      adoptGround()
      askGround()
      var wait = deadline.map { max(0, $0 - Self.now()) }
      let sequence = decoder.waitLimit
      let waitsForSequence = sequence.map { limit in wait.map { limit < $0 } ?? true } ?? false
      if waitsForSequence { wait = sequence }
      switch waitForInput(wait) {
      case .signal: continue
      case .input: readInput()
      case .watched: return .watched
      case .nothing:
        if waitsForSequence {
          if let key = decoder.giveUpWaiting() { return .key(key) }
        } else {
          return .timer
        }
      }
    }
  }

  /// Longer than between the keys of someone who is at work, in milliseconds.
  private static let readingTime: Int32 = 5000

  private enum Wake { case signal, input, watched, nothing }

  private func waitForInput(_ milliseconds: Int?) -> Wake {
    var files = ([STDIN_FILENO, signalPipe] + watched).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let fileCount = nfds_t(files.count)
    let limit = milliseconds.map { Int32(clamping: $0) } ?? -1
    // While someone reads, what starting or drawing took is not needed; while keys are pressed, it soon is again.
    // Once a rest, so that it is one wake-up and then none.
    let trims = milliseconds == nil && !hasTrimmed
    var count = poll(&files, fileCount, trims ? trimDelay : limit)
    if trims, count == 0 {
      terminal_trim_memory()
      (hasTrimmed, trimDelay) = (true, Self.readingTime)
      count = poll(&files, fileCount, limit)
    }
    if count < 0 || files[1].revents != 0 { return .signal }
    if files[0].revents != 0 { return .input }
    return files.dropFirst(2).contains { $0.revents != 0 } ? .watched : .nothing
  }

  func readInput() {
    let count = withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count > 0 { decoder.append(buffer.prefix(count)) }
      return count
    }
    // End of file, EIO and all the rest mean that the terminal is gone: never "no key", or this would spin.
    if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { hasEnded = true }
  }

  private func eventFromSignals() -> Event? {
    let signals = waitingSignals | terminal_signals_take()
    waitingSignals = 0
    if signals == 0 { return nil }
    func arrived(_ signal: Int32) -> Bool { signals & (1 << UInt64(signal)) != 0 }
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] where arrived(signal) { return .interrupted(signal) }
    if arrived(SIGTSTP) { return stop(wholeGroup: false).map { .resized($0) } }
    if arrived(SIGCONT) { return returnFromHardStop().map { .resized($0) } }
    if arrived(SIGWINCH) { return adoptSize().map { .resized($0) } }
    return nil
  }

  /// The new size if there is one.
  func adoptSize() -> Size? {
    let measured = Self.measuredSize() ?? Size(columns: 0, rows: 0)
    guard measured != size else { return nil }
    size = measured
    fitScreen()
    shown = nil
    return size
  }

  /// Milliseconds from any beginning.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
