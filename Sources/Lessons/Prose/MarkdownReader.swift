import CCmark
import Diagnostics

/// Cuts Markdown into the pieces of a lesson with libcmark.
struct MarkdownReader {
  /// Lists and quotations inside each other.
  static let deepest = 12

  enum Piece {
    case prose(Prose.Block, Range<Int>)
    /// A fenced block: its first line, its content, and whether it is closed.
    case fence(line: Range<Int>, content: Range<Int>, isClosed: Bool, code: String)
    case html(String, Range<Int>)
  }

  let source: SourceText
  private(set) var pieces: [Piece] = []
  var faults: [Diagnostic] = []
  /// The formulas that have not come yet, in their order.
  private var formulas: ArraySlice<MathMarks.Span> = []

  /// Reads the file with the first `blanked` bytes left out, so that all lines keep their numbers.
  init(_ source: SourceText, blanked: Int) {
    self.source = source
    var text = source.utf8
    for index in 0..<min(blanked, text.count) where text[index] != UInt8(ascii: "\n") { text[index] = 0x20 }
    let marks = MathMarks(text)
    faults = marks.faults
    formulas = marks.spans[...]
    text = marks.masked
    let document = text.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    defer { cmark_node_free(document) }
    for node in Self.children(of: document) { read(node) }
  }

  private mutating func read(_ node: OpaquePointer) {
    let range = range(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_CODE_BLOCK where isFenced(node): pieces.append(fence(node))
    case CMARK_NODE_HTML_BLOCK: pieces.append(.html(Self.literal(of: node), range))
    default:
      if let block = block(node, depth: 1) { pieces.append(.prose(block, range)) }
    }
  }

  // MARK: Fences

  private func isFenced(_ node: OpaquePointer) -> Bool {
    let line = firstLine(of: node)
    return source.utf8[line].first { $0 != 0x20 }.map { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") } ?? false
      && source.utf8[line].prefix { $0 == 0x20 }.count < 4
  }

  private func fence(_ node: OpaquePointer) -> Piece {
    let opening = firstLine(of: node)
    let last = Int(cmark_node_get_end_line(node))
    let closing = source.bytes(ofLine: last)
    let isClosed = last > Int(cmark_node_get_start_line(node)) && isClosing(closing, of: opening)
    let start = min(source.utf8.count, source.bytes(ofLine: Int(cmark_node_get_start_line(node)) + 1).lowerBound)
    let end = isClosed ? closing.lowerBound : source.utf8.count
    return .fence(
      line: opening, content: min(start, end)..<end, isClosed: isClosed, code: Self.literal(of: node))
  }

  private func isClosing(_ line: Range<Int>, of opening: Range<Int>) -> Bool {
    let marks = source.utf8[opening].drop { $0 == 0x20 }
    guard let mark = marks.first else { return false }
    let closing = source.utf8[line].drop { $0 == 0x20 }
    let run = closing.prefix { $0 == mark }
    return run.count >= marks.prefix { $0 == mark }.count && closing.dropFirst(run.count).allSatisfy { $0 <= 0x20 }
  }

  // MARK: Prose

  private mutating func block(_ node: OpaquePointer, depth: Int) -> Prose.Block? {
    if depth > Self.deepest {
      faults.append(StructureFault.markdownTooDeep(limit: Self.deepest).diagnostic(at: range(of: node)))
      return nil
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return paragraph(node, depth: depth)
    case CMARK_NODE_HEADING:
      let content = inlines(node, depth: depth)
      checkHeading(content, at: range(of: node))
      return .heading(Int(cmark_node_get_heading_level(node)), content)
    case CMARK_NODE_BLOCK_QUOTE: return quote(blocks(node, depth: depth), at: firstLine(of: node))
    case CMARK_NODE_LIST:
      var items: [[Prose.Block]] = []
      for item in Self.children(of: node) { items.append(blocks(item, depth: depth)) }
      let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(items, start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil)
    case CMARK_NODE_CODE_BLOCK:
      if BlockHeader.isLessonBlock(cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "") {
        faults.append(StructureFault.nestedBlock.diagnostic(at: firstLine(of: node)))
      }
      return .code(Self.literal(of: node))
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    case CMARK_NODE_HTML_BLOCK:
      faults.append(StructureFault.html.diagnostic(at: firstLine(of: node)))
      return nil
    default: return nil
    }
  }

  mutating func blocks(_ node: OpaquePointer, depth: Int) -> [Prose.Block] {
    var blocks: [Prose.Block] = []
    for child in Self.children(of: node) {
      if let block = block(child, depth: depth + 1) { blocks.append(block) }
    }
    return blocks
  }

  mutating func inlines(_ node: OpaquePointer, depth: Int, keepsLines: Bool = false) -> [Prose.Inline] {
    if depth > Self.deepest {
      faults.append(StructureFault.markdownTooDeep(limit: Self.deepest).diagnostic(at: range(of: node)))
      return []
    }
    var parts: [Prose.Inline] = []
    var breaksSoftly = false
    for child in Self.children(of: node) {
      if cmark_node_get_type(child) == CMARK_NODE_SOFTBREAK {
        breaksSoftly = !keepsLines
        if keepsLines { parts.append(.lineBreak) }
        continue
      }
      let isProduct = cmark_node_get_type(child) == CMARK_NODE_EMPH && Self.isProduct(child)
      guard let part = inline(child, depth: depth) else { continue }
      if isProduct, case .emphasis(let factor) = part {
        parts += [.text("*")] + factor + [.text("*")]
        continue
      }
      if breaksSoftly, !Self.joins(parts.last, part) { parts.append(.text(" ")) }
      breaksSoftly = false
      parts.append(part)
    }
    return Self.merged(parts)
  }

  private mutating func inline(_ node: OpaquePointer, depth: Int) -> Prose.Inline? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      let text = Self.literal(of: node)
      checkMarks(in: text, from: place(of: node).lowerBound)
      checkDecoded(text, node)
      return .text(text)
    case CMARK_NODE_CODE:
      let code = Self.literal(of: node)
      guard MathMarks.isFormula(code), let span = formulas.popFirst() else { return .code(code) }
      return formula(span)
    case CMARK_NODE_EMPH:
      let content = inlines(node, depth: depth + 1)
      return .emphasis(content)
    case CMARK_NODE_STRONG: return .strong(inlines(node, depth: depth + 1))
    case CMARK_NODE_LINK:
      let target = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      checkDecoded(target, node)
      return .link(inlines(node, depth: depth + 1), target)
    case CMARK_NODE_IMAGE:
      let text = inlines(node, depth: depth + 1)
      if text.isEmpty { faults.append(MarkdownFault.pictureWithoutText.diagnostic(at: place(of: node))) }
      let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      checkDecoded(address, node)
      return .picture(text, address)
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_HTML_INLINE:
      faults.append(StructureFault.html.diagnostic(at: place(of: node)))
      return nil
    default: return nil
    }
  }

  /// What an entity such as `&#27;` makes is held to the same as the file's own characters.
  private mutating func checkDecoded(_ text: String, _ node: OpaquePointer) {
    if let fault = TextCheck.fault(inDecoded: text, at: place(of: node)) { faults.append(fault) }
  }

  /// Whether a line break between the two is no space: between Chinese characters, and beside their punctuation, however
  /// the words there are set.
  private static func joins(_ one: Prose.Inline?, _ other: Prose.Inline) -> Bool {
    guard let left = one?.plain.last, let right = other.plain.first else { return false }
    let isWide = [left, right].map { DisplayWidth.of($0) == 2 }
    return isWide[0] && isWide[1] || isWide[0] && left.isPunctuation || isWide[1] && right.isPunctuation
  }

  private static func merged(_ parts: [Prose.Inline]) -> [Prose.Inline] {
    var merged: [Prose.Inline] = []
    for part in parts {
      if case .text(let more) = part, case .text(let text)? = merged.last {
        merged[merged.count - 1] = .text(text + more)
      } else {
        merged.append(part)
      }
    }
    return merged
  }

  // MARK: Nodes

  static func children(of node: OpaquePointer?) -> [OpaquePointer] {
    var children: [OpaquePointer] = []
    var child = cmark_node_first_child(node)
    while let node = child {
      children.append(node)
      child = cmark_node_next(node)
    }
    return children
  }

  static func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  func firstLine(of node: OpaquePointer) -> Range<Int> {
    let line = source.bytes(ofLine: Int(cmark_node_get_start_line(node)))
    return line.lowerBound..<max(line.lowerBound, line.upperBound)
  }

  func range(of node: OpaquePointer) -> Range<Int> {
    let start = firstLine(of: node).lowerBound
    return start..<max(start, source.bytes(ofLine: Int(cmark_node_get_end_line(node))).upperBound)
  }

  /// Where an inline is; cmark counts columns in bytes.
  func place(of node: OpaquePointer) -> Range<Int> {
    let line = firstLine(of: node)
    let start = min(line.upperBound, line.lowerBound + max(0, Int(cmark_node_get_start_column(node)) - 1))
    let isOneLine = cmark_node_get_end_line(node) == cmark_node_get_start_line(node)
    let end = isOneLine ? line.lowerBound + Int(cmark_node_get_end_column(node)) : line.upperBound
    return start..<max(start, min(line.upperBound, end))
  }
}
