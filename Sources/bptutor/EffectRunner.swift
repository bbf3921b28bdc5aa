import Glibc
import Tutor

/// Does outside what the tutor asks for, and answers with an event.
enum EffectRunner {
  static func read(_ name: String) -> Event {
    do throws(ReadableFile.Fault) {
      return .read(name: name, bytes: try ReadableFile.read(name))
    } catch {
      return .read(name: name, bytes: nil, reason: error.reason)
    }
  }

  /// A short one, so that a person can type it again.
  static func seed() -> Event { .seed(UInt64.random(in: 1...999_999)) }
}
