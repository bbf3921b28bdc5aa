import CYaml
package import Diagnostics

/// Reads one YAML mapping out of a part of a file with libyaml, which stays within its limits whatever the text holds.
///
/// Tags, anchors and aliases are refused: nothing here needs any, and aliases are how a small text becomes a huge value.
package struct YAMLReader {
  enum Limit {
    static let bytes = 65_536
    static let values = 4_000
    static let depth = 8
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The UTF-8 offset in the file of each character of the text, and of its end.
  private let offsets: [Int]
  private let source: SourceText
  /// What the ids of faults begin with.
  private let prefix: String
  private var values = 0

  /// The members of the mapping in that part of the file; empty text has none.
  ///
  /// Throws the first fault.
  package static func members(
    of source: SourceText, in range: Range<Int>, prefix: String = "lesson"
  ) throws(Diagnostic) -> [YAMLValue.Member] {
    switch try value(of: source, in: range, prefix: prefix) {
    case nil: return []
    case .mapping(let members, _)?: return members
    case let other?: throw YAMLFault.notAMapping.diagnostic(at: other.range, prefix)
    }
  }

  /// The value in that part of the file; nil for empty text.
  package static func value(
    of source: SourceText, in range: Range<Int>, prefix: String = "lesson"
  ) throws(Diagnostic) -> YAMLValue? {
    guard range.count <= Limit.bytes else {
      throw YAMLFault.tooLarge(limit: Limit.bytes).diagnostic(at: range.lowerBound..<range.lowerBound, prefix)
    }
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    let text = Array(source.utf8[range])
    return try text.withUnsafeBufferPointer { (bytes) throws(Diagnostic) -> YAMLValue? in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      var reader = YAMLReader(parser, source, range, prefix)
      return try reader.document()
    }
  }

  private init(
    _ parser: UnsafeMutablePointer<yaml_parser_t>, _ source: SourceText, _ range: Range<Int>, _ prefix: String
  ) {
    self.parser = parser
    self.prefix = prefix
    self.source = source
    var offsets = range.filter { source.utf8[$0] & 0xC0 != 0x80 }
    offsets.append(range.upperBound)
    self.offsets = offsets
  }

  /// An event, after which it is freed.
  private enum Event {
    case scalar(YAMLValue.Scalar)
    case listStart(Int)
    case mappingStart(Int)
    case end(Int)
    case documentStart(Range<Int>, isExplicit: Bool)
    case documentEnd
    case streamEnd
    case other
  }

  private mutating func document() throws(Diagnostic) -> YAMLValue? {
    var value: YAMLValue?
    var documents = 0
    while true {
      switch try next() {
      case .streamEnd: return value
      case .documentStart(let range, let isExplicit):
        documents += 1
        if isExplicit || documents > 1 { throw YAMLFault.documents.diagnostic(at: range, prefix) }
        value = try self.value(try next(), depth: 1)
      default: continue
      }
    }
  }

  private mutating func value(_ event: Event, depth: Int) throws(Diagnostic) -> YAMLValue? {
    values += 1
    switch event {
    case .scalar(let scalar):
      if values > Limit.values { throw YAMLFault.tooMany(limit: Limit.values).diagnostic(at: scalar.range, prefix) }
      return .scalar(scalar)
    case .listStart(let start):
      try check(depth, at: start)
      var elements: [YAMLValue] = []
      while true {
        let event = try next()
        if case .end(let end) = event { return .list(elements, range(start, end)) }
        if let element = try value(event, depth: depth + 1) { elements.append(element) }
      }
    case .mappingStart(let start):
      try check(depth, at: start)
      var members: [YAMLValue.Member] = []
      while true {
        let event = try next()
        if case .end(let end) = event { return .mapping(members, range(start, end)) }
        guard let key = try value(event, depth: depth + 1), let value = try value(next(), depth: depth + 1) else {
          continue
        }
        guard case .scalar(let name) = key else { throw YAMLFault.key.diagnostic(at: key.range, prefix) }
        members.append(YAMLValue.Member(key: name.text, keyRange: name.range, value: value))
      }
    default: return nil
    }
  }

  private func check(_ depth: Int, at start: Int) throws(Diagnostic) {
    if depth > Limit.depth {
      throw YAMLFault.tooDeep(limit: Limit.depth).diagnostic(at: range(start, start + 1), prefix)
    }
    if values > Limit.values {
      throw YAMLFault.tooMany(limit: Limit.values).diagnostic(at: range(start, start + 1), prefix)
    }
  }

  private func next() throws(Diagnostic) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxFault() }
    defer { yaml_event_delete(&event) }
    let (start, end) = (event.start_mark.index, event.end_mark.index)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(tag: scalar.tag, anchor: scalar.anchor, at: start)
      let read = self.scalar(scalar, start, end)
      // Only escapes make other characters than those that were checked with the file.
      if read.textStart == nil, let scalar = read.text.unicodeScalars.first(where: Self.acts) {
        throw YAMLFault.escape(scalar).diagnostic(at: read.range, prefix)
      }
      return .scalar(read)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(tag: event.data.sequence_start.tag, anchor: event.data.sequence_start.anchor, at: start)
      return .listStart(start)
    case YAML_MAPPING_START_EVENT:
      try refuse(tag: event.data.mapping_start.tag, anchor: event.data.mapping_start.anchor, at: start)
      return .mappingStart(start)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end(end)
    case YAML_ALIAS_EVENT: throw YAMLFault.alias.diagnostic(at: range(start, end), prefix)
    case YAML_DOCUMENT_START_EVENT:
      return .documentStart(range(start, end), isExplicit: event.data.document_start.implicit == 0)
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: return .other
    }
  }

  private func refuse(
    tag: UnsafeMutablePointer<yaml_char_t>?, anchor: UnsafeMutablePointer<yaml_char_t>?, at start: Int
  ) throws(Diagnostic) {
    guard tag != nil || anchor != nil else { return }
    // Whichever is written first; both end at the next space.
    var end = offset(start)
    while end < source.utf8.count, source.utf8[end] > 0x20 { end += 1 }
    let isAnchor = source.utf8.indices.contains(offset(start)) && source.utf8[offset(start)] == UInt8(ascii: "&")
    throw (isAnchor ? YAMLFault.anchor : YAMLFault.tag).diagnostic(at: offset(start)..<end, prefix)
  }

  private typealias ScalarEvent = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar

  private func scalar(_ scalar: ScalarEvent, _ start: Int, _ end: Int) -> YAMLValue.Scalar {
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.value == nil ? 0 : scalar.length)
    let range = range(start, end)
    let written = source.utf8[range]
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    let marks = isPlain ? 0 : 1
    var textStart: Int?
    if written.count == bytes.count + 2 * marks, written.dropFirst(marks).dropLast(marks).elementsEqual(bytes) {
      textStart = range.lowerBound + marks
    }
    return YAMLValue.Scalar(
      text: String(decoding: bytes, as: UTF8.self), isPlain: isPlain, range: range, textStart: textStart)
  }

  /// Whether a character acts on a terminal, or hides.
  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n" && scalar != "\t"
    case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
    }
  }

  // MARK: Places

  private func offset(_ mark: Int) -> Int { offsets[max(0, min(mark, offsets.count - 1))] }

  /// A range of marks without the white space that libyaml counts in behind blocks.
  private func range(_ start: Int, _ end: Int) -> Range<Int> {
    let start = offset(start)
    var end = max(start, offset(end))
    while end > start, source.utf8[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private func syntaxFault() -> Diagnostic {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    // What cannot even be read has no mark; a file with such bytes has been refused before.
    let isMarked = parser.pointee.error == YAML_SCANNER_ERROR || parser.pointee.error == YAML_PARSER_ERROR
    let mark = isMarked ? parser.pointee.problem_mark.index : 0
    if isMarked, let quote = unclosedQuote(before: offset(mark)) {
      return YAMLFault.syntax(Self.unclosed).diagnostic(at: quote..<quote + 1, prefix)
    }
    return YAMLFault.syntax(problem).diagnostic(at: offset(mark)..<offset(mark + 1), prefix)
  }

  /// What libyaml says where a quotation runs to the end of the text.
  private static let unclosed = "found unexpected end of stream"

  /// Where the first quotation opens that its own line does not close, up to where the reader gave up: one that is
  /// closed further down is rare in a lesson, and swallows the fields in between.
  private func unclosedQuote(before end: Int) -> Int? {
    let bytes = source.utf8
    var line = offsets.first ?? 0
    while line < min(end, bytes.count) {
      let next = bytes[line..<(offsets.last ?? bytes.count)].firstIndex(of: UInt8(ascii: "\n")) ?? offsets.last ?? line
      if let quote = unclosedQuote(in: line..<next) { return quote }
      line = next + 1
    }
    return nil
  }

  private func unclosedQuote(in line: Range<Int>) -> Int? {
    let bytes = source.utf8
    var place = line.lowerBound
    var startsValue = true
    while place < line.upperBound {
      let byte = bytes[place]
      if startsValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let close = closing(byte, from: place + 1, line.upperBound) else { return place }
        place = close
        startsValue = false
      } else if byte == UInt8(ascii: "#"), place == line.lowerBound || bytes[place - 1] == 0x20 {
        return nil
      } else if byte != 0x20 {
        let isDash = byte == UInt8(ascii: "-") && bytes[line.lowerBound..<place].allSatisfy { $0 == 0x20 }
        startsValue = isDash || "[{,:".utf8.contains(byte)
      }
      place += 1
    }
    return nil
  }

  /// Where a quotation ends; nil where its line does not.
  private func closing(_ mark: UInt8, from start: Int, _ end: Int) -> Int? {
    var place = start
    while place < end {
      if source.utf8[place] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        place += 1
      } else if source.utf8[place] == mark {
        return place
      }
      place += 1
    }
    return nil
  }
}
