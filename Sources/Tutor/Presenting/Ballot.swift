/// Hands that were counted for the options of a question: a first time, and once more after the discussion.
package struct Ballot: Equatable, Sendable {
  /// Of each round, the hands for each option; one round or two.
  package private(set) var rounds: [[Int]]

  /// More hands than any room has.
  static let maxHands = 99_999

  /// A first count.
  init(_ counts: [Int]) { rounds = [counts] }

  /// Counts of one round or two; nil where there are none.
  init?(_ rounds: [[Int]]) {
    guard !rounds.isEmpty else { return nil }
    self.rounds = rounds
  }

  /// Another count: the second, which a third one replaces.
  mutating func count(_ counts: [Int]) { rounds = [rounds[0], counts] }

  /// Takes the last count back; false where it was the only one.
  mutating func takeBack() -> Bool {
    guard rounds.count > 1 else { return false }
    rounds.removeLast()
    return true
  }

  /// The numbers of a typed line, with anything but digits between them; nil where one has too many hands.
  static func counts(in text: String) -> [Int]? {
    let words = text.split { State.digit(State.halfWidth(String($0))) == nil }
    let numbers = words.prefix(100).map { Int(State.halfWidth(String($0))) }
    guard numbers.allSatisfy({ $0.map { $0 <= maxHands } == true }) else { return nil }
    return numbers.compactMap { $0 }
  }
}
