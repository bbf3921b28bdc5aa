package import Screen

/// Which key asks for what, in each context: one table for dispatch, the help pages, the bottom line and the README.
package struct Keymap: Equatable, Sendable {
  /// Where a key is pressed; the raw value is its name in the configuration file.
  package enum Context: String, CaseIterable, Codable, Sendable {
    case menu, skills, search, page, walk, lesson, room, notes, seat, training, replay
    /// A line that is being typed.
    case line
  }

  private var contexts: [(context: Context, bindings: Bindings<KeyCommand>)]
  /// While a line is typed.
  package internal(set) var line: Bindings<LineCommand>

  init(_ contexts: [(context: Context, bindings: Bindings<KeyCommand>)], line: Bindings<LineCommand>) {
    (self.contexts, self.line) = (contexts, line)
  }

  /// The keys of a context; of a line that is typed see `line`.
  package func bindings(in context: Context) -> [Binding<KeyCommand>] { self[context]?.list ?? [] }

  /// What a key asks for; nil where it means nothing.
  package func command(for key: Key, in context: Context) -> KeyCommand? { self[context]?.command(for: key) }

  /// The keys that ask for a command, in the order in which help names them.
  package func keys(for command: KeyCommand, in context: Context) -> [Key] { self[context]?.keys(for: command) ?? [] }

  /// nil for a line that is typed.
  subscript(context: Context) -> Bindings<KeyCommand>? { contexts.first { $0.context == context }?.bindings }

  mutating func set(_ bindings: Bindings<KeyCommand>, in context: Context) {
    guard let index = contexts.firstIndex(where: { $0.context == context }) else { return }
    contexts[index].bindings = bindings
  }

  package static func == (one: Keymap, other: Keymap) -> Bool {
    one.line == other.line && one.contexts.elementsEqual(other.contexts, by: ==)
  }
}
