import Expressions
import Networks

/// The numbers of a block while it is checked.
struct Scene {
  /// The network before anything is set: what names are looked up in.
  let base: Network
  /// Whether that is the network that the author meant, so that unknown names are faults.
  let isKnown: Bool
  let setting: Setting
  /// The author's own numbers, as the lesson itself has them.
  let numbers: DrawnNumbers
  /// One for each sample, or one.
  let passes: [Pass]

  init(base: Network, isKnown: Bool, setting: Setting) {
    self.base = base
    self.isKnown = isKnown
    self.setting = setting
    numbers = DrawnNumbers(setting.variables, seed: nil)
    passes = setting.drawn(nil).networks(from: base).map(Pass.init)
  }

  func value(of expression: Expression) -> Double {
    let drawn = numbers.expression(expression)
    return passes.reduce(0) { $0 + $1.value(of: drawn) } / Double(passes.count)
  }

  /// Whether a formula has a value whatever numbers of the author's own are drawn: of a few dozen draws, all.
  func isFinite(_ expression: Expression) -> Bool {
    if setting.variables.isEmpty { return value(of: expression).isFinite }
    return (0..<Self.draws).allSatisfy { seed in
      let drawn = DrawnNumbers(setting.variables, seed: seed).expression(expression)
      return setting.value(of: drawn, from: base, seed: seed).isFinite
    }
  }

  private static let draws: UInt64 = 40

  func holds(_ truth: Truth) -> Bool {
    let drawn = truth.drawn(numbers)
    return passes.first.map(drawn.holds(at:)) ?? false
  }

  /// The network at random numbers, for comparing formulas.
  func samples(count: Int) -> [(String) -> Double?] {
    (0..<count).map { number in
      let pass = Pass(base.randomized(seed: UInt64(number) + 1))
      return { name in numbers[name] ?? pass.network.architecture.quantity(named: name).map(pass.value(of:)) }
    }
  }
}
