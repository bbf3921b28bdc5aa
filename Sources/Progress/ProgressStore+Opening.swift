import CSQLite

extension ProgressStore {
  /// Opens the file for a session, and makes it where there is none.
  ///
  /// A file that is truncated or of another program is moved aside and a new one made; one of a newer version is
  /// refused and left alone. One that may only be read can be read. The file takes at most `maxPages` pages, for those
  /// who want to see it full.
  package static func open(_ path: String, maxPages: Int? = nil) throws(StoreFault) -> ProgressStore {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFile(path) }
    try StateFile.makeFolder(of: path)
    var movedAside: String?
    for _ in 0..<3 {
      let found = StateFile.Identity(path)
      if let found, !found.isOrdinary { throw .notFile(path) }
      do throws(StoreFault) {
        // SQLite takes a file of one byte for an empty one, and would write over it.
        if found?.size == 1 { throw .damaged(path) }
        let connection = try connect(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, .own)
        if let maxPages { try run("PRAGMA max_page_count = \(maxPages)", on: connection, path) }
        return ProgressStore(path: path, movedAside: movedAside, connection)
      } catch {
        guard case .damaged = error else { throw error }
      }
      // What is there by now may be the good file that another process has made.
      if let found { movedAside = try StateFile.moveAside(path, found) ?? movedAside }
    }
    throw .damaged(path)
  }

  /// Opens a file that is there, of whoever it may be, to read it only: nothing is made, moved or changed.
  package static func reading(_ path: String) throws(StoreFault) -> ProgressStore {
    guard StateFile.Identity(path)?.isOrdinary == true else { throw .notFile(path) }
    return ProgressStore(path: path, movedAside: nil, try connect(path, SQLITE_OPEN_READONLY, .foreign))
  }

  private static func connect(
    _ path: String, _ flags: Int32, _ limits: SQLiteConnection.Limits
  ) throws(StoreFault) -> SQLiteConnection {
    let connection: SQLiteConnection
    do throws(SQLiteFault) { connection = try SQLiteConnection(path, flags, limits) } catch {
      throw StoreFault(error, path)
    }
    var head = try head(of: connection, path)
    if head == Head(application: 0, version: 0, isEmpty: true) {
      if connection.isReadOnly { throw flags & SQLITE_OPEN_CREATE == 0 ? .damaged(path) : .readOnly(path) }
      try create(connection, path)
      head = try self.head(of: connection, path)
    }
    // Of a newer version nothing is known, so nothing more is asked.
    if head.application == applicationID, head.version > version {
      throw .newer(path, version: Int(clamping: head.version))
    }
    guard head.application == applicationID, head.version == version, head.isWhole else { throw .damaged(path) }
    // Before anything of the schema is used: what else it holds may be made to run.
    guard try hasOurSchema(connection, path) else { throw .damaged(path) }
    guard try run("PRAGMA quick_check(1)", on: connection, path).first?.first?.text == "ok" else {
      throw .damaged(path)
    }
    // Answers are appended: 256 KiB of pages are enough, where 2 MB would fill up as answers come.
    for setting in ["synchronous = EXTRA", "temp_store = MEMORY", "cell_size_check = ON", "cache_size = -256"] {
      try run("PRAGMA \(setting)", on: connection, path)
    }
    return connection
  }

  /// Whose file it is.
  private struct Head: Equatable {
    let application: Int64
    let version: Int64
    let isEmpty: Bool
    /// Whether the file ends with a page; SQLite does not mind half a page at the end.
    var isWhole = true
  }

  private static let minPage = 512

  /// In one transaction, since another process may be making the file at this moment.
  private static func head(of connection: SQLiteConnection, _ path: String) throws(StoreFault) -> Head {
    func number(_ query: String) throws(StoreFault) -> Int64 {
      try run(query, on: connection, path).first?.first?.integer ?? 0
    }
    try run("BEGIN", on: connection, path)
    defer { _ = try? connection.run("COMMIT") }
    return Head(
      application: try number("PRAGMA application_id"), version: try number("PRAGMA user_version"),
      isEmpty: try number("SELECT count(*) FROM sqlite_schema") == 0,
      isWhole: (StateFile.Identity(path)?.size ?? 0) % minPage == 0)
  }

  private static func create(_ connection: SQLiteConnection, _ path: String) throws(StoreFault) {
    try run("PRAGMA synchronous = EXTRA", on: connection, path)
    do throws(SQLiteFault) {
      try connection.transaction { () throws(SQLiteFault) in
        // Another process may have made it meanwhile.
        guard try connection.run("PRAGMA application_id").first?.first?.integer == 0 else { return }
        for statement in schema { try connection.run(statement) }
      }
    } catch { throw StoreFault(error, path) }
  }

  /// Whether the file holds our tables, what SQLite makes for them, and nothing else: no view, trigger or index, no table
  /// with an expression in it.
  private static func hasOurSchema(_ connection: SQLiteConnection, _ path: String) throws(StoreFault) -> Bool {
    // Neither more rows nor longer texts than ours are even looked at.
    let rows = try run(
      """
      SELECT type, name, tbl_name, substr(sql, 1, 2000) FROM sqlite_schema
      WHERE name NOT IN ('sqlite_sequence', 'sqlite_autoindex_places_1') OR type NOT IN ('table', 'index') LIMIT 3
      """, on: connection, path)
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    let found = rows.compactMap { row in row.count == 4 ? row[3].text.map(words) : nil }
    return rows.count == 2 && rows.allSatisfy { $0[0].text == "table" && $0[1] == $0[2] }
      && Set(found) == Set(schema.prefix(2).map(words))
  }

  /// An order that no clock can change: AUTOINCREMENT gives each answer a number larger than all before.
  private static let schema = [
    """
    CREATE TABLE attempts (
      id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, lesson TEXT, step TEXT NOT NULL,
      parameters TEXT NOT NULL, answer TEXT NOT NULL, verdict TEXT NOT NULL, mistakes TEXT NOT NULL, hint INTEGER,
      duration INTEGER NOT NULL, skills TEXT NOT NULL, blamed TEXT, is_first INTEGER NOT NULL,
      is_faded INTEGER NOT NULL, choices INTEGER, is_scored INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE places (
      id INTEGER PRIMARY KEY AUTOINCREMENT, lesson TEXT NOT NULL UNIQUE, place TEXT NOT NULL
    ) STRICT
    """,
    "PRAGMA application_id = \(applicationID)",
    "PRAGMA user_version = \(version)",
  ]

  @discardableResult
  private static func run(
    _ statement: String, on connection: SQLiteConnection, _ path: String
  ) throws(StoreFault) -> [[SQLiteValue]] {
    do throws(SQLiteFault) { return try connection.run(statement) } catch { throw StoreFault(error, path) }
  }
}
