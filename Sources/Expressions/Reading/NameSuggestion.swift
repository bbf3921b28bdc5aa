import Diagnostics

/// "Did you mean" for the name of a quantity: one of the same kind, or none.
///
/// A letter with an index is not another letter with that index: h1 is no misspelling of b1.
package enum NameSuggestion {
  /// What other books call net and out.
  private static let kinds: [String: String] = [
    "a": "out", "o": "out", "y": "out", "output": "out", "act": "out", "z": "net", "s": "net", "u": "net", "in": "net",
    "input": "net", "t": "target", "goal": "target",
  ]
  private static let losses: Set<String> = ["l", "j", "c", "e", "loss", "cost", "error", "etotal", "totalerror"]

  /// Cost: one comparison with each name.
  package static func nearest(to name: String, in names: Set<String>) -> String? {
    guard !names.isEmpty, name.utf8.count <= 64 else { return nil }
    // The step Δw5 is no quantity here: the new weight is.
    if name.hasPrefix("Δ"), names.contains(String(name.dropFirst())) { return name.dropFirst() + "+" }
    if let letter = name.first, !letter.isASCII { return greek(name, letter, names) }
    let plain = plain(name)
    let sorted = names.sorted()
    if let same = sorted.first(where: { Self.plain($0) == plain }) { return same }
    if names.contains("E"), losses.contains(plain) { return "E" }
    if let updated = updated(name, names) { return updated }
    if let neurons = ofNeuron(name, names) { return neurons }
    let own = Parts(name)
    return Suggestion.nearest(to: name, in: sorted.filter { own.mayMean(Parts($0)) })
  }

  /// A Greek letter means itself, so that δ1 is δ_h1 sooner than b1.
  private static func greek(_ name: String, _ letter: Character, _ names: Set<String>) -> String? {
    let alike = names.filter { $0.first == letter }.sorted()
    return alike.first { $0.hasSuffix(name.dropFirst()) } ?? Suggestion.nearest(to: name, in: alike)
  }

  /// `w5_new` is w5+.
  private static func updated(_ name: String, _ names: Set<String>) -> String? {
    for ending in ["_new", "new", "_updated", "_next", "_neu"] where name.lowercased().hasSuffix(ending) {
      let base = String(name.dropLast(ending.count))
      if names.contains(base) { return base + "+" }
    }
    return nil
  }

  /// h1 alone is what h1 sends on; `a_h1` and `z_h1` are its output and its net input.
  private static func ofNeuron(_ name: String, _ names: Set<String>) -> String? {
    if names.contains("out_" + name) { return "out_" + name }
    guard let underscore = name.firstIndex(of: "_"), let kind = kinds[name[..<underscore].lowercased()] else {
      return nil
    }
    let full = kind + name[underscore...]
    return names.contains(full) ? full : nil
  }

  private static func plain(_ name: String) -> String { name.lowercased().replacing("_", with: "") }

  /// The letters in front of a name, and the rest.
  private struct Parts {
    let head: String
    let rest: String

    init(_ name: String) {
      let letters = name.prefix { $0.isLetter }
      head = letters.lowercased()
      rest = name.dropFirst(letters.count).lowercased()
    }

    func mayMean(_ other: Parts) -> Bool {
      if head == other.head { return true }
      // A slip in a word; a single letter is another kind of thing.
      guard head.count > 1, other.head.count > 1, !other.head.isEmpty else { return false }
      return Suggestion.nearest(to: head, in: [other.head]) != nil && (rest == other.rest || head.count > 3)
    }
  }
}
