package import Diagnostics
package import Progress
package import Skills

/// Where a learner was in a lesson: enough to go on exactly there.
package struct LessonPlace: Equatable, Codable, Sendable {
  /// So many blocks, then so many screens of words: true in every language.
  package var actions = 0
  package var screens = 0
  package var farthestActions = 0
  package var farthestScreens = 0
  package var isAtEnd = false
  /// Whether the end was reached at some time, on this visit or an earlier one.
  package var isRead = false
  /// The questions that were answered or revealed on earlier visits, by their ids, in order.
  package var settledBefore: [String] = []
  /// What drew the numbers; nil for the lesson's own.
  package var seed: UInt64?
  /// What shuffled the options; nil for the author's order.
  package var order: UInt64?
  /// Of each derivation that was begun, by the number of its block: its stop.
  package var stops: [String: Int] = [:]
  /// Of each `try`, by its id: the values of what is moved.
  package var moved: [String: [Double]] = [:]
  /// Of each question that was opened, by its id.
  package var questions: [String: Question] = [:]
  package var outcomes: [String: Outcome] = [:]

  /// The questions that were answered or revealed, on this visit or an earlier one.
  package var settled: Set<String> { Set(settledBefore).union(outcomes.filter(\.value.isDone).keys) }

  /// What progress has to know of it.
  package var visit: LessonVisit {
    let isUntouched = (farthestActions, farthestScreens) == (0, 0) && outcomes.isEmpty && !isAtEnd
    return LessonVisit(isOpen: !isAtEnd && !isUntouched, isRead: isRead || isAtEnd, settled: settled)
  }

  /// How far a question has come.
  package struct Question: Equatable, Codable, Sendable {
    package var answers: [String] = []
    /// The part of the question that each of them answered.
    package var parts: [Int] = []
    /// The smaller step that each of them answered, in ASCII; empty for the question itself.
    package var asides: [String] = []
    package var part = 0
    /// Part, rung, and 1 on other numbers.
    package var hints: [[Int]] = []
    package var rung = 0
    /// Part and rung: how much was looked up of it.
    package var lookedUp: [[Int]] = []
    package var likeSeed: UInt64?
    package var isSettled = false
    package var isTold = false
  }

  /// What came of a question so far.
  package struct Outcome: Equatable, Codable, Sendable {
    package var first: String?
    package var wasHelped = false
    package var mistakes: [MistakeID] = []
    package var isSkipped = false
    package var isDone = false
    /// What was said to the first wrong answer, in each language.
    package var said: Words?
  }
}
