package import Diagnosis
package import Networks

/// One network that a program was given, and what it printed about it.
package struct ExaminedRun {
  /// That draws the numbers again.
  package let seed: UInt64
  package let checker: Checker
  package let printed: PrintedValues

  package init(seed: UInt64, checker: Checker, output: String) {
    self.seed = seed
    self.checker = checker
    printed = PrintedValues(output, checker)
  }

  package var network: Network { checker.network }
}

/// How near a printed number is to another.
enum Fit: Int, Comparable {
  case off
  /// As near as single precision comes.
  case near
  /// In every digit that was printed.
  case digits
  /// In all the digits of double precision.
  case exact

  static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }

  /// `base` is what a small difference is measured from: of an updated weight the old one.
  init(_ printed: PrintedValue, _ value: Double, scale: Double, base: Double?) {
    guard printed.value.isFinite, value.isFinite else {
      self = .off
      return
    }
    let error = (printed.value - value).magnitude
    if error <= 1e-9 * value.magnitude || error <= 1e-15 {
      self = .exact
    } else if printed.agrees(with: value) {
      self = .digits
    } else {
      let difference = base.map { (value - $0).magnitude } ?? max(value.magnitude, 1e-3 * scale)
      let tolerance = 2e-5 * difference + 2e-7 * (base == nil ? 0 : value.magnitude)
      self = error <= tolerance ? .near : .off
    }
  }
}
