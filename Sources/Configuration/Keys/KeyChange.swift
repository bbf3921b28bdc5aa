package import Diagnostics
package import Screen

/// Other keys for a command, as the configuration file asks for them.
package struct KeyChange: Equatable, Codable, Sendable {
  package let context: Keymap.Context
  /// As `KeyCommand` or, in a line that is typed, `LineCommand` spells it.
  package let command: String
  package let keys: [Key]

  package init(_ context: Keymap.Context, _ command: String, _ keys: [Key]) {
    (self.context, self.command, self.keys) = (context, command, keys)
  }
}

/// Why keys cannot be changed so.
package enum KeyFault: Error, Equatable, Sendable {
  case unknownCommand(String, Keymap.Context, nearest: String?)
  /// It is another command's too.
  case clash(Key, other: String)
  /// A key that always means the same: a digit counts or chooses, a character in a line is text, Ctrl-C gets out.
  case fixed(Key)

  /// What is wrong, without a full stop.
  package var message: Words {
    switch self {
    case .unknownCommand(let name, let context, _):
      Words(
        en: "there is no command '\(name)' for keys in '\(context.rawValue)'",
        zh: "“\(context.rawValue)”中没有按键命令“\(name)”")
    case .clash(let key, let other):
      Words(en: "\(key.name()) is also the key of '\(other)'", zh: "\(key.name()) 同时是“\(other)”的按键")
    case .fixed(let key):
      Words(en: "\(key.name()) cannot be given another meaning here", zh: "\(key.name()) 在这里不能改作他用")
    }
  }

  /// What to do.
  package var help: Words? {
    switch self {
    case .unknownCommand(_, _, let nearest?): Suggestion.didYouMean(nearest)
    case .unknownCommand(_, let context, nil):
      Words(
        en: "'bptutor schema config --format markdown' lists the commands of '\(context.rawValue)'",
        zh: "“bptutor schema config --format markdown”列出“\(context.rawValue)”的命令")
    case .clash(_, let other): Words(en: "give '\(other)' another key as well", zh: "请给“\(other)”也另设按键")
    case .fixed: nil
    }
  }
}

extension Keymap {
  /// The commands that can be given keys in a context, as they are written.
  package static func commandNames(in context: Context) -> [String] {
    context == .line
      ? standard.line.list.map(\.command.rawValue) : standard.bindings(in: context).map(\.command.rawValue)
  }

  /// The keymap with all changes that fit, and what is wrong with the others, by their place in the list.
  ///
  /// Two commands may exchange their keys: clashes are looked for once all changes are made, and a change with one is
  /// taken back.
  package func applying(_ changes: [KeyChange]) -> (keymap: Keymap, faults: [(change: Int, fault: KeyFault)]) {
    var keymap = self
    var faults: [(change: Int, fault: KeyFault)] = []
    var made: [Int] = []
    for (index, change) in changes.enumerated() {
      if let fault = keymap.make(change) { faults.append((index, fault)) } else { made.append(index) }
    }
    for index in made.reversed() {
      guard let fault = keymap.clash(of: changes[index]) else { continue }
      faults.append((index, fault))
      let change = changes[index]
      _ = keymap.make(KeyChange(change.context, change.command, namedKeys(for: change.command, in: change.context)))
    }
    // Taking one back may uncover another; then nothing is changed rather than the wrong thing.
    if made.contains(where: { keymap.clash(of: changes[$0]) != nil }) { keymap = self }
    return (keymap, faults.sorted { $0.change < $1.change })
  }

  /// The keys of a command by its name.
  private func namedKeys(for command: String, in context: Context) -> [Key] {
    if context == .line { return LineCommand(rawValue: command).map(line.keys) ?? [] }
    return KeyCommand(rawValue: command).map { keys(for: $0, in: context) } ?? []
  }

  private mutating func make(_ change: KeyChange) -> KeyFault? {
    let names = Self.commandNames(in: change.context)
    guard names.contains(change.command) else {
      return .unknownCommand(
        change.command, change.context, nearest: Suggestion.nearest(to: change.command, in: names))
    }
    if let key = change.keys.first(where: { Self.isFixed($0, in: change.context) }) { return .fixed(key) }
    if change.context == .line {
      if let command = LineCommand(rawValue: change.command) { line = line.changing(command, to: change.keys) }
    } else if let command = KeyCommand(rawValue: change.command), let bindings = self[change.context] {
      set(bindings.changing(command, to: change.keys), in: change.context)
    }
    return nil
  }

  private func clash(of change: KeyChange) -> KeyFault? {
    if change.context == .line {
      return LineCommand(rawValue: change.command).flatMap(line.clash).map { .clash($0.key, other: $0.other.rawValue) }
    }
    return KeyCommand(rawValue: change.command).flatMap { self[change.context]?.clash(of: $0) }
      .map { .clash($0.key, other: $0.other.rawValue) }
  }

  /// Whether a key keeps its meaning whatever is configured.
  private static func isFixed(_ key: Key, in context: Context) -> Bool {
    switch key {
    case .control("c"), .paste, .click, .wheelUp, .wheelDown: true
    case .character(let text):
      context == .line || context == .search || text.allSatisfy { $0.isASCII && $0.isNumber }
    case .control, .meta, .enter, .tab, .backTab, .backspace, .delete, .insert, .escape, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function:
      false
    }
  }
}
