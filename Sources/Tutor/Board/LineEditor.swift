/// A line that is being typed, with the Emacs keys that shells have.
package struct LineEditor: Equatable, Sendable {
  /// Longer lines are cut, so that a paste cannot exhaust the memory.
  package static let maxLineLength = 4_096

  /// A family of emoji has eleven.
  private static let maxScalars = 16

  package private(set) var characters: [Character] = []
  /// Before which character the cursor is.
  package private(set) var cursor = 0
  /// What was cut last, for Ctrl-Y.
  private var cut: [Character] = []

  package init(_ text: String = "") {
    insert(text)
  }

  package var text: String { String(characters) }
  package var textBeforeCursor: String { String(characters[..<cursor]) }
  package var textAfterCursor: String { String(characters[cursor...]) }

  /// Writes text at the cursor.
  package mutating func insert(_ text: String) {
    let room = max(0, Self.maxLineLength - characters.count)
    // What is pasted is text of one line: line feeds become blanks.
    let added = text.prefix(room).map { $0.isNewline || $0 == "\t" ? " " : Self.shortened($0) }
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  /// A character without the mountain of marks that no screen shows.
  private static func shortened(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard scalars.count > maxScalars else { return character }
    return Character(String(String.UnicodeScalarView(scalars.prefix(maxScalars))))
  }

  /// Everything exchanged, the cursor behind it.
  package mutating func set(_ text: String) {
    characters = []
    cursor = 0
    insert(text)
  }

  /// Exchanges the last characters before the cursor.
  package mutating func replace(last count: Int, with text: String) {
    let count = max(0, min(count, cursor))
    characters.removeSubrange(cursor - count..<cursor)
    cursor -= count
    insert(text)
  }

  /// Where the cursor goes.
  package enum Motion: Sendable { case left, right, wordLeft, wordRight, home, end }

  /// Moves the cursor.
  package mutating func move(_ motion: Motion) { cursor = target(of: motion) }

  /// Cuts what lies between the cursor and where a motion leads.
  package mutating func delete(_ motion: Motion, keeping: Bool = true) {
    let other = target(of: motion)
    let range = min(cursor, other)..<max(cursor, other)
    if keeping { cut = Array(characters[range]) }
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// Puts back what was cut last.
  package mutating func yank() { insert(String(cut)) }

  /// Exchanges the two characters around the cursor.
  package mutating func transpose() {
    guard characters.count > 1, cursor > 0 else { return }
    let right = min(cursor, characters.count - 1)
    characters.swapAt(right - 1, right)
    cursor = right + 1
  }

  private func target(of motion: Motion) -> Int {
    switch motion {
    case .left: return max(0, cursor - 1)
    case .right: return min(characters.count, cursor + 1)
    case .home: return 0
    case .end: return characters.count
    case .wordLeft:
      var at = cursor
      while at > 0, !Self.isWord(characters[at - 1]) { at -= 1 }
      while at > 0, Self.isWord(characters[at - 1]) { at -= 1 }
      return at
    case .wordRight:
      var at = cursor
      while at < characters.count, !Self.isWord(characters[at]) { at += 1 }
      while at < characters.count, Self.isWord(characters[at]) { at += 1 }
      return at
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
