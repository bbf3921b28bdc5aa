/// How a quantity is laid out along an axis.
package enum AxisScale: String, CaseIterable, Sendable {
  case linear
  /// Equal ratios take equal room; what is not positive cannot be shown.
  case logarithmic
}

/// A range of values along an axis.
struct Axis: Equatable {
  let low: Double
  let high: Double
  let scale: AxisScale
  /// Whether only whole numbers lie on it, such as epochs, so that it has no marks between them.
  var isWhole = false

  /// The range that holds all values that can be shown; nil if there is none.
  init?(_ values: some Sequence<Double>, _ scale: AxisScale) {
    var (low, high) = (Double.infinity, -Double.infinity)
    // A tenth of the largest number leaves room for differences and margins.
    for value in values where value.magnitude < .greatestFiniteMagnitude / 10 {
      if scale == .logarithmic, value < 1e-300 { continue }
      (low, high) = (min(low, value), max(high, value))
    }
    guard low <= high else { return nil }
    if low == high || high - low < 1e-12 * max(low.magnitude, high.magnitude) {
      switch scale {
      case .logarithmic: (low, high) = (low / 2, high * 2)
      case .linear:
        let margin = low == 0 ? 1 : low.magnitude / 2
        (low, high) = (low - margin, high + margin)
      }
    }
    self.init(low: low, high: high, scale: scale)
  }

  init(low: Double, high: Double, scale: AxisScale) {
    (self.low, self.high, self.scale) = (low, high, scale)
  }

  /// Where a value lies: 0 at the low end, 1 at the high one, beyond outside; nil if it cannot be shown.
  func fraction(of value: Double) -> Double? {
    guard value.isFinite, scale == .linear || value > 0 else { return nil }
    let fraction = (position(value) - position(low)) / (position(high) - position(low))
    return fraction.isFinite ? fraction : nil
  }

  /// What lies there, the inverse of `fraction(of:)` on a linear axis.
  func value(at fraction: Double) -> Double { low + (high - low) * fraction }

  private func position(_ value: Double) -> Double { scale == .linear ? value : Decade.log10(value) }
}
