import Diagnostics
import Plots
import Screen
import Testing
import Glibc

@Suite struct GalleryTests {
  @Test func show() {
    let samples = (0..<40).map { i -> HeatMap.Sample in
      let a = Double(i) * 0.7, r = i % 2 == 0 ? 0.3 : 0.9
      return .init(x: r * cos(a), y: r * sin(a), isHigh: i % 2 == 0, isWrong: i % 13 == 5)
    }
    let map = HeatMap(title: "Decision boundary after 200 epochs", xLabel: "i1", yLabel: "i2", x: -1.1...1.1, y: -1.1...1.1, samples: samples) { x, y in 1 / (1 + exp(8 * (x * x + y * y - 0.4))) }
    let bars = BarChart(title: "∂E/∂w at epoch 3", [.init("∂E/∂w1", 0.00101), .init("∂E/∂w2", 0.00177), .init("∂E/∂w5", -0.0349), .init("∂E/∂w6", -0.0221), .init("∂E/∂b1", 0.0244), .init("∂E/∂b2", -0.126)])
    let up = BarChart([.init("a", 1), .init("b", 0.37), .init("第三个", 0.01), .init("nan", .nan)])
    for (c, r) in [(30, 8), (80, 24), (50, 14)] {
      for ascii in [false, true] {
        let look = PlotLook(isASCII: ascii)
        for lines in [map.lines(Size(columns: c, rows: r), look), bars.lines(Size(columns: c, rows: r), look), up.lines(Size(columns: c, rows: 3), look)] {
          print(String(repeating: "=", count: c))
          print(lines.joined(separator: "\n"))
        }
      }
    }
  }
}
