import Arguments
import Glibc
import Networks
import Tutor

/// What `bptutor` does without a command: the menu.
struct HomeCommand {
  let invocation: Invocation
  let preferences: Preferences

  /// Whether someone is there to choose.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  func run(_ network: Network) throws(Failure) -> Int32 {
    let library = try LessonLibrary(invocation)
    let log = ProgressLog()
    var start = Start(.menu, network: network, language: preferences.language, notation: preferences.notation)
    start.library = library.entries
    start.kept = log.kept()
    start.now = Clock.now()
    start.notice = library.notice
    return try Session.run(start, preferences, log)
  }
}
