/// A point of a curve.
package struct PlotPoint: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

/// A named curve; what is not finite leaves a gap in it.
package struct Curve: Hashable, Sendable {
  package var name: String
  package var points: [PlotPoint]

  package init(_ name: String, _ points: [PlotPoint]) { (self.name, self.points) = (name, points) }
}

/// Curves over common axes, as text or SVG.
package struct LinePlot: Hashable, Sendable {
  package var title: String
  package var xLabel: String
  package var yLabel: String
  package var curves: [Curve]
  package var xScale: AxisScale
  package var yScale: AxisScale
  /// Whether each point gets its curve's mark, for a few that were measured.
  package var marksPoints: Bool
  /// Whether x counts something from 0 on, so that its axis has marks at whole numbers only.
  package var countsX: Bool

  package init(
    title: String = "", xLabel: String = "", yLabel: String = "", xScale: AxisScale = .linear,
    yScale: AxisScale = .linear, marksPoints: Bool = false, countsX: Bool = false, _ curves: [Curve]
  ) {
    self.countsX = countsX
    (self.title, self.xLabel, self.yLabel) = (title, xLabel, yLabel)
    (self.xScale, self.yScale, self.marksPoints, self.curves) = (xScale, yScale, marksPoints, curves)
  }

  /// The lines of the plot, without spaces at their ends.
  package func lines(_ size: Size, _ look: Look = Look()) -> [String] {
    var grid = Grid(size)
    draw(in: &grid, at: Point(column: 0, row: 0), grid.size, look)
    return grid.lines
  }

  /// Draws into a part of a grid; nothing outside of it is touched.
  ///
  /// Cost: proportional to points and cells.
  package func draw(in grid: inout Grid, at origin: Point, _ size: Size, _ look: Look = Look()) {
    guard size.columns > 0, size.rows > 0 else { return }
    guard let x = xAxis, let y = axis(\.y, yScale) else {
      drawTitle(in: &grid, at: origin, size, look)
      let text = Legend.cut(look[Self.nothingToDraw], to: size.columns, look)
      grid.write(
        text, at: origin.column + (size.columns - width(of: text)) / 2, origin.row + size.rows / 2, Style(.faint))
      return
    }
    let names = curves.count > 1 ? curves.map(\.name) : []
    let titleRows = title.isEmpty || size.rows < 7 ? 0 : 1
    let label =
      yLabel.isEmpty || size.rows < 8 ? "" : Legend.cut(look.prose(yLabel), to: max(0, size.columns / 3), look)
    let indent = label.isEmpty ? 0 : width(of: label) + 3
    let legend = Legend(
      names, columns: max(1, size.columns - indent), lineLimit: max(1, size.rows / 8), look: look)
    let header = titleRows + max(legend.lines.count, label.isEmpty ? 0 : 1)
    guard
      let frame = PlotFrame(
        at: origin, size, header: size.rows < 6 ? 0 : header, x: x, y: y, xLabel: xLabel, look: look)
    else {
      drawCurves(
        in: &grid, PlotArea(column: origin.column, row: origin.row, columns: size.columns, rows: size.rows), x, y, look)
      return
    }
    if titleRows > 0 { drawTitle(in: &grid, at: origin, size, look) }
    if size.rows >= 6 {
      grid.write(label, at: origin.column, origin.row + titleRows, Style(.faint))
      legend.draw(in: &grid, at: origin.column + indent, origin.row + titleRows)
    }
    frame.draw(in: &grid)
    drawCurves(in: &grid, frame.plot, frame.x.axis, frame.y.axis, look)
  }

  var xAxis: Axis? {
    guard var axis = axis(\.x, xScale), countsX else { return axis(\.x, xScale) }
    // Nothing is counted below 0: that is room around a single point.
    if axis.low < 0 { axis = Axis(low: 0, high: max(1, axis.high), scale: .linear) }
    axis.isWhole = true
    return axis
  }

  func axis(_ coordinate: KeyPath<PlotPoint, Double>, _ scale: AxisScale) -> Axis? {
    // A point counts only if both of its coordinates can be shown.
    Axis(
      curves.lazy.flatMap { curve in
        curve.points.lazy.filter { isShown($0) }.map { $0[keyPath: coordinate] }
      }, scale)
  }

  private func isShown(_ point: PlotPoint) -> Bool {
    point.x.isFinite && point.y.isFinite && (xScale == .linear || point.x > 0) && (yScale == .linear || point.y > 0)
  }

  private func drawTitle(in grid: inout Grid, at origin: Point, _ size: Size, _ look: Look) {
    let text = Legend.cut(look.prose(title), to: size.columns, look)
    grid.write(text, at: origin.column, origin.row, Style(.heading, bold: true))
  }

  private func drawCurves(
    in grid: inout Grid, _ plot: PlotArea, _ x: Axis, _ y: Axis,
    _ look: Look
  ) {
    var canvas = DotCanvas(columns: plot.columns, rows: plot.rows, isASCII: look.isASCII)
    var marks: [(cell: Point, number: Int)] = []
    for (number, curve) in curves.enumerated() {
      var last: (x: Double, y: Double)?
      // Marks come at even distances, those of each curve at places of their own.
      let period = max(0.12, 12 / Double(plot.columns))
      var next = period * (Double(number) + 0.5) / Double(curves.count)
      for point in curve.points {
        guard let fx = x.fraction(of: point.x), let fy = y.fraction(of: point.y) else {
          last = nil
          continue
        }
        let here = (x: fx, y: fy)
        canvas.line(last ?? here, here, owner: number)
        let isInside = (-1e-9...1 + 1e-9).contains(fx) && (-1e-9...1 + 1e-9).contains(fy)
        if marksPoints, isInside { marks.append((canvas.cell(here), number)) }
        if let before = last, !marksPoints, curves.count > 1 {
          // What lies beyond the axis may lie beyond all counting.
          while next <= min(fx, 1) {
            if next >= before.x, fx > before.x {
              let part = (next - before.x) / (fx - before.x)
              let at = (x: next, y: before.y + part * (fy - before.y))
              if (0...1).contains(at.y) { marks.append((canvas.cell(at), number)) }
            }
            next += period
          }
        }
        last = here
      }
    }
    canvas.forEachCell { column, row, text, owner in
      let isMarked = look.isASCII && curves.count > 1
      grid.write(
        isMarked ? look.curveMark(owner) : text, at: plot.column + column, plot.row + row, Look.curveStyle(owner))
    }
    for (cell, number) in marks {
      grid.write(
        look.curveMark(number), at: plot.column + cell.column, plot.row + cell.row, Look.curveStyle(number))
    }
  }
}
