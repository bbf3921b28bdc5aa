import Classroom
import Diagnostics
import Formats
import Lessons
import Progress
import Questions
import Tutor

/// The answers of a room, read from the log that the presenter's machine wrote, as those of learners.
///
/// A student is called as it wants to be (`join --name`); one who gave no name is a number behind the room's code, the same in
/// every log of a room with that code.
struct RoomLogs {
  private struct Asked {
    let lesson: String
    let question: Question
    let part: Int
  }

  /// The questions of all lessons by their names on the wire.
  private var asked: [String: Asked] = [:]
  /// Answers to steps of a walk, or to questions that no lesson here has.
  private(set) var strangers = 0

  /// Cost: reads all lessons.
  init(_ library: LessonLibrary) {
    for entry in library.entries {
      guard let lesson = entry.lesson(in: .en) ?? entry.lesson(in: .zh) else { continue }
      for ask in lesson.asks {
        let question = Question(ask, base: lesson.network, order: Question.roomOrder)
        for part in 0..<max(1, question.partCount) {
          asked[RoomTopic.name(of: "\(entry.id)/\(ask.id)/\(part)")] = Asked(
            lesson: entry.id, question: question, part: part)
        }
      }
    }
  }

  /// Whether a file is such a log.
  static func isLog(_ bytes: [UInt8]) -> Bool { AnswerLog.message(inLine: bytes.prefix { $0 != 0x0A }) != nil }

  /// Whose answers a log holds; of each vote the last answer of a student counts.
  ///
  /// `time` is when the log was written, in milliseconds since 1970: a phone's answers have only their order.
  mutating func members(_ bytes: [UInt8], time: Int64) -> [(name: String?, attempts: [Attempt])] {
    var votes: [Key: RoomAnswer] = [:]
    var order: [Key] = []
    for line in bytes.split(separator: 0x0A) {
      guard let (topic, payload) = AnswerLog.message(inLine: line), let code = Self.code(topic),
        let answer = try? RoomAnswer(topic: topic, payload: payload, in: code)
      else { continue }
      let key = Key(room: code.text, student: answer.student, question: answer.question, round: answer.round)
      if let former = votes[key], former.number >= answer.number { continue }
      if votes[key] == nil { order.append(key) }
      votes[key] = answer
    }
    var members: [(name: String?, attempts: [Attempt])] = []
    var places: [String: Int] = [:]
    for (number, key) in order.enumerated() {
      guard let answer = votes[key] else { continue }
      guard let asked = asked[key.question] else {
        strangers += 1
        continue
      }
      let name = answer.name ?? Self.name(key)
      let place = places[name] ?? members.count
      if place == members.count {
        places[name] = place
        members.append((name, []))
      }
      let known = members[place].attempts
      members[place].attempts.append(attempt(answer, asked, known, time: time + Int64(number)))
    }
    return members
  }

  private struct Key: Hashable {
    let room: String
    let student: String
    let question: String
    let round: Int
  }

  private func attempt(_ answer: RoomAnswer, _ asked: Asked, _ known: [Attempt], time: Int64) -> Attempt {
    let (question, part) = (asked.question, asked.part)
    var attempt = question.attempt(
      question.recorded(answer.text, part: part), question.judge(answer.text, part: part, earlier: [:]), part: part,
      lesson: asked.lesson, skills: question.ask?.skills ?? [], time: time)
    let options = question.options(ofPart: part)
    attempt.choices = options.isEmpty ? nil : options.count
    attempt.isFirst = attempt.isScored && !known.contains { $0.lesson == attempt.lesson && $0.step == attempt.step }
    return attempt
  }

  /// `bptutor/CODE/…`.
  private static func code(_ topic: String) -> RoomCode? {
    let parts = topic.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 1 ? RoomCode(String(parts[1])) : nil
  }

  /// The secret itself is not shown: with it another could answer in the student's place.
  private static func name(_ key: Key) -> String {
    key.room + " " + Fingerprint(of: key.student).hexadecimal.prefix(5)
  }
}
