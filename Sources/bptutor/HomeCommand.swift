import Arguments
import Glibc
import Networks
import Tutor

/// What `bptutor` does without a command: the menu.
struct HomeCommand {
  let invocation: Invocation
  let preferences: Preferences

  /// Whether somebody is there to choose.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  func run(_ network: Network) throws(Failure) -> Int32 {
    let library = try LessonLibrary(invocation)
    var state = State(network: network, language: preferences.language, notation: preferences.notation)
    state.library = library.entries
    state.openHome()
    let log = ProgressLog()
    _ = state.update(log.tell())
    if let notice = library.notice { state.reply = .notice(notice) }
    return try Session.run(state, preferences, log)
  }
}
