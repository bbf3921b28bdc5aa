import Screen

/// Writes the keys of commands for the help pages and the bottom line.
package struct KeyText: Sendable {
  private let keymap: Keymap
  private let isASCII: Bool

  package init(_ keymap: Keymap, isASCII: Bool = false) {
    (self.keymap, self.isASCII) = (keymap, isASCII)
  }

  /// All keys of a command, with blanks between; in ASCII arrows up and down go without saying.
  package func all(_ command: KeyCommand, in context: Keymap.Context) -> String {
    let keys = keymap.keys(for: command, in: context)
    return names(keys)
  }

  /// The same of a command in a line.
  package func all(_ command: LineCommand) -> String { names(keymap.line.keys(for: command)) }

  /// The key to be shown where there is room for one only; empty where a command has none.
  package func first(_ command: KeyCommand, in context: Keymap.Context) -> String {
    key(command, in: context).map(short) ?? ""
  }

  /// The first keys of two commands that belong together, as in `+ -` and `↑↓`; arrows back first.
  package func pair(_ one: KeyCommand, _ other: KeyCommand, in context: Keymap.Context) -> String {
    guard let one = key(one, in: context), let other = key(other, in: context) else { return "" }
    return one.isArrow && other.isArrow && !isASCII ? short(other) + short(one) : short(one) + " " + short(other)
  }

  /// A row of help.
  package func text(_ row: KeyHelp.Row) -> String {
    row.parts.map(text).filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func text(_ part: KeyHelp.Part) -> String {
    switch part {
    case .key(let command, let context): return all(command, in: context)
    case .line(let command): return all(command)
    case .counted(let command, let context):
      let key = first(command, in: context)
      return key.isEmpty ? "" : "n" + key
    case .marked(let command, let context):
      let key = first(command, in: context)
      return key.isEmpty ? "" : key + " x"
    case .digits: return "1 2 3" + (isASCII ? "..." : "…")
    }
  }

  private func names(_ keys: [Key]) -> String {
    let isNamedOtherwise = keys.contains { !$0.isArrow }
    return keys.filter { !(isASCII && isNamedOtherwise && ($0 == .up || $0 == .down)) }
      .map { $0.name(isASCII: isASCII) }.joined(separator: " ")
  }

  private func key(_ command: KeyCommand, in context: Keymap.Context) -> Key? {
    let keys = keymap.keys(for: command, in: context)
    return isASCII ? keys.first { !$0.isArrow } ?? keys.first : keys.first
  }

  private func short(_ key: Key) -> String { key == .backspace ? "BS" : key.name(isASCII: isASCII) }
}
