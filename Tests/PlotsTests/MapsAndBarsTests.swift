import Diagnostics
import Glibc
import Networks
import Plots
import Screen
import Testing

@Suite struct MapsAndBarsTests {
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

  @Test(arguments: 0..<200)
  func nothingTraps(_ seed: Int) {
    var random = RandomSource(seed: UInt64(seed))
    let size = Size(columns: Int(random.next() % 120), rows: Int(random.next() % 50))
    let look = PlotLook(isASCII: seed % 2 == 0, language: .zh)
    let scale = pow(10, random.next(in: -300...300))
    let low = random.next(in: -1...1) * scale
    let values: [Double] = [.nan, .infinity, -.infinity, 0, 1e300, -5, 0.5]
    let map = HeatMap(
      title: "图", xLabel: "x", yLabel: "y", x: low...(low + (seed % 5 == 0 ? 0 : scale)), y: low...low,
      samples: [.init(x: .nan, y: 0, isHigh: true), .init(x: low, y: low, isHigh: false)]
    ) { x, _ in values[Int(x.bitPattern % 7)] }
    let bars = BarChart(
      title: "柱", (0..<Int(random.next() % 30)).map { .init("名\($0)", values[$0 % 7] * scale) })
    for lines in [map.lines(size, look), bars.lines(size, look)] {
      #expect(lines.count == size.rows)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= size.columns })
    }
    // A page asks for four thousand values.
    guard seed % 10 == 0 else { return }
    var page = SVGPage(title: "t", look)
    page.add(map)
    #expect(!page.text.contains("nan") && !page.text.contains("inf"))
  }

  /// Longer bars for larger values, negative ones to the left of the line.
  @Test func barsGrowWithTheirValues() {
    let values = [0.1, 0.4, 0.9, 2.5]
    let lines = BarChart(values.map { .init("a", $0) } + [.init("b", -1)]).lines(Size(columns: 60, rows: 5))
    let lengths = lines.prefix(4).map { line in line.count { $0 == "█" } }
    #expect(lengths == lengths.sorted() && Set(lengths).count == 4)
    let last = lines[4]
    #expect((last.firstIndex(of: "█") ?? last.endIndex) < (last.firstIndex(of: "│") ?? last.startIndex))
  }
}
