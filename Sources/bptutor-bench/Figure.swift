import Diagnostics
import Formats

/// One line of the table: what was measured, beside C, against its budget.
struct Figure {
  enum Unit: String {
    case nanoseconds, bytes
    /// Of a growth: cost ∝ edgesᵏ.
    case exponent
    case count
  }

  enum Budget {
    /// At most so many times the C program.
    case ratio(Double)
    /// At most so much, in the unit of the figure.
    case value(Double)
  }

  /// A stable name for `--only` and for machines.
  let id: String
  let title: String
  let unit: Unit
  /// nil if it could not be measured.
  var ours: Double?
  var baseline: Double?
  /// The median of the ratios of pairs measured right after each other, which is not the ratio of the medians.
  var ratio: Double?
  var budget: Budget?
  /// What a reader should know of this line, or why it could not be measured.
  var note: String?

  var isWithin: Bool? {
    switch budget {
    case .ratio(let limit): ratio.map { $0 <= limit }
    case .value(let limit): ours.map { $0 <= limit }
    case nil: nil
    }
  }

  var json: JSONText {
    func number(_ value: Double?) -> JSONText { value.map(JSONText.number) ?? .null }
    var limit: (key: String, value: JSONText) = ("budget", .null)
    switch budget {
    case .ratio(let value): limit = ("budgetRatio", .number(value))
    case .value(let value): limit = ("budget", .number(value))
    case nil: break
    }
    return .object([
      ("id", .string(id)), ("title", .string(title)), ("unit", .string(unit.rawValue)), ("ours", number(ours)),
      ("c", number(baseline)), ("ratio", number(ratio)), limit, ("within", isWithin.map(JSONText.bool) ?? .null),
      ("note", note.map(JSONText.string) ?? .null),
    ])
  }
}

extension Figure.Unit {
  /// The value with the prefix that leaves few digits: `46.7 ns`, `1.2 ms`, `0.8 MB`.
  func text(_ value: Double) -> String {
    switch self {
    case .exponent: return DecimalText.significant(value, digits: 3)
    case .count: return DecimalText.significant(value, digits: 6)
    case .nanoseconds: return Self.scaled(value, 1000, ["ns", "µs", "ms", "s"])
    case .bytes: return Self.scaled(value, 1024, ["B", "kB", "MB", "GB"])
    }
  }

  private static func scaled(_ value: Double, _ step: Double, _ names: [String]) -> String {
    var (value, index) = (value, 0)
    // What would be rounded to a thousand is one of the next.
    while value.magnitude >= 999.5, index + 1 < names.count {
      value /= step
      index += 1
    }
    return DecimalText.significant(value, digits: 3) + " " + names[index]
  }
}
