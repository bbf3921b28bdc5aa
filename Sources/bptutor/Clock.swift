import Glibc

/// A clock that is never set back.
enum Clock {
  /// Milliseconds since some beginning.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
