import Glibc

/// Powers of ten.
enum Decade {
  static func log10(_ value: Double) -> Double { Glibc.log10(value) }

  static func power(_ exponent: Int) -> Double {
    // pow(10, n) need not be the double nearest to 10ⁿ; what is parsed is.
    exponent.magnitude <= 330 ? Double("1e\(exponent)") ?? 0 : 0
  }

  /// The largest power of ten that is not above a positive value.
  static func floor(_ value: Double) -> Int { clamped(Glibc.floor(Glibc.log10(value) + 1e-12)) }

  /// The smallest power of ten that is not below a positive value.
  static func ceiling(_ value: Double) -> Int { clamped(Glibc.ceil(Glibc.log10(value) - 1e-12)) }

  static func clamped(_ value: Double) -> Int { value.isNaN ? 0 : Int(max(-400, min(400, value))) }
}

/// A whole number from a real one, kept inside what the caller can use.
func whole(_ value: Double, in range: ClosedRange<Int>) -> Int {
  if value.isNaN { return range.lowerBound }
  if value <= Double(range.lowerBound) { return range.lowerBound }
  if value >= Double(range.upperBound) { return range.upperBound }
  return Int(value.rounded())
}
