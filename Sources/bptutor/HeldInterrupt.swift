import Glibc

/// Ctrl-C during a long computation: it is held back and asked for, so that what was done so far is not lost.
///
/// Whoever wants no such care from the start, as `nohup` does, goes on ignoring it.
struct HeldInterrupt {
  private var interrupt = sigset_t()
  private var former = sigset_t()
  /// Whether it was ignored from the start, as in the background of a script; held back, it would arrive all the same.
  private let isIgnored: Bool

  init() {
    var action = sigaction()
    sigaction(SIGINT, nil, &action)
    isIgnored =
      unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_BLOCK, &interrupt, &former)
  }

  /// Whether it was pressed.
  var hasCome: Bool {
    var pending = sigset_t()
    return !isIgnored && sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1
  }

  /// From here on it ends the program again, but only when it is pressed once more.
  mutating func release() {
    var signal: Int32 = 0
    if hasCome { sigwait(&interrupt, &signal) }
    sigprocmask(SIG_SETMASK, &former, nil)
  }
}
