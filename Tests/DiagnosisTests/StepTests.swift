import Diagnosis
import Diagnostics
import Glibc
import Networks
import Testing

/// Updates and what follows from them are judged by their step, at every number of digits.
@Suite struct StepTests {
  private static let networksOfEach = Effort.isFull ? 40 : 6

  private func forEach(_ body: (Checker, Quantity, Double, Double) -> Void) {
    for base in Examples.all {
      let knowledge = Knowledge(base.architecture, held: base.held)
      for seed in 0..<Self.networksOfEach {
        let checker = Checker(base.randomized(seed: 700 + UInt64(seed)), knowledge: knowledge)
        for parameter in 0..<base.architecture.parameterCount where !base.held.contains(parameter) {
          body(
            checker, .updated(parameter), checker.network.parameters[parameter],
            checker.pass.updatedParameters[parameter])
        }
        body(checker, .lossAfterUpdate, checker.pass.loss, checker.pass.lossAfterUpdate)
      }
    }
  }

  @Test func whatIsUnchangedIsNeverRight() {
    var (count, accepted) = (0, [String]())
    forEach { checker, quantity, old, new in
      guard (new - old).magnitude > 1e-12 * old.magnitude else { return }
      for digits in 1...12 {
        let text = Self.fixed(old, digits: digits)
        count += 1
        if checker.check(quantity, answer: text).kind == .right {
          accepted.append("\(checker.network.name) \(quantity) \(text) for \(new)")
        }
      }
      // Nor is the step in the wrong direction, wherever its digits show.
      let ascent = Self.fixed(old - (new - old), digits: 12)
      count += 1
      if checker.check(quantity, answer: ascent).kind == .right { accepted.append("\(quantity) \(ascent) for \(new)") }
    }
    #expect(count > 5_000)
    #expect(accepted.isEmpty, "\(accepted.count) of \(count): \(accepted.prefix(5))")
    print("\(count) unchanged or reversed updates, \(accepted.count) accepted")
  }

  /// Rounded to any number of digits, a right value is right or too short, and from the number that is asked for it is
  /// right.
  @Test func roundedRightValuesAreRightOrTooShort() {
    var (count, refused) = (0, [String]())
    forEach { checker, quantity, _, new in
      let needed = checker.digits(for: quantity)
      for digits in 1...14 {
        let text = Self.fixed(new, digits: digits)
        let verdict = checker.check(quantity, answer: text)
        count += 1
        let isFine = verdict.kind == .right || digits < needed && verdict.shortfall == .digits(needed)
        if !isFine {
          refused.append(
            "\(checker.network.name) \(quantity) \(text) for \(new): \(verdict.kind) \(verdict.feedback.en)")
        }
      }
    }
    #expect(count > 5_000)
    #expect(refused.isEmpty, "\(refused.count) of \(count): \(refused.prefix(5))")
    print("\(count) rounded right updates, \(refused.count) refused")
  }

  /// The same for every other quantity: right from three digits on.
  @Test func otherRightValuesAreRightOrTooShort() {
    var refused: [String] = []
    for base in Examples.all {
      let checker = Checker(base.randomized(seed: 31))
      for quantity in Examples.quantities(of: base.architecture) where !checker.isStep(quantity) {
        let value = checker.pass.value(of: quantity)
        guard value != 0 else { continue }
        for digits in 1...9 {
          let verdict = checker.check(quantity, answer: Self.fixed(value, digits: digits))
          if verdict.kind == .right || digits < 3 && verdict.isUnfinished { continue }
          refused.append("\(base.name) \(quantity) \(Self.fixed(value, digits: digits)) for \(value): \(verdict.kind)")
        }
      }
    }
    #expect(refused.isEmpty, "\(refused.count): \(refused.prefix(5))")
  }

  /// That many significant digits, zeros at the end kept as somebody types them.
  static func fixed(_ value: Double, digits: Int) -> String {
    guard value != 0 else { return "0" }
    let decimals = digits - 1 - Int(log10(value.magnitude).rounded(.down))
    let scaled = (value.magnitude * pow(10, Double(decimals))).rounded()
    guard decimals >= 0, let whole = UInt64(exactly: scaled) else {
      return DecimalText.significant(value, digits: digits)
    }
    var text = String(whole)
    if decimals > 0 {
      text = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals))
    }
    return (value < 0 ? "-" : "") + text
  }
}
