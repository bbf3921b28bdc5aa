import Diagnostics
import Formats

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
  /// What the student wants to be called by the presenter; nil for nothing.
  package let name: String?

  /// More is no answer, in bytes of the message and characters of the text.
  package static let maxBytes = 1_024
  package static let maxLength = 200
  /// In characters.
  package static let maxName = 40
  /// Milliseconds since 1970 serve as well as a count from 1.
  static let maxNumber = 1 << 50

  package init(question: String, student: String, round: Int, number: Int, text: String, name: String? = nil) {
    (self.question, self.student, self.round, self.number, self.text) = (question, student, round, number, text)
    self.name = name
  }

  /// Reads a message; what it says of itself is checked, member by member.
  package init(topic: String, payload: [UInt8], in code: RoomCode) throws(RoomFault) {
    guard case .answer(let question, let student)? = RoomTopic(topic, in: code) else { throw .topic }
    guard payload.count <= Self.maxBytes else { throw .oversized }
    guard String(validating: payload, as: UTF8.self) != nil,
      let value = try? JSONValue.parse(SourceText(name: "", utf8: payload)), case .object(let members, _) = value
    else { throw .text }
    let needed: Set = ["round", "number", "answer"]
    if let stranger = members.first(where: { !needed.contains($0.key) && $0.key != "name" }) {
      throw .member(stranger.key)
    }
    guard members.count == needed.count + (value["name"] == nil ? 0 : 1) else {
      throw .member(needed.sorted().first { value[$0] == nil } ?? "answer")
    }
    guard case .number(let round, _, _)? = value["round"], let round = Int(exactly: round), (1...2).contains(round)
    else { throw .member("round") }
    guard case .number(let number, _, _)? = value["number"], let number = Int(exactly: number),
      (1...Self.maxNumber).contains(number)
    else { throw .member("number") }
    guard case .string(let text, _)? = value["answer"], (1...Self.maxLength).contains(text.unicodeScalars.count),
      text.contains(where: { !$0.isWhitespace })
    else { throw .member("answer") }
    var name: String?
    if let given = value["name"] {
      guard case .string(let text, _) = given, Self.isName(text) else { throw .member("name") }
      name = text
    }
    self.init(question: question, student: student, round: round, number: number, text: text, name: name)
  }

  /// Whether a text can be what a student is called: some characters in one line.
  package static func isName(_ text: String) -> Bool {
    (1...maxName).contains(text.unicodeScalars.count) && text.contains { !$0.isWhitespace }
      && !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
  }

  /// The same of a student, by its secret and its name.
  package func signed(by student: String, _ name: String?) -> RoomAnswer {
    RoomAnswer(question: question, student: student, round: round, number: number, text: text, name: name)
  }

  /// The message without its topic.
  package var payload: String {
    JSONText.object(
      [("round", .number(Double(round))), ("number", .number(Double(number))), ("answer", .string(text))]
        + (name.map { [("name", .string($0))] } ?? [])
    ).oneLine
  }
}
