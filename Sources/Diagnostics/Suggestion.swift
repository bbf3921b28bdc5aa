/// "Did you mean": the known name nearest to one that was mistyped.
package enum Suggestion {
  /// Names longer than this are compared by their beginnings only.
  private static let maxNameLength = 64

  /// The nearest of `candidates`, if it is near enough to be meant; the first of several that are equally near.
  ///
  /// Distance is that of Damerau and Levenshtein (optimal string alignment: insert, delete, exchange, swap two
  /// neighbours), upper and lower case counting as half a step. At most a third of the letters, and at least one step,
  /// may differ. Cost: length × length for each candidate.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    // A slip in upper and lower case only means just this.
    let plain = name.lowercased()
    if name.utf8.count <= 4 * maxNameLength, let same = candidates.first(where: { $0.lowercased() == plain }) {
      return same
    }
    let own = Array(name.prefix(maxNameLength))
    // Counted in half steps.
    var best = max(2, 2 * own.count / 3) + 1
    var nearest: String?
    for candidate in candidates {
      let other = Array(candidate.prefix(maxNameLength))
      // What shares no letter with a name of one or two letters is no misspelling of it.
      if 2 * abs(other.count - own.count) >= best || Set(own).isDisjoint(with: other) && own.count < 3 { continue }
      let steps = distance(own, other)
      if steps < best { (best, nearest) = (steps, candidate) }
    }
    return nearest
  }

  /// What to say of it; nil where nothing is near.
  package static func didYouMean(_ nearest: String?) -> Words? { nearest.map { didYouMean($0) } }

  /// The same where something is near.
  package static func didYouMean(_ nearest: String) -> Words {
    Words(en: "did you mean '\(nearest)'?", zh: "是不是想写“\(nearest)”？")
  }

  /// The same as a sentence behind another one, with the space before it; empty where nothing is near.
  package static func sentence(_ nearest: String?) -> Words {
    nearest.map { Words(en: " Did you mean '\($0)'?", zh: "是不是想写“\($0)”？") } ?? Words("")
  }

  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = (0...other.count).map { 2 * $0 }
    for i in one.indices {
      var row = [2 * (i + 1)]
      for j in other.indices {
        let exchange = one[i] == other[j] ? 0 : (one[i].lowercased() == other[j].lowercased() ? 1 : 2)
        var steps = min(last[j] + exchange, last[j + 1] + 2, row[j] + 2)
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { steps = min(steps, beforeLast[j - 1] + 2) }
        row.append(steps)
      }
      (beforeLast, last) = (last, row)
    }
    return last[other.count]
  }
}
