extension MathText {
  /// The formula with the names of a network's quantities replaced: `w_5`, `out_O`, `\text{target}`, `\delta_{h1}`.
  ///
  /// `name` takes an identity such as `w5` and returns how it is written, or nil for what is no quantity: all other letters
  /// are the author's and stay. Cost: linear in the formula.
  package func lettered(_ name: (String) -> String?) -> MathText {
    switch self {
    case .row(let parts): return .row(Self.lettered(parts, name))
    case .sign, .words: return letters.flatMap(name).map(MathText.sign) ?? self
    case .scripts: return Self.lettered([self], name).first ?? self
    case .fraction(let over, let under): return .fraction(over.lettered(name), under.lettered(name))
    case .root(let inner): return .root(inner.lettered(name))
    case .accented: return self
    case .fenced(let left, let inner, let right): return .fenced(left, inner.lettered(name), right)
    case .grid(let rows, let alignment): return .grid(rows.map { $0.map { $0.lettered(name) } }, alignment)
    }
  }

  /// Letters beside each other are one word, whose last letter may have an index: `o`, `u`, `t_O`.
  private static func lettered(_ parts: [MathText], _ name: (String) -> String?) -> [MathText] {
    var result: [MathText] = []
    var place = 0
    while place < parts.count {
      var (word, end) = ("", place)
      while end < parts.count, let letters = parts[end].letters {
        word += letters
        end += 1
      }
      if end < parts.count, case .scripts(let base, let below?, above: nil) = parts[end], let letters = base.letters,
        let written = written(word + letters, below.line, name)
      {
        result.append(.sign(written))
        place = end + 1
      } else if !word.isEmpty, let written = name(word) {
        result.append(.sign(written))
        place = end
      } else if end > place {
        result += parts[place..<end]
        place = end
      } else {
        result.append(parts[place].letteredInside(name))
        place += 1
      }
    }
    return result
  }

  /// `w` with 5 below is w5, `out` with O is out_O.
  private static func written(_ word: String, _ index: String, _ name: (String) -> String?) -> String? {
    name(word + index) ?? name(word + "_" + index)
  }

  /// What a name can be made of: Latin letters, and the δ and η of identities.
  private var letters: String? {
    switch self {
    case .sign(let text), .words(let text):
      let isWord = !text.isEmpty && text.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
      return isWord ? text : text == "δ" ? "delta" : text == "η" ? "eta" : nil
    case .row(let parts):
      let letters = parts.map(\.letters)
      return letters.isEmpty || letters.contains(nil) ? nil : letters.compactMap { $0 }.joined()
    default: return nil
    }
  }

  private func letteredInside(_ name: (String) -> String?) -> MathText {
    guard case .scripts(let base, let below, let above) = self else { return lettered(name) }
    let letters = base.letters
    // A power keeps its base's name, as in w₅²; a layer above makes it an author's letter, as in w₁₁⁽¹⁾.
    let isPower = above?.line.first != "("
    if isPower, let below, let index = letters.flatMap({ Self.written($0, below.line, name) }) {
      return .scripts(.sign(index), below: nil, above: above?.lettered(name))
    }
    // An index that no quantity has makes it an author's letter, too.
    let isOther = letters != nil && (below != nil || !isPower)
    return .scripts(isOther ? base : base.lettered(name), below: below, above: above?.lettered(name))
  }
}
