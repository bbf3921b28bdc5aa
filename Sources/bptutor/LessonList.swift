import Diagnostics
import Lessons
import Tutor

/// All lessons at hand, a line each: what to type, the title, how long it takes.
struct LessonList {
  private let library: LessonLibrary
  private let language: Language

  init(_ library: LessonLibrary, _ language: Language) {
    self.library = library
    self.language = language
  }

  /// Writes the list, `command` before each id.
  func write(typing command: String = "") throws(Failure) -> Int32 {
    let width = library.entries.map { DisplayWidth.of($0.id) }.max() ?? 0
    var lines = library.entries.map { entry in
      let summary = entry.summary
      let minutes = summary.minutes.map { Words(en: " (\($0) min)", zh: "（\($0) 分钟）") }
      let gap = String(repeating: " ", count: max(0, width - DisplayWidth.of(entry.id)) + 2)
      return command + entry.id + gap + (summary.title(in: language) ?? "") + (minutes?[language] ?? "")
    }
    if let notice = library.notice { lines += ["", notice[language]] }
    return try WrittenResult.write(lines.map { SourceText.harmless($0) + "\n" }.joined(), to: nil)
  }
}
