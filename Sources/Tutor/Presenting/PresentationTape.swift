import Diagnostics
import Formats
package import Lessons
package import Screen

/// A presentation as it is written down, a line for each event, so that the other screen can follow it and a crash loses
/// nothing.
///
/// The lines are those of a recording, behind one that says what is presented.
package struct PresentationTape: Sendable {
  /// What is presented, as the command line says it; nil until the first line was read.
  package private(set) var subject: String?
  /// What it began with; nil until the second line was read.
  package private(set) var start: Start?
  /// Whether it was left, rather than cut off.
  package private(set) var isLeft = false
  /// How many events there were, and when the last one came.
  package private(set) var count = 0
  package private(set) var time = 0
  /// The lessons of which only digests are written.
  private let lessons: [LessonCatalogue.Entry]

  package init(knowing lessons: [LessonCatalogue.Entry]) { self.lessons = lessons }

  // MARK: Writing

  /// The first two lines.
  package mutating func begin(_ subject: String, _ start: Start, program: String) throws -> String {
    self.subject = subject
    self.start = start
    let size = Size(columns: 80, rows: 24)
    let header = try Recording.header(start, size, program: program, knowing: lessons)
    return JSONText.object([("subject", .string(subject))]).oneLine + "\n" + header + "\n"
  }

  /// The line of an event, at a time since the beginning in milliseconds.
  package mutating func line(_ event: Event, at now: Int) throws -> String {
    let text = try Recording.line(count + 1, at: max(time, now), event, knowing: lessons)
    (count, time, isLeft) = (count + 1, max(time, now), false)
    return text + "\n"
  }

  /// The line that says that it was left.
  package static let leaving = "{\"left\": true}\n"

  // MARK: Reading

  /// Takes the next line in; its event, if it is one's.
  ///
  /// Throws for what `begin` and `line` do not write: another version, another program.
  package mutating func read(_ line: ArraySlice<UInt8>) throws(RecordingFault) -> Event? {
    let value = try Recording.value(line, count + 1)
    if start == nil {
      if case .string(let text, _)? = value["subject"], subject == nil {
        subject = text
      } else {
        start = try Recording.read(header: value, lessons).start
      }
      return nil
    }
    if case .bool(true, _)? = value["left"] {
      isLeft = true
      return nil
    }
    guard case .number(let when, _, _)? = value["t"], let when = Int(exactly: when), when >= 0,
      let text = value["event"]
    else { throw RecordingFault(line: count + 1, "there is no event", "没有事件") }
    let event = try Recording.decode(Event.self, text, count + 1, lessons)
    (count, time, isLeft) = (count + 1, max(time, when), false)
    return event
  }

  /// The keys that the presenter's own screen sends, as a line and back.
  package static func line(of keys: [Key]) -> String? { (try? JSONCoder.encode(keys).oneLine).map { $0 + "\n" } }

  /// The keys of such a line; nil where it is none.
  package static func keys(inLine line: ArraySlice<UInt8>) -> [Key]? {
    guard let value = try? JSONValue.parse(SourceText(name: "", utf8: Array(line))) else { return nil }
    return try? JSONCoder.decode([Key].self, from: value)
  }
}
