import Formats
import Glibc
import Tutor

/// Where the screens of presentations meet: a folder of our own in the user's runtime folder.
///
/// By the XDG base directory specification the runtime folder belongs to the user alone and does not outlive the login. Each
/// presentation has a file of its events there, and one of the keys that the presenter's own screen sends.
struct PresentationFolder {
  let path: String

  /// Why there is none.
  struct Apart: Error {
    let obstacle: Presentation.Obstacle
  }

  init(environment: (String) -> String? = { name in getenv(name).map { String(systemName: $0) } }) throws(Apart) {
    guard let runtime = environment("XDG_RUNTIME_DIR"), runtime.hasPrefix("/") else { throw Apart(obstacle: .noFolder) }
    try Self.checkIsPrivate(runtime)
    path = runtime + "/bptutor"
    mkdir(path.systemName, 0o700)
    try Self.checkIsPrivate(path)
  }

  /// Only a folder, and no link to one, that only this user can use will do.
  private static func checkIsPrivate(_ path: String) throws(Apart) {
    var status = stat()
    guard lstat(path.systemName, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Apart(obstacle: .noFolder)
    }
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw Apart(obstacle: .sharedFolder) }
  }

  /// The files of one presentation.
  struct Place: Equatable {
    /// Its events.
    let events: String
    /// The keys that were pressed on the presenter's own screen.
    let keys: String
  }

  /// So many presentations have a place at once.
  private static let maxPlaces = 16

  /// All places, used or not.
  var places: [Place] {
    (1...Self.maxPlaces).map { Place(events: "\(path)/present-\($0).jsonl", keys: "\(path)/present-\($0).keys") }
  }

  /// Whether a projector's program holds the file.
  static func isHeld(_ descriptor: Int32) -> Bool {
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
    flock(descriptor, LOCK_UN)
    return false
  }

  /// Opens a file of ours; no link is followed, and none that others own is taken.
  static func open(_ path: String, _ flags: Int32) -> Int32? {
    let descriptor = Glibc.open(path.systemName, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
