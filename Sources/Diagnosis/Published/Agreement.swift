import Diagnostics
package import Networks
package import Skills

/// How a printed figure compares with what the engine computes.
package enum Agreement: Equatable, Sendable {
  /// In every digit printed; of a formula, in general.
  case whole
  /// But for one in the last digit printed, which rounding on the way does.
  case butForTheLastDigit
  /// Another number, and the mistakes of the catalogue that it comes from.
  case other(mistakes: [MistakeID])
  /// No name or number of this network.
  case unreadable

  package init(_ figure: PublishedExample.Figure, on network: Network) {
    let checker = Checker(network)
    guard let asked = try? checker.asked(figure.name) else {
      self = .unreadable
      return
    }
    guard let printed = Double(figure.text) else {
      let verdict = checker.check(asked, answer: figure.text)
      self = verdict.kind == .right ? .whole : .other(mistakes: verdict.mistakes)
      return
    }
    let value = Pass(network).value(of: asked.quantity) * (asked.isNegated ? -1 : 1)
    let miss = (value - printed).magnitude / Self.lastDigit(of: figure.text)
    // Half a unit, and as much as the binary forms of both may be off.
    if miss <= 0.5 + 1e-6 {
      self = .whole
      return
    }
    let mistakes = checker.check(asked, answer: figure.text).mistakes
    // A slip that explains every digit is no rounding, however near it comes.
    self = miss <= 1.5 && mistakes.isEmpty ? .butForTheLastDigit : .other(mistakes: mistakes)
  }

  /// What one in the last digit printed is worth.
  private static func lastDigit(of text: String) -> Double {
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
  }
}
