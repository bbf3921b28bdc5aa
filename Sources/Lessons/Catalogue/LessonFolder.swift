package import Diagnostics
import Formats
import Glibc

/// The lessons and networks of a folder.
package struct LessonFolder: Sendable {
  /// In the order of their names.
  package private(set) var lessons: [LessonFile] = []
  /// The network files beside them, by path.
  package private(set) var networks: [String: SourceText] = [:]

  /// The first file beyond so many is refused, and the others are left out.
  private static let maxFiles = 1_000
  /// No more names than this are looked at; what is no lesson and no network costs no more than this.
  private static let maxNames = 1_000_000
  /// What comes after so much text is refused.
  private static let maxBytes = 4 << 20

  /// Reads every `.md` and `.json` file of the folder, not of those inside it.
  ///
  /// Hidden files and a README are left out. A folder that cannot be read has no lessons.
  package init(_ path: String) {
    let path = path.hasSuffix("/") ? String(path.dropLast()) : path
    var room = Self.maxBytes
    for (number, name) in Self.names(in: path).prefix(Self.maxFiles + 1).enumerated() {
      let isLesson = Self.isLesson(name)
      let file = path + "/" + name
      guard number < Self.maxFiles else {
        lessons.append(LessonFile(unreadable: file, TextFault.tooManyFiles(limit: Self.maxFiles)))
        break
      }
      let read =
        room > 0 ? LessonFile.read(file) : LessonFile(unreadable: file, TextFault.folderTooLarge(limit: Self.maxBytes))
      room -= read.source.utf8.count
      if isLesson {
        lessons.append(read)
      } else if read.fault == nil {
        networks[file] = read.source
      }
    }
  }

  private static func isLesson(_ name: String) -> Bool {
    name.hasSuffix(".md") && !name.lowercased().hasPrefix("readme.")
  }

  /// Of the lessons and networks, in their order.
  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path.systemName) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    for _ in 0..<maxNames {
      guard let entry = readdir(folder) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(systemName: $0) }
      }
      if !name.hasPrefix("."), isLesson(name) || name.hasSuffix(".json") { names.append(name) }
    }
    return names.sorted()
  }
}
