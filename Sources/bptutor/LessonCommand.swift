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
    let library = try LessonLibrary(invocation)
    guard let name = invocation.operands.first else { return try list(library) }
    let entry = try library.entry(named: name)
    var state = State(network: BundledNetworks.default, language: preferences.language, notation: preferences.notation)
    state.library = library.entries
    let log = ProgressLog()
    _ = state.update(log.tell())
    let seed = invocation.value(of: .random).flatMap { UInt64($0) }
    // Other numbers are another visit.
    if seed != nil { state.begin(entry, seed: seed) } else { state.visit(entry) }
    return try Session.run(state, preferences, log)
  }

  private func list(_ library: LessonLibrary) throws(Failure) -> Int32 {
    let width = library.entries.map { DisplayWidth.of($0.id) }.max() ?? 0
    var lines = library.entries.map { entry in
      let summary = entry.summary
      let minutes = summary.minutes.map { Words(en: " (\($0) min)", zh: "（\($0) 分钟）") }
      let gap = String(repeating: " ", count: max(0, width - DisplayWidth.of(entry.id)) + 2)
      return entry.id + gap + (summary.title(in: preferences.language) ?? "") + (minutes?[preferences.language] ?? "")
    }
    if let notice = library.notice { lines += ["", notice[preferences.language]] }
    return try WrittenResult.write(lines.map { SourceText.harmless($0) + "\n" }.joined(), to: nil)
  }
}
