import Skills

/// What the answers of a round have in common: by option, by mistake, by value, by what was written.
package struct Distribution: Equatable, Sendable {
  /// How many students answered.
  package let answered: Int
  package let right: Int
  package let unreadable: Int
  /// How many chose each option.
  package let options: [Int]
  /// How many made a mistake that has a name, by its id; the most frequent first.
  package let mistakes: [Group]
  /// How many gave each value; the most frequent first.
  package let values: [Value]
  /// Wrong in a way that has no name.
  package let other: Int
  /// How many wrote the same; the most frequent first.
  package let texts: [Group]

  /// Students whose answers come to the same.
  package struct Value: Equatable, Sendable {
    package let text: String
    package let isRight: Bool
    package let count: Int
  }

  /// Students who did the same.
  package struct Group: Equatable, Sendable {
    package let name: String
    package let count: Int

    package init(name: String, count: Int) { (self.name, self.count) = (name, count) }
  }

  init(_ answers: [String], _ judgments: [String: Judgment], options: Int) {
    var (right, unreadable, other) = (0, 0, 0)
    var chosen = [Int](repeating: 0, count: max(0, min(options, 100)))
    var mistakes: [String: Int] = [:]
    var texts: [String: Int] = [:]
    var values: [String: (count: Int, isRight: Bool)] = [:]
    for text in answers {
      texts[text, default: 0] += 1
      guard let judgment = judgments[text] else { continue }
      if let option = judgment.option, chosen.indices.contains(option) { chosen[option] += 1 }
      if let value = judgment.value {
        let known = values[value]
        values[value] = ((known?.count ?? 0) + 1, known?.isRight == true || judgment.kind == .right)
      }
      switch judgment.kind {
      case .right: right += 1
      case .unreadable: unreadable += 1
      case .wrong: if let mistake = judgment.mistake { mistakes[mistake.rawValue, default: 0] += 1 } else { other += 1 }
      }
    }
    answered = answers.count
    (self.right, self.unreadable, self.other) = (right, unreadable, other)
    self.options = chosen
    self.mistakes = Self.sorted(mistakes)
    self.texts = Self.sorted(texts)
    self.values = values.map { Value(text: $0.key, isRight: $0.value.isRight, count: $0.value.count) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  private static func sorted(_ counts: [String: Int]) -> [Group] {
    counts.map { Group(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// The values of several rounds, each with how many gave it in which; the most frequent in any round first.
  package static func values(ofRounds rounds: [Distribution]) -> [(text: String, isRight: Bool, counts: [Int])] {
    var known: [String: (isRight: Bool, counts: [Int])] = [:]
    for (number, round) in rounds.enumerated() {
      for value in round.values {
        var entry = known[value.text] ?? (false, rounds.map { _ in 0 })
        entry.isRight = entry.isRight || value.isRight
        entry.counts[number] = value.count
        known[value.text] = entry
      }
    }
    return known.sorted { ($1.value.counts.max() ?? 0, $0.key) < ($0.value.counts.max() ?? 0, $1.key) }
      .map { ($0.key, $0.value.isRight, $0.value.counts) }
  }

  /// The share of right answers, from 0 to 1; nil where there are none.
  package var share: Double? { answered > 0 ? Double(right) / Double(answered) : nil }

  package var advice: Advice? { share.map(Advice.init(share:)) }
}

/// What peer instruction advises after a first vote.
///
/// Crouch and Mazur, "Peer Instruction: Ten years of experience and results", American Journal of Physics 69 (2001): below
/// 30 % a discussion spreads what is wrong, above 70 % there is little left to discuss.
package enum Advice: Equatable, Sendable {
  case explain, discuss, goOn

  package init(share: Double) { self = share < 0.3 ? .explain : share <= 0.7 ? .discuss : .goOn }
}
