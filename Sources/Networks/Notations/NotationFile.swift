package import Diagnostics
import Formats

/// The JSON form of a notation, as bundled and as courses write their own.
package enum NotationFile {
  /// A notation, and where the names of each kind stand in its file.
  package struct Read: Sendable {
    package let notation: Notation
    let places: [Notation.Kind: Range<Int>]

    /// What makes it unusable for a network, at its place in the file.
    package func diagnostic(_ clash: NotationClash) -> Diagnostic {
      clash.diagnostic(at: clash.kind.flatMap { places[$0] } ?? 0..<1)
    }
  }

  /// Throws all faults at once.
  package static func parse(_ source: SourceText) throws(NetworkFile.Faults) -> Read {
    let value: JSONValue
    do { value = try JSONValue.parse(source) } catch { throw NetworkFile.Faults(diagnostics: [error]) }
    var reader = NotationReader()
    guard let notation = reader.notation(from: value), reader.faults.isEmpty else {
      throw NetworkFile.Faults(diagnostics: reader.faults.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
    return Read(notation: notation, places: reader.places)
  }

  /// `"notation"` and `"names"` as a network file has them; nothing for the letters of the lessons.
  static func members(_ notation: Notation) -> [(key: String, value: JSONText)] {
    var members: [(key: String, value: JSONText)] = []
    var plain = notation
    plain.renamed = [:]
    if plain != .netOut {
      let isBundled = BundledNotations.notation(named: plain.name) == plain
      members.append(("notation", isBundled ? .string(plain.name) : json(plain)))
    }
    if !notation.renamed.isEmpty {
      members.append(
        ("names", .object(notation.renamed.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value.text)) })))
    }
    return members
  }

  private static func json(_ notation: Notation) -> JSONText {
    func text(_ templates: [NameTemplate]) -> JSONText {
      templates.count == 1 ? .string(templates[0].text) : .array(templates.map { .string($0.text) })
    }
    let names = Notation.Kind.allCases.compactMap { kind -> (key: String, value: JSONText)? in
      guard let forms = notation.forms[kind], !forms.output.isEmpty else { return nil }
      if forms.hidden == forms.output { return (kind.rawValue, text(forms.output)) }
      return (kind.rawValue, .object([("hidden", text(forms.hidden)), ("output", text(forms.output))]))
    }
    return .object([
      ("name", .string(notation.name)),
      ("title", .object([("en", .string(notation.title.en)), ("zh", .string(notation.title.zh))])),
      ("nodes", .string(notation.numbering.rawValue)), ("delta", .string(notation.delta.rawValue)),
      ("firstLayer", .number(Double(notation.firstLayer))), ("names", .object(names)),
    ])
  }
}
