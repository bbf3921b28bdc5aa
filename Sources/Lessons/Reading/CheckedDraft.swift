import Diagnostics
import YAML

/// A lesson file with its fields held against the table: every value has the right kind or has been reported.
struct CheckedDraft {
  let source: SourceText
  /// The language that the file is in, by its name or its front matter.
  let language: Language
  let folder: String
  let frontMatter: [String: YAMLValue]?
  let frontMatterRange: Range<Int>
  let elements: [Element]
  private(set) var faults: [Diagnostic]

  enum Element {
    case prose(Prose.Block, Range<Int>)
    case pause(Range<Int>)
    case note(String, Range<Int>)
    case light(YAMLValue, Range<Int>)
    case block(Block)
  }

  struct Block {
    let kind: BlockKind?
    /// Matches the block with its translation: the id, or what is shown and for which time.
    let key: String
    let id: YAMLValue.Scalar?
    let fields: [String: YAMLValue]
    /// Whether everything in it could be read, so that what is missing is really missing.
    let isReadable: Bool
    let fence: Range<Int>
    let range: Range<Int>
  }

  init(_ draft: LessonDraft) {
    source = draft.source
    // Where the version cannot be read that is what is wrong.
    let written = draft.frontMatter?.text("bptutor").flatMap { Int($0) } ?? FieldTable.version
    var reader = FieldReader(version: written)
    let path = draft.source.name ?? ""
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    let named = Lesson.FileName(path)?.language
    frontMatter = draft.frontMatter.map { reader.check($0, against: FieldTable.frontMatter, inHeader: false) }
    frontMatterRange = draft.frontMatterRange
    let field = frontMatter?["lang"]?.scalar
    language = named ?? field.flatMap { Language(rawValue: $0.text) } ?? .en
    var faults = draft.faults
    if let named, let field, let written = Language(rawValue: field.text), written != named {
      faults.append(NameFault.languageDiffers(name: named.rawValue, field: field.text).diagnostic(at: field.range))
    }
    var shown: [String: Int] = [:]
    elements = draft.elements.map { element in
      switch element {
      case .prose(let block, let range): .prose(block, range)
      case .pause(let range): .pause(range)
      case .note(let text, let range): .note(text, range)
      case .light(let members, let range): .light(Self.light(members, range, &reader), range)
      case .block(let block): .block(Self.check(block, &reader, &shown))
      }
    }
    self.faults = faults + reader.faults
    checkIDs()
  }

  var blocks: [Block] { elements.compactMap { if case .block(let block) = $0 { block } else { nil } } }

  private static func check(
    _ block: LessonDraft.Block, _ reader: inout FieldReader, _ shown: inout [String: Int]
  ) -> Block {
    var fields: [String: YAMLValue] = [:]
    if let kind = block.kind {
      reader.check(kind, at: block.fence)
      let table = FieldTable.fields(of: kind)
      fields = reader.check(block.header, against: table, inHeader: true)
      if let body = block.body {
        fields.merge(reader.check(body, against: table, inHeader: false)) { first, _ in first }
      }
    }
    var key = block.id?.text ?? ""
    if key.isEmpty {
      let what = "\(block.kind?.rawValue ?? "?") \((fields["step"] ?? fields["of"])?.scalar?.text ?? "")"
      shown[what, default: 0] += 1
      key = "\(what) #\(shown[what] ?? 1)"
    }
    return Block(
      kind: block.kind, key: key, id: block.id, fields: fields, isReadable: block.body != nil && block.kind != nil,
      fence: block.fence, range: block.range)
  }

  /// The quantities of a comment such as `light: [w5, out_h1]`.
  private static func light(
    _ members: [YAMLValue.Member], _ range: Range<Int>, _ reader: inout FieldReader
  ) -> YAMLValue {
    reader.check(members, against: [FieldTable.light], inHeader: false)["light"] ?? .list([], range)
  }

  private mutating func checkIDs() {
    var lines: [String: Int] = [:]
    for block in blocks {
      guard let id = block.id else {
        if let kind = block.kind, kind.needsID {
          faults.append(FieldFault.missingField("id").diagnostic(at: block.fence))
        }
        continue
      }
      if let line = lines[id.text] {
        faults.append(NameFault.duplicateID(id.text, line: line).diagnostic(at: id.range))
      } else {
        lines[id.text] = source.line(of: id.range.lowerBound)
      }
    }
  }
}
