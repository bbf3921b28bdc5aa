internal import CTerminal
internal import Glibc

/// The terminal while another library edits a line on it: what it types, and its modes given back however that ends.
///
/// That library sets the modes; from the first byte asked for they are known, and a kill or a crash puts the former ones
/// back. Signals are dealt with while a byte is waited for, and not in handlers.
package final class LineTerminal {
  /// What a wait for input ended with.
  package enum Input: Equatable, Sendable {
    case byte(UInt8)
    /// Other programs have written on the terminal meanwhile, or its size is another.
    case disturbed
    case end
  }

  private var before = termios()
  private var own = termios()
  private var isArmed = false
  private var hasGuard = false
  private var signalPipe: Int32 = -1

  package init() {}

  deinit { terminal_guard_stop() }

  /// To be called before a line is edited; waits until the terminal is this process's.
  package func open() {
    // Another program may have left it so; then every read would fail at once.
    let flags = fcntl(STDIN_FILENO, F_GETFL)
    if flags >= 0, flags & O_NONBLOCK != 0 { _ = fcntl(STDIN_FILENO, F_SETFL, flags & ~O_NONBLOCK) }
    signalPipe = terminal_signals_install()
    terminal_wait_for_foreground(STDIN_FILENO)
    tcgetattr(STDIN_FILENO, &before)
    terminal_restore_prepare(STDIN_FILENO, &before)
    if !hasGuard {
      hasGuard = true
      terminal_guard_start()
    }
  }

  /// To be called after it: whatever the library has left, the modes are as before.
  package func close() {
    disarm()
    terminal_signals_remove()
    signalPipe = -1
  }

  private func arm() {
    guard !isArmed else { return }
    isArmed = true
    tcgetattr(STDIN_FILENO, &own)
    // Ctrl-C is a key while a line is typed: it takes the line away and not the program. VINTR is the first; 0 is no key.
    own.c_cc.0 = 0
    terminal_modes_set(STDIN_FILENO, &own, nil)
    // The line that was begun is left.
    terminal_restore_arm("\n", 1, &own, 0)
  }

  private func disarm() {
    guard isArmed else { return }
    isArmed = false
    terminal_modes_set(STDIN_FILENO, &before, &own)
    terminal_restore_disarm()
  }

  /// The next byte that is typed; does not return where a signal ends the program.
  package func next() -> Input {
    arm()
    while true {
      if let input = inputFromSignals() { return input }
      var files = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signalPipe, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&files, 2, -1) > 0, files[1].revents == 0 else { continue }
      var byte: UInt8 = 0
      switch read(STDIN_FILENO, &byte, 1) {
      case 1: return .byte(byte)
      case let count where count < 0 && (errno == EINTR || errno == EAGAIN): continue
      default: return .end
      }
    }
  }

  private func inputFromSignals() -> Input? {
    let signals = terminal_signals_take()
    func arrived(_ signal: Int32) -> Bool { signals & (1 << UInt64(signal)) != 0 }
    let ending = terminal_signals_ending()
    if ending != 0 { end(by: ending) }
    if arrived(SIGTSTP) {
      disarm()
      // Without a shell that controls jobs this does nothing.
      terminal_stop(1)
      // Of what has come meanwhile only an end counts, and that is known without it.
      _ = terminal_signals_take()
      takeBack()
      return .disturbed
    }
    if arrived(SIGCONT) {
      takeBack()
      return .disturbed
    }
    return arrived(SIGWINCH) ? .disturbed : nil
  }

  private func takeBack() {
    terminal_wait_for_foreground(STDIN_FILENO)
    if terminal_signals_ending() != 0 { end(by: terminal_signals_ending()) }
    terminal_modes_set(STDIN_FILENO, &own, nil)
    arm()
  }

  /// What Ctrl-C is where it is meant to leave.
  package func interrupt() -> Never { end(by: SIGINT) }

  private func end(by signal: Int32) -> Never {
    close()
    terminal_guard_stop()
    Glibc.signal(signal, SIG_DFL)
    kill(getpid(), signal)
    // It was blocked, or is ignored by the program that started this one.
    exit(Terminal.exitCode(after: signal))
  }
}
