/// Bayesian knowledge tracing: how likely a skill is known, after each answer that shows it or not.
///
/// Corbett and Anderson, Knowledge tracing: Modeling the acquisition of procedural knowledge, UMUAI 4 (1995).
package enum KnowledgeTracing {
  /// Known before the first answer.
  package static let start = 0.25
  /// Learnt from answering once.
  static let learning = 0.15
  /// Known, and yet a wrong answer.
  static let slip = 0.10
  /// Not known, and yet a right answer, where it was typed.
  static let typedGuess = 0.10

  /// The likelihood after one more answer.
  ///
  /// Among `choices` answers one of them is right by chance; nil where the answer was typed. A wrong answer never
  /// raises it.
  package static func after(_ isRight: Bool, known: Double, choices: Int? = nil) -> Double {
    let known = min(max(known, 0), 1)
    let guess = choices.map { 1 / Double(max(1, $0)) } ?? typedGuess
    let (likely, unlikely) =
      isRight ? (known * (1 - slip), (1 - known) * guess) : (known * slip, (1 - known) * (1 - guess))
    // Of a single choice nothing is learnt about who is wrong.
    let given = likely + unlikely > 0 ? likely / (likely + unlikely) : known
    let next = given + (1 - given) * learning
    return isRight ? next : min(next, known)
  }
}
