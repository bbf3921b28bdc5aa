import Diagnostics
import Expressions
package import Screen

/// How what was practiced is put in words.
extension Look {
  /// A step as learners read it, ∂E/∂w5 for `dE/dw5`.
  ///
  /// The names of a lesson's own questions stay as they are.
  func step(_ name: String) -> String {
    let words = name.split(separator: " ", maxSplits: 1)
    guard let first = words.first.map(String.init), first.contains("/d") || first.hasSuffix("+"),
      let quantity = try? Expression.parse(first)
    else { return name }
    return ([quantity.text(notation)] + words.dropFirst().map(String.init)).joined(separator: " ")
  }

  /// How long ago, in whole days: what the calendar says depends on where the reader is.
  func ago(_ time: Int64, now: Int64) -> String {
    let days = max(0, now.subtractingReportingOverflow(time).partialValue / 86_400_000)
    if days == 0 { return self[Words(en: "in the last 24 hours", zh: "24 小时内")] }
    return self[Words(en: Self.count(Int(days), "day") + " ago", zh: "\(days) 天前")]
  }

  /// A share of 1 in whole percent.
  static func percent(_ share: Double) -> Int { share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0 }

  /// In English, as in "1 answer" or "2 answers".
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
