import Arguments
import Diagnostics
import Expressions
import Formats
import Glibc
import Progress
import Reports
import Screen
import Tutor

/// What `bptutor progress` does.
struct ProgressCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    if invocation.has(.reset) { return try reset() }
    if invocation.has(.merge) { return try merge() }
    if let option = [Option.lesson, .anonymous, .students].first(where: invocation.has) {
      throw .message(
        Words(en: "--\(option.rawValue) goes with --merge", zh: "--\(option.rawValue) 要与 --merge 一起使用"))
    }
    if invocation.value(of: .format) == "html" {
      throw .message(
        Words(en: "--format html is a page about a class", zh: "--format html 生成全班概览"),
        help: Words(
          en: "for example bptutor progress --merge *.json --format html",
          zh: "例如 bptutor progress --merge *.json --format html"))
    }
    if let extra = invocation.operands.first {
      throw .message(
        Words(en: "progress: '\(extra)' is one word too many", zh: "progress：多余的参数“\(extra)”"),
        help: Words(en: "add --merge to read files, --reset to forget a lesson", zh: "读取文件请加 --merge，清除一课请加 --reset"))
    }
    let (attempts, places) = try stored()
    if let text = exported(attempts) { return try write(text) }
    if attempts.isEmpty, places.isEmpty {
      return try write(
        Words(
          en: "No answers yet. 'bptutor' begins with the first lesson; 'bptutor practise' asks questions.\n",
          zh: "还没有作答。输入 bptutor 从第一课开始；输入 bptutor practise 做练习。\n")[preferences.language])
    }
    let now = Clock.date()
    let report = ProgressReport(
      attempts, visits: places.compactMapValues { LessonPlace(text: $0)?.visit },
      lessons: try LessonLibrary(invocation).entries.map(\.outline), now: now, utcOffset: Clock.utcOffset)
    return try write(LearnerPage(report, now: now, look).grid)
  }

  // MARK: Reading

  /// What is kept; nothing where nothing was kept yet.
  private func stored() throws(Failure) -> (attempts: [Attempt], places: [String: String]) {
    guard let store = try openStore() else { return ([], [:]) }
    return try Self.contents(of: store)
  }

  private static func contents(
    of store: ProgressStore
  ) throws(Failure) -> (attempts: [Attempt], places: [String: String]) {
    do throws(StoreFault) {
      return (
        try store.attempts(), Dictionary(try store.places().map { ($0.lesson, $0.place) }, uniquingKeysWith: { $1 })
      )
    } catch { throw .store(error) }
  }

  /// nil where there is no file yet; reading makes none.
  private func openStore() throws(Failure) -> ProgressStore? {
    guard let path = StateLocation.path else { throw .store(.noFolder) }
    guard access(path.systemName, F_OK) == 0 else { return nil }
    let store: ProgressStore
    do throws(StoreFault) { store = try ProgressStore.open(path) } catch { throw .store(error) }
    if let notice = store.notice {
      try? Output.error.write(SafeText("\(CommandTable.program): \(notice[preferences.language])\n").text)
    }
    return store
  }

  // MARK: Writing

  private var look: Look {
    let look = Look(onOutput: preferences)
    return look.sized(columns: preferences.isPlain ? 79 : max(60, look.size.columns), rows: look.size.rows)
  }

  private func exported(_ attempts: [Attempt]) -> String? {
    switch invocation.value(of: .format) {
    case "json": AttemptFile.json(attempts).pretty + "\n"
    case "csv": AttemptFile.csv(attempts)
    default: nil
    }
  }

  private func write(_ grid: Grid) throws(Failure) -> Int32 {
    let lines = Coloring(onOutput: invocation, preferences).map { grid.lines(in: $0) } ?? grid.lines
    return try write(lines.map { $0 + "\n" }.joined())
  }

  private func write(_ text: String) throws(Failure) -> Int32 {
    try WrittenResult.write(text, to: invocation.value(of: .output))
  }

  // MARK: A class

  private func merge() throws(Failure) -> Int32 {
    switch try ClassCommand(invocation: invocation, preferences: preferences, look: look).run() {
    case .page(let grid): try write(grid)
    case .text(let text): try write(text)
    }
  }

  // MARK: Forgetting

  private func reset() throws(Failure) -> Int32 {
    guard invocation.operands.count <= 1 else {
      throw .message(
        Words(en: "--reset takes one lesson, or none for everything", zh: "--reset 后写一课的 id，不写则清除全部"))
    }
    guard let store = try openStore() else { return try write(nothing) }
    let (attempts, places) = try Self.contents(of: store)
    let lesson = try invocation.operands.first.map { name throws(Failure) in
      // A lesson that is no more may still be forgotten; any other name must be one that `lesson` takes too.
      let isKept = places[name] != nil || attempts.contains { $0.lesson == name }
      return isKept ? name : try LessonLibrary(invocation).id(named: name)
    }
    let count = attempts.filter { lesson == nil || $0.lesson == lesson }.count
    if count == 0, !places.keys.contains(where: { lesson == nil || $0 == lesson }) { return try write(nothing) }
    guard try isConfirmed(lesson, count) else { return ExitCode.success }
    do throws(StoreFault) { try store.reset(lesson: lesson) } catch { throw .store(error) }
    return try write(Words(en: "Forgotten.\n", zh: "已清除。\n")[preferences.language])
  }

  private var nothing: String {
    Words(en: "There is nothing to forget.\n", zh: "没有可清除的内容。\n")[preferences.language]
  }

  /// Asks at a terminal; elsewhere `--yes` has to say it.
  private func isConfirmed(_ lesson: String?, _ count: Int) throws(Failure) -> Bool {
    if invocation.has(.yes) { return true }
    let answers = Look.count(count, "answer")
    let what =
      lesson.map { Words(en: "\(answers) and the place in lesson \($0)", zh: "课程 \($0) 的 \(count) 次作答和学习位置") }
      ?? Words(en: "\(answers) and every place", zh: "全部 \(count) 次作答和所有学习位置")
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw .message(
        Words(en: "this would forget \(what.en)", zh: "这会清除\(what.zh)"),
        help: Words(en: "add --yes to do it", zh: "确定要清除请加 --yes"))
    }
    let question = Words(en: "Forget \(what.en)? [y/N] ", zh: "清除\(what.zh)？[y/N] ")[preferences.language]
    do throws(Output.Failure) { try Output.standard.write(SafeText(question).text) } catch { throw .output(error) }
    var lines = PipedLines()
    guard case .text(let answer)? = lines.next() else { return false }
    return ["y", "yes", "是", "ｙ"].contains(answer.lowercased())
  }
}
