/// The kinds of fenced blocks in a lesson.
package enum BlockKind: String, CaseIterable, Sendable {
  case show
  case number = "ask number"
  case expression = "ask expression"
  case sign = "ask sign"
  case choice = "ask choice"
  case chain = "ask chain"
  case faded = "ask faded"
  case bug = "ask bug"
  case attempt = "try"

  /// Whether the learner answers it, so that its answers are recorded under its id.
  package var needsID: Bool { self != .show }

  /// The second word of the header of each kind of question.
  static let questions = allCases.filter { $0.rawValue.hasPrefix("ask ") }.map { String($0.rawValue.dropFirst(4)) }
}
