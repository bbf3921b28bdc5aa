package import Diagnostics
import Formats
import Lessons
package import Screen

/// A session as its events: what it began with, and what came when.
package struct Recording: Equatable, Sendable {
  package let start: Start
  /// Of the screen it was made on.
  package let size: Size
  /// The version of the program that made it.
  package let program: String
  package private(set) var steps: [Step] = []
  /// The digest of the state after the last event; nil where the session did not come to its end.
  package private(set) var end: String?

  /// An event and when it came, in milliseconds since the beginning.
  package struct Step: Equatable, Sendable {
    package let time: Int
    package let event: Event
  }

  static let format = "bptutor-recording"
  static let version = 1

  /// What is read at most.
  package enum Limit {
    package static let bytes = 64 << 20
    package static let steps = 1_000_000
  }

  init(start: Start, size: Size, program: String) {
    (self.start, self.size, self.program) = (start, size, program)
  }

  mutating func append(_ step: Step) { steps.append(step) }
  mutating func finish(_ digest: String) { end = digest }

  /// The states from the beginning on, each after one more event.
  package func state(after count: Int) -> State {
    var state = State(start)
    for step in steps.prefix(count) { state.replay(step.event) }
    return state
  }

  /// Whether replaying comes to the state that the session came to; nil where that was not recorded.
  package var isFaithful: Bool? { end.map { $0 == state(after: steps.count).digest } }
}

/// What is wrong with a recording, and in which of its lines.
package struct RecordingFault: Error, Equatable, Sendable {
  /// From 1; nil where it is the whole.
  package let line: Int?
  package let reason: Words

  package init(line: Int?, _ en: String, _ zh: String) { (self.line, reason) = (line, Words(en: en, zh: zh)) }

  /// In one sentence.
  package var message: Words {
    guard let line else { return reason }
    return Words(en: "line \(line): \(reason.en)", zh: "第 \(line) 行：\(reason.zh)")
  }
}
