import Glibc
import Networks

/// What a number for a quantity is measured against: itself, or where it is a small difference away from something known
/// (an update from the old weight), that difference.
package struct Scale: Equatable, Sendable {
  /// Where the difference starts; nil where the number is judged by itself.
  package let reference: Double?

  package static let plain = Scale(reference: nil)

  private init(reference: Double?) {
    self.reference = reference
  }

  /// A difference from `reference`, unless `value` is no further from it than a machine's rounding.
  package init(of value: Double, from reference: Double?) {
    guard let reference, (value - reference).magnitude > Self.noise(value) else {
      self = .plain
      return
    }
    self.init(reference: reference)
  }

  /// What a tolerance for a value is relative to.
  func size(of value: Double) -> Double {
    guard let reference else { return value.magnitude }
    return min(value.magnitude, (value - reference).magnitude)
  }

  /// The same number but for the rounding of the machine.
  func isExact(_ number: WrittenNumber, _ value: Double) -> Bool {
    (number.value - value).magnitude <= max(1e-9 * size(of: value), Self.noise(value))
  }

  /// Within 0.1 %.
  func isClose(_ number: WrittenNumber, _ value: Double) -> Bool {
    (number.value - value).magnitude <= max(Checker.tolerance * size(of: value), Self.noise(value))
  }

  /// Whether rounding the value to the digits given makes the number; a bare 0 agrees with nothing else.
  func agrees(_ number: WrittenNumber, _ value: Double) -> Bool {
    isExact(number, value) || number.roundsTo(value)
  }

  /// Whether there are digits enough to judge by: three of the number, or two of the difference that it is.
  func resolves(_ number: WrittenNumber, _ value: Double) -> Bool {
    guard let digits = number.significantDigits else { return true }
    guard reference != nil else { return digits >= Checker.enoughDigits }
    return 2 * number.halfUnit <= size(of: value) / 10 * (1 + 1e-9)
  }

  /// The significant digits that it takes to judge an answer of this value.
  package func digitsNeeded(for value: Double) -> Int {
    guard reference != nil, value != 0, value.isFinite else { return Checker.enoughDigits }
    return max(2, Self.digits(of: value, resolving: size(of: value) / 10))
  }

  /// The significant digits that a value must be given with so that the last one counts no more than `unit`.
  static func digits(of value: Double, resolving unit: Double) -> Int {
    guard value != 0, unit > 0, value.isFinite, unit.isFinite else { return 17 }
    let places = log10(value.magnitude).rounded(.down) - log10(unit * (1 + 1e-9)).rounded(.down) + 1
    return Int(max(1, min(17, places)))
  }

  private static func noise(_ value: Double) -> Double { 4 * value.magnitude.ulp }
}

extension Pass {
  /// What an answer for a quantity is measured against here.
  func scale(of quantity: Quantity) -> Scale {
    switch quantity {
    case .updated(let parameter):
      Scale(of: updatedParameters[parameter], from: network.parameters[parameter])
    case .lossAfterUpdate: Scale(of: lossAfterUpdate, from: loss)
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep, .net, .out, .partialLoss,
      .loss, .derivative:
      .plain
    }
  }
}
