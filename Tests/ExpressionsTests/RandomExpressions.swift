import Expressions

/// SplitMix64: the same sequence on every machine, so that a failing case can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Expression {
  static let randomNames = ["w5", "out_O", "net_h1", "target", "eta", "w5+", "x", "y"]

  /// A random tree of at most `depth` levels; with `smooth` one that can be differentiated nearly everywhere.
  static func random(depth: Int, using generator: inout SeededGenerator) -> Expression {
    if depth <= 1 || Int.random(in: 0..<6, using: &generator) == 0 { return randomLeaf(&generator) }
    func part() -> Expression { random(depth: depth - 1, using: &generator) }
    func parts() -> [Expression] { (0..<Int.random(in: 2...3, using: &generator)).map { _ in part() } }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...2: return .sum(parts())
    case 3...5: return .product(parts())
    case 6: return .negation(part())
    case 7: return .quotient(part(), part())
    case 8: return .power(part(), .number(Double(Int.random(in: -2...3, using: &generator))))
    case 9, 10: return .call(Function.allCases.randomElement(using: &generator) ?? .sigmoid, part())
    default: return .slope(Function.allCases.randomElement(using: &generator) ?? .sigmoid, part())
    }
  }

  private static func randomLeaf(_ generator: inout SeededGenerator) -> Expression {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: .number(Double(Int.random(in: -3...3, using: &generator)))
    case 1: .number(Double(Int.random(in: -30...30, using: &generator)) / 8)
    case 2: .quotient(.number(1), .number(2))
    case 3: .derivative(of: .symbol("E"), by: "w5")
    default: .symbol(randomNames.randomElement(using: &generator) ?? "x")
    }
  }
}

/// Seeded values for every name, around 1 and never 0.
struct RandomPoint {
  let values: [String: Double]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var values: [String: Double] = [:]
    for name in Expression.randomNames + ["dE/dw5"] {
      values[name] = Double.random(in: 0.2...1.7, using: &generator) * (Bool.random(using: &generator) ? 1 : -1)
    }
    self.values = values
  }

  func callAsFunction(_ name: String) -> Double? { values[name] }
}

extension Double {
  /// Equal up to rounding, relative to the larger of both and to 1; any two that are not finite count as equal.
  func isClose(to other: Double, within tolerance: Double = 1e-9) -> Bool {
    guard isFinite && other.isFinite else { return isFinite == other.isFinite }
    return (self - other).magnitude <= tolerance * Swift.max(1, magnitude, other.magnitude)
  }
}
