import Diagnostics
import YAML

/// Holds YAML against the table of fields: what is unknown, twice, of the wrong kind or empty.
struct FieldReader {
  /// The format version that the file says it has.
  let version: Int
  private(set) var faults: [Diagnostic] = []

  init(version: Int) { self.version = version }

  /// More entries than this in one list are no lesson.
  private static let maxListItems = 40

  /// Checks the fields of a mapping and returns those that are known, the first of each name.
  mutating func check(_ members: [YAMLValue.Member], against fields: [Field], inHeader: Bool) -> [String: YAMLValue] {
    let known = fields.filter { inHeader == $0.isInHeader }
    var found: [String: YAMLValue] = [:]
    for member in members {
      guard let field = known.first(where: { $0.name == member.key }) else {
        let isMisplaced = fields.contains { $0.name == member.key }
        report(
          isMisplaced
            ? FieldFault.misplacedField(member.key, belongsInHeader: !inHeader)
            : FieldFault.unknownField(member.key, nearest: Suggestion.nearest(to: member.key, in: known.map(\.name))),
          at: member.keyRange)
        continue
      }
      if found[member.key] != nil {
        report(FieldFault.duplicateField(member.key), at: member.keyRange)
        continue
      }
      found[member.key] = member.value
      if field.since > version {
        report(FieldFault.needsVersion(field.name, field.since), at: member.keyRange)
      }
      check(member.value, field.shape, name: field.name)
    }
    return found
  }

  /// Whether the file's format has that kind of block.
  mutating func check(_ kind: BlockKind, at place: Range<Int>) {
    if kind.since > version { report(FieldFault.needsVersion(kind.rawValue, kind.since), at: place) }
  }

  private mutating func check(_ value: YAMLValue, _ shape: Field.Shape, name: String) {
    switch shape {
    case .list(let element):
      guard case .list(let elements, let range) = value else {
        return report(FieldFault.wrongKind(name, expected: Words(en: "a list", zh: "列表")), at: value.range)
      }
      if elements.count > Self.maxListItems {
        report(FieldFault.listTooLong(name, limit: Self.maxListItems), at: range)
      }
      for value in elements { check(value, element, name: name) }
    case .record(let fields):
      guard case .mapping(let members, _) = value else {
        return report(
          FieldFault.wrongKind(name, expected: Words(en: "{key: value} in each entry", zh: "每项都是 {键: 值}")),
          at: value.range)
      }
      _ = check(members, against: fields, inHeader: false)
    case .assignments:
      guard case .mapping = value else {
        return report(FieldFault.wrongKind(name, expected: Words(en: "{name: value}", zh: "{名称: 值}")), at: value.range)
      }
      for member in value.members where member.value.scalar == nil {
        report(
          FieldFault.wrongKind(member.key, expected: Words(en: "a number or a formula", zh: "数或公式")),
          at: member.value.range)
      }
    case .interval: _ = checkInterval(value, name: name)
    case .variables:
      guard case .mapping(let members, _) = value else {
        return report(
          FieldFault.wrongKind(name, expected: Words(en: "{name: [low, high]}", zh: "{名称: [下限, 上限]}")),
          at: value.range)
      }
      for member in members {
        if !Variable.isName(member.key) {
          report(FieldFault.unusableVariable(member.key), at: member.keyRange)
        } else if checkInterval(member.value, name: member.key), Variable(member) == nil {
          report(FieldFault.tooManyDecimals(member.key, limit: Variable.maxDecimals), at: member.value.range)
        }
      }
    default:
      guard let scalar = value.scalar else {
        return report(FieldFault.wrongKind(name, expected: Words(en: "a single value", zh: "单个值")), at: value.range)
      }
      check(scalar, shape, name: name)
    }
  }

  private mutating func checkInterval(_ value: YAMLValue, name: String) -> Bool {
    let ends = value.elements.map { $0.scalar.flatMap { Double($0.text) } ?? .nan }
    if ends.count == 2, ends[0].isFinite, ends[1].isFinite, ends[0] < ends[1] { return true }
    report(
      FieldFault.wrongKind(
        name, expected: Words(en: "two numbers, the smaller first: [-2, 2]", zh: "两个数，小的在前：[-2, 2]")),
      at: value.range)
    return false
  }

  private mutating func check(_ scalar: YAMLValue.Scalar, _ shape: Field.Shape, name: String) {
    let text = scalar.text
    if text.allSatisfy(\.isWhitespace) { return report(FieldFault.emptyText(name), at: scalar.range) }
    switch shape {
    case .identifier, .lessonID, .blockID:
      if !Self.isIdentifier(text) { report(FieldFault.unusableID(text), at: scalar.range) }
    case .whole(let range):
      guard let number = Int(text) else {
        return report(FieldFault.wrongKind(name, expected: Words(en: "a whole number", zh: "整数")), at: scalar.range)
      }
      if range.contains(number) { return }
      if name == "bptutor" { return report(FieldFault.unsupportedVersion(number), at: scalar.range) }
      report(FieldFault.outOfRange(name, range), at: scalar.range)
    case .number:
      if Double(text)?.isFinite != true {
        report(FieldFault.wrongKind(name, expected: Words(en: "a number", zh: "数")), at: scalar.range)
      }
    case .tolerance:
      guard let tolerance = Self.tolerance(text) else {
        return report(
          FieldFault.wrongKind(name, expected: Words(en: "a share such as 0.5% or 0.005", zh: "比例，如 0.5% 或 0.005")),
          at: scalar.range)
      }
      if tolerance < 1e-6 || tolerance > 0.1 { report(FieldFault.toleranceOutOfRange, at: scalar.range) }
    case .oneOf(let choices):
      if !choices.contains(text) {
        report(
          FieldFault.unknownChoice(name, text, of: choices, nearest: Suggestion.nearest(to: text, in: choices)),
          at: scalar.range)
      }
    default: break
    }
  }

  /// `0.5%` is 0.005.
  static func tolerance(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite, number >= 0 else {
      return nil
    }
    return isPercent ? number / 100 : number
  }

  static func isIdentifier(_ text: String) -> Bool {
    text.utf8.count <= 64 && text.utf8.first.map(isLetterOrDigit) ?? false
      && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private mutating func report(_ fault: any LessonFault, at range: Range<Int>) {
    faults.append(fault.diagnostic(at: range))
  }
}
