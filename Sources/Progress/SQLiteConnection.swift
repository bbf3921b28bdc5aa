import CSQLite
import Formats
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

/// One open database file, which may be an enemy's.
///
/// Whatever it holds, a statement on it ends within a time and takes a bounded amount of memory, and nothing that its schema
/// contains is run: see "Defense Against The Dark Arts" in SQLite's documentation.
final class SQLiteConnection {
  private let handle: OpaquePointer
  private let limits: Limits
  private let clock = Clock()

  /// How much a file may ask for.
  struct Limits {
    /// For each statement, in milliseconds.
    var patience: Int
    /// Of the result of one statement.
    var rows = 500_000
    var bytes = 128 << 20

    /// Our own file, which may lie on a slow disk.
    static let own = Limits(patience: 20_000)
    /// A file that another person has handed in.
    static let foreign = Limits(patience: 5_000)
  }

  /// Opens a file; what is wrong with its contents shows at the first statement.
  init(_ path: String, _ flags: Int32, _ limits: Limits) throws(SQLiteFault) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path.systemName, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let system = opened.map { sqlite3_system_errno($0) } ?? ENOMEM
      sqlite3_close(opened)
      throw SQLiteFault(code: code, systemCode: system)
    }
    handle = opened
    self.limits = limits
    sqlite3_busy_timeout(handle, Self.patience)
    restrict()
  }

  private func restrict() {
    // For the whole process: what SQLite has taken by then is given back, and the statement fails.
    sqlite3_hard_heap_limit64(Int64(limits.bytes))
    for (category, most) in [
      (SQLITE_LIMIT_LENGTH, 1 << 20), (SQLITE_LIMIT_SQL_LENGTH, 1 << 16), (SQLITE_LIMIT_COLUMN, 64),
      (SQLITE_LIMIT_EXPR_DEPTH, 64), (SQLITE_LIMIT_COMPOUND_SELECT, 4), (SQLITE_LIMIT_VDBE_OP, 1 << 16),
      (SQLITE_LIMIT_FUNCTION_ARG, 8), (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64),
      (SQLITE_LIMIT_VARIABLE_NUMBER, 64), (SQLITE_LIMIT_TRIGGER_DEPTH, 1), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ] as [(Int32, Int32)] { sqlite3_limit(handle, category, most) }
    for (behavior, isOn) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
      (SQLITE_DBCONFIG_ENABLE_VIEW, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
      (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] as [(Int32, Int32)] { _ = bptutor_sqlite_set(handle, behavior, isOn) }
    // The clock outlives the handle, which is closed before it is let go.
    sqlite3_progress_handler(
      handle, 10_000,
      { clock in
        clock.map { Unmanaged<Clock>.fromOpaque($0).takeUnretainedValue().isOver } ?? true ? 1 : 0
      }, Unmanaged.passUnretained(clock).toOpaque())
  }

  /// When the statement that runs has to be over.
  private final class Clock {
    private var end = 0

    func start(_ milliseconds: Int) { end = Self.now + milliseconds }

    var isOver: Bool { Self.now > end }

    private static var now: Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
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
    clock.start(limits.patience)
    try check(sqlite3_prepare_v2(handle, statement, -1, &prepared, nil))
    guard let prepared else { return [] }
    defer { sqlite3_finalize(prepared) }
    for (index, value) in values.enumerated() { try check(Self.bind(value, to: prepared, at: Int32(index + 1))) }
    var rows: [[SQLiteValue]] = []
    var bytes = 0
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW:
        let columns = 0..<sqlite3_column_count(prepared)
        bytes += columns.reduce(0) { $0 + Int(sqlite3_column_bytes(prepared, $1)) }
        if rows.count >= limits.rows || bytes > limits.bytes { throw SQLiteFault(code: SQLITE_TOOBIG, systemCode: 0) }
        rows.append(columns.map { Self.column($0, of: prepared) })
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
