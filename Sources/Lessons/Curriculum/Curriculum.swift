import CCurriculum
package import Diagnostics

/// The lessons that come with the program, and the networks beside them: files that lie in the binary itself.
package enum Curriculum {
  /// In front of the files' names where their faults are reported; no folder that someone can name.
  package static let folder = "bptutor:lessons"

  /// The files' names, in their order: `01-forward-pass.en.md`.
  package static let names: [String] = embedded.map(\.name)

  /// Every lesson in every language.
  package static var lessons: [LessonFile] {
    names.filter { Lesson.FileName($0) != nil }.compactMap(source).map(LessonFile.init)
  }

  /// The network files, by path, as a lesson's context has them.
  package static var networks: [String: SourceText] {
    let sources = names.filter { $0.hasSuffix(".json") }.compactMap(source)
    return Dictionary(sources.map { ($0.name ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a file, copied; nil if there is none of that name.
  package static func bytes(of name: String) -> [UInt8]? {
    embedded.first { $0.name == name }.map { Array(UnsafeBufferPointer(start: $0.file.bytes, count: $0.file.count)) }
  }

  private static func source(_ name: String) -> SourceText? {
    bytes(of: name).map { SourceText(name: folder + "/" + name, utf8: $0) }
  }

  private static var embedded: [(name: String, file: curriculum_file)] {
    UnsafeBufferPointer(start: curriculum_files(), count: curriculum_count()).map {
      (String(cString: $0.name), $0)
    }
  }
}
