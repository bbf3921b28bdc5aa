import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Screen
import Testing
import Traces
import Tutor
import TutorViews

/// What is cut is wrong: each number beside a name must be that quantity's value, rounded.
@Suite struct ShownNumbersTests {
  @Test(arguments: [
    [2, 2, 1], [6, 6, 6], [784, 20, 10], [1, 1, 1, 1, 1, 1, 1, 1, 1], [2, 3, 3, 2], [2, 12, 12, 1],
  ])
  func noNumberIsCut(_ layers: [Int]) {
    for seed in UInt64(1)...6 {
      let network = RandomNetworks.network(layers, bias: seed % 2 == 0 ? .shared : .each).randomized(seed: seed)
      var state = State(network: network)
      for place in [1, state.walk.stops.count / 2, state.walk.stops.count] {
        _ = state.update(.line(":goto \(place)"))
        for size in [Size(columns: 80, rows: 24), Size(columns: 76, rows: 22), Size(columns: 120, rows: 40)] {
          let lines = View.render(state, size).lines
          for neuron in 0..<min(12, network.architecture.neuronCount) {
            let name = network.architecture.neuronName(neuron)
            for shown in Self.values(behind: name, in: lines) {
              let value = state.walk.trace.pass.value(of: .out(neuron))
              #expect(Self.isRounding(shown, of: value), "\(name) \(shown) is not \(value) at \(size)")
            }
          }
          for parameter in 0..<min(40, network.architecture.parameterCount) {
            let quantity = Quantity.updated(parameter)
            let name = network.architecture.expression(of: quantity).text(.unicode)
            for shown in Self.values(behind: name, in: lines) {
              let value = state.walk.trace.pass.value(of: quantity)
              #expect(Self.isRounding(shown, of: value), "\(name) \(shown) is not \(value) at \(size)")
            }
          }
        }
      }
    }
  }

  /// Words that stand behind a name and begin like a number.
  private static func values(behind name: String, in lines: [String]) -> [String] {
    lines.flatMap { line -> [String] in
      let words = line.split { $0 == " " || $0 == "│" }.map(String.init)
      return zip(words, words.dropFirst()).compactMap { word, next in
        let isName = word == name || word.hasSuffix("▶" + name) || word.hasSuffix("→" + name)
        let number = String(next.prefix { $0.isNumber || "−.-e+".contains($0) })
        return isName && number.contains(where: \.isNumber) ? number : nil
      }
    }
  }

  private static func isRounding(_ text: String, of value: Double) -> Bool {
    guard let shown = Double(String(text.map { $0 == "−" ? "-" : $0 })) else { return false }
    let digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }.count
    // Half a unit of the last digit that is shown; trailing zeros are not shown, so it may be finer.
    let unit = [0.5, 0.05, 0.005, 0.0005][min(max(digits, 1), 4) - 1]
    return (shown - value).magnitude <= unit * 1.01 * max(shown.magnitude, value.magnitude)
  }
}
