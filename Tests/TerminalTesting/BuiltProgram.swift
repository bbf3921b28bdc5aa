import Glibc

/// Programs of this package, as the build that the tests belong to has made them.
package enum BuiltProgram {
  /// The path of an executable beside the running test bundle.
  package static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let bytes = buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
    let folder = String(decoding: bytes, as: UTF8.self).split(separator: "/").dropLast()
    return "/" + (folder + [Substring(name)]).joined(separator: "/")
  }

  /// What programs under test see instead of the environment of whoever runs the tests; whatever they keep goes to a
  /// file of their own that is not there yet.
  static var environment: [String: String] {
    fixed.merging(["BPTUTOR_STATE": "/tmp/bptutor-state-\(getpid())-\(UInt64.random(in: 0 ... .max))"]) { $1 }
  }

  private static let fixed = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
    "LLVM_PROFILE_FILE": profile,
  ]

  /// Where programs that are built to count their lines leave the counts: in one file (`.ci/deep coverage`), else nowhere, as
  /// they run in all kinds of places.
  package static let profile = getenv("BPTUTOR_PROFILE").map { String(cString: $0) } ?? "/dev/null"

  /// Calls with C strings for arguments and environment, both ended by a null pointer.
  static func withCStrings<Result>(
    _ arguments: [String], _ environment: [String: String],
    _ call: (UnsafePointer<UnsafeMutablePointer<CChar>?>, UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let argumentPointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let entries: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argumentPointers + entries { free(pointer) } }
    return argumentPointers.withUnsafeBufferPointer { first in
      entries.withUnsafeBufferPointer { second in
        guard let first = first.baseAddress, let second = second.baseAddress else {
          preconditionFailure("both arrays end with a null pointer, so neither is empty")
        }
        return call(first, second)
      }
    }
  }
}
