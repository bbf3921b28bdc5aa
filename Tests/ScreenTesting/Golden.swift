import Glibc

/// Expected text in files beside the tests: `Golden/NAME.txt`, or with another ending.
package enum Golden {
  /// Compares with the file; nil if it is the same, else what differs.
  ///
  /// With `BPTUTOR_RECORD=1` in the environment the file is written, and the answer says so: a run that records fails.
  package static func difference(
    _ text: String, from name: String, as ending: String = "txt", testFile: String = #filePath
  ) -> String? {
    let folder = testFile.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Golden"
    let path = folder + "/" + name + "." + ending
    if let record = getenv("BPTUTOR_RECORD"), String(cString: record) == "1" {
      mkdir(folder, 0o777)
      guard let file = fopen(path, "w") else { return "cannot write \(path)" }
      fputs(text, file)
      fclose(file)
      return "recorded \(path); look at it and run again without BPTUTOR_RECORD"
    }
    guard let expected = contents(path) else { return "no \(path); record it with BPTUTOR_RECORD=1" }
    return expected == text ? nil : describe(expected, text, path)
  }

  private static func describe(_ expected: String, _ text: String, _ path: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = ["differs from \(path):"]
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? old[index] : nil
      let after = index < new.count ? new[index] : nil
      if before == after { continue }
      if let before { lines.append("\(index + 1) - \(before)") }
      if let after { lines.append("\(index + 1) + \(after)") }
    }
    return lines.joined(separator: "\n")
  }

  private static func contents(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
  }
}
