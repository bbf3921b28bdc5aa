import Glibc
import Testing

/// A text kept in `Golden/` beside the tests.
///
/// With `BPTUTOR_RECORD=1` in the environment the file is written anew, and the run fails all the same: somebody has to
/// look at what changed.
enum GoldenFile {
  static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/" + folder + "/Golden/" + name
    if getenv("BPTUTOR_RECORD") != nil {
      write(text, to: path)
      Issue.record("recorded \(name): look at it and run again", sourceLocation: sourceLocation)
      return
    }
    guard let golden = read(path) else {
      Issue.record("there is no \(name); record it with BPTUTOR_RECORD=1", sourceLocation: sourceLocation)
      return
    }
    if text == golden { return }
    let (lines, goldenLines) = (
      text.split(separator: "\n", omittingEmptySubsequences: false),
      golden.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let place =
      zip(lines, goldenLines).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, goldenLines.count)
    let (new, old) = (place < lines.count ? lines[place] : "—", place < goldenLines.count ? goldenLines[place] : "—")
    Issue.record("\(name), line \(place + 1) is\n  \(new)\nand was\n  \(old)", sourceLocation: sourceLocation)
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    _ = fwrite(bytes, 1, bytes.count, file)
  }
}
