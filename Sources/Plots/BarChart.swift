import Diagnostics
package import Screen

/// Named values as bars that lie, with the values beside them; negative ones to the left of the line.
package struct BarChart: Hashable, Sendable {
  package struct Bar: Hashable, Sendable {
    package var name: String
    package var value: Double

    package init(_ name: String, _ value: Double) { (self.name, self.value) = (name, value) }
  }

  package var title: String
  package var bars: [Bar]

  package init(title: String = "", _ bars: [Bar]) { (self.title, self.bars) = (title, bars) }

  /// The lines of the chart, without spaces at their ends.
  package func lines(_ size: Size, _ look: PlotLook = PlotLook()) -> [String] {
    var grid = Grid(size)
    draw(in: &grid, at: Point(column: 0, row: 0), grid.size, look)
    return grid.lines
  }

  /// Draws as many bars as there is room for; the last line says how many are left out.
  package func draw(in grid: inout Grid, at origin: Point, _ size: Size, _ look: PlotLook = PlotLook()) {
    guard size.columns >= 4, size.rows > 0 else { return }
    var row = origin.row
    if !title.isEmpty, size.rows >= 3 {
      let text = Legend.cut(look.label(title), to: size.columns, look)
      grid.write(text, at: origin.column, row, Style(.heading, bold: true))
      row += 1
    }
    let room = origin.row + size.rows - row
    let shown = bars.count <= room ? bars[...] : bars.prefix(max(0, room - 1))
    let layout = Layout(shown, size.columns, look)
    for bar in shown {
      draw(bar, in: &grid, at: origin.column, row, layout, look)
      row += 1
    }
    if shown.count < bars.count {
      let left = bars.count - shown.count
      let text = Words(en: "… \(left) more", zh: "… 还有 \(left) 个")[look.language]
      grid.write(Legend.cut(look.label(text), to: size.columns, look), at: origin.column, row, Style(.faint))
    }
  }

  /// Who gets which columns: names, bars to the left, bars to the right, values.
  private struct Layout {
    let names: Int
    let left: Int
    let right: Int
    let values: Int
    /// The value of a bar that fills its room.
    let scale: Double

    init(_ bars: ArraySlice<Bar>, _ columns: Int, _ look: PlotLook) {
      let finite = bars.map(\.value).filter(\.isFinite)
      let (low, high) = (min(0, finite.min() ?? 0), max(0, finite.max() ?? 0))
      names = min(columns / 3, bars.map { width(of: look.label($0.name)) }.max() ?? 0)
      values = min(max(0, columns - names - 4), bars.map { BarChart.number($0.value).count }.max() ?? 0)
      let room = max(1, columns - names - values - 3)
      let span = high / 2 - low / 2
      left =
        low < 0 && span > 0
        ? whole(Double(room) * (-low / 2 / span), in: high > 0 ? 1...max(1, room - 1) : 1...room) : 0
      right = room - left
      scale = max(
        left > 0 ? -low / Double(left) : 0, right > 0 && high > 0 ? high / Double(right) : 0)
    }
  }

  private static func number(_ value: Double) -> String { DecimalText.significant(value, digits: 4) }

  private func draw(
    _ bar: Bar, in grid: inout Grid, at column: Int, _ row: Int, _ layout: Layout, _ look: PlotLook
  ) {
    let name = Legend.cut(look.label(bar.name), to: layout.names, look)
    grid.write(name, at: column + layout.names - width(of: name), row)
    let line = column + layout.names + 1 + layout.left
    grid.write(look.isASCII ? "|" : "│", at: line, row, Style(.faint))
    var end = line + 1
    if bar.value.isFinite, layout.scale > 0 {
      let cells = bar.value.magnitude / layout.scale
      if bar.value < 0 {
        let text = Self.leftward(min(cells, Double(layout.left)), look)
        grid.write(text, at: line - width(of: text), row, Style(.focus))
      } else {
        let text = Self.rightward(min(cells, Double(layout.right)), look)
        grid.write(text, at: line + 1, row, Style(.lit))
        end += width(of: text)
      }
    }
    grid.write(Self.number(bar.value), at: end + 1, row, Style(.faint), width: max(0, layout.values))
  }

  /// A bar in eighths of a cell.
  private static func rightward(_ cells: Double, _ look: PlotLook) -> String {
    if look.isASCII { return String(repeating: "=", count: whole(cells, in: 0...10_000)) }
    let eighths = whole(cells * 8, in: 0...80_000)
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + part
  }

  /// There are no blocks that grow from the right but the half one.
  private static func leftward(_ cells: Double, _ look: PlotLook) -> String {
    if look.isASCII { return String(repeating: "=", count: whole(cells, in: 0...10_000)) }
    let halves = whole(cells * 2, in: 0...20_000)
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }
}
