import Diagnostics
import JSON

/// What a student sends: an answer to a question, in one of its rounds.
package struct RoomAnswer: Equatable, Codable, Sendable {
  package let question: String
  /// The student's secret.
  package let student: String
  /// 1 before the discussion, 2 after it.
  package let round: Int
  /// The student's own count of answers: the largest counts, and a repeated one counts once.
  package let number: Int
  package let text: String

  /// More is no answer, in bytes of the message and characters of the text.
  package static let maxBytes = 1_024
  package static let maxLength = 200
  /// Milliseconds since 1970 serve as well as a count from 1.
  static let maxNumber = 1 << 50

  package init(question: String, student: String, round: Int, number: Int, text: String) {
    (self.question, self.student, self.round, self.number, self.text) = (question, student, round, number, text)
  }

  /// Reads a message; what it says of itself is checked, member by member.
  package init(topic: String, payload: [UInt8], in code: RoomCode) throws(RoomFault) {
    guard case .answer(let question, let student)? = RoomTopic(topic, in: code) else { throw .topic }
    guard payload.count <= Self.maxBytes else { throw .oversized }
    guard String(validating: payload, as: UTF8.self) != nil,
      let value = try? JSONValue.parse(SourceText(name: "", utf8: payload)), case .object(let members, _) = value
    else { throw .text }
    let allowed: Set = ["round", "number", "answer"]
    if let stranger = members.first(where: { !allowed.contains($0.key) }) { throw .member(stranger.key) }
    guard members.count == allowed.count else {
      throw .member(allowed.sorted().first { value[$0] == nil } ?? "answer")
    }
    guard case .number(let round, _, _)? = value["round"], let round = Int(exactly: round), (1...2).contains(round)
    else { throw .member("round") }
    guard case .number(let number, _, _)? = value["number"], let number = Int(exactly: number),
      (1...Self.maxNumber).contains(number)
    else { throw .member("number") }
    guard case .string(let text, _)? = value["answer"], (1...Self.maxLength).contains(text.unicodeScalars.count),
      text.contains(where: { !$0.isWhitespace })
    else { throw .member("answer") }
    self.init(question: question, student: student, round: round, number: number, text: text)
  }

  /// The message without its topic.
  package var payload: String {
    JSONText.object([
      ("round", .number(Double(round))), ("number", .number(Double(number))), ("answer", .string(text)),
    ]).oneLine
  }
}
