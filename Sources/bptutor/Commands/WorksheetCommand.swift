import Arguments
import Diagnostics
import Homework
import Lessons
import Networks

/// What `bptutor worksheet` does.
struct WorksheetCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let name = invocation.operands.first ?? ""
    let (list, base) = try exercises(name, network)
    let key = AnswerKey(Assignment(list, base: base), try roster())
    let format = invocation.value(of: .format).flatMap(Worksheet.Format.init) ?? .html
    let text = Worksheet(key, language: preferences.language).text(format)
    // The key first: sheets without one are of no use.
    if let file = invocation.value(of: .key) { _ = try WrittenResult.write(key.text, to: file) }
    return try WrittenResult.write(text, to: invocation.value(of: .output))
  }

  /// A file of exercises, else a lesson.
  private func exercises(_ name: String, _ network: Network) throws(Failure) -> (list: ExerciseList, base: Network) {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json") {
      let bytes: [UInt8]
      do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(name) } catch { throw error.failure() }
      let source = SourceText(name: name, utf8: bytes)
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw .message(Words(en: "'\(name)' is not valid UTF-8", zh: "“\(name)”不是有效的 UTF-8"))
      }
      do throws(ExerciseList.Faults) {
        var list = try ExerciseList.read(source, network)
        if list.title.isEmpty { list.title = Self.stem(name) }
        return (list, list.network.flatMap(BundledNetworks.network) ?? network)
      } catch { throw .faults(error.diagnostics, in: source) }
    }
    let library = try LessonLibrary(invocation)
    let entry = try library.entry(named: name)
    guard let lesson = entry.lesson(in: preferences.language) else {
      throw .message(Words(en: "there is no lesson '\(name)'", zh: "没有课程“\(name)”"))
    }
    let (list, leftOut) = ExerciseList.of(lesson)
    guard !list.exercises.isEmpty else {
      throw .message(
        Words(en: "this lesson has no question with an answer on paper", zh: "这节课没有可以写在纸上回答的题"),
        help: Words(en: "write a list: - number: dE/dw5", zh: "请写题目列表：- number: dE/dw5"))
    }
    if leftOut > 0 {
      let words = Words(
        en: leftOut == 1
          ? "1 question is left out: an opinion, or about the lesson's own numbers"
          : "\(leftOut) questions are left out: opinions, or about the lesson's own numbers",
        zh: "有 \(leftOut) 题未列入：没有标准答案，或者只针对课程自己的数值")
      try? Output.error.write("\(CommandTable.program): \(words[preferences.language])\n")
    }
    return (list, lesson.network)
  }

  private static func stem(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.split(separator: ".", omittingEmptySubsequences: true).first ?? file)
  }

  /// The class; without one a single sheet.
  private func roster() throws(Failure) -> Roster {
    guard let name = invocation.value(of: .students) else {
      return Roster(students: [Roster.Student(id: invocation.value(of: .random) ?? "1")])
    }
    let roster = try RosterFile.read(name)
    if !roster.repeated.isEmpty {
      let ids = roster.repeated.prefix(5).map { SourceText.harmless($0) }.joined(separator: ", ")
      let words = Words(
        en: "listed more than once, and taken as one student: \(ids)", zh: "名单中重复，按一个学生处理：\(ids)")
      try? Output.error.write("\(CommandTable.program): \(words[preferences.language])\n")
    }
    return roster
  }
}
