/// How often samples of one class were taken for another.
package struct ConfusionTable: Equatable, Sendable {
  package let classes: [String]
  /// A row for each class that is right, a column for each that was answered.
  package private(set) var counts: [[Int]]
  /// Samples that were taken for another class, the first ones.
  package private(set) var mistaken: [Mistaken] = []

  /// A sample that was answered wrongly.
  package struct Mistaken: Equatable, Sendable {
    package let sample: Int
    package let right: Int
    package let answered: Int
  }

  /// How many of them are kept.
  private static let limit = 100

  init(classes: [String]) {
    self.classes = classes
    counts = Array(repeating: Array(repeating: 0, count: classes.count), count: classes.count)
  }

  mutating func count(_ answered: Int, of right: Int, sample: Int) {
    guard classes.indices.contains(answered), classes.indices.contains(right) else { return }
    counts[right][answered] += 1
    if answered != right, mistaken.count < Self.limit {
      mistaken.append(Mistaken(sample: sample, right: right, answered: answered))
    }
  }

  package var total: Int { counts.joined().reduce(0, +) }
  package var right: Int { classes.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// What is taken for what, the most frequent first.
  package var confusions: [(right: Int, answered: Int, count: Int)] {
    let all = classes.indices.flatMap { right in
      classes.indices.filter { $0 != right && counts[right][$0] > 0 }.map { (right, $0, counts[right][$0]) }
    }
    return all.sorted { $0.2 > $1.2 }
  }
}
