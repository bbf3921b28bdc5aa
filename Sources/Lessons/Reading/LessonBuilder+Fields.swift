import Diagnostics
import YAML

/// What the two languages of a lesson must have in common.
extension LessonBuilder {
  /// Reports required fields that are missing and fields in which the languages differ.
  mutating func check(_ fields: Fields, _ table: [Field]) {
    guard fields.isReadable else { return }
    for field in table {
      switch (fields.own[field.name], fields.other[field.name]) {
      case (nil, nil):
        if field.isRequired, isFirst, field.name != "id" || !field.isInHeader {
          report(FieldFault.missingField(field.name), at: fields.range)
        }
      case (nil, .some):
        if field.shape.isText, let other {
          report(TranslationFault.untranslatedField(field.name, other.language), at: fields.range)
        }
      case (let own?, nil): checkEmpty(own, field)
      case (let own?, let translation?):
        checkEmpty(own, field)
        compare(own, translation, field, fields)
      }
    }
  }

  private mutating func checkEmpty(_ value: YAMLValue, _ field: Field) {
    guard case .list = field.shape, case .list(let elements, let range) = value, elements.isEmpty else { return }
    // `requires: []` says that nothing is required.
    if field.name != "requires" { report(FieldFault.emptyList(field.name), at: range) }
  }

  private mutating func compare(_ own: YAMLValue, _ translation: YAMLValue, _ field: Field, _ fields: Fields) {
    guard !isFirst, let other else { return }
    switch field.shape {
    case .list(.record), .list(.text):
      let count = translation.elements.count
      if own.elements.count != count {
        report(TranslationFault.entryCountDiffers(field.name, other.language, count: count), at: keyless(own))
      }
    default:
      if !field.shape.isText, !own.means(translation) {
        report(TranslationFault.translationDiffers(field.name, other.language), at: keyless(own))
      }
    }
  }

  /// A value's place, of a long one only the beginning.
  private func keyless(_ value: YAMLValue) -> Range<Int> {
    if case .scalar(let scalar) = value { return scalar.range }
    return value.range.lowerBound..<min(value.range.lowerBound + 1, value.range.upperBound)
  }

  /// A block's own shape: what it lacks, and what its translation has differently.
  mutating func check(
    _ block: CheckedDraft.Block, translation: CheckedDraft.Block?, _ fields: Fields, _ kind: BlockKind
  ) {
    if let other, translation == nil {
      report(TranslationFault.missingTranslation(block.key, other.language), at: block.id?.range ?? block.fence)
    }
    if let other, !isFirst, let theirs = translation?.kind, theirs != kind {
      report(TranslationFault.translationDiffers(theirs.rawValue, other.language), at: block.fence)
    }
    check(fields, FieldTable.fields(of: kind))
  }

  // MARK: Sizes

  mutating func checkRows(_ value: YAMLValue?, _ name: String, limit: Int, isOwn: Bool) {
    guard isOwn, context.isForAuthors, case .scalar(let scalar)? = value else { return }
    let rows = TextFlow.rows(of: scalar.text, columns: Screenful.columns)
    if rows > limit { report(RoomFault.textTooLong(name, rows: rows, limit: limit), at: scalar.range) }
  }

  mutating func checkScreens(of lesson: Lesson) {
    guard context.isForAuthors else { return }
    var rows = 0
    var start: Range<Int>?
    // Goes over the file rather than over the lesson, since faults need places.
    func range(_ range: Range<Int>) -> Range<Int> {
      let line = own.source.bytes(ofLine: own.source.line(of: range.lowerBound))
      return range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound))
    }
    for element in own.elements {
      var limit: Int?
      switch element {
      case .note, .light: break
      case .prose(let block, let place):
        rows += (rows > 0 ? 1 : 0) + TextFlow.rows(of: block, columns: Screenful.columns)
        start = start ?? range(place)
      case .pause: limit = Screenful.rows
      case .block(let block):
        rows += (rows > 0 ? 1 : 0) + Screenful.rows(of: block)
        start = start ?? range(block.fence)
        limit = block.kind == .show || block.kind == .plot ? Screenful.rowsBesideStep : Screenful.rows
      }
      guard let limit else { continue }
      if rows > limit, let start { report(RoomFault.tooTall(rows: rows, limit: limit), at: start) }
      (rows, start) = (0, nil)
    }
    if rows > Screenful.rows, let start { report(RoomFault.tooTall(rows: rows, limit: Screenful.rows), at: start) }
  }
}
