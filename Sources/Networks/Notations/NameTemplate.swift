import Expressions

/// A name with blanks for numbers: `w_{to}{from}^({layer})`.
///
/// A letter or word, then an index below, then one above; both may be missing. Without an underscore, digits follow the
/// letter at once.
package struct NameTemplate: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case blank(Blank)
  }

  /// What can be filled in.
  enum Blank: String, CaseIterable, Sendable {
    /// The node: of a neuron its name or number, by the numbering.
    case node
    /// A weight's ends.
    case from, to
    case layer
    /// The running number of a weight or bias.
    case number
  }

  let base: String
  let below: [Part]
  let above: [Part]
  let isCompact: Bool
  let isAboveFirst: Bool
  /// As it was written.
  package let text: String

  /// nil where the text is no such name.
  package init?(_ text: String) {
    self.text = text
    var rest = Substring(text)
    base = String(rest.prefix { $0.isASCII && $0.isLetter })
    rest = rest.dropFirst(base.count)
    guard !base.isEmpty, base.count <= 12, text.utf8.count <= 80 else { return nil }
    var (below, above): ([Part]?, [Part]?) = (nil, nil)
    var (isCompact, isAboveFirst) = (false, false)
    while let sign = rest.first {
      let isIndex = sign == "_" || sign == "^"
      if isIndex { rest.removeFirst() }
      let end = Self.end(of: rest, isAbove: sign == "^")
      guard end > rest.startIndex, let parts = Self.parts(rest[..<end]) else { return nil }
      rest = rest[end...]
      if sign == "^" {
        guard above == nil else { return nil }
        above = parts
        isAboveFirst = below == nil && !rest.isEmpty
      } else {
        guard below == nil, isIndex || above == nil else { return nil }
        below = parts
        isCompact = !isIndex
      }
    }
    (self.below, self.above) = (below ?? [], above ?? [])
    (self.isCompact, self.isAboveFirst) = (isCompact, isAboveFirst)
  }

  /// An index below goes on to `^`, underscores in it included; one above to either.
  private static func end(of text: Substring, isAbove: Bool) -> String.Index {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "{": depth += 1
      case "}": depth -= 1
      case "^" where depth == 0: return index
      case "_" where depth == 0 && isAbove: return index
      default: break
      }
    }
    return text.endIndex
  }

  private static func parts(_ text: Substring) -> [Part]? {
    var parts: [Part] = []
    var rest = text
    while let first = rest.first {
      if first == "{" {
        guard let close = rest.firstIndex(of: "}"),
          let blank = Blank(rawValue: String(rest.dropFirst().prefix(upTo: close)))
        else { return nil }
        parts.append(.blank(blank))
        rest = rest[rest.index(after: close)...]
      } else {
        guard first.isASCII, first.isLetter || first.isNumber || "(),_".contains(first) else { return nil }
        if case .text(let before)? = parts.last {
          parts[parts.count - 1] = .text(before + String(first))
        } else {
          parts.append(.text(String(first)))
        }
        rest.removeFirst()
      }
    }
    return parts
  }

  var blanks: [Blank] { (below + above).compactMap { if case .blank(let blank) = $0 { blank } else { nil } } }

  /// The name with its blanks filled in; two numbers beside each other get a comma where one has two digits.
  func filled(_ value: (Blank) -> String) -> WrittenName {
    func text(_ parts: [Part]) -> String? {
      guard !parts.isEmpty else { return nil }
      let values = parts.map { part in
        switch part {
        case .text(let text): text
        case .blank(let blank): value(blank)
        }
      }
      var result = ""
      let needsComma = zip(parts, values).contains { part, value in
        if case .blank = part { value.count > 1 } else { false }
      }
      for (index, part) in parts.enumerated() {
        if index > 0, needsComma, case .blank = part, case .blank = parts[index - 1] { result += "," }
        result += values[index]
      }
      return result
    }
    return WrittenName(
      base: base, below: text(below), above: text(above), isAboveFirst: isAboveFirst, isCompact: isCompact)
  }
}
