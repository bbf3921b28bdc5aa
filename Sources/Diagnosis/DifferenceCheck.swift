import Diagnostics
package import Networks

/// A gradient found numerically: the central difference (E(p + ε) − E(p − ε)) / 2ε, and how learners miss it.
package struct DifferenceCheck {
  package let centralDifference: Double
  /// Divided by ε in place of 2ε; forward and backward difference.
  private let slips: [Double]
  private let name: String

  /// Whether ε is a step that a difference can be taken with.
  package static func isUsable(_ step: Double) -> Bool { step > 0 && step <= 1 }

  package init(_ network: Network, parameter: Int, step: Double) {
    func loss(_ change: Double) -> Double {
      var nudged = network
      nudged.parameters[parameter] += change
      return Pass(nudged).loss
    }
    let (above, here, below) = (loss(step), loss(0), loss(-step))
    centralDifference = (above - below) / (2 * step)
    slips = [(above - below) / step, (above - here) / step, (here - below) / step, (above - below) / 2]
    name = network.architecture.name(of: .parameter(parameter))
  }

  /// Judges a number; digits decide, since a one-sided difference may well be within 0.1 %.
  package func check(_ answer: String) -> Verdict {
    let number: WrittenNumber
    do { number = try WrittenNumber(read: answer) } catch { return .unreadable(error, in: answer) }
    let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
    func fits(_ value: Double) -> Bool {
      number.isWithin(1e-6, of: value) || isEnough && number.agreesInEveryDigit(with: value)
    }
    let right = Verdict(
      .right,
      feedback: Words(
        en: "The two points lie 2ε apart, \(name) in the middle.", zh: "两点相距 2ε，\(name) 在正中。"))
    if fits(centralDifference) { return right }
    if slips.contains(where: fits) || slips.contains(where: { number.isWithin(Checker.tolerance, of: $0) }) {
      if number.isWithin(Checker.tolerance, of: centralDifference), !slips.contains(where: fits) { return right }
      let mistake = Mistake.checkStep
      return Verdict(.mistake, mistakes: [mistake.id], feedback: mistake.question(Subject.any, .loss))
    }
    if number.isWithin(Checker.tolerance, of: centralDifference) { return right }
    return Verdict(
      .unknown, feedback: Words(en: "Find E on both sides of \(name) first.", zh: "先在 \(name) 的两侧各求一次 E。"))
  }
}
