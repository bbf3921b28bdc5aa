package import Diagnostics
import Formats
import Skills

extension AttemptFile {
  /// Reads what `json` or `csv` has written; throws the first fault.
  package static func attempts(_ source: SourceText) throws(Diagnostic) -> [Attempt] {
    try members(source).flatMap(\.attempts)
  }

  /// The same, by whose the answers are; the name is nil where the file does not say.
  package static func members(_ source: SourceText) throws(Diagnostic) -> [(name: String?, attempts: [Attempt])] {
    let first = source.utf8.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09].contains($0) }
    let owned = first == UInt8(ascii: "{") ? try parseJSON(source) : try parseCSV(source)
    var members: [(name: String?, attempts: [Attempt])] = []
    var places: [String?: Int] = [:]
    for (name, attempt) in owned {
      if let place = places[name] {
        members[place].attempts.append(attempt)
      } else {
        places[name] = members.count
        members.append((name, [attempt]))
      }
    }
    return members.isEmpty ? [(nil, [])] : members
  }

  private typealias Owned = (name: String?, attempt: Attempt)

  // MARK: JSON

  private static func parseJSON(_ source: SourceText) throws(Diagnostic) -> [Owned] {
    let value = try JSONValue.parse(source)
    guard case .string(format, _)? = value["format"] else {
      throw AttemptFileFault.notProgress.diagnostic(at: value.range.lowerBound..<value.range.lowerBound)
    }
    if case .number(let found, _, let range)? = value["version"], found > Double(version) {
      throw AttemptFileFault.newer(DecimalText.significant(found)).diagnostic(at: range)
    }
    guard case .array(let items, _)? = value["attempts"] else {
      throw AttemptFileFault.missing("attempts").diagnostic(at: value.range)
    }
    let learner = value[learnerColumn]?.text
    var attempts: [Owned] = []
    for item in items { attempts.append((item[learnerColumn]?.text ?? learner, try attempt(item))) }
    return attempts
  }

  /// What does not change how an answer counts may be missing; nothing may be of another kind.
  private static func attempt(_ item: JSONValue) throws(Diagnostic) -> Attempt {
    func field<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(Diagnostic) -> Value? {
      guard let value = item[name] else { return nil }
      if case .null = value { return nil }
      guard let read = read(value) else { throw AttemptFileFault.missing(name).diagnostic(at: value.range) }
      return read
    }
    func needed<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(Diagnostic) -> Value {
      guard let value = try field(name, read) else { throw AttemptFileFault.missing(name).diagnostic(at: item.range) }
      return value
    }
    var attempt = Attempt(
      time: Int64(try needed("time", \.whole)), lesson: try field("lesson", \.text), step: try needed("step", \.text),
      parameters: try field("parameters", \.text) ?? "", answer: try field("answer", \.text) ?? "",
      verdict: try needed("verdict") { $0.text.flatMap(Attempt.Verdict.init) },
      skills: (try field("skills", \.texts) ?? []).compactMap(Skill.init(rawValue:)),
      isFirst: try needed("first", \.flag))
    attempt.mistakes = (try field("mistakes", \.texts) ?? []).map(MistakeID.init(rawValue:))
    attempt.hint = try field("hint", \.whole)
    attempt.duration = try field("duration", \.whole) ?? 0
    attempt.blamed = try field("blamed", \.text).flatMap(Skill.init(rawValue:))
    attempt.isFaded = try field("faded", \.flag) ?? false
    attempt.choices = try field("choices", \.whole)
    attempt.isScored = try field("scored", \.flag) ?? true
    return attempt
  }

  // MARK: CSV

  private static func parseCSV(_ source: SourceText) throws(Diagnostic) -> [Owned] {
    var scanner = TableScanner(source.utf8, .init())
    let heading = scanner.nextRow()?.map(\.text) ?? []
    let hasLearner = heading == [learnerColumn] + columns
    guard hasLearner || heading == columns else { throw AttemptFileFault.notProgress.diagnostic(at: 0..<0) }
    var attempts: [Owned] = []
    while let row = scanner.nextRow() {
      var cells = row.map { plain($0.text) }
      let learner = hasLearner && !cells.isEmpty ? cells.removeFirst() : nil
      let range = row[0].range.lowerBound..<row[row.count - 1].range.upperBound
      guard cells.count == columns.count, row.allSatisfy({ $0.flaw == nil }) else {
        throw AttemptFileFault.badRow.diagnostic(at: range)
      }
      func cell<Value>(_ index: Int, _ read: (String) -> Value?) throws(Diagnostic) -> Value {
        guard let value = read(cells[index]) else {
          throw AttemptFileFault.missing(columns[index]).diagnostic(at: range)
        }
        return value
      }
      func optional(_ index: Int) -> String? { cells[index].isEmpty ? nil : cells[index] }
      func number(_ index: Int) throws(Diagnostic) -> Int? {
        optional(index) == nil ? nil : try cell(index) { Int($0) }
      }
      // Spreadsheets write them back in capitals.
      func flag(_ index: Int) throws(Diagnostic) -> Bool { try cell(index) { Bool($0.lowercased()) } }
      var attempt = Attempt(
        time: try cell(0) { Int64($0) }, lesson: optional(1), step: cells[2], parameters: cells[3], answer: cells[4],
        verdict: try cell(5, Attempt.Verdict.init), skills: Attempt.parts(cells[9]), isFirst: try flag(11))
      attempt.mistakes = Attempt.parts(cells[6])
      attempt.hint = try number(7)
      attempt.duration = try number(8) ?? 0
      attempt.blamed = optional(10).flatMap(Skill.init(rawValue:))
      attempt.isFaded = try flag(12)
      attempt.choices = try number(13)
      attempt.isScored = try flag(14)
      attempts.append((learner, attempt))
    }
    return attempts
  }
}

extension JSONValue {
  fileprivate var text: String? { if case .string(let text, _) = self { text } else { nil } }
  fileprivate var whole: Int? { if case .number(let number, _, _) = self { Int(exactly: number) } else { nil } }
  fileprivate var flag: Bool? { if case .bool(let flag, _) = self { flag } else { nil } }

  /// nil where one of them is no text.
  fileprivate var texts: [String]? {
    guard case .array(let values, _) = self else { return nil }
    let texts = values.compactMap(\.text)
    return texts.count == values.count ? texts : nil
  }
}

/// What can be wrong with a file of answers; the sentences stand here and nowhere else.
enum AttemptFileFault {
  case notProgress
  case newer(String)
  case missing(String)
  case badRow

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    switch self {
    case .notProgress:
      Diagnostic(
        id: "progress.not-progress", range: range,
        message: Words(en: "this is no file of answers", zh: "这不是作答记录文件"),
        help: Words(
          en: "make one with bptutor progress --format json", zh: "请用 bptutor progress --format json 生成"))
    case .newer(let version):
      Diagnostic(
        id: "progress.newer", range: range,
        message: Words(
          en: "this file was made by a newer bptutor (format \(version))", zh: "文件由更新版本的 bptutor 创建（格式 \(version)）"))
    case .missing(let name):
      Diagnostic(
        id: "progress.missing", range: range,
        message: Words(en: "'\(name)' is missing or not what it should be", zh: "缺少“\(name)”，或它的值不对"))
    case .badRow:
      Diagnostic(
        id: "progress.bad-row", range: range,
        message: Words(en: "this row does not hold an answer", zh: "这一行不是作答记录"))
    }
  }
}
