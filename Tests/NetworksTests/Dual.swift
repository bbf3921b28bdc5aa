import Glibc

/// A number with its derivative by one variable: forward mode written out plainly, for tests to compare with.
struct Dual {
  var value: Double
  var slope = 0.0

  static func + (a: Dual, b: Dual) -> Dual { Dual(value: a.value + b.value, slope: a.slope + b.slope) }
  static func - (a: Dual, b: Dual) -> Dual { Dual(value: a.value - b.value, slope: a.slope - b.slope) }
  static func * (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value * b.value, slope: a.slope * b.value + a.value * b.slope)
  }
  static func / (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value / b.value, slope: (a.slope * b.value - a.value * b.slope) / (b.value * b.value))
  }

  func mapped(_ value: Double, slope: Double) -> Dual { Dual(value: value, slope: self.slope * slope) }
  static func exp(_ x: Dual) -> Dual { x.mapped(Glibc.exp(x.value), slope: Glibc.exp(x.value)) }
  static func ln(_ x: Dual) -> Dual { x.mapped(log(x.value), slope: 1 / x.value) }
  static func erf(_ x: Dual) -> Dual {
    x.mapped(Glibc.erf(x.value), slope: 2 / Double.pi.squareRoot() * Glibc.exp(-x.value * x.value))
  }
}
