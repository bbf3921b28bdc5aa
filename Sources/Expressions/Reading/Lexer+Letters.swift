/// Names of a notation, which the lexer turns into the identities that they mean.
extension Lexer {
  /// Takes a name of the notation: `w_13`, z₁⁽²⁾, `\delta_{1}^{(2)}`, `dC`; false where none begins here.
  mutating func lexOwnName() -> Bool {
    guard let letters else { return false }
    let start = position
    if let found = ownName(at: start, letters) {
      append(.name(found.identity), length: found.end - start)
      joinDifferential()
      if found.isUpdated { append(.raisedPlus, length: 0) }
      return true
    }
    // A differential: the d, then a name.
    guard peek() == "d", let found = ownName(at: start + 1, letters) else { return false }
    append(.name("d" + found.identity), length: found.end - start)
    return true
  }

  private struct Found {
    let identity: String
    let isUpdated: Bool
    let end: Int
  }

  /// The longest name of the notation that begins at a place.
  private func ownName(at start: Int, _ letters: any Lettering) -> Found? {
    for (base, end, isWhole) in bases(at: start) {
      var candidates = [(name: WrittenName(base: base), end: end)]
      var next = 0
      while next < candidates.count, candidates.count < 24 {
        let (name, place) = candidates[next]
        next += 1
        if name.below == nil {
          candidates += indices(below: place, isFirst: name.above == nil).map { text, end in
            var longer = name
            longer.below = text.text
            longer.isCompact = text.isCompact
            return (longer, end)
          }
        }
        if name.above == nil, !name.isUpdated, let (text, isUpdated, end) = indexAbove(place) {
          var longer = name
          longer.above = text
          longer.isUpdated = isUpdated
          candidates.append((longer, end))
        }
      }
      for (name, end) in candidates.sorted(by: { $0.end > $1.end }) {
        // Half of a word is no name, and what goes on is another one.
        if let following = scalar(end), name.below == nil, name.above == nil, isWhole,
          isNameStart(following) || isDigit(following)
        {
          continue
        }
        if let identity = letters.identity(of: name) {
          return Found(identity: identity, isUpdated: name.isUpdated, end: end)
        }
      }
    }
    return nil
  }

  // MARK: The parts of a name

  /// What a name can be built on here, the longest first: a word, a Greek letter before another word, `\hat{y}`.
  private func bases(at start: Int) -> [(base: String, end: Int, isWhole: Bool)] {
    guard let first = scalar(start) else { return [] }
    if first == "\\" { return command(at: start).map { [($0.base, $0.end, false)] } ?? [] }
    guard first.properties.isAlphabetic else { return [] }
    var end = start
    var letters: [String] = []
    while let next = scalar(end), next.properties.isAlphabetic, end - start < 64 {
      letters.append(String(Character(next)))
      end += 1
    }
    var word = letters.count == 1 ? Letter.name(of: letters[0]) ?? letters[0] : letters.joined()
    if letters.count == 1, scalar(end) == "\u{302}" {
      word += "hat"
      end += 1
    }
    var found = [(word, end, true)]
    if letters.count > 1, let name = Letter.name(of: letters[0]) { found.append((name, start + 1, false)) }
    return found
  }

  /// `\delta`, `\hat{y}`, `\mathrm{Err}`.
  private func command(at start: Int) -> (base: String, end: Int)? {
    var end = start + 1
    var name = ""
    while let next = scalar(end), next.isASCII, next.properties.isAlphabetic, name.utf8.count < 32 {
      name.unicodeScalars.append(next)
      end += 1
    }
    if Letter.isGreek(name) {
      if scalar(end) == " " { end += 1 }
      return (name, end)
    }
    guard ["hat", "widehat", "mathrm", "text", "mathit", "operatorname", "mathbf"].contains(name) else { return nil }
    var word = ""
    if scalar(end) == "{", let close = closing(end) {
      word = plain(end + 1..<close).filter { $0 != " " }
      end = close + 1
    } else if name.hasSuffix("hat") {
      if scalar(end) == " " { end += 1 }
      guard let next = scalar(end), next.properties.isAlphabetic else { return nil }
      word = String(Character(next))
      end += 1
    }
    if word.hasPrefix("\\") { word.removeFirst() }
    guard !word.isEmpty, word.allSatisfy(\.isLetter) else { return nil }
    return (name.hasSuffix("hat") ? word + "hat" : word, end)
  }

  private typealias Index = (text: String, isCompact: Bool)

  /// An index below: `_13`, `_{1,3}`, ₁₃, or digits that follow at once.
  private func indices(below start: Int, isFirst: Bool) -> [(Index, Int)] {
    guard let first = scalar(start) else { return [] }
    if first == "_", scalar(start + 1) == "{", let close = closing(start + 1) {
      let text = plain(start + 2..<close).filter { !" {}_\\".contains($0) }
      return [((text, false), close + 1)]
    }
    var found: [(Index, Int)] = []
    if first == "_" || isDigit(first) && isFirst {
      let isCompact = first != "_"
      let from = isCompact ? start : start + 1
      // In full; with a comma and digits; digits only, where a letter after them begins another name.
      for (takesLetters, takesJoints) in [(true, true), (true, false), (false, true), (false, false)] {
        var end = from
        while let next = scalar(end), end - from < 32 {
          let isComma = next == "," && scalar(end + 1).map(isDigit) ?? false
          let isUnderscore = next == "_" && takesLetters && scalar(end + 1)?.properties.isAlphabetic ?? false
          let isJoint = takesJoints && end > from && (isComma || isUnderscore)
          guard isDigit(next) || takesLetters && next.properties.isAlphabetic || isJoint else { break }
          end += 1
        }
        if end > from, found.last?.1 != end { found.append(((plain(from..<end), isCompact), end)) }
      }
    } else if Self.lowered(first) != nil {
      var end = start
      var text = ""
      while let next = scalar(end) {
        if let digit = Self.lowered(next) {
          text.unicodeScalars.append(digit)
        } else if next == ",", scalar(end + 1).flatMap(Self.lowered) != nil {
          text += ","
        } else {
          break
        }
        end += 1
      }
      found.append(((text, false), end))
    }
    return found
  }

  /// An index above: `^(2)`, `^{(2)}`, `^2`, ⁽²⁾, with the mark of an update or without.
  private func indexAbove(_ start: Int) -> (String, isUpdated: Bool, Int)? {
    guard let first = scalar(start) else { return nil }
    if first == "^" {
      guard let opening = scalar(start + 1) else { return nil }
      if opening == "{" || opening == "(", let close = closing(start + 1) {
        var text = plain(start + 2..<close).filter { !"(){} \\".contains($0) }
        let isUpdated = text.hasSuffix("+")
        if isUpdated { text.removeLast() }
        guard !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
        return (text, isUpdated, close + 1)
      }
      var end = start + 1
      while let next = scalar(end), isDigit(next) { end += 1 }
      return end > start + 1 ? (plain(start + 1..<end), false, end) : nil
    }
    var end = start
    var text = ""
    while let next = scalar(end) {
      if next == "⁽" || next == "⁾" {
        end += 1
        if next == "⁾" { break }
      } else if let digit = Self.superscripts[next], digit != "-" {
        text.append(digit)
        end += 1
      } else {
        break
      }
    }
    return text.isEmpty ? nil : (text, false, end)
  }

  // MARK: Access

  private func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  private func plain(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  /// Where the bracket at a place is closed, within the length of a name.
  private func closing(_ opening: Int) -> Int? {
    guard let open = scalar(opening) else { return nil }
    let close: Unicode.Scalar = open == "{" ? "}" : ")"
    var depth = 0
    for place in opening..<min(opening + 40, scalars.count) {
      if scalars[place] == open { depth += 1 }
      if scalars[place] == close { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x2080...0x2089).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x2080 + 0x30)
  }
}
