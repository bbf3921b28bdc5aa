import Formats
import Glibc
import Progress

/// Where this user's progress is kept.
enum StateLocation {
  static var path: String? { StateFile.path { name in getenv(name).map { String(systemName: $0) } } }
}
