import Diagnostics
import Expressions
import Networks
import Testing
import Traces

/// What each stop of a walk puts on the board.
@Suite struct LineTests {
  static let trace = Trace(BundledNetworks.default, named: "dE/dw5", "dE/dw1")

  private static func text(_ line: Line) -> String {
    func name(_ quantity: Quantity) -> String { trace.name(of: quantity) }
    switch line {
    case .identity(let quantity, let factors, let marked):
      let parts = factors.enumerated().map { $0 == marked ? "[\(name($1))]" : name($1) }
      return "\(name(quantity)) = \(parts.joined(separator: " "))"
    case .formula(let quantity, let formula): return "\(name(quantity)) = \(formula.text(.ascii))"
    case .rule(let rule): return rule.rawValue
    case .numbers(let quantity, let numbers): return "\(name(quantity)) = \(numbers.text(.ascii, numberDigits: 4))"
    case .value(let quantity, let numbers, let value):
      let middle = numbers.map { $0.text(.ascii, numberDigits: 4) + " = " } ?? ""
      return "\(name(quantity)) = \(middle)\(Expression.number(value).text(.ascii, numberDigits: 4))"
    }
  }

  private static func lines(_ step: Int) -> [String] {
    trace.lines(upTo: Stop(step: step, stage: .value)).map(text)
  }

  @Test func fiveStagesOfAFactor() {
    #expect(
      Self.lines(9) == [
        "dE/dw5 = [dE/dout_O] dout_O/dnet_O dnet_O/dw5", "dE/dout_O = d(1/2*(target - out_O)^2)/dout_O", "power",
        "dE/dout_O = -(target - out_O)", "dE/dout_O = -(0.9 - 0.3235) = -0.5765",
      ])
    #expect(
      Self.lines(11) == [
        "dE/dw5 = dE/dout_O dout_O/dnet_O [dnet_O/dw5]", "dnet_O/dw5 = d(out_h1*w5 + out_h2*w6 + b2)/dw5",
        "constant-multiple", "dnet_O/dw5 = out_h1", "dnet_O/dw5 = 0.2769 = 0.2769",
      ])
  }

  @Test func otherSteps() {
    #expect(
      Self.lines(1) == [
        "net_h1 = i1*w1 + i2*w2 + b1", "net_h1 = 0.4*0.2 + 0.7*(-0.2) + (-0.9)", "net_h1 = -0.96",
      ])
    #expect(Self.lines(8) == ["dE/dw5 = dE/dout_O dout_O/dnet_O dnet_O/dw5"])
    #expect(
      Self.lines(14) == [
        "dE/dw1 = [dE/dout_O] dout_O/dnet_O dnet_O/dout_h1 dout_h1/dnet_h1 dnet_h1/dw1", "dE/dout_O = -0.5765",
      ])
    #expect(
      Self.lines(12) == [
        "dE/dw5 = -(target - out_O)*out_O*(1 - out_O)*out_h1", "dE/dw5 = (-0.5765)*0.2188*0.2769",
        "dE/dw5 = -0.03493",
      ])
  }

  @Test func everyStopOfTheWalk() {
    let stops = Self.trace.stops
    #expect(stops.count == 7 * 3 + (1 + 3 * 5 + 3) + (1 + 2 * 2 + 3 * 5 + 3) + 2 * 3)
    #expect(stops.first == Stop(step: 1, stage: .symbolic))
    #expect(stops.last == Stop(step: 21, stage: .value))
    #expect(Set(stops).count == stops.count)
    #expect(Self.trace.lines(upTo: Stop(step: 9, stage: .rule)).count == 3)
  }
}
