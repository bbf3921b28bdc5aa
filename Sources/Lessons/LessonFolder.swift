package import Diagnostics
import Glibc

/// The lessons and networks of a folder.
package struct LessonFolder: Sendable {
  /// In the order of their names.
  package private(set) var lessons: [LessonFile] = []
  /// The network files beside them, by path.
  package private(set) var networks: [String: SourceText] = [:]

  /// More files than this are left out.
  private static let mostFiles = 1_000
  /// What comes after so much text is refused.
  private static let mostBytes = 4 << 20

  /// Reads every `.md` and `.json` file of the folder, not of those inside it.
  ///
  /// Hidden files and a README are left out. A folder that cannot be read has no lessons.
  package init(_ path: String) {
    let path = path.hasSuffix("/") ? String(path.dropLast()) : path
    var room = Self.mostBytes
    for name in Self.names(in: path) {
      let isLesson = name.hasSuffix(".md") && !name.lowercased().hasPrefix("readme.")
      guard isLesson || name.hasSuffix(".json") else { continue }
      let file = path + "/" + name
      let read =
        room > 0 ? LessonFile.read(file) : LessonFile(unreadable: file, TextFault.folderTooLarge(limit: Self.mostBytes))
      room -= read.source.utf8.count
      if isLesson {
        lessons.append(read)
      } else if read.fault == nil {
        networks[file] = read.source
      }
    }
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while names.count < mostFiles, let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
