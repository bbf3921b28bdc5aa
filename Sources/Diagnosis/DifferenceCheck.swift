import Diagnostics
package import Networks

/// A gradient found numerically: the central difference (E(p + ε) − E(p − ε)) / 2ε, and how learners miss it.
package struct DifferenceCheck {
  package let centralDifference: Double
  /// The derivative itself, which the quotient only comes near to.
  private let gradient: Double
  /// Forward and backward difference.
  private let oneSided: [Double]
  /// Divided by ε in place of 2ε, or by 2 alone.
  private let misdivided: [Double]
  private let name: String

  /// Digits beyond which no one is asked to tell the quotient from what is near it.
  private static let maxDigits = 8

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
    gradient = Pass(network).gradients[parameter]
    oneSided = [(above - here) / step, (here - below) / step]
    misdivided = [(above - below) / step, (above - below) / 2]
    name = network.architecture.name(of: .parameter(parameter))
  }

  /// What is so near to the quotient that digits must tell, and can.
  private var neighbors: [Double] {
    (oneSided + [gradient]).filter { $0.isFinite && digits(toTell: $0) <= Self.maxDigits }
  }

  private func digits(toTell other: Double) -> Int {
    // Two significant digits of what lies between them.
    max(
      Checker.enoughDigits, Scale.digits(of: centralDifference, resolving: (centralDifference - other).magnitude / 10))
  }

  /// Judges a number; digits decide, since a one-sided difference may well be within 0.1 %.
  ///
  /// `tolerance` forgives rounding on the way, and nothing that lies nearer to another quotient.
  package func check(_ answer: String, tolerance: Double = Checker.tolerance) -> Verdict {
    let number: WrittenNumber
    do { number = try WrittenNumber(read: answer) } catch { return .unreadable(error, in: answer) }
    let value = centralDifference
    func fits(_ value: Double) -> Bool { number.agreesInEveryDigit(with: value) }
    let nearest = neighbors.map { ($0 - value).magnitude }.min() ?? .infinity
    let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
    if fits(value) {
      let isTold = isEnough && !neighbors.contains(where: fits)
      guard !isTold else { return right }
      let digits = neighbors.filter(fits).map(digits(toTell:)).max() ?? Checker.enoughDigits
      guard (number.significantDigits ?? 17) >= 2 || number.isFirstDigit(of: value) else { return unknown }
      return Verdict(.unknown, feedback: Feedback.tooFewDigits(digits), shortfall: .digits(digits))
    }
    if isEnough {
      if oneSided.contains(where: fits)
        || misdivided.contains(where: { fits($0) || number.isWithin(Checker.tolerance, of: $0) })
      {
        return Verdict(
          .mistake, mistakes: [Mistake.checkStep.id], feedback: Mistake.checkStep.question(Subject.any, .loss))
      }
      if fits(-value) || number.isWithin(Checker.tolerance, of: -value) { return turned }
      if neighbors.contains(gradient), fits(gradient) {
        return Verdict(
          .unknown,
          feedback: Words(
            en: "That is the derivative itself. What do E(\(name) + ε) and E(\(name) − ε) give?",
            zh: "这是导数本身。由 E(\(name) + ε) 与 E(\(name) − ε) 算出的是多少？"))
      }
    }
    let distance = (number.value - value).magnitude
    if distance <= tolerance * value.magnitude, distance < nearest / 3 { return right }
    if oneSided.contains(where: {
      number.isWithin(Checker.tolerance, of: $0) && ($0 - number.value).magnitude < distance
    }) {
      return Verdict(
        .mistake, mistakes: [Mistake.checkStep.id], feedback: Mistake.checkStep.question(Subject.any, .loss))
    }
    return unknown
  }

  private var right: Verdict {
    Verdict(
      .right,
      feedback: Words(
        en: "The two points lie 2ε apart, \(name) in the middle.", zh: "两点相距 2ε，\(name) 在正中。"))
  }

  /// The two losses the other way round, which says nothing of how far apart the points are.
  private var turned: Verdict {
    Verdict(
      .unknown,
      feedback: Words(
        en: "The size is right, the sign is not. Which comes first: E where \(name) is larger, or where it is smaller?",
        zh: "大小对，符号不对。两个损失相减时，\(name) 较大处的 E 在前还是在后？"))
  }

  private var unknown: Verdict {
    Verdict(.unknown, feedback: Words(en: "Find E on both sides of \(name) first.", zh: "先在 \(name) 的两侧各求一次 E。"))
  }
}
