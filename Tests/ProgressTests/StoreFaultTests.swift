import CSQLite
import Diagnostics
import Glibc
import Progress
import Skills
import Testing

/// Files that are broken, foreign, newer, in the way; disks that are full.
@Suite struct StoreFaultTests {
  private let folder = TemporaryFolder()

  private func filled(_ count: Int = 200) throws -> [UInt8] {
    let store = try ProgressStore.open(folder.file)
    for number in 0..<count { try store.record(.sample(step: "\(number)")) }
    return TemporaryFolder.bytes(folder.file)
  }

  /// Wherever a file was cut off, it is kept under another name as it was, and a new one is begun.
  @Test func truncatedFilesAreMovedAside() throws {
    let whole = try filled()
    for length in [1, 15, 16, 99, 100, 512, 4095, 4096, 4097, whole.count / 2, whole.count - 1] {
      for name in folder.names { unlink("\(folder.path)/\(name)") }
      let cut = Array(whole.prefix(length))
      TemporaryFolder.write(cut, to: folder.file)
      let store = try ProgressStore.open(folder.file)
      let aside = try #require(store.movedAside, "\(length)")
      #expect(aside.hasPrefix(folder.file + ".2") && TemporaryFolder.bytes(aside) == cut)
      try store.record(.sample(step: "new"))
      #expect(try ProgressStore.open(folder.file).attempts().map(\.step) == ["new"])
    }
  }

  /// Damage inside is found at the beginning of a session, not in its middle.
  @Test func damagedPagesAreFound() throws {
    var bytes = try filled()
    for index in 8_192..<12_000 { bytes[index] = 0xA5 }
    TemporaryFolder.write(bytes, to: folder.file)
    #expect(try ProgressStore.open(folder.file).movedAside != nil)
  }

  @Test func foreignFilesAreMovedAside() throws {
    TemporaryFolder.write(Array("Dear diary, this is no database at all.\n".utf8), to: folder.file)
    let first = try #require(try ProgressStore.open(folder.file).movedAside)
    #expect(TemporaryFolder.bytes(first).starts(with: Array("Dear diary".utf8)))
    // A database of another program; in the same second the name must differ.
    unlink(folder.file)
    #expect(Self.execute("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')", folder.file))
    let second = try #require(try ProgressStore.open(folder.file).movedAside)
    #expect(second != first && Self.execute("SELECT name FROM recipes", second))
    #expect(folder.names.count == 3)
  }

  /// The journal goes with its file: SQLite would play it back into the new one.
  @Test func theJournalIsMovedAsideToo() throws {
    TemporaryFolder.write([7], to: folder.file)
    TemporaryFolder.write(Array("journal".utf8), to: folder.file + "-journal")
    let aside = try #require(try ProgressStore.open(folder.file).movedAside)
    #expect(TemporaryFolder.bytes(aside + "-journal") == Array("journal".utf8))
    #expect(folder.names.count == 3 && folder.names.contains("progress.db"))
  }

  @Test func newerFilesAreRefusedAndUntouched() throws {
    _ = try filled(3)
    #expect(Self.execute("PRAGMA user_version = 7; CREATE TABLE later (x); DROP TABLE places", folder.file))
    let before = TemporaryFolder.bytes(folder.file)
    for open in [{ try ProgressStore.open(folder.file) }, { try ProgressStore.reading(folder.file) }] {
      #expect(throws: StoreFault.newer(folder.file, version: 7)) { _ = try open() }
    }
    var keeper = ProgressKeeper(path: folder.file)
    keeper.record(.sample())
    #expect(keeper.fault == .newer(folder.file, version: 7) && !keeper.isSaved && keeper.attempts.count == 1)
    #expect(TemporaryFolder.bytes(folder.file) == before && folder.names == ["progress.db"])
  }

  @Test func whatIsNoFileIsRefused() throws {
    #expect(throws: StoreFault.notFile(folder.path)) { _ = try ProgressStore.open(folder.path) }
    #expect(throws: StoreFault.notFile("/dev/null")) { _ = try ProgressStore.open("/dev/null") }
    #expect(throws: StoreFault.notFile("")) { _ = try ProgressStore.open("") }
    mkfifo(folder.file, 0o600)
    #expect(throws: StoreFault.notFile(folder.file)) { _ = try ProgressStore.open(folder.file) }
    #expect(throws: StoreFault.notFile("/nonexistent/x")) { _ = try ProgressStore.reading("/nonexistent/x") }
    #expect(throws: StoreFault.self) { _ = try ProgressStore.open("/proc/bptutor/progress.db") }
  }

  /// Reading somebody's file makes nothing, changes nothing and moves nothing.
  @Test func readingLeavesFilesAlone() throws {
    TemporaryFolder.write(Array("no database".utf8), to: folder.file)
    #expect(throws: StoreFault.damaged(folder.file)) { _ = try ProgressStore.reading(folder.file) }
    TemporaryFolder.write([], to: folder.file)
    #expect(throws: StoreFault.damaged(folder.file)) { _ = try ProgressStore.reading(folder.file) }
    #expect(folder.names == ["progress.db"] && TemporaryFolder.bytes(folder.file).isEmpty)
  }

  /// A full disk loses nothing that was acknowledged; what could not be saved is saved once there is room.
  @Test func aFullDiskKeepsWhatWasAcknowledged() throws {
    var keeper = ProgressKeeper(path: folder.file, maxPages: 8)
    var saved = 0
    for number in 0..<2_000 where keeper.isSaved {
      keeper.record(.sample(step: "\(number)"))
      if keeper.isSaved { saved += 1 }
    }
    #expect(keeper.fault == .full(folder.file) && saved > 10)
    #expect(try ProgressStore.open(folder.file).attempts().map(\.step) == (0..<saved).map(String.init))
    // The session knows all of them.
    #expect(keeper.attempts.count == saved + 1)
  }

  @Test func withoutAHomeTheSessionGoesOn() {
    var keeper = ProgressKeeper(path: nil)
    keeper.record(.sample([.loss]))
    keeper.keepPlace("3", in: "one")
    #expect(keeper.fault == .noFolder && !keeper.isSaved && keeper.place(in: "one") == "3")
    #expect(LearnerModel(keeper.attempts)[.loss].known == .onceRight)
  }

  /// What waits is saved, in its order, when what stood in the way has gone.
  @Test func whatWaitsIsSavedLater() throws {
    mkdir(folder.file, 0o700)
    var keeper = ProgressKeeper(path: folder.file)
    for number in 0..<3 { keeper.record(.sample(step: "\(number)")) }
    #expect(keeper.fault == .notFile(folder.file))
    rmdir(folder.file)
    keeper.keepPlace("3", in: "one")
    #expect(keeper.isSaved)
    let store = try ProgressStore.open(folder.file)
    #expect(try store.attempts().map(\.step) == ["0", "1", "2"] && store.places().count == 1)
  }

  /// A file that is removed under a session does not take later answers with it.
  @Test func aRemovedFileIsMadeAnew() throws {
    var keeper = ProgressKeeper(path: folder.file)
    keeper.record(.sample(step: "0"))
    unlink(folder.file)
    // At once, not with the answer after it: there may be none.
    keeper.record(.sample(step: "1"))
    #expect(keeper.isSaved)
    keeper.record(.sample(step: "2"))
    #expect(keeper.isSaved)
    #expect(try ProgressStore.open(folder.file).attempts().map(\.step) == ["1", "2"])
  }

  @Test func everyFaultSpeaksBothLanguagesInOneLine() {
    let path = "/tmp/\u{1B}[2Jx"
    for fault in [
      .noFolder, .cannotOpen(path, code: ENOENT), .cannotOpen(path, code: EIO), .notFile(path), .readOnly(path),
      .full(path), .newer(path, version: 2), .busy(path), .damaged(path), .failed(path, code: 1),
    ] as [StoreFault] {
      for words in [fault.banner, fault.message, fault.help].compactMap({ $0 }) {
        for text in [words.en, words.zh] {
          #expect(!text.isEmpty && !text.contains("\u{1B}") && !text.contains("\n") && text.last != ".")
        }
        #expect(words.en != words.zh)
      }
    }
  }

  /// Runs statements with SQLite alone; false where they fail.
  static func execute(_ statements: String, _ path: String) -> Bool {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    return sqlite3_open(path, &handle) == SQLITE_OK
      && sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK
  }
}
