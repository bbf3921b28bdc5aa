internal import Glibc

/// Each way in which a program of ours can crash, to see what it leaves behind.
package enum CrashProvocation: String, CaseIterable, Sendable {
  case trap, overflow
  case missing = "nil"
  case abort, segfault
  case stackOverflow = "stack-overflow"

  /// Crashes.
  package func callAsFunction() -> Never {
    switch self {
    case .trap: preconditionFailure("provoked")
    case .overflow:
      let largest = Self.opaque(Int.max)
      Self.use(largest + Self.opaque(1))
    case .missing:
      let nothing: Int? = Self.opaque(nil)
      // swift-format-ignore: NeverForceUnwrap
      Self.use(nothing!)
    case .abort: Glibc.abort()
    case .segfault:
      let nowhere = UnsafeMutablePointer<Int>(bitPattern: Self.opaque(8))
      nowhere?.pointee = 1
    case .stackOverflow: Self.use(Self.descend(Self.opaque(1)))
    }
    // Only reached if the provocation failed, which its test then sees by the exit code.
    exit(0)
  }

  /// Hides a value from the optimiser, which else sees the crash coming and removes what leads to it.
  @inline(never)
  @_semantics("optimize.no.crossmodule")
  private static func opaque<Value>(_ value: Value) -> Value { value }

  @inline(never)
  private static func use(_ value: Int) { if value == getpid() { exit(1) } }

  @inline(never)
  private static func descend(_ depth: Int) -> Int {
    depth == 0 ? 0 : descend(depth &+ 1) &+ opaque(depth)
  }
}
