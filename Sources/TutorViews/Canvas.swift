import Screen

/// Straight lines on a region of the screen: in braille dots, eight a cell, or in ASCII.
struct Canvas {
  private let origin: Point
  private let size: Size
  private let isUnicode: Bool
  private var dots: [UInt8]
  private var signs: [Character]
  private var styles: [Style]
  /// Lines of a higher rank own the cells that they cross.
  private var ranks: [Int]

  init(origin: Point, size: Size, isUnicode: Bool) {
    self.origin = origin
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.isUnicode = isUnicode
    let count = self.size.columns * self.size.rows
    dots = Array(repeating: 0, count: count)
    signs = Array(repeating: " ", count: count)
    styles = Array(repeating: Style(), count: count)
    ranks = Array(repeating: -1, count: count)
  }

  /// A line between the middles of two cells of the screen; a heavy one is two dots thick.
  mutating func line(from start: Point, to end: Point, _ style: Style, rank: Int, heavy: Bool) {
    let (x0, y0) = (start.column - origin.column, start.row - origin.row)
    let (x1, y1) = (end.column - origin.column, end.row - origin.row)
    if isUnicode {
      drawDots((x0 * 2, y0 * 4 + 1), (x1 * 2 + 1, y1 * 4 + 1), style, rank)
      if heavy { drawDots((x0 * 2, y0 * 4 + 2), (x1 * 2 + 1, y1 * 4 + 2), style, rank) }
    } else {
      drawSigns((x0, y0), (x1, y1), style, rank, heavy: heavy)
    }
  }

  /// Puts the lines on the grid, where it is still blank.
  func paint(on grid: inout Grid) {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let index = row * size.columns + column
        guard ranks[index] >= 0 else { continue }
        let (x, y) = (origin.column + column, origin.row + row)
        guard grid[x, y].isSpace else { continue }
        let braille = Unicode.Scalar(0x2800 + UInt32(dots[index])).map { String(Character($0)) } ?? " "
        grid.write(isUnicode ? braille : String(signs[index]), at: x, y, styles[index])
      }
    }
  }

  private mutating func claim(_ column: Int, _ row: Int, _ style: Style, _ rank: Int) -> Int? {
    guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return nil }
    let index = row * size.columns + column
    if rank > ranks[index] {
      ranks[index] = rank
      styles[index] = style
    }
    return index
  }

  private mutating func drawDots(_ start: (Int, Int), _ end: (Int, Int), _ style: Style, _ rank: Int) {
    // Dots of a braille cell: 1 2 3 7 down the left, 4 5 6 8 down the right.
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    Self.walk(start, end) { x, y in
      guard x >= 0, y >= 0, let index = claim(x / 2, y / 4, style, rank) else { return }
      dots[index] |= bits[y % 4][x % 2]
    }
  }

  private mutating func drawSigns(
    _ start: (Int, Int), _ end: (Int, Int), _ style: Style, _ rank: Int, heavy: Bool
  ) {
    var last = start
    Self.walk(start, end) { x, y in
      let sign: Character =
        switch (x - last.0, y - last.1) {
        case (_, 0): heavy ? "=" : "-"
        case (0, _): "|"
        case (let across, let down): (across > 0) == (down > 0) ? "\\" : "/"
        }
      last = (x, y)
      let known = ranks
      guard let index = claim(x, y, style, rank) else { return }
      if rank >= known[index] { signs[index] = sign }
    }
  }

  /// Bresenham (1965): every cell of a straight line, in order.
  private static func walk(_ start: (Int, Int), _ end: (Int, Int), _ visit: (Int, Int) -> Void) {
    var (x, y) = start
    let (dx, dy) = (abs(end.0 - x), -abs(end.1 - y))
    let (sx, sy) = (x < end.0 ? 1 : -1, y < end.1 ? 1 : -1)
    var error = dx + dy
    while true {
      visit(x, y)
      if x == end.0, y == end.1 { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += sx
      }
      if doubled <= dx {
        error += dx
        y += sy
      }
    }
  }
}
