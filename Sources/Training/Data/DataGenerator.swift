package import Diagnostics
import Glibc
import Networks

/// Data sets that are made rather than read: two inputs, one target of 0 or 1.
package enum DataGenerator: String, CaseIterable, Sendable {
  case xor
  case and
  /// A ring around a disc.
  case circles
  /// Two spirals around each other (Lang and Witbrock 1988), one turn each.
  case spirals

  /// What is made at most.
  package static let maxCount = 100_000

  package var title: Words {
    switch self {
    case .xor: Words(en: "XOR", zh: "异或 (XOR)")
    case .and: Words(en: "AND", zh: "与 (AND)")
    case .circles: Words(en: "circles", zh: "同心圆")
    case .spirals: Words(en: "spirals", zh: "双螺旋")
    }
  }

  /// How many samples there are unless someone asks for another number.
  package var usualCount: Int {
    switch self {
    case .xor, .and: 4
    case .circles, .spirals: 200
    }
  }

  /// Samples, the same ones for the same seed; the classes take turns.
  ///
  /// `noise` is the standard deviation of what is added to each input. The corners of XOR and AND are 0 and 1, circles
  /// and spirals lie within ±1.
  package func dataSet(count: Int? = nil, noise: Double = 0, seed: UInt64 = 1) -> DataSet {
    var random = RandomSource(seed: seed)
    let count = max(1, min(count ?? usualCount, Self.maxCount))
    let noise = noise.isFinite ? max(0, noise) : 0
    var values: [Double] = []
    values.reserveCapacity(3 * count)
    for number in 0..<count {
      let (x, y, target) = sample(number, of: count, &random)
      let (dx, dy) = noise > 0 ? random.nextNormalPair() : (0, 0)
      values += [x + noise * dx, y + noise * dy, target]
    }
    return DataSet(name: rawValue, inputCount: 2, targetCount: 1, values: values)
  }

  private func sample(_ number: Int, of count: Int, _ random: inout RandomSource) -> (Double, Double, Double) {
    let isFirst = number % 2 == 0
    switch self {
    case .xor, .and:
      let (one, other) = (number / 2 % 2, number % 2)
      let isTrue = self == .xor ? one != other : one + other == 2
      return (Double(one), Double(other), isTrue ? 1 : 0)
    case .circles:
      let angle = random.next(in: 0...2 * .pi)
      // The square root spreads the inner samples evenly over the disc.
      let radius = isFirst ? 0.5 * random.next(in: 0...1).squareRoot() : random.next(in: 0.8...1)
      return (radius * cos(angle), radius * sin(angle), isFirst ? 1 : 0)
    case .spirals:
      let progress = (Double(number / 2) + 0.5) / (Double(count + 1) / 2)
      let radius = 0.1 + 0.9 * progress
      let angle = 2 * .pi * progress + (isFirst ? 0 : .pi)
      return (radius * cos(angle), radius * sin(angle), isFirst ? 1 : 0)
    }
  }
}

extension RandomSource {
  /// Two independent numbers of the standard normal distribution (Box and Muller 1958).
  mutating func nextNormalPair() -> (Double, Double) {
    // 1 − u lies in (0, 1], so the logarithm is finite.
    let radius = (-2 * log(1 - min(next(in: 0...1), 1 - 0x1p-53))).squareRoot()
    let angle = 2 * .pi * next(in: 0...1)
    return (radius * cos(angle), radius * sin(angle))
  }
}
