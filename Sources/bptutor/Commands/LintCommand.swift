import Arguments
import Diagnostics
import Formats
import Lessons
import Screen

/// What `bptutor lint PATH…` does.
struct LintCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let library = try LessonLibrary(invocation)
    let catalogue = LessonSelection(invocation.operands, input: try input())
      .catalogue(LessonNames.context(with: library))
    let report = catalogue.report
    if invocation.value(of: .format) == "json" {
      _ = try WrittenResult.write(report.json.pretty + "\n", to: nil)
      return report.isClean ? ExitCode.success : ExitCode.usage
    }
    let warnings = report.warnings(language: preferences.language)
    do throws(Output.Failure) { try Output.error.write(SafeText(warnings).text) } catch { throw .output(error) }
    guard report.isClean else { throw .lessons(report, Self.summary(of: report)) }
    let praise = Self.praise(catalogue, hasWarnings: !warnings.isEmpty)
    return try WrittenResult.write(praise[preferences.language] + "\n", to: nil)
  }

  /// The lesson on standard input, where `-` is named.
  private func input() throws(Failure) -> SourceText? {
    guard invocation.operands.contains("-") else { return nil }
    do throws(ReadableFile.Fault) {
      return SourceText(name: "-", utf8: try ReadableFile.read("-"))
    } catch {
      throw error.failure()
    }
  }

  static func summary(of report: LintReport) -> Words {
    let (faults, files) = (report.count, report.files.count { !$0.diagnostics.isEmpty })
    let counted = "\(faults) \(faults == 1 ? "fault" : "faults")"
    return files == 1
      ? Words(en: "\(counted)", zh: "共 \(faults) 处错误")
      : Words(en: "\(counted) in \(files) files", zh: "\(files) 个文件共 \(faults) 处错误")
  }

  private static func praise(_ catalogue: LessonCatalogue, hasWarnings: Bool) -> Words {
    let lessons = catalogue.entries.count
    let both = catalogue.entries.count { $0.lessons.count == Language.allCases.count }
    let counted = "\(lessons) \(lessons == 1 ? "lesson" : "lessons")"
    let result = hasWarnings ? Words(en: "No errors", zh: "没有错误") : Words(en: "All is well", zh: "一切正常")
    let languages =
      switch both {
      case lessons: Words(en: ", in English and Chinese.", zh: "，中英文齐全。")
      case 0: Words(en: ".", zh: "。")
      default: Words(en: ", \(both) of them in English and Chinese.", zh: "，其中 \(both) 课中英文齐全。")
      }
    return Words(
      en: "\(result.en): \(counted)\(languages.en)", zh: "\(result.zh)：\(lessons) 课\(languages.zh)")
  }
}
