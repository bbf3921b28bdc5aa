import Arguments
import Diagnostics
import Glibc
import Lessons
import Networks
import Tutor
import TutorViews

/// What `bptutor present [ID]` does.
struct PresentCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let library = try LessonLibrary(invocation)
    guard let name = invocation.operands.first else {
      return try LessonList(library, preferences.language).write(typing: "\(CommandTable.program) present ")
    }
    let entry = try library.entry(named: name)
    guard entry.hasScreens(in: preferences.language) else {
      throw .message(Words(en: "there is nothing in this lesson", zh: "这一课没有内容"))
    }
    let isNotesScreen = invocation.has(.notes)
    let stage = hasScreen ? Stage(isNotesScreen ? .notes : .projector) : nil
    let seed = invocation.value(of: .random).flatMap { UInt64($0) }
    var start = Start(
      .room(entry, isNotesScreen ? .notes(stage?.lead ?? .own) : .projector, seed: seed),
      network: BundledNetworks.default, language: preferences.language, notation: preferences.notation)
    // A lesson of a file is none of the library's.
    start.library = library.ids.contains(entry.id) ? library.entries : library.entries + [entry]
    start.now = Clock.now()
    guard let stage else { return try handout(State(start)) }
    // The room's answers are nobody's: no file is opened for them.
    return try Session.run(
      start, preferences, ProgressLog(isKeeping: false), stage: stage)
  }

  /// Whether there is a screen to present on; else the lesson is printed.
  private var hasScreen: Bool {
    !preferences.isPlain && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  private func handout(_ state: State) throws(Failure) -> Int32 {
    do throws(Output.Failure) { try Output.standard.writeLines(PlainView.handout(state)) } catch {
      throw .output(error)
    }
    return ExitCode.success
  }
}
