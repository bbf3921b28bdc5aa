import Glibc

/// How someone rounds what is written down between two steps, half away from zero.
package enum Rounding: Hashable, Sendable {
  case significant(Int)
  case decimals(Int)

  func applied(to value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    switch self {
    case .significant(let digits):
      return Self.rounded(value, decimals: digits - 1 - Int(clamping: Int64(log10(value.magnitude).rounded(.down))))
    case .decimals(let count): return Self.rounded(value, decimals: count)
    }
  }

  private static func rounded(_ value: Double, decimals: Int) -> Double {
    // Dividing by a power of ten is exact where multiplying by 0.1 is not.
    let scale = pow(10, Double(decimals.magnitude))
    let result = decimals >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
    return result.isFinite ? result : value
  }
}
