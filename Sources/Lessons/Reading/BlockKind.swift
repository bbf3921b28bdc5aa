/// The kinds of fenced blocks in a lesson.
package enum BlockKind: String, CaseIterable, Sendable {
  case show
  case plot = "show plot"
  case number = "ask number"
  case expression = "ask expression"
  case sign = "ask sign"
  case choice = "ask choice"
  case chain = "ask chain"
  case faded = "ask faded"
  case bug = "ask bug"
  case poll = "ask poll"
  case text = "ask text"
  case attempt = "try"

  /// Whether the learner answers it, so that its answers are recorded under its id.
  package var needsID: Bool { self != .show && self != .plot }

  /// Whether it has a right answer, or a goal, that is to be reached for the lesson to be done.
  var hasRightAnswer: Bool { needsID && self != .poll && self != .text }

  /// The format version that has it first.
  var since: Int {
    switch self {
    case .plot, .poll, .text: 2
    case .show, .number, .expression, .sign, .choice, .chain, .faded, .bug, .attempt: 1
    }
  }

  /// The second word of the header of each kind of question.
  static let questions = secondWords(after: "ask ")
  /// The second word of what is shown and is no derivation.
  static let shown = secondWords(after: "show ")

  private static func secondWords(after first: String) -> [String] {
    allCases.filter { $0.rawValue.hasPrefix(first) }.map { String($0.rawValue.dropFirst(first.count)) }
  }
}
