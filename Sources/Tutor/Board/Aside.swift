import Diagnosis
import Diagnostics
package import Expressions
import Lessons
import Networks

/// The tutor's own question on the way to an answer: a smaller step, with a field in which it is answered.
///
/// It is judged and never scored; answered, the learner is back at the question itself.
package struct Aside: Equatable, Sendable {
  /// What is asked, one after the other; never empty.
  private var asked: [Expression]

  /// More than this is not asked on the way.
  private static let maxSteps = 6

  /// What a verdict asks for; nil where that is nothing, or the very thing that is asked anyway.
  init?(_ verdict: Verdict, besides question: Quantity?, _ architecture: Architecture) {
    let own = question.map(architecture.expression(of:))
    asked = verdict.asked.filter { $0 != own }
    if asked.isEmpty || verdict.asked.contains(where: { $0 == own }) { return nil }
  }

  /// A single step.
  init(_ expression: Expression) { asked = [expression] }

  /// What is to be found now.
  package var expression: Expression { asked[0] }

  /// What the learner finds is judged by itself; `earlier` are the learner's own values.
  func judge(_ text: String, _ network: Network, earlier: [Quantity: Double]) -> Verdict {
    let checker = Checker(network)
    if let quantity = quantity(network.architecture) {
      return checker.check(quantity, answer: text, form: .any, earlier: earlier)
    }
    let number: WrittenNumber
    do throws(Diagnostic) { number = try WrittenNumber(read: text) } catch { return .unreadable(error, in: text) }
    let value = Pass(network).value(of: expression)
    let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
    if number.isWithin(Checker.tolerance, of: value) || isEnough && number.agreesInEveryDigit(with: value) {
      return Verdict(.right, feedback: Words(en: "Right.", zh: "对。"))
    }
    let isTurned = number.isWithin(Checker.tolerance, of: -value)
    return Verdict(
      .unknown,
      feedback: isTurned
        ? Words(en: "The size is right. Which sign does it have?", zh: "大小是对的。符号呢？")
        : Words(en: "Not yet. Put in the numbers that are shown.", zh: "还不对。把给出的数值代进去。"))
  }

  /// The quantity of the network that is asked for, where it is one.
  func quantity(_ architecture: Architecture) -> Quantity? {
    expression.leafName.flatMap(architecture.quantity(named:))
  }

  /// Goes on to the next; false where all were found.
  mutating func advance() -> Bool {
    asked.removeFirst()
    return !asked.isEmpty
  }

  /// What a wrong answer to this question leads to comes before it.
  mutating func add(_ verdict: Verdict) {
    let new = verdict.asked.filter { !asked.contains($0) }
    guard asked.count + new.count <= Self.maxSteps else { return }
    asked.insert(contentsOf: new, at: 0)
  }
}
