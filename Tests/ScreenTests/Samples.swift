import Glibc
import Networks
import Screen

/// Plots that tests draw, always the same.
enum Samples {
  static var decay: LinePlot {
    LinePlot(
      title: "Loss", xLabel: "epoch", yLabel: "E", yScale: .logarithmic,
      [Curve("E", (0...60).map { PlotPoint(Double($0), exp(-Double($0) / 8)) })])
  }

  static var two: LinePlot {
    LinePlot(
      title: "η", xLabel: "轮次", yLabel: "∂E/∂w5",
      [
        Curve("sine", (0...80).map { PlotPoint(Double($0), sin(Double($0) / 10)) }),
        // A gap where nothing is known.
        Curve("line", (0...80).map { PlotPoint(Double($0), (30...40).contains($0) ? .nan : Double($0) / 80) }),
      ])
  }

  static var map: HeatMap {
    let samples = (0..<12).map { (number: Int) -> HeatMap.Sample in
      HeatMap.Sample(
        x: cos(Double(number)) * 0.8, y: sin(Double(number)) * 0.8, isHigh: number % 2 == 0, isWrong: number == 5)
    }
    let names = HeatMap.SampleNames(high: "target ≥ 0.5", low: "< 0.5", wrong: "判错")
    return HeatMap(title: "out_O", xLabel: "i1", yLabel: "i2", x: -1...1, y: -1...1, samples: samples, names: names) {
      (x: Double, y: Double) -> Double in
      1 / (1 + exp(-6 * (x + y)))
    }
  }

  /// Curves that no network could make: every kind of number, none at all, many.
  static func hostile(_ random: inout RandomSource) -> LinePlot {
    let special: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      1e-300, 1, -1, 1e15, 1e-12,
    ]
    func number() -> Double {
      if random.next() % 3 == 0 { return special[Int(random.next() % UInt64(special.count))] }
      return random.next(in: -1...1) * pow(10, random.next(in: -20...20))
    }
    let curves = (0..<Int(random.next() % 5)).map { index in
      Curve("c\(index)", (0..<Int(random.next() % 40)).map { _ in PlotPoint(number(), number()) })
    }
    return LinePlot(
      title: "t\u{1B}[31m\n<&>", xLabel: "x", yLabel: random.next() % 2 == 0 ? "" : "y",
      xScale: random.next() % 2 == 0 ? .linear : .logarithmic, yScale: random.next() % 2 == 0 ? .linear : .logarithmic,
      marksPoints: random.next() % 2 == 0, curves)
  }
}
