import Diagnostics
import Expressions
import Glibc
import Networks
import Testing
import _Differentiation

/// Every activation function of the registry: its numbers, its formula, its slope, its names.
@Suite struct ActivationTests {
  static let points = [-40, -6.3, -2.1, -0.7, -0.013, 0.02, 0.4, 1.9, 5.5, 38]
  static let functions = Activation.allCases.filter { !$0.takesWholeLayer } + [Activation(LeakyReLU.self, slope: 0.2)]

  private func value(_ expression: Expression, net: Double, out: Double) throws -> Double {
    try expression.evaluated { ["net_h": net, "out_h": out][$0] }
  }

  @Test(arguments: functions)
  func formulaSlopeAndNumbersAgree(_ activation: Activation) throws {
    let (net, out) = (Expression.symbol("net_h"), Expression.symbol("out_h"))
    let formula = activation.applied(to: net)
    let board = activation.function.derivative(net: net, out: out, activation.slope)
    let derived = formula.derived(by: "net_h").value
    for x in Self.points {
      let found = activation.function.activate(x, activation.slope)
      #expect(try value(formula, net: x, out: 0).isClose(to: found.out, relative: 1e-14), "\(activation.name) at \(x)")
      let written = try value(derived, net: x, out: found.out)
      // Written in out, a saturated slope cancels: compared with what rounding leaves of 1 − out.
      let slope = try value(board, net: x, out: found.out)
      let room = 1e-12 * found.slope.magnitude + 4e-16
      #expect((slope - found.slope).magnitude <= room, "\(activation.name) at \(x)")
      #expect((written - found.slope).magnitude <= room, "\(activation.name) at \(x)")
      #expect((found.complement - (1 - found.out)).magnitude <= 1e-15 * max(1, found.out.magnitude))
      // Fifth-order differences.
      let h = 1e-3
      func at(_ steps: Double) -> Double { activation.function.activate(x + steps * h, activation.slope).out }
      let numeric = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
      #expect((numeric - found.slope).magnitude <= 1e-10, "\(activation.name) at \(x)")
      let plain = PlainNetwork.output(Dual(value: x, slope: 1), activation)
      #expect((plain.value - found.out).magnitude <= 1e-13 * max(1, found.out.magnitude), "\(activation.name) at \(x)")
      #expect((plain.slope - found.slope).magnitude <= 1e-12, "\(activation.name) at \(x)")
    }
  }

  @Test func agreesWithSwiftsOwnDerivatives() {
    agrees(.sigmoid) { 1 / (1 + exp(-$0)) }
    agrees(.tanh) { 1 - 2 / (1 + exp(2 * $0)) }
    agrees(.identity) { $0 }
    agrees(.softplus) { log(1 + exp($0)) }
    agrees(.silu) { $0 / (1 + exp(-$0)) }
    agrees(.relu) { $0 > 0 ? $0 : 0 }
    agrees(.leakyReLU) { $0 > 0 ? $0 : 0.01 * $0 }
    agrees(.elu) { $0 > 0 ? $0 : exp($0) - 1 }
  }

  /// One by one: of a list of such functions, Swift 6.3's optimizer gives back what it did not keep.
  private func agrees(_ activation: Activation, _ function: @differentiable(reverse) (Double) -> Double) {
    for x in Self.points where x.magnitude < 20 {
      let (out, slope) = valueWithGradient(at: x, of: function)
      let found = activation.function.activate(x, activation.slope)
      #expect((out - found.out).magnitude <= 1e-13 * max(1, out.magnitude), "\(activation.name) at \(x)")
      #expect((slope - found.slope).magnitude <= 1e-12, "\(activation.name) at \(x)")
    }
  }

  /// Printed values: PyTorch's documentation and tables of the normal distribution.
  @Test func knownValues() {
    func out(_ activation: Activation, _ x: Double) -> Double { activation.function.activate(x, activation.slope).out }
    #expect(out(.gelu, 1).isClose(to: 0.8413447460685429, relative: 1e-15))
    #expect(out(.gelu, -1).isClose(to: -0.15865525393145707, relative: 1e-14))
    #expect(out(.silu, 1).isClose(to: 0.7310585786300049, relative: 1e-15))
    #expect(out(.elu, -1).isClose(to: -0.6321205588285577, relative: 1e-15))
    #expect(out(.softplus, 0).isClose(to: 0.6931471805599453, relative: 1e-15))
    #expect(out(.leakyReLU, -3) == -0.03)
    #expect(out(.softplus, -800) == 0 && out(.softplus, 800) == 800)
  }

  /// Numbers at the ends of the line are limits, not NaN; NaN stays NaN.
  @Test(arguments: functions)
  func limits(_ activation: Activation) {
    for x in [-Double.infinity, -1e300, 1e300, .infinity] {
      let found = activation.function.activate(x, activation.slope)
      #expect(!found.out.isNaN && !found.slope.isNaN, "\(activation.name) at \(x)")
    }
    #expect(activation.function.activate(.nan, activation.slope).out.isNaN)
  }

  @Test func softmaxKeepsItsDigits() {
    func shares(_ nets: [Double]) -> (outs: [Double], slopes: [Double], complements: [Double]) {
      var (outs, slopes, complements) = (nets, nets, nets)
      nets.withUnsafeBufferPointer { net in
        outs.withUnsafeMutableBufferPointer { out in
          slopes.withUnsafeMutableBufferPointer { slope in
            complements.withUnsafeMutableBufferPointer { complement in
              guard let a = net.baseAddress, let b = out.baseAddress, let c = slope.baseAddress,
                let d = complement.baseAddress
              else { return }
              Softmax.activate(
                layer: ActivationLists(nets: a, outs: b, slopes: c, complements: d), count: nets.count, 0)
            }
          }
        }
      }
      return (outs, slopes, complements)
    }
    #expect(shares([0, 0]).outs == [0.5, 0.5])
    let (outs, slopes, complements) = shares([1000, 960, -2000])
    let small = exp(-40.0)
    #expect(outs[0] == 1 && outs[1].isClose(to: small, relative: 1e-15) && outs[2] == 0)
    #expect(complements[0].isClose(to: small, relative: 1e-15) && complements[1] == 1)
    #expect(slopes[0].isClose(to: small, relative: 1e-15))
    #expect(shares([.nan, 1]).outs.allSatisfy { $0.isNaN })
  }

  @Test func namesAsFrameworksSpellThem() {
    let aliases: [(String, Activation)] = [
      ("ReLU", .relu), ("linear", .identity), ("logistic", .sigmoid), ("swish", .silu), ("LeakyReLU", .leakyReLU),
      ("leaky_relu", .leakyReLU), ("Leaky ReLU", .leakyReLU), ("SiLU", .silu), ("GELU", .gelu), ("Softmax", .softmax),
      ("Tanh", .tanh), ("ELU", .elu), ("Softplus", .softplus), ("Sigmoid", .sigmoid), ("none", .identity),
    ]
    for (name, activation) in aliases { #expect(Activation(named: name) == activation, "\(name)") }
    for activation in Activation.allCases { #expect(Activation(named: activation.name) == activation) }
    for name in ["", "step", "relu6", "mish"] { #expect(Activation(named: name) == nil) }
    let words = ActivationRegistry.functions.flatMap { [$0.name] + $0.aliases }
    #expect(Set(words).count == words.count)
  }

  /// Every word is there, in both languages.
  @Test(arguments: Activation.allCases)
  func saysWhatItIs(_ activation: Activation) {
    let function = activation.function
    for words in [function.words, function.purpose(net: "net_h1"), function.slopeWords(net: "net_h1", out: "out_h1")] {
      #expect(!words.en.isEmpty && !words.zh.isEmpty)
    }
    #expect(!function.example.isEmpty)
  }
}
