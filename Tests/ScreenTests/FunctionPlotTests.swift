import Diagnostics
import Testing

@testable import Screen

/// A curve with the point at hand.
struct FunctionPlotTests {
  private static func cubic(_ x: Double) -> Double { x * x * x }

  private static let plot = FunctionPlot(
    xLabel: "x", curve: (0...80).map { PlotPoint(Double($0 - 40) / 20, cubic(Double($0 - 40) / 20)) },
    tangent: [PlotPoint(-2, -4), PlotPoint(2, 8)],
    marks: [.here: PlotPoint(1.5, 3.375), .next: PlotPoint(-1.5, -3.375)])

  private func place(of sign: Character, in lines: [String]) -> (column: Int, row: Int)? {
    for (row, line) in lines.enumerated() {
      if let column = Array(line).firstIndex(of: sign) { return (column, row) }
    }
    return nil
  }

  /// The marks stand where their numbers are: 1.5 is right of and above −1.5, an eighth of the way from the end.
  @Test(arguments: [Size(columns: 60, rows: 18), Size(columns: 40, rows: 12), Size(columns: 100, rows: 40)])
  func marksStandAtTheirNumbers(_ size: Size) throws {
    let lines = Self.plot.lines(size)
    let here = try #require(place(of: "●", in: lines))
    let next = try #require(place(of: "○", in: lines))
    #expect(here.column > next.column && here.row < next.row)
    let axis = try #require(lines.first.flatMap { line in Array(line).firstIndex { "┤│".contains($0) } })
    let width = size.columns - axis - 2
    #expect(abs(Double(here.column - axis - 1) / Double(width) - 0.875) < 0.06)
    #expect(abs(Double(next.column - axis - 1) / Double(width) - 0.125) < 0.06)
  }

  @Test func asciiHasSignsOfItsOwn() {
    let lines = Self.plot.lines(Size(columns: 60, rows: 18), Look(notation: .ascii))
    let isASCII = lines.joined().unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isASCII)
    for sign in ["@", "o", "+"] { #expect(lines.contains { $0.contains(sign) }) }
  }

  /// Nothing that cannot be drawn traps: no points, none that is a number, no room.
  @Test func nothingTraps() {
    let odd = FunctionPlot(
      xLabel: "x", curve: [PlotPoint(.nan, 1), PlotPoint(0, .infinity), PlotPoint(-.infinity, .nan)],
      tangent: [PlotPoint(.nan, .nan)], marks: [.here: PlotPoint(.nan, 0)])
    let empty = FunctionPlot(xLabel: "", curve: [])
    let flat = FunctionPlot(xLabel: "", curve: [PlotPoint(0, 1), PlotPoint(1, 1)], marks: [.here: PlotPoint(1e300, 1)])
    for plot in [odd, empty, flat, Self.plot] {
      for columns in [0, 1, 5, 20, 300] {
        for rows in [0, 1, 3, 10] {
          for line in plot.lines(Size(columns: columns, rows: rows)) { #expect(Screen.width(of: line) <= columns) }
        }
      }
    }
  }
}
