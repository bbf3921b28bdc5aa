package import Screen

/// The keys of one command.
///
/// Nothing is asked of the command but where it is needed: the runtime would look for it before the first frame.
package struct Binding<Command: Sendable>: Sendable {
  package let command: Command
  /// In the order in which help names them; the bottom line shows the first.
  package var keys: [Key]
  /// Keys that do the same and are not named: wheels, and the page keys of a clicker.
  package var silent: [Key]

  package init(_ command: Command, _ keys: Key..., silent: [Key] = []) {
    (self.command, self.keys, self.silent) = (command, keys, silent)
  }
}

/// The keys of one context, looked up by key and by command.
package struct Bindings<Command: Sendable>: Sendable {
  package let list: [Binding<Command>]

  init(_ list: [Binding<Command>]) { self.list = list }
}

extension Binding: Equatable where Command: Equatable {}

extension Bindings: Equatable where Command: Equatable {
  /// What a key asks for; nil where it means nothing.
  ///
  /// A key that is named counts before the same one where it is not. Cost: linear, which for some thirty commands is less
  /// than what dictionaries of their own take when the program starts.
  package func command(for key: Key) -> Command? {
    (list.last { $0.keys.contains(key) } ?? list.last { $0.silent.contains(key) })?.command
  }

  /// The keys that ask for a command, those that help names first.
  package func keys(for command: Command) -> [Key] { list.first { $0.command == command }?.keys ?? [] }

  /// The same with other keys for a command, which lose what they meant where that was not named.
  func changing(_ command: Command, to keys: [Key]) -> Bindings {
    Bindings(
      list.map { binding in
        var binding = binding
        if binding.command == command { binding.keys = keys }
        binding.silent.removeAll(where: keys.contains)
        return binding
      })
  }

  /// The command before this one in the list that has one of its keys too.
  func clash(of command: Command) -> (key: Key, other: Command)? {
    for key in keys(for: command) {
      if let other = list.first(where: { $0.command != command && $0.keys.contains(key) }) {
        return (key, other.command)
      }
    }
    return nil
  }
}
