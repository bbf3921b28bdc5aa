package import Diagnostics
import Formats

/// What the room sees, as phones and students' terminals get it: nothing that answers an open question.
package struct ScreenMessage: Equatable, Codable, Sendable {
  /// What is presented.
  package var title: Words
  /// What the screen says, line by line.
  package var lines: Lines
  /// The picture of the network as `<svg>`; nil where none is shown.
  package var picture: String?
  /// The picture in words: a title, and in a second line what it shows.
  package var alt: Words?
  /// What is asked; nil where nothing is.
  package var question: Asked?
  /// What a student's own engine goes on from, as the tutor writes it.
  package var place: String?

  /// Lines in each language; there may be more of them in one than in the other.
  package struct Lines: Equatable, Codable, Sendable {
    package var en: [String]
    package var zh: [String]

    package init(en: [String], zh: [String]) { (self.en, self.zh) = (en, zh) }

    package subscript(language: Language) -> [String] {
      switch language {
      case .en: en
      case .zh: zh
      }
    }
  }

  /// What is asked.
  package struct Asked: Equatable, Codable, Sendable {
    /// The question's name on the wire.
    package var id: String
    package var prompt: Words
    /// What is chosen among; none where the answer is typed.
    package var options: [Choice]
    /// 1 before the discussion, 2 after it; 0 where the room was not asked yet.
    package var round: Int
    package var phase: Phase

    package init(id: String, prompt: Words, options: [Choice], round: Int, phase: Phase) {
      (self.id, self.prompt, self.options, self.round, self.phase) = (id, prompt, options, round, phase)
    }
  }

  /// An option.
  package struct Choice: Equatable, Codable, Sendable {
    /// What is sent for it.
    package var answer: String
    package var text: Words

    package init(answer: String, text: Words) { (self.answer, self.text) = (answer, text) }
  }

  /// How far a question is.
  package enum Phase: String, Codable, Sendable {
    /// Seen, and not yet put to the room.
    case waiting
    case open, closed, revealed
  }

  package init(
    title: Words, lines: Lines, picture: String? = nil, alt: Words? = nil, question: Asked? = nil,
    place: String? = nil
  ) {
    (self.title, self.lines, self.picture, self.question, self.place) = (title, lines, picture, question, place)
    self.alt = alt
  }

  /// The largest message, in bytes: what is larger is sent without its picture.
  package static let maxBytes = 200_000
}

/// What came of a question, for everyone who answered it; sent after the reveal.
package struct ResultMessage: Equatable, Codable, Sendable {
  package var question: String
  /// The answer with its derivation.
  package var answer: ScreenMessage.Lines
  /// What each round came to.
  package var rounds: [Outcome]
  /// The mistakes that were recognized, with how many made each in each round.
  package var mistakes: [Mistake]
  /// What is said to answers.
  package var feedback: [Feedback]
  /// What most answers came to, with how many in each round; none where nothing has a value.
  package var values: [Value]
  /// Whether no answer is right or wrong.
  package var isOpinion: Bool
  /// Which of `feedback` belongs to an answer, by its text: a student finds the own one, and no one another's.
  package var answers: [String: Int]

  /// What a round came to.
  package struct Outcome: Equatable, Codable, Sendable {
    package var answered: Int
    package var right: Int
    package var options: [Int]

    package init(_ distribution: Distribution) {
      (answered, right, options) = (distribution.answered, distribution.right, distribution.options)
    }
  }

  /// A mistake that was recognized.
  package struct Mistake: Equatable, Codable, Sendable {
    package var name: Words
    package var counts: [Int]

    package init(name: Words, counts: [Int]) { (self.name, self.counts) = (name, counts) }
  }

  /// A value that answers came to.
  package struct Value: Equatable, Codable, Sendable {
    package var text: String
    package var isRight: Bool
    package var counts: [Int]
  }

  /// What is said to an answer.
  package struct Feedback: Hashable, Codable, Sendable {
    package var kind: Judgment.Kind
    package var words: Words
  }

  /// Rarer values are not listed.
  private static let maxValues = 6

  /// More different answers get no feedback of their own: by far most of a room give one of a few.
  package static let maxAnswers = 2_000

  /// `name` says what a mistake is called.
  package init(
    _ vote: Vote, options: Int, isOpinion: Bool = false, answer: ScreenMessage.Lines, name: (String) -> Words
  ) {
    question = vote.question
    (self.answer, self.isOpinion) = (answer, isOpinion)
    let found = (1...vote.round).map { vote.distribution(ofRound: $0, options: options) }
    rounds = found.map(Outcome.init)
    let ids = Set(found.flatMap(\.mistakes).map(\.name)).sorted()
    let counted = ids.map { id in (id, found.map { $0.mistakes.first { $0.name == id }?.count ?? 0 }) }
    mistakes = counted.sorted { ($1.1.reduce(0, +), $0.0) < ($0.1.reduce(0, +), $1.0) }
      .map { Mistake(name: name($0.0), counts: $0.1) }
    values = Distribution.values(ofRounds: found).prefix(Self.maxValues).map {
      Value(text: $0.text, isRight: $0.isRight, counts: $0.counts)
    }
    (feedback, answers) = ([], [:])
    var places: [Feedback: Int] = [:]
    let texts = found.reversed().flatMap(\.texts).map(\.name)
    for text in texts where answers[text] == nil && answers.count < Self.maxAnswers {
      guard let judgment = vote.judgments[text] else { continue }
      let said = Feedback(kind: judgment.kind, words: judgment.feedback)
      let place = places[said] ?? feedback.count
      if place == feedback.count { feedback.append(said) }
      places[said] = place
      answers[text] = place
    }
  }
}

extension Encodable {
  /// The message as one line of JSON; nil where it cannot be written.
  package var roomLine: String? { (try? JSONCoder.encode(self))?.oneLine }
}
