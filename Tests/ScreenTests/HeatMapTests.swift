import Diagnostics
import Glibc
import Networks
import Screen
import Testing

@Suite struct HeatMapTests {
  /// Each shade stands where the value is; classes and wrong answers have marks of their own.
  @Test func mapShowsValuesAndSamples() {
    let map = HeatMap(
      x: 0...1, y: 0...1,
      samples: [
        .init(x: 0.1, y: 0.9, isHigh: true), .init(x: 0.9, y: 0.9, isHigh: false, isWrong: true),
        .init(x: 0.9, y: 0.1, isHigh: false), .init(x: 0.1, y: 0.1, isHigh: true, isWrong: true),
        .init(x: 7, y: 7, isHigh: true),
      ]
    ) { x, _ in x < 0.5 ? 1 : 0 }
    let lines = map.lines(Size(columns: 60, rows: 20))
    func columns(_ mark: Character) -> [Int] {
      lines.flatMap { line in line.enumerated().filter { $0.element == mark }.map(\.offset) }
    }
    for mark: Character in ["●", "○", "◆", "◇"] { #expect(columns(mark).count == 1, "\(mark)") }
    #expect(columns("●") == columns("◆") && columns("○") == columns("◇"))
    #expect((columns("●").first ?? 0) < (columns("○").first ?? 0))
    let row = lines.first { $0.contains("●") } ?? ""
    #expect(row.contains("█") && (row.lastIndex(of: "○") == nil))
  }

  /// A slanting edge runs through half cells, on one side of it what is high; ASCII has none of them.
  @Test func theEdgeRunsThroughHalfCells() {
    let map = HeatMap(x: 0...1, y: 0...1) { x, y in x + 0.3 * y > 0.6 ? 1 : 0 }
    var grid = Grid(Size(columns: 60, rows: 20))
    map.draw(in: &grid, at: Point(column: 0, row: 0), grid.size)
    #expect(grid.lines.joined().contains("▀") && !grid.lines.joined().contains("▄"))
    for line in grid.lines where line.contains("▀") {
      let before = line.prefix { $0 != "▀" }.drop { $0 != "┤" && $0 != "│" }.dropFirst()
      #expect(before.allSatisfy { $0 == " " })
    }
    let cells = (0..<60).flatMap { column in (0..<20).map { grid[column, $0] } }
    #expect(cells.allSatisfy { $0.text != "▀" || $0.style == Style(.map) })
    #expect(!map.lines(Size(columns: 60, rows: 20), Look(notation: .ascii)).joined().contains("▀"))
  }

  /// The marks are explained as far as there is room, and only those that occur.
  @Test func marksAreExplained() {
    func lines(_ columns: Int, wrong: Bool) -> String {
      let map = HeatMap(
        title: "out_O", yLabel: "i2", x: 0...1, y: 0...1,
        samples: [.init(x: 0.5, y: 0.5, isHigh: true, isWrong: wrong)],
        names: .init(high: "high", low: "low", wrong: "wrong")
      ) { _, _ in 0 }
      return map.lines(Size(columns: columns, rows: 16)).prefix(2).joined(separator: "\n")
    }
    #expect(lines(60, wrong: true) == "out_O\ni2   ● high  ○ low  ◆◇ wrong")
    #expect(lines(27, wrong: true) == "out_O\ni2  ● high  ○ low  ◆◇ wrong")
    #expect(lines(60, wrong: false) == "out_O\ni2   ● high  ○ low")
    #expect(lines(26, wrong: true) == "out_O\ni2  ● high  ○ low")
  }

  @Test(arguments: 0..<200)
  func nothingTraps(_ seed: Int) {
    var random = RandomSource(seed: UInt64(seed))
    let size = Size(columns: Int(random.next() % 120), rows: Int(random.next() % 50))
    let look = Look(language: .zh, notation: seed % 2 == 0 ? .ascii : .unicode)
    let scale = pow(10, random.next(in: -300...300))
    let low = random.next(in: -1...1) * scale
    let values: [Double] = [.nan, .infinity, -.infinity, 0, 1e300, -5, 0.5]
    let map = HeatMap(
      title: "图", xLabel: "x", yLabel: "y", x: low...(low + (seed % 5 == 0 ? 0 : scale)), y: low...low,
      samples: [.init(x: .nan, y: 0, isHigh: true), .init(x: low, y: low, isHigh: false, isWrong: seed % 3 == 0)],
      names: .init(high: "目标值 ≥ 0.5", low: "< 0.5", wrong: "判错")
    ) { x, _ in values[Int(x.bitPattern % 7)] }
    let lines = map.lines(size, look)
    #expect(lines.count == size.rows)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= size.columns })
    // A page asks for four thousand values.
    guard seed % 10 == 0 else { return }
    var page = SVGPage(title: "t", look)
    page.add(map)
    #expect(!page.text.contains("nan") && !page.text.contains("inf"))
  }
}
