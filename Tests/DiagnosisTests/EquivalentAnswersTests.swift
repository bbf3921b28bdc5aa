import Diagnosis
import Diagnostics
import Expressions
import Networks
import Testing

/// Right answers written in 10,000 ways are all accepted, and none of as many near misses is.
///
/// 10,000 of each with `BPTUTOR_FULL` in the environment, else the first 2,000.
@Suite struct EquivalentAnswersTests {
  static let networks = [Examples.default, Examples.mazur, Examples.crossEntropy] + Examples.all.suffix(6).prefix(3)
  static let count = Effort.isFull ? 10_000 : 2_000

  /// Calls the body with a quantity, its checker and a rewriter until there were enough.
  private func forEach(seed: UInt64, _ body: (Quantity, Checker, inout Rewriter) -> Bool) {
    var done = 0
    var round: UInt64 = 0
    let checkers = Self.networks.map { Checker($0) }
    while done < Self.count {
      for checker in checkers {
        var rewriter = Rewriter(checker.network, seed: seed &+ round)
        round += 1
        for quantity in Examples.quantities(of: checker.network.architecture) where quantity != .lossAfterUpdate {
          if body(quantity, checker, &rewriter) { done += 1 }
          if done == Self.count { return }
        }
      }
    }
  }

  @Test func noRightAnswerIsRefused() {
    var refused: [String] = []
    var texts: Set<String> = []
    forEach(seed: 11) { quantity, checker, rewriter in
      let text = rewriter.written(rewriter.rightAnswer(to: quantity))
      texts.insert(text)
      let verdict = checker.check(quantity, answer: text)
      if verdict.kind != .right {
        let name = checker.network.architecture.name(of: quantity)
        refused.append("\(checker.network.name) \(name) = \(text): \(verdict.kind) \(verdict.feedback.en)")
      }
      return true
    }
    #expect(refused.isEmpty, "\(refused.count) refused: \(refused.prefix(5))")
    // Local factors are short: 1 and w5 can be written in few ways only.
    #expect(texts.count > Self.count / 2)
    print("\(Self.count) right answers, \(texts.count) different texts, \(refused.count) refused")
  }

  @Test func noNearMissIsAccepted() {
    var accepted: [String] = []
    var kinds: [Verdict.Kind: Int] = [:]
    forEach(seed: 77) { quantity, checker, rewriter in
      let wrong = rewriter.nearMiss(rewriter.rightAnswer(to: quantity))
      guard Self.isWrong(wrong, quantity, checker) else { return false }
      let text = rewriter.written(wrong)
      let verdict = checker.check(quantity, answer: text)
      kinds[verdict.kind, default: 0] += 1
      if verdict.kind == .right {
        let name = checker.network.architecture.name(of: quantity)
        accepted.append("\(checker.network.name) \(name) = \(text)")
      }
      return true
    }
    #expect(accepted.isEmpty, "\(accepted.count) accepted: \(accepted.prefix(5))")
    print("\(Self.count) near misses: \(kinds.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", "))")
  }

  /// Numbers a little beyond the tolerance, with six digits or more, are not right.
  @Test func noNumberBeyondTheToleranceIsAccepted() {
    var accepted: [String] = []
    var random = RandomSource(seed: 3)
    forEach(seed: 5) { quantity, checker, _ in
      let value = checker.pass.value(of: quantity)
      guard value != 0, value.isFinite else { return false }
      let factor = 1 + random.next(in: 0.0011...0.2) * (random.next() % 2 == 0 ? 1 : -1)
      let answer = DecimalText.significant(value * factor, digits: 7)
      // 0.375 may be what is left of seven digits, and three digits that agree are right.
      guard answer.count > 7 else { return false }
      if checker.check(quantity, answer: answer).kind == .right { accepted.append("\(value): \(answer)") }
      return true
    }
    #expect(accepted.isEmpty, "\(accepted.prefix(5))")
  }

  /// By other numbers than the checker's: wrong is what differs at one of them, relative to what it should be.
  private static func isWrong(_ expression: Expression, _ quantity: Quantity, _ checker: Checker) -> Bool {
    let architecture = checker.network.architecture
    return (0..<4).contains { seed in
      let pass = Pass(checker.network.randomized(seed: 40_000 + UInt64(seed)))
      let value = try? expression.evaluated { name in
        architecture.quantity(named: name).map { pass.value(of: $0) }
      }
      guard let value, value.isFinite else { return false }
      return (value - pass.value(of: quantity)).magnitude > 1e-6 * max(value.magnitude, 1e-6)
    }
  }
}
