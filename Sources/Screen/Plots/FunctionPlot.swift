/// The curve of a function, a straight line at the point where one is, and points that are marked.
package struct FunctionPlot: Hashable, Sendable {
  /// What stands out on the curve.
  package enum Mark: Hashable, Sendable {
    /// Where one is.
    case here
    /// Where a step leads.
    case next
  }

  package var xLabel: String
  /// In the order in which they are joined.
  package var curve: [PlotPoint]
  /// Two ends of a line that touches the curve; none where there is no line to show.
  package var tangent: [PlotPoint]
  package var marks: [Mark: PlotPoint]

  package init(xLabel: String, curve: [PlotPoint], tangent: [PlotPoint] = [], marks: [Mark: PlotPoint] = [:]) {
    (self.xLabel, self.curve, self.tangent, self.marks) = (xLabel, curve, tangent, marks)
  }

  /// The lines of the plot, without spaces at their ends.
  package func lines(_ size: Size, _ look: Look = Look()) -> [String] {
    var grid = Grid(size)
    draw(in: &grid, at: Point(column: 0, row: 0), grid.size, look)
    return grid.lines
  }

  /// Draws into a part of a grid; nothing outside of it is touched.
  ///
  /// False where there is no room or nothing to draw.
  ///
  /// Cost: proportional to points and cells.
  @discardableResult
  package func draw(in grid: inout Grid, at origin: Point, _ size: Size, _ look: Look = Look()) -> Bool {
    // The line is cut off where the curve ends; it must not flatten the curve.
    guard let x = Axis(curve.map(\.x), .linear),
      let y = Axis(curve.map(\.y) + marks.values.map(\.y), .linear),
      let frame = PlotFrame(at: origin, size, header: 0, x: x, y: y, xLabel: xLabel, look: look)
    else { return false }
    frame.draw(in: &grid)
    var canvas = DotCanvas(columns: frame.plot.columns, rows: frame.plot.rows, isASCII: look.isASCII)
    draw(curve, owner: 0, on: &canvas, frame)
    draw(tangent, owner: 1, on: &canvas, frame)
    canvas.forEachCell { column, row, text, owner in
      // In ASCII the line has a sign of its own, since its dots look like the curve's.
      let sign = look.isASCII && owner == 1 ? look.curveMark(1) : text
      grid.write(sign, at: frame.plot.column + column, frame.plot.row + row, Look.curveStyle(owner))
    }
    for mark in [Mark.next, .here] {
      guard let point = marks[mark], let fx = frame.x.axis.fraction(of: point.x),
        let fy = frame.y.axis.fraction(of: point.y), (0...1).contains(fx), (0...1).contains(fy)
      else { continue }
      let cell = canvas.cell((fx, fy))
      let (sign, style): (Sign, Style) =
        switch mark {
        case .here: (.port, Style(.focus, bold: true))
        case .next: (.open, Style(.fresh, bold: true))
        }
      // Both are "o" in ASCII.
      let text = look.isASCII && mark == .here ? "@" : look.sign(sign)
      grid.write(text, at: frame.plot.column + cell.column, frame.plot.row + cell.row, style)
    }
    return true
  }

  private func draw(_ points: [PlotPoint], owner: Int, on canvas: inout DotCanvas, _ frame: PlotFrame) {
    var last: (x: Double, y: Double)?
    for point in points {
      guard let x = frame.x.axis.fraction(of: point.x), let y = frame.y.axis.fraction(of: point.y) else {
        last = nil
        continue
      }
      canvas.line(last ?? (x, y), (x, y), owner: owner)
      last = (x, y)
    }
  }
}
