import Diagnostics

/// Whether a file's bytes are text that can be read and shown at all.
enum TextCheck {
  /// The first fault: too large, a line too long, not UTF-8, or characters that act on a terminal or hide.
  ///
  /// Cost: linear, and nothing for a file that is too large.
  static func fault(in source: SourceText) -> Diagnostic? {
    guard source.utf8.count <= LessonDraft.Limit.bytes else {
      return TextFault.tooLarge(limit: LessonDraft.Limit.bytes).diagnostic(at: 0..<0)
    }
    return longLine(source) ?? crowdedText(source) ?? badCharacter(source)
  }

  /// The time for reading a paragraph grows with the square of the pictures that are begun in it.
  private static func crowdedText(_ source: SourceText) -> Diagnostic? {
    var count = 0
    var last: UInt8 = 0
    for (offset, byte) in source.utf8.enumerated() {
      if last == UInt8(ascii: "!"), byte == UInt8(ascii: "[") { count += 1 }
      last = byte
      if count > LessonDraft.Limit.pictures {
        return TextFault.tooManyPictures(limit: LessonDraft.Limit.pictures).diagnostic(at: offset - 1..<offset + 1)
      }
    }
    return nil
  }

  private static func longLine(_ source: SourceText) -> Diagnostic? {
    var start = 0
    for (offset, byte) in source.utf8.enumerated() {
      if byte == UInt8(ascii: "\n") { start = offset + 1 }
      if offset - start >= LessonDraft.Limit.lineBytes {
        return TextFault.lineTooLong(limit: LessonDraft.Limit.lineBytes).diagnostic(at: start..<start)
      }
    }
    return nil
  }

  /// The same of what an escape or an entity makes: its place is that of the whole.
  static func fault(inDecoded text: String, at place: Range<Int>) -> Diagnostic? {
    let fault = badCharacter(SourceText(text))
    return fault.map { Diagnostic(id: $0.id, range: place, message: $0.message, help: $0.help) }
  }

  /// What lessons are mostly made of beside ASCII: looking each up would take most of the time of reading one.
  private static func isSurelyVisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Unified ideographs; their punctuation; full-width forms of ASCII.
    case 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF5E: true
    // ·; Greek letters; dashes, quotation marks and …; arrows and operators.
    case 0xB7, 0x3B1...0x3C9, 0x2013...0x2026, 0x2190...0x22FF: true
    default: false
    }
  }

  private static func badCharacter(_ source: SourceText) -> Diagnostic? {
    var decoder = UTF8()
    var bytes = source.utf8.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&bytes) {
      case .emptyInput: return nil
      case .error:
        return TextFault.invalidUTF8.diagnostic(at: offset..<min(offset + 1, source.utf8.count))
      case .scalarValue(let scalar):
        let range = offset..<offset + UTF8.width(scalar)
        offset = range.upperBound
        if scalar.value >= 0x20, scalar.value < 0x7F || scalar == "\n" || scalar == "\t" { continue }
        if isSurelyVisible(scalar.value) { continue }
        if scalar.properties.isDefaultIgnorableCodePoint, !scalar.properties.isVariationSelector {
          return TextFault.invisibleCharacter(scalar).diagnostic(at: range)
        }
        switch scalar.properties.generalCategory {
        case .control where scalar == "\n" || scalar == "\t": continue
        // The two bytes of a line end of Windows; alone it would overwrite the line.
        case .control where scalar == "\r" && offset < source.utf8.count && source.utf8[offset] == UInt8(ascii: "\n"):
          continue
        case .control: return TextFault.controlCharacter(scalar).diagnostic(at: range)
        case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
          return TextFault.invisibleCharacter(scalar).diagnostic(at: range)
        default: continue
        }
      }
    }
  }
}
