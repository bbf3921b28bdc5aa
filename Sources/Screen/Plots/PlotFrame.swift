/// The axes of a plot with their marks and labels, and the room that they leave for the picture.
struct PlotFrame {
  let origin: Point
  let size: Size
  let x: Ticks
  let y: Ticks
  /// The picture, in cells of the grid.
  let plot: PlotArea
  private let look: Look
  private let xLabel: String
  private let hasLabelRow: Bool

  /// `header` rows at the top and `margin` columns at the right are left alone; nil if too little room is left.
  ///
  /// `aspect` is how many cells the picture may be wide for each row of it, 2 in a square; without it all room is used.
  init?(
    at origin: Point, _ size: Size, header: Int, margin: Int = 0, x: Axis, y: Axis,
    isLooseY: Bool = true, aspect: ClosedRange<Int>? = nil, xLabel: String, look: Look
  ) {
    hasLabelRow = !xLabel.isEmpty && size.rows >= 12
    var rows = size.rows - header - 2 - (hasLabelRow ? 1 : 0)
    guard rows >= 2 else { return nil }
    if let aspect { rows = min(rows, max(2, (size.columns - margin - 8) / aspect.lowerBound)) }
    self.y = Ticks(y, atMost: rows <= 4 ? 3 : 2 + (rows - 1) / 3, isLoose: isLooseY, isASCII: look.isASCII)
    let gutter = self.y.labelWidth + 1
    var columns = size.columns - gutter - 1 - margin
    if let aspect { columns = min(columns, rows * aspect.upperBound) }
    guard columns >= 8 else { return nil }
    self.x = Self.xTicks(x, columns: columns, isASCII: look.isASCII)
    plot = PlotArea(
      column: origin.column + gutter + 1, row: origin.row + header, columns: columns, rows: rows)
    (self.origin, self.size, self.look, self.xLabel) = (origin, size, look, look.prose(xLabel))
  }

  /// As many ticks as find room for their labels.
  private static func xTicks(_ axis: Axis, columns: Int, isASCII: Bool) -> Ticks {
    var count = min(12, max(2, columns / 5))
    while count > 2 {
      let ticks = Ticks(axis, atMost: count, isLoose: false, isASCII: isASCII)
      if ticks.ticks.count * (ticks.labelWidth + 3) <= columns + 3 { return ticks }
      count -= 1
    }
    return Ticks(axis, atMost: 2, isLoose: false, isASCII: isASCII)
  }

  /// The column of an x, the row of a y.
  func column(_ fraction: Double) -> Int {
    plot.column + whole(fraction * Double(plot.columns - 1), in: 0...plot.columns - 1)
  }
  func row(_ fraction: Double) -> Int {
    plot.row + whole((1 - fraction) * Double(plot.rows - 1), in: 0...plot.rows - 1)
  }

  func draw(in grid: inout Grid) {
    let faint = Style(.faint)
    let axisColumn = plot.column - 1
    let axisRow = plot.row + plot.rows
    for row in plot.row..<axisRow { grid.write(look.sign(.upright), at: axisColumn, row, faint) }
    grid.write(look.sign(.corner), at: axisColumn, axisRow, faint)
    for column in plot.column..<plot.column + plot.columns {
      grid.write(look.sign(.rule), at: column, axisRow, faint)
    }
    var lastRow = Int.min
    for tick in y.ticks.reversed() {
      guard let fraction = y.axis.fraction(of: tick.value) else { continue }
      let row = row(fraction)
      // Two labels never share a row.
      if row == lastRow { continue }
      lastRow = row
      grid.write(look.sign(.tickLeft), at: axisColumn, row, faint)
      grid.write(tick.label, at: axisColumn - 1 - tick.label.count, row)
    }
    drawXLabels(in: &grid, axisRow)
  }

  private func drawXLabels(in grid: inout Grid, _ axisRow: Int) {
    let end = origin.column + size.columns
    var free = origin.column
    for tick in x.ticks {
      guard let fraction = x.axis.fraction(of: tick.value) else { continue }
      let column = column(fraction)
      grid.write(look.sign(.tickBelow), at: column, axisRow, Style(.faint))
      let start = max(origin.column, min(end - tick.label.count, column - tick.label.count / 2))
      if start < free { continue }
      grid.write(tick.label, at: start, axisRow + 1)
      free = start + tick.label.count + 1
    }
    let label = Legend.cut(xLabel, to: plot.columns, look)
    if hasLabelRow {
      grid.write(label, at: plot.column + max(0, plot.columns - width(of: label)) / 2, axisRow + 2, Style(.faint))
    } else if free + 1 + width(of: label) <= end {
      grid.write(label, at: end - width(of: label), axisRow + 1, Style(.faint))
    }
  }
}
