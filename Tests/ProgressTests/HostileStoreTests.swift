import Glibc
import Progress
import Skills
import Testing

/// Databases that another person has made: whatever their schema holds, none of it is run.
@Suite struct HostileStoreTests {
  private let folder = TemporaryFolder()

  private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A good file, and what is done to it.
  private static let deeds = [
    "a view that never ends":
      """
    ALTER TABLE attempts RENAME TO old;
    CREATE VIEW attempts AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, old.* FROM n, old
    """,
    "a view beside the tables": "CREATE VIEW more AS SELECT 1",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON attempts BEGIN DELETE FROM attempts; END",
    "an index on an expression": "CREATE INDEX x ON attempts (hex(zeroblob(100000)))",
    "another table": "CREATE TABLE other (x)",
    "a full-text table": "CREATE VIRTUAL TABLE words USING fts5(text)",
    "a table with a computed column":
      """
    DROP TABLE places;
    CREATE TABLE places (id INTEGER PRIMARY KEY, lesson TEXT, place TEXT AS (hex(zeroblob(400000000))) VIRTUAL)
    """,
    "a table with a check":
      """
    DROP TABLE places;
    CREATE TABLE places (id INTEGER PRIMARY KEY, lesson TEXT, place TEXT CHECK (length(hex(zeroblob(400000000))) > 0))
    """,
    "other names in the schema":
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET tbl_name = 'places' WHERE name = 'attempts'",
    "a schema that is no SQL": "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE attempts (('",
  ]

  @Test(arguments: deeds.keys.sorted()) func foreignSchemasAreRefused(_ name: String) throws {
    let deed = try #require(Self.deeds[name])
    do {
      let store = try ProgressStore.open(folder.file)
      try store.record(.sample())
    }
    try #require(StoreFaultTests.execute(deed, folder.file))
    let start = seconds()
    #expect(throws: StoreFault.damaged(folder.file)) { _ = try ProgressStore.reading(folder.file) }
    // As one's own file it is moved aside, and work goes on with a new one.
    #expect(try ProgressStore.open(folder.file).movedAside != nil)
    #expect(seconds() - start < 5)
  }

  /// A text that is longer than anything that is written here is not even loaded.
  @Test func hugeTexts() throws {
    _ = try ProgressStore.open(folder.file)
    let insertion = """
      INSERT INTO attempts (time, step, parameters, answer, verdict, mistakes, duration, skills, is_first, is_faded, is_scored)
      VALUES (1, 'E', '', hex(zeroblob(2000000)), 'right', '', 0, '', 1, 0, 1)
      """
    try #require(StoreFaultTests.execute(insertion, folder.file))
    #expect(throws: StoreFault.tooLarge(folder.file)) { _ = try ProgressStore.reading(folder.file).attempts() }
  }

  /// Numbers at the ends of their range, times before everything: read, and nothing is computed that could overflow.
  @Test func extremeNumbers() throws {
    _ = try ProgressStore.open(folder.file)
    for (time, number) in [(Int64.min, Int64.max), (Int64.max, Int64.min), (0, -1)] {
      let insertion = """
        INSERT INTO attempts (time, step, parameters, answer, verdict, mistakes, hint, duration, skills, blamed, is_first,
        is_faded, choices, is_scored) VALUES (\(time), 'dE/dw5', '', '1', 'right', 'sign-flip', \(number), \(number), 'loss', '',
        \(number), \(number), \(number), 1)
        """
      try #require(StoreFaultTests.execute(insertion, folder.file))
    }
    let attempts = try ProgressStore.reading(folder.file).attempts()
    #expect(attempts.count == 3)
    let model = LearnerModel(attempts)
    for now in [Int64.min, 0, Int64.max] {
      let report = ProgressReport(attempts, visits: [:], lessons: [], now: now)
      #expect(report.attemptCount == 3 && report.model == model)
      #expect(Set(model.due(at: now)).isSubset(of: [.loss]))
    }
  }

  /// Another program that holds the file of an older day does not hold up the session for ever.
  @Test func aLockIsNotWaitedForForEver() throws {
    TemporaryFolder.write(Array("no database".utf8), to: folder.file)
    let descriptor = open(folder.file, O_RDONLY)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX) == 0)
    let start = seconds()
    #expect(throws: StoreFault.busy(folder.file)) { _ = try ProgressStore.open(folder.file) }
    #expect(seconds() - start < 10)
  }
}
