import Arguments
import Diagnostics
import Formats
import Glibc
import Homework
import Networks

/// What `bptutor grade SUBMISSIONS…` does.
struct GradeCommand {
  let invocation: Invocation
  let preferences: Preferences

  private var language: Language { preferences.language }

  func run() throws(Failure) -> Int32 {
    guard let keyName = invocation.value(of: .key) else {
      throw .message(
        Words(en: "grade needs the key of the sheets", zh: "grade 需要练习的答案文件"),
        help: Words(
          en: "for example bptutor grade submissions --key key.jsonl",
          zh: "例如 bptutor grade submissions --key key.jsonl"))
    }
    let key = try key(keyName)
    let rubric = try rubric()
    var submissions: [String: Submission] = [:]
    var strangers: [String] = []
    // Whose file bears their own name.
    var exact: Set<String> = []
    let owner = SubmissionOwner(key)
    let sheets = Dictionary(key.sheets.map { ($0.student.id, $0) }, uniquingKeysWith: { first, _ in first })
    for path in invocation.operands {
      for file in try SubmissionFiles.files(in: path) {
        read(file, owner, sheets, &submissions, &exact, &strangers)
      }
    }
    let grader = Grader(rubric)
    var bar = CountBar(total: key.sheets.count, language: language, isQuiet: invocation.has(.quiet))
    var graded: [GradedStudent] = []
    for (index, sheet) in key.sheets.enumerated() {
      bar.show(index)
      graded.append(grader.grade(sheet, submissions[sheet.student.id]))
    }
    bar.clear()
    try writeFeedback(key.title, graded)
    notice(graded, strangers)
    let format = invocation.value(of: .format).flatMap(Gradebook.Format.init) ?? .moodle
    return try WrittenResult.write(
      Gradebook(key.title, graded, language: language).csv(format), to: invocation.value(of: .output))
  }

  /// One file's answers; what cannot be read is said and costs no one else anything.
  private func read(
    _ file: String, _ owner: SubmissionOwner, _ sheets: [String: AnswerKey.Sheet],
    _ submissions: inout [String: Submission], _ exact: inout Set<String>, _ strangers: inout [String]
  ) {
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(file) } catch {
      strangers.append("\(file) (\(error.reason[language]))")
      // A file too large to be read was handed in all the same.
      if let id = owner.student(ofPath: file), submissions[id] == nil { submissions[id] = Submission(answers: [:]) }
      return
    }
    if file.hasSuffix(".csv") {
      for (name, submission) in SubmissionTable(csv: bytes).submissions {
        if let id = owner.student(ofPath: name) {
          submissions[id] = submission
        } else {
          strangers.append("\(file): \(name)")
        }
      }
      return
    }
    guard let id = owner.student(ofPath: file), let sheet = sheets[id] else {
      strangers.append(file)
      return
    }
    // A file that is called like its student goes before one that only mentions them.
    if submissions[id] != nil, exact.contains(id), !owner.isExact(file) {
      strangers.append(file)
      return
    }
    if owner.isExact(file) { exact.insert(id) }
    submissions[id] = Submission(String(decoding: bytes, as: UTF8.self), sheet.exercises)
  }

  private func key(_ name: String) throws(Failure) -> AnswerKey {
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(name, atMost: 1 << 30) } catch {
      throw error.failure()
    }
    do throws(AnswerKey.Fault) { return try AnswerKey(String(decoding: bytes, as: UTF8.self)) } catch {
      throw .message(
        Words(
          en: "'\(name)', line \(error.line): \(error.message.en)", zh: "“\(name)”第 \(error.line) 行：\(error.message.zh)"
        ),
        help: Words(en: "bptutor worksheet … --key writes one", zh: "bptutor worksheet … --key 会写出答案文件"))
    }
  }

  private func rubric() throws(Failure) -> Rubric {
    guard let name = invocation.value(of: .points) else { return Rubric() }
    let text = try TextSource.read(name)
    do throws(Rubric.Fault) { return try Rubric(text) } catch {
      let line = SourceText.harmless(error.text)
      throw .message(
        Words(
          en: "'\(name)', line \(error.line) is no share of points: \(line)",
          zh: "“\(name)”第 \(error.line) 行不是得分比例：\(line)"),
        help: Words(
          en: "right, follow-through, mistake, unknown, unreadable or a mistake's id, from 0 to 1: mistake: 0.25",
          zh: "right、follow-through、mistake、unknown、unreadable 或错误的 id，取 0 到 1：mistake: 0.25"))
    }
  }

  private func writeFeedback(_ title: String, _ graded: [GradedStudent]) throws(Failure) {
    guard let folder = invocation.value(of: .feedback) else { return }
    if mkdir(folder.systemName, 0o777) != 0, errno != EEXIST {
      throw .unwritable(WrittenFile.Fault(name: folder, code: errno))
    }
    var used: Set<String> = []
    for student in graded {
      let name = Self.fileName(student.student.id, &used)
      do throws(WrittenFile.Fault) {
        try WrittenFile.write(FeedbackText(title, student, language: language).text, to: "\(folder)/\(name).txt")
      } catch { throw .unwritable(error) }
    }
  }

  /// An id as a file name that stays in its folder, each once.
  private static func fileName(_ id: String, _ used: inout Set<String>) -> String {
    var name = String(id.prefix(60).map { $0.isLetter || $0.isNumber || "-_@".contains($0) || $0 == "." ? $0 : "_" })
    if name.isEmpty || name.hasPrefix(".") { name = "_" + name.dropFirst() }
    // A name has at most 255 bytes.
    while name.utf8.count > 180 { name.removeLast() }
    let first = name
    var number = 2
    while !used.insert(name.lowercased()).inserted {
      name = "\(first)-\(number)"
      number += 1
    }
    return name
  }

  private func notice(_ graded: [GradedStudent], _ strangers: [String]) {
    let missing = graded.count { !$0.hasSubmission }
    var rows = [
      Words(
        en: "\(graded.count - missing) of \(graded.count) submissions graded",
        zh: "已批改 \(graded.count - missing)/\(graded.count) 份作业")[
          language]
    ]
    if !strangers.isEmpty {
      let names = strangers.prefix(5).map { SourceText.harmless($0) }.joined(separator: ", ")
      rows.append(
        Words(
          en: "not used, they belong to no student of the key or cannot be read (\(strangers.count)): \(names)",
          zh: "未使用（不属于名单中的学生，或无法读取，共 \(strangers.count) 个）：\(names)")[language])
    }
    for row in rows { try? Output.error.write("\(CommandTable.program): \(row)\n") }
  }
}

/// The files of a folder of submissions.
enum SubmissionFiles {
  private static let maxFiles = 50_000
  private static let maxDepth = 4

  /// A file itself, or the ordinary files of a folder and of those inside it, in the order of their names.
  static func files(in path: String) throws(Failure) -> [String] {
    var status = stat()
    guard stat(path.systemName, &status) == 0 else {
      let reason = SystemError.words(for: errno)
      throw .message(Words(en: "cannot read '\(path)': \(reason.en)", zh: "无法读取“\(path)”：\(reason.zh)"))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    var files: [String] = []
    collect(path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0, &files)
    return files
  }

  /// Links are not followed: a submission may hold one to someone else's file.
  private static func collect(_ folder: String, depth: Int, _ files: inout [String]) {
    guard depth < maxDepth, let directory = opendir(folder.systemName) else { return }
    var names: [String] = []
    while names.count < maxFiles, let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(systemName: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(directory)
    for name in names.sorted() where files.count < maxFiles {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path.systemName, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: collect(path, depth: depth + 1, &files)
      case S_IFREG: files.append(path)
      default: continue
      }
    }
  }
}
