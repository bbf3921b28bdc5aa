internal import CNcurses
internal import CTerminal
internal import Glibc
package import Screen

/// Taking the terminal and giving it back. ncurses writes into memory and so cannot set modes; it is done here alone.
extension Terminal {
  /// Takes the terminal for the full screen; nothing has been changed in it before.
  func take() {
    guard !isTaken else { return }
    // Set from the background, the modes would be the shell's.
    terminal_wait_for_foreground(STDOUT_FILENO)
    guard !isEnding else { return }
    isTaken = true
    before = Self.currentModes()
    own = before
    cfmakeraw(&own)
    terminal_restore_prepare(STDOUT_FILENO, &before)
    _ = leavingBytes.withCString { terminal_restore_arm($0, leavingBytes.utf8.count, &own, 1) }
    setRawModes()
    if output.isDirect { def_prog_mode() }
    output.send(modes.on)
  }

  /// Gives the terminal back, for good or for a while.
  func leave() {
    guard isTaken else { return }
    awaitAnswer()
    isTaken = false
    clearLarge(unless: nil)
    output.send(modes.off)
    endwin()
    isCursorShown = true
    flush()
    output.settle()
    output.send(Self.cursorOn)
    if output.isStalled { terminal_restore_now() }
    // Out of the foreground, modes that the shell has set by now stay.
    if terminal_is_in_foreground(STDOUT_FILENO) != 0 {
      terminal_modes_set(STDOUT_FILENO, &before, nil)
    } else {
      terminal_modes_set(STDOUT_FILENO, &before, &own)
    }
    terminal_restore_disarm()
  }

  static func currentModes() -> termios {
    var modes = termios()
    tcgetattr(STDOUT_FILENO, &modes)
    return modes
  }

  /// No lines, no echo, no keys that the kernel takes for signals, since pasted text may contain them; no changes to what
  /// goes in or out.
  private func setRawModes() { terminal_modes_set(STDOUT_FILENO, &own, nil) }

  /// Gives the terminal back, stops until continued, and restores the screen; returns the size if it has changed.
  ///
  /// For the Ctrl-Z key: the whole process group stops, as when the kernel handles the key.
  @discardableResult
  package func suspend() -> Size? { stop(wholeGroup: true) }

  func stop(wholeGroup: Bool) -> Size? {
    leave()
    terminal_stop(wholeGroup ? 1 : 0)
    // This continuation is dealt with here; what else came meanwhile is not lost.
    waitingSignals |= terminal_signals_take() & ~(1 << UInt64(SIGCONT))
    // Ended while stopped, out of the foreground: the terminal is the shell's.
    if isEnding { return nil }
    // The shell may have set other modes, and those are then the ones to leave behind.
    return resume()
  }

  /// After a stop that gave no time to leave, for which there is SIGSTOP: the shell has set modes of its own.
  func returnFromHardStop() -> Size? {
    guard isTaken else { return nil }
    terminal_wait_for_foreground(STDOUT_FILENO)
    guard !isEnding else { return nil }
    setRawModes()
    output.send(modes.on)
    redraw()
    return adoptSize()
  }

  private func resume() -> Size? {
    take()
    redraw()
    return adoptSize()
  }

  /// Sends the whole screen anew: after other programs have written on it, and for Ctrl-L.
  package func redraw() {
    guard isOpen, isTaken, !hasEnded else { return }
    output.settle()
    clearok(curses_current_screen(), true)
    doupdate()
    flush()
    paintLarge(shown?.large.first, after: nil)
  }
}
