import Arguments
import Diagnostics
import Lessons
import Networks
import Tutor

/// What `bptutor lesson [ID]` does.
struct LessonCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    guard let name = invocation.operands.first else { return try list(Self.library([])) }
    let library = Self.isPath(name) ? try files([name]) : Self.library([])
    guard let entry = Self.isPath(name) ? library.first : library.first(where: { $0.id == name || $0.stem == name })
    else { throw Self.unknown(name, library) }
    var state = State(network: BundledNetworks.default, language: preferences.language, notation: preferences.notation)
    state.library = library
    state.begin(entry, seed: invocation.value(of: .random).flatMap { UInt64($0) })
    return try Session.run(state, preferences)
  }

  private static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".md") }

  /// The lessons that can be named by their ids.
  private static func library(_ entries: [LessonCatalogue.Entry]) -> [LessonCatalogue.Entry] { entries }

  /// The lessons of files; what is wrong in them is told, and nothing of them is run.
  private func files(_ paths: [String]) throws(Failure) -> [LessonCatalogue.Entry] {
    let catalogue = LessonSelection(paths).catalogue(LessonNames.context)
    guard catalogue.report.isClean else { throw .lessons(catalogue.report, LintCommand.summary(of: catalogue.report)) }
    return catalogue.entries
  }

  private func list(_ library: [LessonCatalogue.Entry]) throws(Failure) -> Int32 {
    let lines = library.map { entry in
      let lesson = entry.lesson(in: preferences.language)
      let minutes = lesson?.minutes.map { Words(en: "\($0) min", zh: "\($0) 分钟") }
      let id = entry.id + String(repeating: " ", count: max(2, 26 - entry.id.count))
      let time = minutes.map { "  (" + $0[preferences.language] + ")" } ?? ""
      return id + (lesson?.title ?? "") + time
    }
    return try WrittenResult.write(lines.map { $0 + "\n" }.joined(), to: nil)
  }

  private static func unknown(_ name: String, _ library: [LessonCatalogue.Entry]) -> Failure {
    let nearest = Suggestion.nearest(to: name, in: library.map(\.id))
    return .message(
      Words(en: "there is no lesson '\(name)'", zh: "没有课程“\(name)”"),
      help: nearest.map { Words(en: "did you mean '\($0)'?", zh: "是不是“\($0)”？") }
        ?? Words(en: "bptutor lesson lists them all", zh: "bptutor lesson 列出全部课程"))
  }
}
