/// A color of the 256 that xterm numbers.
///
/// From 16 on their values are fixed; the first 16 are each terminal's own, given here as xterm has them.
package struct Color: Hashable, Sendable, ExpressibleByIntegerLiteral {
  package let number: UInt8

  package init(_ number: UInt8) { self.number = number }
  package init(integerLiteral number: UInt8) { self.number = number }

  /// Red, green and blue, 0...255.
  package var channels: (red: UInt8, green: UInt8, blue: UInt8) {
    switch number {
    case 0..<16: return Self.first[Int(number)]
    case 16..<232:
      let place = Int(number) - 16
      let level = { (step: Int) in UInt8(step == 0 ? 0 : 55 + 40 * step) }
      return (level(place / 36), level(place / 6 % 6), level(place % 6))
    default:
      let grey = UInt8(8 + 10 * (Int(number) - 232))
      return (grey, grey, grey)
    }
  }

  /// As terminals number it whose colors are not a palette but red, green and blue.
  package var direct: Int32 {
    let (red, green, blue) = channels
    return Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
  }

  private static let first: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
}

/// How many colors a terminal takes, as its description says.
package enum ColorDepth: Hashable, Sendable {
  case none
  /// The eight of old, and their bright ones.
  case few
  /// The 256 of xterm.
  case indexed
  /// Red, green and blue.
  case direct

  /// From the number of colors that a terminal's description gives.
  package init(colors: Int) {
    switch colors {
    case ..<8: self = .none
    case ..<256: self = .few
    case 256: self = .indexed
    default: self = .direct
    }
  }
}

/// The colors of a piece of text; without its own ground it has the terminal's.
package struct Ink: Hashable, Sendable {
  package let text: Color
  package let ground: Color?

  package init(_ text: Color, on ground: Color? = nil) { (self.text, self.ground) = (text, ground) }
}
