import Formats
import Glibc

/// What the time is.
enum Clock {
  /// Milliseconds since some beginning, by a clock that is never set back.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// How many seconds the clocks here are ahead of UTC at this moment; 0 where that cannot be known.
  static var utcOffset: Int {
    var (seconds, parts) = (time(nil), tm())
    return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
  }

  /// When a file was last written, in milliseconds since 1970; nil where that cannot be known.
  static func modified(_ path: String) -> Int64? {
    var status = stat()
    guard stat(path.systemName, &status) == 0 else { return nil }
    return Int64(status.st_mtim.tv_sec) * 1_000 + Int64(status.st_mtim.tv_nsec / 1_000_000)
  }

  /// Milliseconds since 1970, by a clock that may be set.
  static func date() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec / 1_000_000)
  }
}
