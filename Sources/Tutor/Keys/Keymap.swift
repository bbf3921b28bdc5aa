package import Screen

/// Which key asks for what, in each context: one table for dispatch, help, the bottom line and the README.
package struct Keymap: Equatable, Sendable {
  /// Where a key is pressed.
  package enum Context: String, CaseIterable, Codable, Sendable {
    case menu, skills, walk, lesson, room, training
  }

  /// The keys of one command.
  package struct Binding: Equatable, Sendable {
    package let command: KeyCommand
    /// In the order in which help names them.
    package var keys: [Key]
    /// Keys that do the same and are not named: wheels, and the page keys of a clicker.
    package var silent: [Key]

    package init(_ command: KeyCommand, _ keys: Key..., silent: [Key] = []) {
      (self.command, self.keys, self.silent) = (command, keys, silent)
    }
  }

  package private(set) var bindings: [Context: [Binding]]
  private var commands: [Context: [Key: KeyCommand]]

  init(_ bindings: [Context: [Binding]]) {
    self.bindings = bindings
    commands = bindings.mapValues { list in
      var commands: [Key: KeyCommand] = [:]
      for binding in list { for key in binding.keys + binding.silent { commands[key] = binding.command } }
      return commands
    }
  }

  /// What a key asks for; nil where it means nothing.
  package func command(for key: Key, in context: Context) -> KeyCommand? { commands[context]?[key] }

  /// The keys that ask for a command, those that help names first.
  package func keys(for command: KeyCommand, in context: Context) -> [Key] {
    bindings[context]?.first { $0.command == command }?.keys ?? []
  }
}
