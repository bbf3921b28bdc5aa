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
    guard let name = invocation.operands.first else { return try LessonList(library, preferences.language).write() }
    let entry = try library.entry(named: name)
    let log = ProgressLog()
    let seed = invocation.value(of: .random).flatMap { UInt64($0) }
    var start = Start(
      .lesson(entry, seed: seed), network: BundledNetworks.default, language: preferences.language,
      notation: preferences.notation)
    start.library = library.entries
    start.kept = log.kept()
    start.now = Clock.now()
    return try Session.run(start, preferences, log)
  }
}
