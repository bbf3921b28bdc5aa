import Arguments
import Diagnostics
import Formats
import Glibc
import Lessons
import Networks
import Tutor

/// What `bptutor preview FILE` does.
struct PreviewCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let path = invocation.operands.first ?? ""
    try check(path)
    let library = try LessonLibrary(invocation)
    // The file says which language it is in.
    let own = invocation.has(.lang) ? nil : Lesson.FileName(path)?.language
    let language = own ?? preferences.language
    var preview = Preview(path, LessonNames.context(with: library))
    let entry = preview.reload(language, preferences.notation)
    let start = Start(
      .draft(entry), network: BundledNetworks.default, language: language, notation: preferences.notation)
    return try Session.run(start, preferences, preview: preview)
  }

  /// A file that is not there will hardly come.
  private func check(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path.systemName, &status) != 0 || status.st_mode & S_IFMT != S_IFREG else { return }
    let code = access(path.systemName, F_OK) == 0 ? 0 : errno
    if code == ENOENT {
      let name = ShellWord.quoted(LessonTemplate.usableName(Lesson.FileName(path)?.stem ?? path))
      throw .message(
        ReadableFile.Fault(name: path, code: code).message,
        help: Words(en: "bptutor new-lesson \(name) begins one", zh: "bptutor new-lesson \(name) 可以新建一课"))
    }
    throw .message(
      Words(en: "cannot preview '\(path)': it is not a file", zh: "无法预览“\(path)”：它不是文件"),
      help: Words(en: "name one lesson, such as my-lesson.en.md", zh: "请写出一个课程文件，如 my-lesson.zh.md"))
  }
}
