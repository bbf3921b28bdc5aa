package import Classroom
import Diagnosis
import Diagnostics
package import Questions
import Skills

/// A room that takes part in a presentation.
package struct RoomState: Equatable, Sendable {
  package internal(set) var door: RoomDoor
  /// Whether the door fills the projector's screen.
  package internal(set) var showsDoor = true
  package internal(set) var link = RoomLink.connecting
  /// How many students are there.
  package internal(set) var here = 0
  /// How many messages were refused, and how many came too late.
  package internal(set) var refused = 0
  package internal(set) var late = 0
  /// What was put to the room, by the question's key.
  package internal(set) var votes: [String: Put] = [:]
  /// The key of what was put last.
  package internal(set) var latest: String?

  init(_ door: RoomDoor) { self.door = door }

  /// A question with what it was asked on.
  package struct Put: Equatable, Sendable {
    package internal(set) var vote: Vote
    /// In English and in Chinese: an author's feedback comes in the language that a student reads.
    let questions: (en: Question, zh: Question)
    let part: Int
    /// Whether the room has seen the answer.
    package internal(set) var isRevealed = false

    /// How many options it has; 0 where the answer is typed.
    package var optionCount: Int { questions.en.choiceCount(ofPart: part) ?? 0 }

    /// What a round has come to, from 1.
    package func distribution(ofRound round: Int) -> Distribution {
      vote.distribution(ofRound: round, options: optionCount)
    }

    /// The best informed advice there is: that of the last vote.
    package var advice: Advice? { isOpinion ? nil : distribution(ofRound: vote.round).advice }

    /// Whether no answer is right or wrong.
    package var isOpinion: Bool { questions.en.isPoll || questions.en.wantsWords }

    mutating func take(_ answer: RoomAnswer) -> Vote.Reception {
      vote.take(answer) { [questions, part] in
        let (en, zh) = (questions.en.judgment(of: $0, part: part), questions.zh.judgment(of: $0, part: part))
        return Judgment(
          en.kind, option: en.option, mistake: en.mistake, value: en.value,
          feedback: Words(en: en.feedback.en, zh: zh.feedback.zh))
      }
    }

    package static func == (one: Put, other: Put) -> Bool {
      one.vote == other.vote && one.questions == other.questions && one.part == other.part
        && one.isRevealed == other.isRevealed
    }
  }

  /// The vote that is open; nil where none is.
  package var open: Put? { latest.flatMap { votes[$0] }.flatMap { $0.vote.isOpen ? $0 : nil } }

  mutating func close() { if let latest { votes[latest]?.vote.close() } }

  mutating func take(_ answers: [RoomAnswer]) {
    for answer in answers {
      guard let latest, votes[latest]?.vote.question == answer.question else {
        late = min(late + 1, Self.maxCount)
        continue
      }
      switch votes[latest]?.take(answer) {
      case .counted?, .replaced?, .known?: break
      case .late?, nil: late = min(late + 1, Self.maxCount)
      case .full?: refused = min(refused + 1, Self.maxCount)
      }
    }
  }

  /// Counting further says nothing.
  static let maxCount = 999_999

  /// What of it can be seen, in a line.
  var account: String {
    let rounds = votes.sorted { $0.key < $1.key }.map { key, put in
      "\(key) \(put.vote.isOpen) \(put.isRevealed) \((1...put.vote.round).map { put.vote.distribution(ofRound: $0) })"
    }
    return "\(door.code.text) \(showsDoor) \(link) \(here) \(refused) \(late) \(latest ?? "") \(rounds)"
  }
}

extension Question {
  /// What a room's answer is worth; what is right so far and only too short counts as not answered.
  package func judgment(of answer: String, part: Int) -> Judgment {
    let verdict = judge(answer, part: part)
    let options = options(ofPart: part)
    var option = option(chosenBy: answer, part: part).flatMap { options.firstIndex(of: $0) }
    if options.isEmpty, case .sign = kind { option = RoomState.signs.firstIndex(of: answer) }
    let kind: Judgment.Kind
    switch verdict.kind {
    case .right, .followThrough: kind = .right
    case .mistake: kind = .wrong
    case .unknown: kind = verdict.isUnfinished ? .unreadable : .wrong
    case .unreadable: kind = .unreadable
    }
    let mistake = verdict.mistakes.count == 1 && kind == .wrong ? verdict.mistakes[0] : nil
    return Judgment(
      kind, option: option, mistake: mistake, value: kind == .unreadable ? nil : shortValue(of: answer),
      feedback: verdict.feedback)
  }
}

extension Question {
  /// What an answer comes to here, in three digits: enough to tell mistakes apart, and roundings are together.
  fileprivate func shortValue(of answer: String) -> String? {
    guard wantsValue, let value = Checker(network).value(of: answer) else { return nil }
    return DecimalText.significant(value, digits: 3)
  }
}

extension RoomState {
  /// What is sent for rising and falling.
  package static let signs = ["up", "down"]
}
