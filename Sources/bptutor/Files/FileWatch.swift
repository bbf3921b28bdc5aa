import Formats
import Glibc

/// Wakes what waits for `descriptor` when something happens to a file, or to one of a folder.
final class FileWatch {
  let descriptor: Int32

  /// nil where the system has no more watches to give, or there is no such file.
  init?(_ path: String) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    let events = [IN_MODIFY, IN_CREATE, IN_CLOSE_WRITE, IN_DELETE, IN_MOVED_TO]
    let mask = events.reduce(UInt32(0)) { $0 | UInt32(bitPattern: Int32(truncatingIfNeeded: $1)) }
    // Even where there is no watch in the end, the descriptor is closed below: it is already this object's.
    guard descriptor >= 0, inotify_add_watch(descriptor, path.systemName, mask) >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Takes what the descriptor tells; that there is something is enough.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
