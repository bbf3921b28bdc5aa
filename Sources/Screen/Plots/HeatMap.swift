import Diagnostics

/// Values over a plane as shades, with points upon them: a network's answers everywhere, and its samples.
package struct HeatMap {
  /// A sample: where it lies, which class it is of, and whether the answer there is wrong.
  package struct Sample: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var isHigh: Bool
    package var isWrong: Bool

    package init(x: Double, y: Double, isHigh: Bool, isWrong: Bool = false) {
      (self.x, self.y, self.isHigh, self.isWrong) = (x, y, isHigh, isWrong)
    }
  }

  /// What the marks of the samples mean.
  package struct SampleNames: Hashable, Sendable {
    package let high: String
    package let low: String
    package let wrong: String

    package init(high: String, low: String, wrong: String) { (self.high, self.low, self.wrong) = (high, low, wrong) }
  }

  package var title: String
  package var xLabel: String
  package var yLabel: String
  package var x: ClosedRange<Double>
  package var y: ClosedRange<Double>
  /// The values shown as the lightest and the darkest shade.
  package var range: ClosedRange<Double>
  package var samples: [Sample]
  /// nil where the marks need no explanation.
  package var names: SampleNames?
  /// The value at a place.
  package var value: (_ x: Double, _ y: Double) -> Double

  package init(
    title: String = "", xLabel: String = "", yLabel: String = "", x: ClosedRange<Double>, y: ClosedRange<Double>,
    range: ClosedRange<Double> = 0...1, samples: [Sample] = [], names: SampleNames? = nil,
    value: @escaping (Double, Double) -> Double
  ) {
    (self.title, self.xLabel, self.yLabel) = (title, xLabel, yLabel)
    (self.x, self.y, self.range) = (x, y, range)
    (self.samples, self.names, self.value) = (samples, names, value)
  }

  /// The lines of the plot, without spaces at their ends.
  package func lines(_ size: Size, _ look: Look = Look()) -> [String] {
    var grid = Grid(size)
    draw(in: &grid, at: Point(column: 0, row: 0), grid.size, look)
    return grid.lines
  }

  /// Draws into a part of a grid, at most twice as wide as high; nothing outside of it is touched.
  ///
  /// The edge between high and low runs through half cells. Cost: the value is asked for twice a cell.
  package func draw(in grid: inout Grid, at origin: Point, _ size: Size, _ look: Look = Look()) {
    let titleRows = title.isEmpty || size.rows < 7 ? 0 : 1
    let labelRows = yLabel.isEmpty || size.rows < 10 ? 0 : 1
    let key = Key(range, look)
    let margin = size.columns >= 30 && size.rows >= 8 ? key.columns + 2 : 0
    let (xAxis, yAxis) = (axis(x), axis(y))
    let frame = PlotFrame(
      at: origin, size, header: titleRows + labelRows, margin: margin, x: xAxis, y: yAxis, isLooseY: false,
      aspect: 2...4,
      xLabel: xLabel, look: look)
    let plot = frame?.plot ?? PlotArea(column: origin.column, row: origin.row, columns: size.columns, rows: size.rows)
    guard plot.columns > 0, plot.rows > 0 else { return }
    if let frame {
      if titleRows > 0 {
        let text = Legend.cut(look.prose(title), to: size.columns, look)
        grid.write(text, at: origin.column, origin.row, Style(.heading, bold: true))
      }
      if labelRows > 0 {
        let text = Legend.cut(look.prose(yLabel), to: size.columns, look)
        let end = grid.write(text, at: origin.column, origin.row + titleRows, Style(.faint))
        let edge = origin.column + size.columns
        drawNames(in: &grid, min(end + 2, edge)..<edge, over: plot.column, origin.row + titleRows, look)
      }
      frame.draw(in: &grid)
      if margin > 0 { key.draw(in: &grid, at: plot.column + plot.columns + 2, plot.row, plot.rows) }
    }
    for row in 0..<plot.rows {
      // A quarter of a row above its middle and below.
      let middle = plot.rows == 1 ? 0.5 : 1 - Double(row) / Double(plot.rows - 1)
      let quarter = look.isASCII ? 0 : 0.25 / Double(max(1, plot.rows - 1))
      let (above, below) = (yAxis.value(at: min(1, middle + quarter)), yAxis.value(at: max(0, middle - quarter)))
      for column in 0..<plot.columns {
        let x = xAxis.value(at: plot.columns == 1 ? 0.5 : Double(column) / Double(plot.columns - 1))
        let upper = value(x, above)
        let text = cell(upper, look.isASCII ? upper : value(x, below), look)
        grid.write(text, at: plot.column + column, plot.row + row, Style(.map))
      }
    }
    drawSamples(in: &grid, plot, xAxis, yAxis, look)
  }

  /// The marks that occur, with their meaning, for a line of text.
  func explained(_ look: Look) -> [(marks: String, style: Style, text: String)] {
    guard let names, !samples.isEmpty else { return [] }
    let right = [
      (look.sampleMark(isHigh: true, isWrong: false), Style(.focus), " " + look.prose(names.high)),
      (look.sampleMark(isHigh: false, isWrong: false), Style(.lit), " " + look.prose(names.low)),
    ]
    guard samples.contains(where: \.isWrong) else { return right }
    let wrong = look.sampleMark(isHigh: true, isWrong: true) + look.sampleMark(isHigh: false, isWrong: true)
    return right + [(wrong, Style(.bad), " " + look.prose(names.wrong))]
  }

  /// Above the picture where all of them have room there, else as far to the left as they can be.
  private func drawNames(in grid: inout Grid, _ columns: Range<Int>, over picture: Int, _ row: Int, _ look: Look) {
    let parts = explained(look)
    let whole = parts.reduce(-2) { $0 + 2 + width(of: $1.marks + $1.text) }
    var at = picture + whole <= columns.upperBound ? max(picture, columns.lowerBound) : columns.lowerBound
    for (marks, style, text) in parts {
      guard at + width(of: marks + text) <= columns.upperBound else { return }
      at = grid.write(marks, at: at, row, style)
      at = grid.write(text, at: at, row, Style(.faint)) + 2
    }
  }

  private func axis(_ range: ClosedRange<Double>) -> Axis {
    Axis([range.lowerBound, range.upperBound], .linear) ?? Axis(low: 0, high: 1, scale: .linear)
  }

  /// Which of five shades; nil for a value that is none.
  func level(_ value: Double) -> Int? {
    if value.isNaN { return nil }
    let fraction = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return whole((fraction * 5).rounded(.down), in: 0...4)
  }

  /// A half block where the edge between high and low runs through the cell, else the shade of both halves.
  private func cell(_ upper: Double, _ lower: Double, _ look: Look) -> String {
    guard let above = level(upper), let below = level(lower) else { return "?" }
    let middle = (range.lowerBound + range.upperBound) / 2
    // Where values pass the middle slowly, a bar of full colors would tear the picture.
    if above == below { return look.shades[above] }
    switch (upper >= middle, lower >= middle) {
    case (true, false): return "▀"
    case (false, true): return "▄"
    case (true, true): return look.shades[min(above, below)]
    case (false, false): return look.shades[max(above, below)]
    }
  }

  private func drawSamples(
    in grid: inout Grid, _ plot: PlotArea, _ x: Axis, _ y: Axis,
    _ look: Look
  ) {
    // Wrong ones last, so that none hides behind others.
    for sample in samples.filter({ !$0.isWrong }) + samples.filter(\.isWrong) {
      guard let fx = x.fraction(of: sample.x), let fy = y.fraction(of: sample.y), (0...1).contains(fx),
        (0...1).contains(fy)
      else { continue }
      let column = plot.column + whole(fx * Double(plot.columns - 1), in: 0...plot.columns - 1)
      let row = plot.row + whole((1 - fy) * Double(plot.rows - 1), in: 0...plot.rows - 1)
      grid.write(
        look.sampleMark(isHigh: sample.isHigh, isWrong: sample.isWrong), at: column, row,
        Style(sample.isWrong ? .bad : sample.isHigh ? .focus : .lit, bold: true))
    }
  }

  /// The shades beside their values.
  private struct Key {
    private let entries: [(shade: String, label: String)]
    let columns: Int

    init(_ range: ClosedRange<Double>, _ look: Look) {
      let shades = look.shades
      let axis = Axis(low: range.lowerBound, high: range.upperBound, scale: .linear)
      entries = shades.indices.reversed().map { level in
        let edge = axis.value(at: Double(level) / 5)
        return (shades[level], level == 0 ? "" : DecimalText.significant(edge, digits: 2))
      }
      columns = 3 + (entries.map(\.label.count).max() ?? 0)
    }

    func draw(in grid: inout Grid, at column: Int, _ row: Int, _ rows: Int) {
      // Two lines a shade where there is room; the label is at its lower edge.
      let height = rows >= 10 ? 2 : 1
      guard rows >= entries.count * height else { return }
      for (number, entry) in entries.enumerated() {
        for line in 0..<height {
          grid.write(entry.shade + entry.shade, at: column, row + number * height + line, Style(.map))
        }
        grid.write(entry.label, at: column + 3, row + number * height + height - 1, Style(.faint))
      }
    }
  }
}
