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
    var state = State(network: BundledNetworks.default, language: preferences.language, notation: preferences.notation)
    state.library = library.entries
    let log = ProgressLog()
    _ = state.update(log.tell())
    let seed = invocation.value(of: .random).flatMap { UInt64($0) }
    // Other numbers are another visit.
    if seed != nil { state.begin(entry, seed: seed) } else { state.visit(entry) }
    return try Session.run(state, preferences, log)
  }
}
