import Networks

extension Double {
  /// Equal within a part of the larger of both; equal infinities are equal.
  func isClose(to other: Double, relative tolerance: Double) -> Bool {
    self == other || (self - other).magnitude <= tolerance * Swift.max(magnitude, other.magnitude)
  }

  /// Whether rounding to as many decimals as were printed gives the print.
  func rounds(to printed: String) -> Bool {
    guard let value = Double(printed) else { return false }
    let decimals = printed.drop { $0 != "." }.dropFirst().count
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return (self - value).magnitude <= 0.5 * unit * (1 + 1e-9)
  }
}

extension Pass {
  /// The value of a quantity by its ASCII name; NaN if there is none.
  subscript(name: String) -> Double {
    network.architecture.quantity(named: name).map(value(of:)) ?? .nan
  }
}
