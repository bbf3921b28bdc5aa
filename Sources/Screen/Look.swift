package import Diagnostics

/// How text looks wherever it is shown: its language, its characters, and the room that it has.
///
/// The screen, plain text, reports and plots all ask it, so that a sign or a symbol is spelled in one way.
package struct Look: Hashable, Sendable {
  package var language: Language
  package var notation: TextStyle
  /// Of a page or a picture.
  package var size: Size

  package init(language: Language = .en, notation: TextStyle = .unicode, size: Size = Size(columns: 76, rows: 20)) {
    (self.language, self.notation, self.size) = (language, notation, size)
  }

  package var isASCII: Bool { notation == .ascii }

  /// The same in fewer or more columns and rows.
  package func sized(columns: Int, rows: Int) -> Look {
    Look(language: language, notation: notation, size: Size(columns: columns, rows: rows))
  }

  /// Words in the learner's language and characters.
  package subscript(words: Words) -> String { prose(words[language]) }

  /// A sentence in the characters at hand; Chinese keeps its own punctuation, which no ASCII replaces.
  package func prose(_ text: String) -> String {
    guard isASCII else { return text }
    return language == .zh ? ASCIIText.symbolsSpelled(text) : ASCIIText.spelled(text)
  }

  /// A formula or a name in the characters at hand, whatever the language.
  package func formula(_ text: String) -> String { isASCII ? ASCIIText.spelled(text) : text }

  /// A sign in the characters at hand.
  package func sign(_ sign: Sign) -> String { isASCII ? sign.ascii : sign.unicode }

  // MARK: Room

  /// A text of exactly so many columns: blanks behind it, or its end left out.
  package func padded(_ text: String, _ columns: Int) -> String {
    var text = prose(text)
    while width(of: text) > columns, !text.isEmpty { text.removeLast() }
    return text + String(repeating: " ", count: max(0, columns - width(of: text)))
  }

  /// A share of 1 as a bar of so many columns: what is there, and what is missing.
  package func bar(_ share: Double, _ columns: Int) -> (full: String, empty: String) {
    let columns = max(0, columns)
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    let full = Int((share * Double(columns)).rounded())
    return (
      String(repeating: sign(.full), count: full), String(repeating: sign(.missing), count: columns - full)
    )
  }

  /// A picture of the look's size.
  package func picture(_ draw: (inout Grid) -> Void) -> Grid {
    var grid = Grid(size)
    draw(&grid)
    return grid
  }
}
