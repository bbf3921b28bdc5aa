import Diagnostics
import Screen
import ScreenTesting
import Testing

@Suite struct GoldenPlotsTests {
  @Test(arguments: [(30, 8), (60, 16), (100, 30)], [false, true])
  func plots(_ size: (Int, Int), _ isASCII: Bool) {
    let look = Look(language: isASCII ? .en : .zh, notation: isASCII ? .ascii : .unicode)
    for (name, draw) in Self.all {
      var grid = Grid(Size(columns: size.0, rows: size.1))
      draw(&grid, look)
      let file = "\(name)-\(size.0)x\(size.1)\(isASCII ? "-ascii" : "")"
      if let difference = Golden.difference(grid.golden, from: file) { Issue.record("\(difference)") }
    }
  }

  private static var all: [(String, (inout Grid, Look) -> Void)] {
    [
      ("decay", { grid, look in Samples.decay.draw(in: &grid, at: origin, grid.size, look) }),
      ("two", { grid, look in Samples.two.draw(in: &grid, at: origin, grid.size, look) }),
      ("map", { grid, look in Samples.map.draw(in: &grid, at: origin, grid.size, look) }),
    ]
  }
  private static let origin = Point(column: 0, row: 0)

  @Test func page() {
    var page = SVGPage(title: "all", Look())
    page.add(Samples.decay)
    page.add(Samples.two)
    if let difference = Golden.difference(page.text, from: "page.svg") { Issue.record("\(difference)") }
  }
}
