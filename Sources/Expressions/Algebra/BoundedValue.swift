import Diagnostics
import Glibc

/// A value and a bound on its rounding error (running error analysis, Higham 2002, section 3.3), so that cancellation
/// is not taken for a difference.
struct BoundedValue {
  var value: Double
  /// Absolute, to first order.
  var error: Double

  private init(_ value: Double, error: Double) {
    self.value = value
    // Every operation rounds; functions of libm within two units in the last place.
    self.error = error + 2 * value.magnitude * 0x1p-53
  }

  /// Throws like `evaluated`.
  init(_ expression: Expression, at lookup: (String) -> Double?) throws(Diagnostic) {
    switch expression {
    case .number(let value): self.init(value, error: 0)
    case .symbol: self.init(try expression.evaluated(lookup), error: 0)
    case .sum(let terms):
      self.init(0, error: 0)
      for term in terms {
        let next = try BoundedValue(term, at: lookup)
        self = BoundedValue(value + next.value, error: error + next.error)
      }
    case .product(let factors):
      self.init(1, error: 0)
      for factor in factors {
        let next = try BoundedValue(factor, at: lookup)
        self = BoundedValue(
          value * next.value, error: error * next.value.magnitude + value.magnitude * next.error)
      }
    case .negation(let operand):
      self = try BoundedValue(operand, at: lookup)
      value = -value
    case .quotient(let above, let below):
      let (a, b) = (try BoundedValue(above, at: lookup), try BoundedValue(below, at: lookup))
      let quotient = a.value / b.value
      self.init(quotient, error: (a.error + quotient.magnitude * b.error) / b.value.magnitude)
    case .power(let base, let exponent):
      let (a, b) = (try BoundedValue(base, at: lookup), try BoundedValue(exponent, at: lookup))
      let power = pow(a.value, b.value)
      // At the far end of the interval: to first order alone, the square of what cancelled to 0 would be exact.
      let reach = b.value > 1 ? a.value.magnitude + a.error : a.value
      let byBase = b.value == 0 ? 0 : (b.value * pow(reach, b.value - 1)).magnitude * a.error
      let byExponent = b.error == 0 || power == 0 ? 0 : (power * log(a.value.magnitude)).magnitude * b.error
      self.init(power, error: byBase + byExponent)
    case .call(let function, let argument):
      let inner = try BoundedValue(argument, at: lookup)
      let slope = function.slope(at: inner.value)
      // At the corner of |x| the slope is at most 1.
      self.init(function.value(at: inner.value), error: (slope.isNaN ? 1 : slope.magnitude) * inner.error)
    case .slope(let function, let argument):
      let inner = try BoundedValue(argument, at: lookup)
      let curvature = try function.secondDerivative(at: .number(inner.value)).evaluated(lookup)
      self.init(function.slope(at: inner.value), error: (curvature.isNaN ? 1 : curvature.magnitude) * inner.error)
    case .derivative(let operand, let name):
      if expression.leafName != nil {
        self.init(try expression.evaluated(lookup), error: 0)
      } else {
        try self.init(operand.derivative(by: name), at: lookup)
      }
    }
  }
}
