import Glibc
import Terminal

/// A crash of the program's own code, to see what it leaves behind.
enum ProvokedCrash {
  /// Crashes in the way that BPTUTOR_CRASH names (trap, overflow, nil, abort, segfault, stack-overflow), if it is set.
  static func happenIfWanted() {
    guard let kind = getenv("BPTUTOR_CRASH"), let provocation = CrashProvocation(rawValue: String(cString: kind)) else {
      return
    }
    provocation()
  }
}
