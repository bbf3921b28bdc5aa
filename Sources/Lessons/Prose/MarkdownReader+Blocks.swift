import CCmark
import Diagnostics

/// Blocks that CommonMark does not know and forges show: formulas, tables, boxes; and what would be shown raw.
extension MarkdownReader {
  /// A formula between marks; in place of one that cannot be read, its source.
  mutating func formula(_ span: MathMarks.Span) -> Prose.Inline {
    let bytes = source.utf8[span.content]
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(MathReader.Fault) {
      return .math(try MathReader.read(bytes), source: text)
    } catch {
      let start = span.content.lowerBound
      faults.append(
        MarkdownFault.math(error.kind).diagnostic(at: start + error.range.lowerBound..<start + error.range.upperBound))
      return .code(text)
    }
  }

  /// A paragraph, or what its lines are: a formula of its own, a table.
  mutating func paragraph(_ node: OpaquePointer, depth: Int) -> Prose.Block {
    let range = range(of: node)
    if let table = table(node, depth: depth) { return table }
    let content = inlines(node, depth: depth)
    checkRaw(content, at: range)
    if content.count == 1, case .math(let formula, let text)? = content.first, opensDisplay(range) {
      return .math(formula, source: text)
    }
    return .paragraph(content)
  }

  /// Whether a paragraph begins with `$$`.
  private func opensDisplay(_ range: Range<Int>) -> Bool {
    source.utf8[range].drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }.starts(with: "$$".utf8)
  }

  // MARK: Boxes

  /// A quotation, or the box that its first line says it is: `> [!NOTE]`.
  mutating func quote(_ blocks: [Prose.Block], at line: Range<Int>) -> Prose.Block {
    guard case .paragraph(var first)? = blocks.first, case .text(let text)? = first.first, text.hasPrefix("[!"),
      let end = text.firstIndex(of: "]")
    else { return .quote(blocks) }
    let word = String(text[text.index(text.startIndex, offsetBy: 2)..<end])
    guard let kind = Prose.Admonition(rawValue: word.uppercased()) else {
      let nearest = Suggestion.nearest(to: word.uppercased(), in: Prose.Admonition.allCases.map(\.rawValue))
      faults.append(MarkdownFault.unknownAdmonition(word, nearest: nearest).diagnostic(at: line))
      return .quote(blocks)
    }
    let rest = String(text[text.index(after: end)...].drop { $0 == " " })
    first[0] = .text(rest)
    if rest.isEmpty { first.removeFirst() }
    let body = (first.isEmpty ? [] : [Prose.Block.paragraph(first)]) + blocks.dropFirst()
    return .admonition(kind, body)
  }

  // MARK: What would be shown raw

  mutating func checkHeading(_ content: [Prose.Inline], at range: Range<Int>) {
    checkRaw(content, at: range)
    guard case .text(let text)? = content.last, text.hasSuffix("}"), let brace = text.lastIndex(of: "{"),
      ["#", "."].contains(text[text.index(after: brace)...].prefix(1))
    else { return }
    faults.append(MarkdownFault.headingAttribute.diagnostic(at: place(of: String(text[brace...]), in: range)))
  }

  private mutating func checkRaw(_ content: [Prose.Inline], at range: Range<Int>) {
    for case .text(let text) in content {
      if text.hasPrefix(":::") { faults.append(MarkdownFault.container.diagnostic(at: place(of: ":::", in: range))) }
      if Self.has("[^", in: text) { faults.append(MarkdownFault.footnote.diagnostic(at: place(of: "[^", in: range))) }
      if Self.has("~~", in: text) {
        faults.append(MarkdownFault.strikethrough.diagnostic(at: place(of: "~~", in: range)))
      }
    }
  }

  /// Every paragraph is asked this, and searching among whole characters takes longer than reading it.
  private static func has(_ pair: StaticString, in text: String) -> Bool {
    let (first, second) = (pair.utf8Start[0], pair.utf8Start[1])
    var last: UInt8 = 0
    for byte in text.utf8 {
      if last == first, byte == second { return true }
      last = byte
    }
    return false
  }

  private func place(of words: String, in range: Range<Int>) -> Range<Int> {
    let needle = Array(words.utf8)
    let last = range.upperBound - needle.count
    guard last >= range.lowerBound else { return range }
    let start = (range.lowerBound...last).first { source.utf8[$0...].starts(with: needle) }
    return start.map { $0..<$0 + needle.count } ?? range
  }

  // MARK: Stars that are products

  /// Whether the stars of an emphasis are product signs: a letter, a digit or a parenthesis touches one of them outside,
  /// as in `a*b*c`.
  static func isProduct(_ node: OpaquePointer) -> Bool {
    let before = cmark_node_previous(node).flatMap { isText($0) ? literal(of: $0).last : nil }
    let after = cmark_node_next(node).flatMap { isText($0) ? literal(of: $0).first : nil }
    func touches(_ character: Character?, _ parenthesis: Character) -> Bool {
      character.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == parenthesis) } ?? false
    }
    return touches(before, ")") || touches(after, "(")
  }

  private static func isText(_ node: OpaquePointer) -> Bool { cmark_node_get_type(node) == CMARK_NODE_TEXT }
}
