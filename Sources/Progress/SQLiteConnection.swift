import CSQLite
import Glibc

/// Why SQLite refused: its extended code, and the system's where there is one.
struct SQLiteFault: Error, Equatable {
  let code: Int32
  let systemCode: Int32

  /// The code without what extends it.
  var kind: Int32 { code & 0xFF }
}

/// What goes into a statement or comes out of one.
enum SQLiteValue: Equatable {
  case null
  case integer(Int64)
  case text(String)

  init(_ text: String?) { self = text.map(SQLiteValue.text) ?? .null }
  init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
  init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
}

/// One open database file.
final class SQLiteConnection {
  private let handle: OpaquePointer

  /// Opens a file; what is wrong with its contents shows at the first statement.
  init(_ path: String, _ flags: Int32) throws(SQLiteFault) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let system = opened.map { sqlite3_system_errno($0) } ?? ENOMEM
      sqlite3_close(opened)
      throw SQLiteFault(code: code, systemCode: system)
    }
    handle = opened
    sqlite3_busy_timeout(handle, Self.patience)
  }

  deinit { sqlite3_close(handle) }

  /// How long another process may hold the file, in milliseconds.
  private static let patience: Int32 = 2_000

  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Whether another file, or none, has the file's name by now.
  var hasMoved: Bool {
    var moved: Int32 = 0
    let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    return code == SQLITE_OK && moved != 0
  }

  /// Runs one statement and returns its rows.
  @discardableResult
  func run(_ statement: String, _ values: [SQLiteValue] = []) throws(SQLiteFault) -> [[SQLiteValue]] {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, statement, -1, &prepared, nil))
    guard let prepared else { return [] }
    defer { sqlite3_finalize(prepared) }
    for (index, value) in values.enumerated() { try check(Self.bind(value, to: prepared, at: Int32(index + 1))) }
    var rows: [[SQLiteValue]] = []
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW: rows.append((0..<sqlite3_column_count(prepared)).map { Self.column($0, of: prepared) })
      case SQLITE_DONE: return rows
      case let code: throw fault(code)
      }
    }
  }

  /// All that the body does, or nothing of it; it is on the disk when this returns.
  func transaction(_ body: () throws(SQLiteFault) -> Void) throws(SQLiteFault) {
    // At once for writing: two that have begun to read could both never go on to write.
    try run("BEGIN IMMEDIATE")
    do throws(SQLiteFault) {
      try body()
      try run("COMMIT")
    } catch {
      // Where SQLite has rolled back by itself this fails, and nothing is lost.
      _ = try? run("ROLLBACK")
      throw error
    }
  }

  private func check(_ code: Int32) throws(SQLiteFault) { if code != SQLITE_OK { throw fault(code) } }

  private func fault(_ code: Int32) -> SQLiteFault {
    SQLiteFault(code: code, systemCode: sqlite3_system_errno(handle))
  }

  private static func bind(_ value: SQLiteValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        // SQLITE_TRANSIENT, a macro that Swift cannot see: SQLite copies the text.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        guard let start = bytes.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, copied) }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text(statement, index, $0, Int32(clamping: bytes.count), copied)
        }
      }
    }
  }

  private static func column(_ index: Int32, of statement: OpaquePointer) -> SQLiteValue {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
    case SQLITE_NULL: return .null
    default:
      guard let start = sqlite3_column_text(statement, index) else { return .null }
      let count = Int(sqlite3_column_bytes(statement, index))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    }
  }
}
