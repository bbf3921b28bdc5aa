import Glibc
import Progress
import Skills

extension Attempt {
  /// An answer to a typed question, right unless said otherwise.
  static func sample(
    _ skills: [Skill] = [.sigmoid], _ verdict: Verdict = .right, at time: Int64 = 0, on parameters: String = "a",
    lesson: String? = nil, step: String = "out_h1", answer: String = "0.3", _ change: (inout Attempt) -> Void = { _ in }
  ) -> Attempt {
    var attempt = Attempt(
      time: time, lesson: lesson, step: step, parameters: parameters, answer: answer, verdict: verdict, skills: skills,
      isFirst: true)
    change(&attempt)
    return attempt
  }

  /// Three right numbers on two sets of numbers: all of these skills mastered.
  static func mastering(_ skills: [Skill], at time: Int64 = 0) -> [Attempt] {
    zip(["a", "b", "a"], ["0.31", "0.32", "0.33"]).map { set, answer in
      sample(skills, at: time, on: set, step: skills.map(\.rawValue).joined(), answer: answer)
    }
  }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/progress-test.XXXXXX".utf8CString)
    mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  var file: String { path + "/progress.db" }

  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func bytes(_ path: String) -> [UInt8] {
    guard let stream = fopen(path, "r") else { return [] }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let stream = fopen(path, "w") else { return }
    defer { fclose(stream) }
    fwrite(bytes, 1, bytes.count, stream)
  }
}

extension Double {
  /// The likelihood after one right answer that was typed: 0.7875, as far as doubles have it.
  static let onceRight = KnowledgeTracing.after(true, known: 0.25)
}
