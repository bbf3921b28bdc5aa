import CVTerm

/// One cell as the emulator shows it.
package struct ScreenCell: Equatable, Sendable {
  /// Empty in the right half of a wide character; a blank where nothing was written.
  package var text: String
  /// 2 for a wide character.
  package var width: Int
  package var isBold: Bool
  package var isUnderlined: Bool
  package var isReversed: Bool
  /// Numbers of the palette of 256; nil is the terminal's own.
  package var foreground: Int?
  package var background: Int?

  init(_ cell: vterm_cell) {
    let characters = withUnsafeBytes(of: cell.characters) { Array($0.bindMemory(to: UInt32.self)) }
    switch characters.first {
    case 0: text = " "
    // What libvterm puts into the right half of a wide character.
    case .max: text = ""
    default:
      text = String(String.UnicodeScalarView(characters.prefix { $0 != 0 }.compactMap { Unicode.Scalar($0) }))
    }
    width = Int(cell.width)
    isBold = cell.is_bold != 0
    isUnderlined = cell.is_underlined != 0
    isReversed = cell.is_reversed != 0
    foreground = cell.foreground < 0 ? nil : Int(cell.foreground)
    background = cell.background < 0 ? nil : Int(cell.background)
  }

  /// Whether it looks like text without any style.
  package var isPlain: Bool {
    !isBold && !isUnderlined && !isReversed && foreground == nil && background == nil
  }
}
