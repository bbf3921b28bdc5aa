import Diagnostics
import Homework

/// A class's list, which `--students` names.
enum RosterFile {
  static func read(_ name: String) throws(Failure) -> Roster {
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(name) } catch { throw error.failure() }
    let roster = Roster(csv: bytes)
    guard !roster.students.isEmpty else {
      throw .message(
        Words(en: "'\(name)' lists no student", zh: "“\(name)”中没有学生"),
        help: Words(en: "a table such as: id,name,lang", zh: "表格的格式例如：id,name,lang"))
    }
    return roster
  }
}
