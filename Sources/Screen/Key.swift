/// What a person did at the terminal.
package enum Key: Hashable, Codable, Sendable {
  /// A character that was typed, never a control character.
  case character(String)
  /// Ctrl with a lower-case letter, or one of `@[\]^_`.
  case control(String)
  /// Alt with a character.
  case meta(String)
  case enter, tab, backTab, backspace, delete, insert, escape
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  /// Text that was pasted; it is never taken for commands.
  case paste(String)
  case click(Point)
  case wheelUp, wheelDown
}
