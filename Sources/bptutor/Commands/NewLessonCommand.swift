import Arguments
import Diagnostics
import Glibc
import Lessons
import Screen

/// What `bptutor new-lesson NAME` does.
struct NewLessonCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let typed = invocation.operands.first ?? ""
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let name = String(typed.dropFirst(folder.count))
    let stem = Lesson.FileName(name)?.stem ?? name
    guard let id = LessonTemplate.id(stem: stem) else {
      let usable = folder + LessonTemplate.usableName(name)
      throw .message(
        Words(en: "'\(name)' cannot be the name of a lesson", zh: "“\(name)”不能用作课程名"),
        help: Words(
          en: "use letters, digits and hyphens, as in bptutor new-lesson \(ShellWord.quoted(usable))",
          zh: "请用字母、数字和连字符，例如 bptutor new-lesson \(ShellWord.quoted(usable))"))
    }
    let files = Language.allCases.map { language in
      NewFile(
        name: folder + LessonTemplate.fileName(stem: stem, language: language),
        text: LessonTemplate.text(id: id, language: language))
    }
    do throws(WrittenFile.Fault) {
      try NewFile.write(files)
    } catch {
      guard error.code == ENOENT, !folder.isEmpty else { throw .unwritable(error) }
      throw .message(
        error.message,
        help: Words(
          en: "make the folder first: mkdir -p \(ShellWord.quoted(folder))",
          zh: "请先建文件夹：mkdir -p \(ShellWord.quoted(folder))"))
    }
    return try WrittenResult.write(SafeText(next(files.map(\.name))).text, to: nil)
  }

  /// What was written, and what to do with it.
  private func next(_ names: [String]) -> String {
    let own = Language.allCases.firstIndex(of: preferences.language).map { names[$0] } ?? names[0]
    let words = names.map(ShellWord.quoted).joined(separator: " ")
    let lines = [
      Words(en: "Written: \(names.joined(separator: ", "))", zh: "已写入：\(names.joined(separator: "、"))"),
      Words(""),
      Words(
        en: "Each is a small complete lesson. Change it with any editor, and then:",
        zh: "两个文件都是完整的小课程。用任何编辑器修改，然后："),
      Words(""),
      Words("  bptutor lint \(words)"),
      Words(en: "      tells what is wrong in it, and where", zh: "      指出哪里有错"),
      Words("  bptutor preview \(ShellWord.quoted(own))"),
      Words(en: "      shows it, and follows each time you save", zh: "      显示课程，每次保存随即更新"),
      Words("  bptutor lesson \(ShellWord.quoted(own))"),
      Words(en: "      runs it as a learner does", zh: "      像学习者一样运行"),
      Words("  bptutor schema --format markdown"),
      Words(en: "      lists every field", zh: "      列出全部字段"),
    ]
    return lines.map { $0[preferences.language] + "\n" }.joined()
  }
}
