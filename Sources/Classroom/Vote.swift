/// A question that is put to the room: a first vote, a second one after the discussion.
package struct Vote: Equatable, Sendable {
  /// Its name on the wire.
  package let question: String
  /// One or two.
  package private(set) var rounds: [Round] = [Round()]
  /// Whether answers are taken.
  package private(set) var isOpen = true
  /// What answers are worth, by their text.
  package private(set) var judgments: [String: Judgment] = [:]

  /// The last answer of each student.
  package struct Round: Equatable, Sendable {
    package fileprivate(set) var answers: [String: Last] = [:]

    /// What a student answered last, and its number.
    package struct Last: Equatable, Sendable {
      package let number: Int
      package let text: String
      package let name: String?
    }
  }

  /// What has become of an answer.
  package enum Reception: Equatable, Sendable {
    case counted
    /// It takes the place of the student's former one.
    case replaced
    /// Sent again, or overtaken by a later one.
    case known
    /// Of a round that is not open.
    case late
    /// More students than any room has.
    case full
  }

  /// More students are not counted.
  package static let maxStudents = 5_000

  package init(_ question: String) { self.question = question }

  package var round: Int { rounds.count }
  package var answered: Int { rounds[rounds.count - 1].answers.count }

  /// Takes answers no more.
  package mutating func close() { isOpen = false }

  /// Asks once more after the discussion; false where that was done.
  package mutating func askAgain() -> Bool {
    guard rounds.count == 1, !isOpen else { return false }
    rounds.append(Round())
    isOpen = true
    return true
  }

  /// Takes an answer in; each text is judged once, however many give it.
  package mutating func take(_ answer: RoomAnswer, judging: (String) -> Judgment) -> Reception {
    guard answer.question == question, isOpen, answer.round == round else { return .late }
    let last = rounds[round - 1].answers[answer.student]
    if let last, last.number >= answer.number { return .known }
    guard last != nil || answered < Self.maxStudents else { return .full }
    if judgments[answer.text] == nil { judgments[answer.text] = judging(answer.text) }
    rounds[round - 1].answers[answer.student] = Round.Last(
      number: answer.number, text: answer.text, name: answer.name)
    return last == nil ? .counted : .replaced
  }

  /// Who has given a name in a round, from 1, with the answer and what it is worth; by name.
  package func named(inRound round: Int) -> [(name: String, text: String, judgment: Judgment)] {
    guard rounds.indices.contains(round - 1) else { return [] }
    return rounds[round - 1].answers.values.compactMap { last in
      guard let name = last.name, let judgment = judgments[last.text] else { return nil }
      return (name, last.text, judgment)
    }.sorted { ($0.name, $0.text) < ($1.name, $1.text) }
  }

  /// What a round has come to, from 1.
  ///
  /// Cost: linear in its answers.
  package func distribution(ofRound round: Int, options: Int = 0) -> Distribution {
    guard rounds.indices.contains(round - 1) else { return Distribution([], judgments, options: options) }
    return Distribution(rounds[round - 1].answers.values.map(\.text), judgments, options: options)
  }
}
