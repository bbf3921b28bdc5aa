import Glibc

/// Ctrl-C, or the end that others ask for, during a long computation: held back and asked for, so that what was done so
/// far is not lost.
///
/// What was ignored from the start, as by `nohup` or in the background of a script, goes on being ignored.
struct HeldInterrupt {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private var held = sigset_t()
  private var former = sigset_t()

  init() {
    sigemptyset(&held)
    // Held back, an ignored signal would arrive all the same.
    for signal in Self.signals where !Self.isIgnored(signal) { sigaddset(&held, signal) }
    sigprocmask(SIG_BLOCK, &held, &former)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// The one that came; nil if none did.
  var signal: Int32? {
    var pending = sigset_t()
    guard sigpending(&pending) == 0 else { return nil }
    var held = held
    return Self.signals.first { sigismember(&pending, $0) == 1 && sigismember(&held, $0) == 1 }
  }

  /// From here on they end the program again, but only when they come once more.
  mutating func release() {
    var taken: Int32 = 0
    while signal != nil { sigwait(&held, &taken) }
    sigprocmask(SIG_SETMASK, &former, nil)
  }
}
