import Formats
import Glibc

/// Where progress is kept.
package enum StateFile {
  /// `$BPTUTOR_STATE`, else progress.db in the state folder of the XDG base directory specification; nil where the
  /// environment names no place.
  ///
  /// That specification has relative paths ignored.
  package static func path(environment: (String) -> String?) -> String? {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let file = value("BPTUTOR_STATE") { return file }
    let folder =
      value("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? value("HOME").flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
    return folder.map { $0 + "/bptutor/progress.db" }
  }

  static func exists(_ path: String) -> Bool { access(path.systemName, F_OK) == 0 }

  /// Makes the folders on the way to a file, for their owner only.
  static func makeFolder(of path: String) throws(StoreFault) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      guard !part.isEmpty, mkdir(folder.systemName, 0o700) != 0, errno != EEXIST else { continue }
      // A folder that cannot be made may be there all the same, on a disk that is only read.
      let code = errno
      var status = stat()
      guard stat(folder.systemName, &status) == 0 else { throw fault(path, code) }
    }
  }

  private static func fault(_ path: String, _ code: Int32) -> StoreFault {
    switch code {
    case EROFS, EACCES, EPERM: .readOnly(path)
    case ENOSPC, EDQUOT: .full(path)
    default: .cannotOpen(path, code: code)
    }
  }

  /// Which file has a name: nil where none has.
  struct Identity {
    let device: UInt
    let number: UInt
    let isOrdinary: Bool
    let size: Int

    func isSameFile(as other: Identity) -> Bool { device == other.device && number == other.number }

    init?(_ path: String) {
      var status = stat()
      guard stat(path.systemName, &status) == 0 else { return nil }
      self.init(status)
    }

    init(_ status: stat) {
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
      isOrdinary = status.st_mode & S_IFMT == S_IFREG
      size = Int(status.st_size)
    }
  }

  /// Gives a broken or foreign file another name, with the time in it; nil where another process has done so already.
  static func moveAside(_ path: String, _ broken: Identity) throws(StoreFault) -> String? {
    let descriptor = Glibc.open(path.systemName, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw fault(path, errno)
    }
    defer { close(descriptor) }
    // Of two processes that find the same file broken only one may move it: the other would move the new one.
    try lock(descriptor, path)
    var status = stat()
    guard fstat(descriptor, &status) == 0, Identity(status).isSameFile(as: broken),
      Identity(path)?.isSameFile(as: broken) == true
    else {
      return nil
    }
    let stamped = path + "." + stamp()
    var aside = stamped
    var count = 2
    while lstat(aside.systemName, &status) == 0 {
      aside = "\(stamped)-\(count)"
      count += 1
    }
    // The journal belongs to the old file; beside a new one SQLite would play it back.
    rename((path + "-journal").systemName, (aside + "-journal").systemName)
    guard rename(path.systemName, aside.systemName) == 0 else { throw fault(path, errno) }
    return aside
  }

  /// How long another program may hold a file, in milliseconds.
  private static let patience = 2_000

  private static func lock(_ descriptor: Int32, _ path: String) throws(StoreFault) {
    for waited in 0... {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw fault(path, errno) }
      guard waited * 10 < patience else { throw .busy(path) }
      usleep(10_000)
    }
  }

  /// The time as in 20261125T090012Z.
  private static func stamp() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1_900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))"
    return date + "T\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))Z"
  }
}
