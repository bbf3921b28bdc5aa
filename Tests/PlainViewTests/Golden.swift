import Glibc
import Testing

/// A text kept beside the tests.
///
/// BPTUTOR_RECORD=1 records it and fails the run, so that nothing is recorded unseen.
enum Golden {
  static func expect(
    _ text: String, _ name: String, file: String = #filePath, _ location: SourceLocation = #_sourceLocation
  ) {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let path = "\(folder)/Golden/\(name).txt"
    if getenv("BPTUTOR_RECORD") != nil {
      mkdir("\(folder)/Golden", 0o777)
      guard let stream = fopen(path, "w") else {
        Issue.record("cannot write \(path)", sourceLocation: location)
        return
      }
      fputs(text, stream)
      fclose(stream)
      Issue.record("recorded \(name)", sourceLocation: location)
      return
    }
    guard let stored = read(path) else {
      Issue.record("there is no \(path)", sourceLocation: location)
      return
    }
    let (expected, actual) = (lines(stored), lines(text))
    for (number, pair) in zip(expected, actual).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name), line \(number + 1):\n- \(pair.0)\n+ \(pair.1)", sourceLocation: location)
      return
    }
    #expect(expected.count == actual.count, "\(name)", sourceLocation: location)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func read(_ path: String) -> String? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
