/// A drawing of dots finer than cells: 2 × 4 in a braille character, or three heights in one of ASCII.
struct DotCanvas {
  /// In cells.
  let columns: Int
  let rows: Int
  private let isASCII: Bool
  /// The dots of each cell as bits.
  private var dots: [UInt8]
  /// Which curve drew the cell last.
  private var owners: [UInt8]

  init(columns: Int, rows: Int, isASCII: Bool) {
    (self.columns, self.rows, self.isASCII) = (max(1, columns), max(1, rows), isASCII)
    dots = Array(repeating: 0, count: self.columns * self.rows)
    owners = dots
  }

  /// Dots across and down.
  var width: Int { columns * (isASCII ? 1 : 2) }
  var height: Int { rows * (isASCII ? 3 : 4) }

  mutating func set(_ x: Int, _ y: Int, owner: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let (across, down) = isASCII ? (1, 3) : (2, 4)
    let cell = y / down * columns + x / across
    let bits: [[UInt8]] = isASCII ? [[1], [2], [4]] : [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    dots[cell] |= bits[y % down][x % across]
    owners[cell] = UInt8(truncatingIfNeeded: owner)
  }

  /// A straight line between two points given as fractions of the canvas, from the bottom left; clipped.
  mutating func line(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double), owner: Int) {
    guard let (start, end) = Self.clip(start, end) else { return }
    let (x0, y0) = dot(start)
    let (x1, y1) = dot(end)
    let steps = max(abs(x1 - x0), abs(y1 - y0))
    for step in 0...steps {
      let part = steps == 0 ? 0 : Double(step) / Double(steps)
      set(
        x0 + Int((Double(x1 - x0) * part).rounded()), y0 + Int((Double(y1 - y0) * part).rounded()), owner: owner)
    }
  }

  /// The dot of a point.
  func dot(_ point: (x: Double, y: Double)) -> (x: Int, y: Int) {
    (
      whole(point.x * Double(width - 1), in: 0...width - 1),
      whole((1 - point.y) * Double(height - 1), in: 0...height - 1)
    )
  }

  /// The cell of a point.
  func cell(_ point: (x: Double, y: Double)) -> Point {
    let (x, y) = dot(point)
    return Point(column: x * columns / width, row: y * rows / height)
  }

  /// The part of a line within the unit square (Liang and Barsky 1984).
  private static func clip(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
    // Rounding must not lose what lies exactly on the edge.
    let slack = 1e-9
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (from, to) = (0.0, 1.0)
    for (delta, distance) in [
      (-dx, start.x + slack), (dx, 1 + slack - start.x), (-dy, start.y + slack), (dy, 1 + slack - start.y),
    ] {
      if delta == 0 {
        if distance < 0 { return nil }
      } else if delta < 0 {
        from = max(from, distance / delta)
      } else {
        to = min(to, distance / delta)
      }
    }
    guard from <= to else { return nil }
    return ((start.x + from * dx, start.y + from * dy), (start.x + to * dx, start.y + to * dy))
  }

  /// The cells that hold something, with the curve that owns each.
  func forEachCell(_ body: (_ column: Int, _ row: Int, _ text: String, _ owner: Int) -> Void) {
    for row in 0..<rows {
      for column in 0..<columns {
        let bits = dots[row * columns + column]
        if bits != 0 { body(column, row, text(bits), Int(owners[row * columns + column])) }
      }
    }
  }

  private func text(_ bits: UInt8) -> String {
    if !isASCII { return Unicode.Scalar(0x2800 + UInt32(bits)).map { String(Character($0)) } ?? " " }
    switch bits {
    case 1, 3: return "'"
    case 2: return "-"
    case 4, 6: return "."
    default: return "|"
    }
  }
}
