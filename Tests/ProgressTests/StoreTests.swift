import CSQLite
import Glibc
import Progress
import Skills
import Testing

/// The file in which progress is kept.
@Suite struct StoreTests {
  private let folder = TemporaryFolder()

  /// Every field comes back, whatever it holds.
  @Test func everyFieldComesBack() throws {
    var all = Attempt.sample(
      [.sigmoid, .loss], .mistake, at: .max, lesson: "课程 'x'; DROP TABLE attempts", step: "é\0\n")
    all.answer = "=1+1\"\u{1B}[2J"
    all.mistakes = ["sign-flip+half"]
    all.hint = 3
    all.duration = .max
    all.blamed = .loss
    all.isFirst = false
    all.isFaded = true
    all.choices = 4
    all.isScored = false
    var attempts = [all, .sample([], .unreadable, at: .min)]
    for verdict in Attempt.Verdict.allCases { attempts.append(.sample([.update], verdict)) }
    do {
      let store = try ProgressStore.open(folder.file)
      for attempt in attempts { try store.record(attempt) }
    }
    #expect(try ProgressStore.open(folder.file).attempts() == attempts)
    #expect(try ProgressStore.reading(folder.file).attempts() == attempts)
    // No journal is left, and the head says whose file it is.
    #expect(folder.names == ["progress.db"])
    let head = TemporaryFolder.bytes(folder.file)
    #expect(Array(head[68..<72]) == Array("bpt1".utf8) && Array(head[60..<64]) == [0, 0, 0, 1] && head[18] == 1)
  }

  @Test func theOrderIsThatOfSavingWhateverTheClockSays() throws {
    let store = try ProgressStore.open(folder.file)
    let times: [Int64] = [500, 400, 900, 100, 100]
    for (index, time) in times.enumerated() { try store.record(.sample(at: time, step: "\(index)")) }
    #expect(try store.attempts().map(\.step) == ["0", "1", "2", "3", "4"])
    // Not even numbers that were given back by a reset are given again.
    try store.reset(lesson: nil)
    try store.record(.sample(step: "5"))
    #expect(try store.attempts().map(\.step) == ["5"])
  }

  @Test func placesAreKeptAndTheLastOneIsTheLastLeft() throws {
    let store = try ProgressStore.open(folder.file)
    try store.keepPlace("{\"screen\": 2}", in: "one")
    try store.keepPlace("2", in: "two")
    try store.keepPlace("{\"screen\": 3}", in: "one")
    let places = try ProgressStore.open(folder.file).places()
    #expect(places.map(\.lesson) == ["two", "one"] && places.last?.place == "{\"screen\": 3}")
    try store.removePlace(in: "two")
    #expect(try store.places().map(\.lesson) == ["one"])
  }

  @Test func oneLessonOrAllIsReset() throws {
    let store = try ProgressStore.open(folder.file)
    for lesson in ["one", "two", nil] { try store.record(.sample(lesson: lesson)) }
    try store.keepPlace("1", in: "one")
    try store.keepPlace("2", in: "two")
    try store.reset(lesson: "one")
    #expect(try store.attempts().map(\.lesson) == ["two", nil] && store.places().map(\.lesson) == ["two"])
    try store.reset()
    #expect(try store.attempts().isEmpty && store.places().isEmpty)
  }

  /// Two sessions at once, and one that comes later, have all the answers of both.
  @Test func twoAtOnceKeepAll() throws {
    let (one, other) = (try ProgressStore.open(folder.file), try ProgressStore.open(folder.file))
    for number in 0..<20 { try (number % 2 == 0 ? one : other).record(.sample(step: "\(number)")) }
    #expect(try one.attempts().map(\.step) == (0..<20).map(String.init))
    #expect(try other.attempts() == one.attempts())
  }

  @Test func whereItIs() {
    func path(_ environment: [String: String]) -> String? { StateFile.path { environment[$0] } }
    #expect(path(["HOME": "/home/a"]) == "/home/a/.local/state/bptutor/progress.db")
    #expect(path(["HOME": "/home/a", "XDG_STATE_HOME": "/s"]) == "/s/bptutor/progress.db")
    #expect(path(["HOME": "/home/a", "XDG_STATE_HOME": ""]) == "/home/a/.local/state/bptutor/progress.db")
    // The specification has relative paths ignored.
    #expect(path(["HOME": "/home/a", "XDG_STATE_HOME": "s"]) == "/home/a/.local/state/bptutor/progress.db")
    #expect(path(["HOME": "/home/a", "BPTUTOR_STATE": "class.db"]) == "class.db")
    #expect(path([:]) == nil && path(["HOME": ""]) == nil)
  }

  @Test func foldersAreMadeForTheirOwnerOnly() throws {
    let inner = folder.path + "/a/b"
    _ = try ProgressStore.open(inner + "/progress.db")
    var status = stat()
    #expect(stat(inner, &status) == 0 && status.st_mode & 0o777 == 0o700)
    unlink(inner + "/progress.db")
    rmdir(inner)
    rmdir(folder.path + "/a")
  }
}
