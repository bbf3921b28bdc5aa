import Diagnostics
import Glibc
import Lessons
import Testing

/// What stands in `lessons/` is in the program, byte for byte, and nothing else is.
@Suite struct EmbeddingTests {
  static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/lessons"

  private func files() throws -> [String] {
    let folder = try #require(opendir(Self.folder))
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    let stream = try #require(fopen(Self.folder + "/" + name, "r"))
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  @Test func everyFileAndNoOther() throws {
    let names = try files()
    #expect(!names.isEmpty)
    #expect(Curriculum.names == names, "run .ci/curriculum")
  }

  @Test func byteForByte() throws {
    for name in try files() {
      let same = try Curriculum.bytes(of: name) == bytes(name)
      #expect(same, "\(name)")
    }
    #expect(Curriculum.bytes(of: "none") == nil)
  }

  @Test func lessonsAndNetworks() {
    let lessons = Curriculum.lessons.map { $0.source.name ?? "" }
    let networks = Curriculum.networks.keys.sorted()
    #expect((lessons + networks).sorted() == Curriculum.names.map { Curriculum.folder + "/" + $0 })
    #expect(networks.allSatisfy { $0.hasSuffix(".json") } && lessons.allSatisfy { $0.hasSuffix(".md") })
  }
}
