package import Diagnostics
import JSON

extension AttemptFile {
  /// Reads what `json` or `csv` has written; throws the first fault.
  package static func attempts(_ source: SourceText) throws(Diagnostic) -> [Attempt] {
    let first = source.utf8.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09].contains($0) }
    return first == UInt8(ascii: "{") ? try parseJSON(source) : try parseCSV(source)
  }

  // MARK: JSON

  private static func parseJSON(_ source: SourceText) throws(Diagnostic) -> [Attempt] {
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
    var attempts: [Attempt] = []
    for item in items { attempts.append(try attempt(item)) }
    return attempts
  }

  private static func attempt(_ item: JSONValue) throws(Diagnostic) -> Attempt {
    func text(_ name: String) -> String? { if case .string(let text, _)? = item[name] { text } else { nil } }
    func number(_ name: String) -> Int? {
      if case .number(let number, _, _)? = item[name] { Int(exactly: number) } else { nil }
    }
    func flag(_ name: String) -> Bool? { if case .bool(let flag, _)? = item[name] { flag } else { nil } }
    func list(_ name: String) -> [String] {
      guard case .array(let values, _)? = item[name] else { return [] }
      return values.compactMap { if case .string(let text, _) = $0 { text } else { nil } }
    }
    guard let time = number("time") else { throw AttemptFileFault.missing("time").diagnostic(at: item.range) }
    guard let step = text("step") else { throw AttemptFileFault.missing("step").diagnostic(at: item.range) }
    guard let verdict = text("verdict").flatMap(Attempt.Verdict.init) else {
      throw AttemptFileFault.missing("verdict").diagnostic(at: item.range)
    }
    var attempt = Attempt(
      time: Int64(time), lesson: text("lesson"), step: step, parameters: text("parameters") ?? "",
      answer: text("answer") ?? "", verdict: verdict, skills: list("skills"), isFirst: flag("first") ?? false)
    attempt.mistakes = list("mistakes")
    attempt.hint = number("hint")
    attempt.duration = number("duration") ?? 0
    attempt.blamed = text("blamed")
    attempt.isFaded = flag("faded") ?? false
    attempt.choices = number("choices")
    attempt.isScored = flag("scored") ?? true
    return attempt
  }

  // MARK: CSV

  private static func parseCSV(_ source: SourceText) throws(Diagnostic) -> [Attempt] {
    var reader = CSVReader(source.utf8)
    guard let heading = reader.next(), heading.cells == columns else {
      throw AttemptFileFault.notProgress.diagnostic(at: 0..<0)
    }
    var attempts: [Attempt] = []
    while let row = reader.next() {
      let cells = row.cells.map(plain)
      guard cells.count == columns.count, let time = Int64(cells[0]), let verdict = Attempt.Verdict(rawValue: cells[5])
      else { throw AttemptFileFault.badRow.diagnostic(at: row.range) }
      func optional(_ index: Int) -> String? { cells[index].isEmpty ? nil : cells[index] }
      var attempt = Attempt(
        time: time, lesson: optional(1), step: cells[2], parameters: cells[3], answer: cells[4], verdict: verdict,
        skills: Attempt.parts(cells[9]), isFirst: cells[11].lowercased() == "true")
      attempt.mistakes = Attempt.parts(cells[6])
      attempt.hint = Int(cells[7])
      attempt.duration = Int(cells[8]) ?? 0
      attempt.blamed = optional(10)
      // Spreadsheets write them back in capitals.
      attempt.isFaded = cells[12].lowercased() == "true"
      attempt.choices = Int(cells[13])
      attempt.isScored = cells[14].lowercased() == "true"
      attempts.append(attempt)
    }
    return attempts
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
