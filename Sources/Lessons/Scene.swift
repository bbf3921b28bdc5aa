import Expressions
import Networks

/// The numbers of a block while it is checked.
struct Scene {
  /// The network before anything is set: what names are looked up in.
  let base: Network
  /// Whether that is the network that the author meant, so that unknown names are faults.
  let isKnown: Bool
  let setting: Setting
  /// One for each sample, or one.
  let passes: [Pass]

  init(base: Network, isKnown: Bool, setting: Setting) {
    self.base = base
    self.isKnown = isKnown
    self.setting = setting
    passes = setting.networks(from: base).map(Pass.init)
  }

  func value(of expression: Expression) -> Double {
    passes.reduce(0) { $0 + $1.value(of: expression) } / Double(passes.count)
  }

  func holds(_ truth: Truth) -> Bool { passes.first.map(truth.holds(at:)) ?? false }

  /// The network at random numbers, for comparing formulas.
  func samples(count: Int) -> [(String) -> Double?] {
    (0..<count).map { number in
      let pass = Pass(base.randomized(seed: UInt64(number) + 1))
      return { name in pass.network.architecture.quantity(named: name).map(pass.value(of:)) }
    }
  }
}
