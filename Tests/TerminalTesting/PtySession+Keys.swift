import CPty
import CVTerm
import Glibc
package import Screen

extension PtySession {
  /// Sends text as typed, byte by byte as it is: control characters and escape sequences too.
  package func send(keys text: String) {
    sentAt = output.count
    write(bytes: Array(text.utf8))
  }

  package func send(bytes: [UInt8]) {
    sentAt = output.count
    write(bytes: bytes)
  }

  /// Presses keys as the emulator sends them in the modes that the program has set.
  package func send(_ keys: Key...) {
    sentAt = output.count
    for key in keys {
      press(key)
      write(bytes: terminal.takeOutput())
    }
  }

  /// How many bytes the program has written since the last send.
  package var bytesSinceLastSend: Int { output.count - sentAt }

  func write(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, !isTerminalClosed {
      let count = rest.withUnsafeBytes { Glibc.write(session.master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // The program does not read as fast; perhaps it waits for us to read.
        pump(0.01)
      } else if errno != EINTR {
        return
      }
    }
  }

  private func press(_ key: Key) {
    switch key {
    case .character(let text): for scalar in text.unicodeScalars { terminal.type(scalar) }
    case .control(let text): for scalar in text.unicodeScalars { terminal.type(scalar, VTERM_MOD_CTRL) }
    case .meta(let text): for scalar in text.unicodeScalars { terminal.type(scalar, VTERM_MOD_ALT) }
    case .enter: terminal.press(VTERM_KEY_ENTER)
    case .tab: terminal.press(VTERM_KEY_TAB)
    case .backTab: terminal.press(VTERM_KEY_TAB, VTERM_MOD_SHIFT)
    case .backspace: terminal.press(VTERM_KEY_BACKSPACE)
    case .delete: terminal.press(VTERM_KEY_DEL)
    case .insert: terminal.press(VTERM_KEY_INS)
    case .escape: terminal.press(VTERM_KEY_ESCAPE)
    case .up: terminal.press(VTERM_KEY_UP)
    case .down: terminal.press(VTERM_KEY_DOWN)
    case .left: terminal.press(VTERM_KEY_LEFT)
    case .right: terminal.press(VTERM_KEY_RIGHT)
    case .home: terminal.press(VTERM_KEY_HOME)
    case .end: terminal.press(VTERM_KEY_END)
    case .pageUp: terminal.press(VTERM_KEY_PAGEUP)
    case .pageDown: terminal.press(VTERM_KEY_PAGEDOWN)
    case .function(let number):
      terminal.press(VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(number)))
    case .paste(let text):
      // Past the emulator, which drops what it cannot hold: the end mark of a long one.
      let isMarked = terminal.isPasteMarked
      write(bytes: Array((isMarked ? "\u{1B}[200~\(text)\u{1B}[201~" : text).utf8))
    case .click(let point): terminal.click(button: 1, column: point.column, row: point.row)
    case .wheelUp: terminal.click(button: 4, column: 0, row: 0)
    case .wheelDown: terminal.click(button: 5, column: 0, row: 0)
    }
  }
}
