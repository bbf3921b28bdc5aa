import Networks
import YAML

/// A number of an author's own, which each run of a lesson draws: `let: {k: [2, 9]}`.
package struct Variable: Equatable, Sendable {
  package let name: String
  package let range: ClosedRange<Double>
  /// How many decimals it is drawn with: as many as its ends are written with.
  package let decimals: Int

  static let maxDecimals = 6
  private static let maxValues = 1_000_000.0

  /// nil where what is written is no range, or holds too many values to be drawn from.
  init?(_ member: YAMLValue.Member) {
    let ends = member.value.elements.compactMap(\.scalar)
    guard ends.count == 2, let low = Double(ends[0].text), let high = Double(ends[1].text), low.isFinite,
      high.isFinite, low < high
    else { return nil }
    decimals =
      ends.map { $0.text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0 }
      .max() ?? 0
    guard decimals <= Self.maxDecimals, (high - low) * Self.power(decimals) < Self.maxValues,
      max(low.magnitude, high.magnitude) < 1e9
    else { return nil }
    (name, range) = (member.key, low...high)
  }

  /// The value on the numbers of a seed; those of the lesson itself without.
  package func value(seed: UInt64?) -> Double {
    let mixed = name.utf8.reduce(seed ?? 0) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var random = RandomSource(seed: mixed)
    let perOne = Self.power(decimals)
    let steps = ((range.upperBound - range.lowerBound) * perOne).rounded()
    let step = min(steps, (random.next(in: 0...(steps + 1))).rounded(.down))
    return ((range.lowerBound * perOne).rounded() + step) / perOne
  }

  private static func power(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { power, _ in power * 10 } }

  /// A letter, and letters or digits behind it.
  static func isName(_ text: String) -> Bool {
    text.utf8.count <= 16 && text.first.map { $0.isASCII && $0.isLetter } ?? false
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
