import Diagnostics
import Networks
import Screen
import Testing

@Suite struct LinePlotTests {
  @Test func emptyPlotSaysSo() {
    #expect(LinePlot([]).lines(Size(columns: 40, rows: 10)).contains { $0.contains("nothing to draw") })
    let nothing = LinePlot([Curve("a", [PlotPoint(.nan, 1), PlotPoint(1, .infinity)])])
    #expect(nothing.lines(Size(columns: 40, rows: 10), Look(language: .zh)).contains { $0.contains("没有可画的数据") })
    // Nothing that is not positive has a logarithm.
    let negative = LinePlot(yScale: .logarithmic, [Curve("a", [PlotPoint(0, -1), PlotPoint(1, 0)])])
    #expect(negative.lines(Size(columns: 40, rows: 10)).contains { $0.contains("nothing to draw") })
  }

  /// A curve that rises never has its dots below those to their left, at whatever size and scale.
  @Test(arguments: 0..<200)
  func risingCurvesRise(_ seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    var (x, y) = (1.0, 0.001)
    let points = (0..<Int(random.next() % 60) + 2).map { _ in
      x += random.next(in: 0.01...3)
      y += random.next(in: 0...1) * random.next(in: 0...1)
      return PlotPoint(x, y)
    }
    let plot = LinePlot(
      xScale: seed % 2 == 0 ? .linear : .logarithmic, yScale: seed % 3 == 0 ? .logarithmic : .linear,
      [Curve("a", points)])
    let size = Size(columns: 20 + Int(random.next() % 120), rows: 6 + Int(random.next() % 50))
    let dots = Self.dots(plot.lines(size))
    #expect(!dots.isEmpty)
    var highestSoFar = Int.max
    for (_, rows) in dots.sorted(by: { $0.key < $1.key }) {
      let (highest, lowest) = (rows.min() ?? 0, rows.max() ?? 0)
      // Rows count from the top. A column's lowest dot is where the column before it ended, or above.
      #expect(lowest - 1 <= highestSoFar, "seed \(seed)")
      highestSoFar = min(highestSoFar, highest)
    }
  }

  /// Whatever is drawn stays inside the axes, and the text inside its room.
  @Test(arguments: 0..<400)
  func nothingTrapsOrLeavesTheFrame(_ seed: Int) {
    var random = RandomSource(seed: UInt64(seed) + 1000)
    let plot = Samples.hostile(&random)
    let size = Size(columns: Int(random.next() % 120), rows: Int(random.next() % 50))
    let lines = plot.lines(size, Look(notation: random.next() % 2 == 0 ? .ascii : .unicode))
    #expect(lines.count == size.rows)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= size.columns })
    let axis = lines.lastIndex { $0.contains("└") }
    if let axis {
      let left = lines[axis].prefix { $0 != "└" }.count
      for (row, line) in lines.enumerated() {
        for (column, character) in line.enumerated() where Self.isDot(character) {
          #expect(row < axis && column > left, "seed \(seed)")
        }
      }
    }
    var page = SVGPage(title: "t", Look())
    page.add(plot)
    let text = page.text
    #expect(!text.contains("nan") && !text.contains("inf") && !text.contains("\u{1B}"))
    #expect(text.contains("t�[31m�&lt;&amp;&gt;"))
  }

  /// Every sample of few enough is seen as a mark, where its value says.
  @Test func marksStandWhereTheirValuesAre() throws {
    let points = [PlotPoint(0, 0), PlotPoint(5, 5), PlotPoint(10, 10)]
    let lines = LinePlot(marksPoints: true, [Curve("a", points)]).lines(Size(columns: 41, rows: 20))
    let marks = lines.enumerated().flatMap { row, line in
      line.enumerated().filter { $0.element == "●" }.map { (column: $0.offset, row: row) }
    }
    try #require(marks.count == 3)
    #expect(marks.map(\.row) == marks.map(\.row).sorted() && Set(marks.map(\.row)).count == 3)
    #expect(marks[0].column > marks[1].column && marks[1].column > marks[2].column)
    // The middle one lies in the middle.
    #expect(abs(2 * marks[1].row - marks[0].row - marks[2].row) <= 1)
    #expect(abs(2 * marks[1].column - marks[0].column - marks[2].column) <= 1)
  }

  /// Nothing happens between two epochs, and none comes before the first.
  @Test(arguments: [[0.0], [0, 1], [0, 1, 2, 3], [0, 100]])
  func whatIsCountedHasWholeMarks(_ epochs: [Double]) throws {
    let plot = LinePlot(countsX: true, [Curve("E", epochs.map { PlotPoint($0, 1 / (1 + $0)) })])
    let labels = plot.lines(Size(columns: 60, rows: 12)).last?.split(separator: " ").map(String.init) ?? []
    #expect(labels.count >= 2 && labels.first == "0")
    #expect(labels.allSatisfy { Int($0) != nil }, "\(labels)")
    #expect(labels.last.flatMap { Int($0) } == Int(max(1, epochs.last ?? 0)))
  }

  @Test func drawingTouchesOnlyItsOwnRoom() {
    var grid = Grid(Size(columns: 80, rows: 30))
    grid.fill("·", columns: 0..<80, rows: 0..<30, Style())
    Samples.two.draw(in: &grid, at: Point(column: 10, row: 5), Size(columns: 50, rows: 20), Look())
    for row in 0..<30 {
      for column in 0..<80 where !(10..<60).contains(column) || !(5..<25).contains(row) {
        #expect(grid[column, row].text == "·", "\(column), \(row)")
      }
    }
  }

  private static func isDot(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x2801...0x28FF).contains($0.value) } ?? false
  }

  /// The rows of the dots in each column of dots.
  private static func dots(_ lines: [String]) -> [Int: [Int]] {
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    var dots: [Int: [Int]] = [:]
    for (row, line) in lines.enumerated() {
      for (column, character) in line.enumerated() where isDot(character) {
        let pattern = (character.unicodeScalars.first?.value ?? 0x2800) - 0x2800
        for down in 0..<4 {
          for across in 0..<2 where pattern & bits[down][across] != 0 {
            dots[2 * column + across, default: []].append(4 * row + down)
          }
        }
      }
    }
    return dots
  }
}
