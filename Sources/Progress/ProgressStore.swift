import CSQLite
package import Diagnostics

/// The answers and places of one learner, in an SQLite file.
///
/// Journal DELETE, since a write-ahead log fails on network homes; synchronous EXTRA, which is FULL and has the folder
/// synchronised as well, so that what was acknowledged outlives a power failure.
package final class ProgressStore {
  package let path: String
  /// The broken or foreign file that was found here, by its new name; nil where all was well.
  package let movedAside: String?
  private let connection: SQLiteConnection

  /// "bpt1", in the file's head.
  static let applicationID: Int64 = 0x6270_7431
  static let version: Int64 = 1

  init(path: String, movedAside: String?, _ connection: SQLiteConnection) {
    self.path = path
    self.movedAside = movedAside
    self.connection = connection
  }

  /// What was found wrong and put right; nil where all was well.
  package var notice: Words? {
    movedAside.map { name in
      let name = SourceText.harmless(name)
      return Words(
        en: "The progress file was damaged or of another program. It was kept as \(name), and a new one begun.",
        zh: "进度文件已损坏或属于其他程序，原文件保留为 \(name)，并新建了一个。")
    }
  }

  package var isReadOnly: Bool { connection.isReadOnly }

  /// Whether another file, or none, has its name by now.
  package var hasMoved: Bool { connection.hasMoved }

  // MARK: Answers

  /// Saves one answer; it is safe once this returns.
  package func record(_ attempt: Attempt) throws(StoreFault) {
    try write { connection throws(SQLiteFault) in try connection.run(Self.insertion, attempt.row) }
  }

  /// All answers, in the order in which they were saved, whatever the clock said.
  ///
  /// Cost: linear.
  package func attempts() throws(StoreFault) -> [Attempt] {
    try read("SELECT \(Attempt.columns) FROM attempts ORDER BY id").compactMap(Attempt.init(row:))
  }

  private static let insertion =
    "INSERT INTO attempts (\(Attempt.columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

  // MARK: Places

  /// Saves where someone is in a lesson, in whatever form the lesson wants it back.
  package func keepPlace(_ place: String, in lesson: String) throws(StoreFault) {
    try write { connection throws(SQLiteFault) in
      try connection.run(
        "INSERT OR REPLACE INTO places (lesson, place) VALUES (?, ?)",
        [.text(lesson), .text(place)])
    }
  }

  /// Forgets where the learner was in a lesson.
  package func removePlace(in lesson: String) throws(StoreFault) {
    try write { connection throws(SQLiteFault) in
      try connection.run("DELETE FROM places WHERE lesson = ?", [.text(lesson)])
    }
  }

  /// By lesson; the one that was left last comes last.
  package func places() throws(StoreFault) -> [KeptPlace] {
    try read("SELECT lesson, place FROM places ORDER BY id").compactMap { row in
      guard row.count == 2, let lesson = row[0].text, let place = row[1].text else { return nil }
      return KeptPlace(lesson: lesson, place: place)
    }
  }

  // MARK: Resetting

  /// Forgets the answers and the place of a lesson, or without one everything.
  package func reset(lesson: String? = nil) throws(StoreFault) {
    try write { connection throws(SQLiteFault) in
      for table in ["attempts", "places"] {
        if let lesson {
          try connection.run("DELETE FROM \(table) WHERE lesson = ?", [.text(lesson)])
        } else {
          try connection.run("DELETE FROM \(table)")
        }
      }
    }
  }

  // MARK: Running

  private func write(_ body: (SQLiteConnection) throws(SQLiteFault) -> Void) throws(StoreFault) {
    // A file that was removed or exchanged would take the answer with it.
    if connection.hasMoved { throw .cannotOpen(path, code: 2) }
    do throws(SQLiteFault) {
      try connection.transaction { () throws(SQLiteFault) in try body(connection) }
    } catch { throw StoreFault(error, path) }
  }

  private func read(_ query: String) throws(StoreFault) -> [[SQLiteValue]] {
    do throws(SQLiteFault) { return try connection.run(query) } catch { throw StoreFault(error, path) }
  }
}
