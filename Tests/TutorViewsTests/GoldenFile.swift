import Glibc
import Testing

/// Screens of one state that were looked at and found right, in `Golden/NAME.txt` beside this file.
///
/// `BPTUTOR_RECORD=1 swift test --filter TutorViewsTests` writes them anew and fails, so that no record passes for a test.
struct GoldenFile {
  private let path: String
  private let name: String

  init(_ name: String, beside file: String = #filePath) {
    self.name = name
    path = file[..<(file.lastIndex(of: "/") ?? file.startIndex)] + "/Golden/\(name).txt"
  }

  static var isRecording: Bool { getenv("BPTUTOR_RECORD") != nil }

  /// Compares sections, each with a heading, with those of the file; or writes them.
  func check(_ sections: [(heading: String, lines: [String])], at place: SourceLocation = #_sourceLocation) {
    let text = sections.map { "=== \($0.heading)\n" + $0.lines.map { $0 + "\n" }.joined() }.joined()
    if Self.isRecording {
      write(text)
      Issue.record("recorded \(name): look at it, then run the tests again", sourceLocation: place)
      return
    }
    guard let golden = read() else {
      Issue.record("there is no golden \(name): BPTUTOR_RECORD=1 records it", sourceLocation: place)
      return
    }
    guard golden != text else { return }
    let old = Self.sections(golden)
    for section in sections where old[section.heading] != section.lines {
      let difference = Self.difference(old[section.heading] ?? [], section.lines)
      Issue.record("\(name), \(section.heading)\n\(difference)", sourceLocation: place)
    }
    let known = Set(sections.map(\.heading))
    for heading in old.keys where !known.contains(heading) {
      Issue.record("\(name) has no screen \(heading) any more", sourceLocation: place)
    }
  }

  private static func sections(_ text: String) -> [String: [String]] {
    var sections: [String: [String]] = [:]
    var heading = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("=== ") {
        heading = String(line.dropFirst(4))
        sections[heading] = []
      } else {
        sections[heading, default: []].append(String(line))
      }
    }
    return sections
  }

  /// The lines that differ, by their numbers, the old one above the new one.
  static func difference(_ old: [String], _ new: [String], most: Int = 16) -> String {
    var lines: [String] = []
    for number in 0..<max(old.count, new.count) {
      let (was, now) = (number < old.count ? old[number] : nil, number < new.count ? new[number] : nil)
      guard was != now else { continue }
      if let was { lines.append("\(number + 1) - \(was)") }
      if let now { lines.append("\(number + 1) + \(now)") }
    }
    let left = lines.count - most
    return (lines.prefix(most) + (left > 0 ? ["… and \(left) more lines"] : [])).joined(separator: "\n")
  }

  // MARK: Files

  private func read() -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String) {
    guard let file = fopen(path, "w") else {
      Issue.record("cannot write \(path)")
      return
    }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    if fwrite(bytes, 1, bytes.count, file) != bytes.count { Issue.record("cannot write \(path)") }
  }
}
