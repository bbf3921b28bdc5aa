import Diagnosis
import Diagnostics
import Networks
import Skills

/// What an answer is worth, and which mistake made it.
public struct Judgment: Hashable, Sendable {
  /// How an answer was judged.
  public enum Kind: String, CaseIterable, Sendable {
    case right
    /// Right from the learner's own earlier values.
    case followThrough = "follow-through"
    /// One mistake of the catalogue, or several between which the feedback asks.
    case mistake
    case unknown
    case unreadable
  }

  /// What the answer is worth.
  public let kind: Kind
  /// Ids of the catalogue; two made together are joined by `+`.
  public let mistakes: [String]
  /// Whether it is right so far, and more is asked for: digits, or the number that a formula comes to.
  public let isUnfinished: Bool
  /// What to say to the learner, in English.
  public let english: String
  /// The same in Chinese.
  public let chinese: String
}

extension TracedNetwork {
  /// Judges an answer, a number or a formula, to a question for a quantity.
  ///
  /// `earlier` are the learner's own values of other quantities, by name. For many answers about one network create an
  /// `AnswerChecker`, which keeps what it has worked out.
  public func check(
    _ quantity: String, answer: String, earlier: [String: Double] = [:]
  ) throws(BackpropagationError) -> Judgment {
    try AnswerChecker(self).check(quantity, answer: answer, earlier: earlier)
  }
}

/// Judges many answers about one network.
///
/// Cost: about a microsecond for a number, once its quantity was asked for; not for use from two threads at once.
public final class AnswerChecker {
  private let network: TracedNetwork
  private let checker: Checker

  /// A checker for answers about this network.
  public init(_ network: TracedNetwork) {
    self.network = network
    checker = Checker(network.network)
  }

  /// Judges an answer; see `TracedNetwork.check(_:answer:earlier:)`.
  public func check(
    _ quantity: String, answer: String, earlier: [String: Double] = [:]
  ) throws(BackpropagationError) -> Judgment {
    let asked: AskedQuantity
    do throws(Diagnostic) { asked = try checker.asked(quantity) } catch {
      throw BackpropagationError([error], in: quantity)
    }
    var own: [Quantity: Double] = [:]
    for (name, value) in earlier { own[try network.quantity(name)] = value }
    let verdict = checker.check(asked, answer: answer, earlier: own)
    return Judgment(
      kind: Judgment.Kind(verdict.kind), mistakes: verdict.mistakes.map(\.rawValue), isUnfinished: verdict.isUnfinished,
      english: verdict.feedback.en,
      chinese: verdict.feedback.zh)
  }
}

extension Judgment.Kind {
  fileprivate init(_ kind: Verdict.Kind) {
    switch kind {
    case .right: self = .right
    case .followThrough: self = .followThrough
    case .mistake: self = .mistake
    case .unknown: self = .unknown
    case .unreadable: self = .unreadable
    }
  }
}
