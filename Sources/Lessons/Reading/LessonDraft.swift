import Diagnostics
import YAML

/// A lesson file taken apart, with every part's place and nothing understood yet.
struct LessonDraft {
  let source: SourceText
  /// nil where it is missing or cannot be read.
  private(set) var frontMatter: [YAMLValue.Member]?
  /// The front matter's content, for what is missing in it.
  private(set) var frontMatterRange = 0..<0
  private(set) var elements: [Element] = []
  private(set) var faults: [Diagnostic] = []
  private var blocks = 0
  private var attempts = 0

  enum Element {
    case prose(Prose.Block, Range<Int>)
    case pause(Range<Int>)
    case note(String, Range<Int>)
    case light([YAMLValue.Member], Range<Int>)
    case block(Block)
  }

  /// A fenced block: kind, and the fields of its header and its body.
  struct Block {
    /// nil if the header could not be understood.
    let kind: BlockKind?
    let header: [YAMLValue.Member]
    /// nil if it could not be read.
    let body: [YAMLValue.Member]?
    /// The line with the opening fence, without space around it.
    let fence: Range<Int>
    let range: Range<Int>

    var id: YAMLValue.Scalar? { header.first { $0.key == "id" }?.value.scalar }
  }

  enum Limit {
    static let bytes = 262_144
    static let lineBytes = 8_192
    static let pictures = 500
    static let elements = 2_000
    static let blocks = 200
    /// Each is searched for its goal.
    static let attempts = 40
  }

  /// The front matter alone, without reading what the lesson says; nil where it cannot be read.
  static func frontMatter(of file: LessonFile) -> [YAMLValue.Member]? {
    guard file.textFault == nil else { return nil }
    var draft = LessonDraft(unread: file)
    _ = draft.readFrontMatter()
    return draft.frontMatter
  }

  static func id(of file: LessonFile) -> String? { frontMatter(of: file)?.text("id") }

  private init(unread file: LessonFile) { source = file.source }

  /// Cost: linear in the text, which is refused beyond the limits before it is looked at.
  init(_ file: LessonFile) {
    source = file.source
    if let fault = file.textFault {
      faults = [fault]
      return
    }
    let end = readFrontMatter()
    let markdown = MarkdownReader(source, blanked: end)
    faults += markdown.faults
    for piece in markdown.pieces.prefix(Limit.elements) { read(piece) }
    if markdown.pieces.count > Limit.elements {
      faults.append(
        StructureFault.tooManyElements(limit: Limit.elements).diagnostic(at: source.utf8.count..<source.utf8.count))
    }
  }

  // MARK: Front matter

  /// Returns where it ends, with its closing line.
  private mutating func readFrontMatter() -> Int {
    guard isMarker(line: 1) else {
      faults.append(
        StructureFault.missingFrontMatter.diagnostic(at: 0..<min(source.bytes(ofLine: 1).upperBound, source.utf8.count))
      )
      return 0
    }
    let start = min(source.utf8.count, source.bytes(ofLine: 1).upperBound + 1)
    var line = 2
    while true {
      let bytes = source.bytes(ofLine: line)
      if isMarker(line: line) {
        frontMatterRange = start..<max(start, bytes.lowerBound)
        do throws(Diagnostic) {
          frontMatter = try YAMLReader.members(of: source, in: frontMatterRange)
        } catch {
          faults.append(error)
        }
        return bytes.upperBound
      }
      if bytes.upperBound >= source.utf8.count { break }
      line += 1
    }
    faults.append(StructureFault.unclosedFrontMatter.diagnostic(at: source.bytes(ofLine: 1)))
    return source.utf8.count
  }

  private func isMarker(line: Int) -> Bool {
    let bytes = source.utf8[source.bytes(ofLine: line)]
    return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }

  // MARK: Elements

  private mutating func read(_ piece: MarkdownReader.Piece) {
    switch piece {
    case .prose(let block, let range): elements.append(.prose(block, range))
    case .html(let text, let range): readComment(text, trimmed(range))
    case .fence(let line, let content, let isClosed, let code):
      let fence = trimmed(line)
      guard let header = BlockHeader(source, line: line) else {
        elements.append(.prose(.code(code), line.lowerBound..<content.upperBound))
        if !isClosed { faults.append(StructureFault.unclosedBlock.diagnostic(at: fence)) }
        return
      }
      faults += header.faults
      var body: [YAMLValue.Member]?
      if isClosed {
        do throws(Diagnostic) {
          body = try YAMLReader.members(of: source, in: content)
        } catch {
          faults.append(error)
        }
      } else {
        faults.append(StructureFault.unclosedBlock.diagnostic(at: fence))
      }
      guard isWithinLimits(header.kind, fence) else { return }
      let block = Block(
        kind: header.kind, header: header.attributes, body: body, fence: fence,
        range: fence.lowerBound..<content.upperBound)
      elements.append(.block(block))
    }
  }

  /// Counts blocks; the first too many is reported, the others are only left out.
  private mutating func isWithinLimits(_ kind: BlockKind?, _ fence: Range<Int>) -> Bool {
    blocks += 1
    if kind == .attempt { attempts += 1 }
    let isTry = kind == .attempt && attempts > Limit.attempts
    guard blocks > Limit.blocks || isTry else { return true }
    if blocks == Limit.blocks + 1 || isTry && attempts == Limit.attempts + 1 {
      let what = isTry ? Words(en: "blocks 'try'", zh: "try 块") : Words(en: "blocks", zh: "块")
      let limit = isTry ? Limit.attempts : Limit.blocks
      faults.append(StructureFault.tooManyBlocks(what, limit: limit).diagnostic(at: fence))
    }
    return false
  }

  private mutating func readComment(_ text: String, _ range: Range<Int>) {
    let trimmed = Self.trimmed(text)
    guard trimmed.hasPrefix("<!--"), trimmed.hasSuffix("-->"), trimmed.utf8.count >= 7 else {
      faults.append(StructureFault.html.diagnostic(at: range))
      return
    }
    let inner = Self.trimmed(String(trimmed.dropFirst(4).dropLast(3)))
    let word = String(inner.prefix { $0 != ":" && $0 != " " })
    if inner == "pause" {
      elements.append(.pause(range))
    } else if inner.hasPrefix("note:") {
      elements.append(.note(Self.trimmed(String(inner.dropFirst(5))), range))
    } else if inner.hasPrefix("light:") {
      readLight(range.lowerBound..<min(range.lowerBound + trimmed.utf8.count, source.utf8.count))
    } else if let nearest = Suggestion.nearest(to: word, in: ["pause", "note", "light"]) {
      let shown = nearest == "pause" ? nearest : nearest + ":"
      faults.append(StructureFault.misspelledComment(word, nearest: shown).diagnostic(at: range))
    }
  }

  /// The comment's content as the field that it looks like.
  private mutating func readLight(_ range: Range<Int>) {
    let content = range.lowerBound + 4..<max(range.lowerBound + 4, range.upperBound - 3)
    do throws(Diagnostic) {
      elements.append(.light(try YAMLReader.members(of: source, in: content), range))
    } catch {
      faults.append(error)
    }
  }

  private static func trimmed(_ text: String) -> String {
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last].drop { $0.isWhitespace })
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, source.utf8[start] <= 0x20 { start += 1 }
    while end > start, source.utf8[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
