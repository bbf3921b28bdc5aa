import Diagnostics
import Formats
package import Lessons
package import Screen

/// A recording as text: a line of JSON for the beginning, one for each event, one for the end.
extension Recording {
  static func info(_ lessons: [LessonCatalogue.Entry]) -> [CodingUserInfoKey: any Sendable] {
    CodingUserInfoKey.knownLessons.map { [$0: lessons] } ?? [:]
  }

  // MARK: Writing

  /// The first line; of the lessons at hand only their digests are written.
  package static func header(_ start: Start, _ size: Size, program: String, knowing lessons: [LessonCatalogue.Entry])
    throws
    -> String
  {
    JSONText.object([
      ("format", .string(format)), ("version", .number(Double(version))), ("program", .string(program)),
      ("columns", .number(Double(size.columns))), ("rows", .number(Double(size.rows))),
      ("start", try JSONCoder.encode(start, userInfo: info(lessons))),
    ]).oneLine
  }

  /// The line of an event; they are numbered from 1.
  package static func line(
    _ number: Int, at time: Int, _ event: Event, knowing lessons: [LessonCatalogue.Entry]
  ) throws -> String {
    JSONText.object([
      ("n", .number(Double(number))), ("t", .number(Double(max(0, time)))),
      ("event", try JSONCoder.encode(event, userInfo: info(lessons))),
    ]).oneLine
  }

  /// The last line.
  package static func footer(_ number: Int, at time: Int, _ state: State) -> String {
    JSONText.object([
      ("n", .number(Double(number))), ("t", .number(Double(max(0, time)))), ("end", .string(state.digest)),
    ]).oneLine
  }

  // MARK: Reading

  /// Reads a recording; throws the first fault, and nothing is done with the rest.
  ///
  /// Cost: linear in the text, and what the lessons in it take to be read.
  package init(reading utf8: [UInt8], knowing lessons: [LessonCatalogue.Entry]) throws(RecordingFault) {
    guard utf8.count <= Limit.bytes else {
      throw RecordingFault(line: nil, "it is larger than \(Limit.bytes >> 20) MB", "超过 \(Limit.bytes >> 20) MB")
    }
    var lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first, !first.isEmpty else {
      throw RecordingFault(line: nil, "it is empty", "文件是空的")
    }
    guard lines.count <= Limit.steps else {
      throw RecordingFault(line: nil, "it has more than \(Limit.steps) events", "事件超过 \(Limit.steps) 个")
    }
    self = try Self.read(header: try Self.value(first, 1), lessons)
    for (index, line) in lines.enumerated().dropFirst() {
      if end != nil { throw RecordingFault(line: index + 1, "there is something behind the end", "结尾之后还有内容") }
      try read(try Self.value(line, index + 1), index + 1, lessons)
    }
  }

  static func value(_ line: ArraySlice<UInt8>, _ number: Int) throws(RecordingFault) -> JSONValue {
    do throws(Diagnostic) {
      return try JSONValue.parse(SourceText(name: "", utf8: Array(line)))
    } catch {
      throw RecordingFault(line: number, error.message.en, error.message.zh)
    }
  }

  private static func whole(_ value: JSONValue?) -> Int? {
    guard case .number(let number, _, _)? = value else { return nil }
    return Int(exactly: number)
  }

  static func read(
    header: JSONValue, _ lessons: [LessonCatalogue.Entry]
  ) throws(RecordingFault) -> Recording {
    guard case .string(Self.format, _)? = header["format"] else {
      throw RecordingFault(line: 1, "this is no recording of bptutor", "不是 bptutor 的录制文件")
    }
    let program = if case .string(let name, _)? = header["program"] { name } else { "" }
    guard whole(header["version"]) == version else {
      throw RecordingFault(
        line: 1, "it was recorded by another version of bptutor (\(program.prefix(20))), in another format",
        "由其他版本的 bptutor（\(program.prefix(20))）录制，格式不同")
    }
    guard let columns = whole(header["columns"]), let rows = whole(header["rows"]), let text = header["start"] else {
      throw RecordingFault(line: 1, "'columns', 'rows' or 'start' is missing", "缺少 columns、rows 或 start")
    }
    let start = try decode(Start.self, text, 1, lessons)
    return Recording(
      start: start, size: Size(columns: max(1, min(columns, 1_000)), rows: max(1, min(rows, 1_000))),
      program: String(program.prefix(20)))
  }

  private mutating func read(
    _ value: JSONValue, _ line: Int, _ lessons: [LessonCatalogue.Entry]
  ) throws(RecordingFault) {
    guard Self.whole(value["n"]) == steps.count + 1 else {
      throw RecordingFault(line: line, "event \(steps.count + 1) was to come here", "这里应为第 \(steps.count + 1) 个事件")
    }
    guard let time = Self.whole(value["t"]), time >= steps.last?.time ?? 0, time <= 1 << 50 else {
      throw RecordingFault(line: line, "its time is missing, or before the last one", "缺少时间，或早于上一个事件")
    }
    if case .string(let digest, _)? = value["end"] {
      finish(digest)
      return
    }
    guard let text = value["event"] else { throw RecordingFault(line: line, "there is no event", "没有事件") }
    let event = try Self.decode(Event.self, text, line, lessons)
    if case .start = event { throw RecordingFault(line: line, "it begins a second time", "重复开始") }
    append(Step(time: time, event: event))
  }

  static func decode<T: Decodable>(
    _ type: T.Type, _ value: JSONValue, _ line: Int, _ lessons: [LessonCatalogue.Entry]
  ) throws(RecordingFault) -> T {
    do {
      return try JSONCoder.decode(type, from: value, userInfo: info(lessons))
    } catch let fault as JSONCoder.Fault {
      let place = fault.path.joined(separator: ".")
      throw RecordingFault(line: line, "\(place): \(fault.reason.en)", "\(place)：\(fault.reason.zh)")
    } catch {
      throw RecordingFault(line: line, "it does not fit this version", "与这个版本不符")
    }
  }
}
