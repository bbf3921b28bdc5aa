import Diagnostics
import Screen

/// A small square picture in shades, two columns a pixel, so that it looks square on a terminal.
struct PixelPicture {
  /// From 0 to 1, row by row.
  private let shades: [Double]
  let side: Int
  private let caption: String

  /// The side of a square of so many pixels; nil if there is none between 4 and 28.
  static func side(of count: Int) -> Int? { (4...28).first { $0 * $0 == count } }

  /// Values as they are: the least is blank, the largest full.
  init(_ values: [Double], side: Int, caption: String) {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    self.init(values.map { ($0 - low) / (high - low) }, side, caption)
  }

  /// Weights: 0 is in the middle.
  init(weights: [Double], side: Int, caption: String) {
    let largest = weights.map(\.magnitude).max() ?? 1
    self.init(weights.map { 0.5 + 0.5 * $0 / largest }, side, caption)
  }

  private init(_ shades: [Double], _ side: Int, _ caption: String) {
    (self.shades, self.side, self.caption) = (shades, side, caption)
  }

  private static func levels(_ look: Look) -> [String] {
    look.isASCII ? [" ", ".", ":", "=", "#"] : [" ", "░", "▒", "▓", "█"]
  }

  private func line(_ row: Int, _ levels: [String]) -> String {
    (0..<side).map { column in
      let index = row * side + column
      let shade = index < shades.count ? shades[index] : 0
      // What is no number has no shade.
      let level =
        shade.isFinite ? min(max((shade * Double(levels.count - 1)).rounded(), 0), Double(levels.count - 1)) : 0
      return levels[Int(level)] + levels[Int(level)]
    }.joined()
  }

  /// Pictures side by side, in as many rows as the width makes necessary, each with its caption above.
  static func rows(_ pictures: [PixelPicture], _ look: Look) -> [String] {
    guard let first = pictures.first else { return [] }
    let width = 2 * first.side
    let count = max(1, (look.size.columns - 2) / (width + 2))
    let levels = levels(look)
    var lines: [String] = []
    for start in stride(from: 0, to: pictures.count, by: count) {
      let row = pictures[start..<min(pictures.count, start + count)]
      if start > 0 { lines.append("") }
      lines.append(line(row.map { look.padded($0.caption, width) }))
      for pixel in 0..<first.side { lines.append(line(row.map { $0.line(pixel, levels) })) }
    }
    return lines
  }

  private static func line(_ parts: [String]) -> String {
    var line = "  " + parts.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
