import Expressions
import Networks

/// The given values of a network that formulas are written without: a term that is 0, a factor that is 1 or −1.
///
/// With one-hot targets E is `-ln(out_o2)`, with η = 1 a new weight is `w - dE/dw`, with x = 0 a net input has a term less.
struct PlainValues {
  /// Of a wider network no values are looked at.
  private static let maxParameters = 4_000
  private static let values: Set<Double> = [0, 1, -1]

  /// By name.
  let quantities: [String: Quantity]

  init(of network: Network) {
    let architecture = network.architecture
    guard architecture.parameterCount <= Self.maxParameters else {
      quantities = [:]
      return
    }
    let steps = architecture.conventions.hasMomentum ? (0..<architecture.parameterCount).map(Quantity.lastStep) : []
    let all = network.givenQuantities + [.learningRate, .weightDecay, .momentum] + steps
    let plain = all.filter { network[given: $0].map(Self.values.contains) ?? false }
    quantities = Dictionary(plain.map { (architecture.name(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Those that a formula does not name.
  ///
  /// What it names is compared in general: `delta_h1*i2` is no gradient of w1, though i1 and i2 are both 1.
  func leftOut(of expression: Expression) -> Set<Quantity> {
    guard !quantities.isEmpty, !expression.hasProductWithZero else { return [] }
    let named = Set(expression.leafNames)
    return Set(quantities.filter { !named.contains($0.key) }.values)
  }
}

extension Expression {
  /// Whether a number 0 makes all that stands beside it idle: nothing says that the right things stand there.
  fileprivate var hasProductWithZero: Bool {
    switch self {
    case .product(let factors):
      if factors.contains(.number(0)), factors.contains(where: { !$0.leafNames.isEmpty }) { return true }
    case .quotient(.number(0), let below):
      if !below.leafNames.isEmpty { return true }
    default: break
    }
    return children.contains(where: \.hasProductWithZero)
  }
}
