import Classroom
import Glibc

/// Standard output, a line at a time, whichever thread writes it.
enum ReportLines {
  /// Made once and never freed.
  nonisolated(unsafe) private static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    return lock
  }()

  static func write(_ report: LinkReport) {
    guard let line = LinkLine.text(report) else { return }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    Self.write(all: Array(line.utf8), to: STDOUT_FILENO)
  }

  /// False where not all could be written.
  @discardableResult
  static func write(all bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }
}
