import Glibc
import Progress
import TerminalTesting
import Testing

/// Processes that save answers: killed, several at once, on disks that fill up.
@Suite(.serialized) struct StoreProcessTests {
  private let folder = TemporaryFolder()
  private static let probe = BuiltProgram.path("progress-probe")

  /// Killed at any moment a hundred and fifty times: nothing corrupt, nothing acknowledged lost.
  @Test func killedWhileSaving() throws {
    var acknowledged: [String: Int] = [:]
    for round in 0..<150 {
      let said = try Self.killed(
        waitsForFirst: round % 3 != 0, after: useconds_t.random(in: 0...20_000),
        [Self.probe, folder.file, "r\(round)", "100000"])
      // The last line may be cut off.
      acknowledged["r\(round)"] = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count
      #expect(!said.contains("kept") && !said.contains("notice"))
    }
    #expect(acknowledged.values.filter { $0 > 0 }.count > 75)
    let store = try ProgressStore.open(folder.file)
    #expect(store.movedAside == nil && folder.names.filter { !$0.hasSuffix("-journal") } == ["progress.db"])
    var found: [String: [String]] = [:]
    for attempt in try store.attempts() { found[attempt.lesson ?? "", default: []].append(attempt.step) }
    let places = Dictionary(uniqueKeysWithValues: try store.places().map { ($0.lesson, Int($0.place) ?? -1) })
    for (lesson, count) in acknowledged {
      let steps = found[lesson] ?? []
      #expect(steps == (0..<steps.count).map(String.init) && steps.count >= count)
      #expect(count == 0 || places[lesson, default: -1] >= count - 1)
    }
  }

  @Test func fourAtOnceKeepAll() throws {
    let command = (0..<4).map { "\(Self.probe) \(folder.file) p\($0) 25 &" }.joined(separator: " ") + " wait"
    let run = try ProgramRun(["/bin/sh", "-c", command], within: 60)
    #expect(run.status == .exited(0) && !run.standardOutput.contains("kept"))
    let attempts = try ProgressStore.open(folder.file).attempts()
    #expect(attempts.count == 100 && folder.names == ["progress.db"])
    for name in (0..<4).map({ "p\($0)" }) {
      #expect(attempts.filter { $0.lesson == name }.map(\.step) == (0..<25).map(String.init))
    }
  }

  /// Of four that find the same broken file one moves it, and all go on in the same new one.
  @Test func fourAtOnceMoveABrokenFileOnce() throws {
    TemporaryFolder.write(Array(repeating: 7, count: 9_000), to: folder.file)
    let command = (0..<4).map { "\(Self.probe) \(folder.file) p\($0) 5 &" }.joined(separator: " ") + " wait"
    let run = try ProgramRun(["/bin/sh", "-c", command], within: 60)
    #expect(run.status == .exited(0) && !run.standardOutput.contains("kept"))
    #expect(try ProgressStore.open(folder.file).attempts().count == 20 && folder.names.count == 2)
  }

  @Test func aLimitOnTheSizeOfFiles() throws {
    let run = try ProgramRun([Self.probe, folder.file, "x", "600", "limit", "40960"], within: 120)
    #expect(run.status == .exited(0) && run.standardOutput.contains("known 600"))
    #expect(run.standardOutput.contains("store.full"))
    let saved = run.standardOutput.split(separator: "\n").filter { $0.hasPrefix("saved") }.count
    let store = try ProgressStore.open(folder.file)
    #expect(try saved > 10 && store.movedAside == nil && store.attempts().count >= saved)
  }

  /// A home that may only be read: what is there is known, and the session goes on.
  @Test func readOnlyHomes() throws {
    guard getuid() == 0 else { return }
    _ = try ProgramRun([Self.probe, folder.file, "x", "3"])
    chmod(folder.path, 0o755)
    let before = TemporaryFolder.bytes(folder.file)
    let known = try ProgramRun([Self.probe, folder.file, "x", "2", "user", "65534"])
    #expect(known.standardOutput == "kept 0 store.read-only\nkept 1 store.read-only\nknown 5\n")
    let new = try ProgramRun([Self.probe, folder.path + "/new/progress.db", "x", "1", "user", "65534"])
    #expect(new.standardOutput == "kept 0 store.read-only\nknown 1\n")
    #expect(TemporaryFolder.bytes(folder.file) == before && folder.names == ["progress.db"])
    // The file may be written, but no journal beside it.
    chmod(folder.file, 0o666)
    let journal = try ProgramRun([Self.probe, folder.file, "x", "1", "user", "65534"])
    #expect(journal.standardOutput == "kept 0 store.read-only\nknown 4\n")
  }

  /// What a program has written until it was killed.
  private static func killed(waitsForFirst: Bool, after delay: useconds_t, _ arguments: [String]) throws -> String {
    var pipes: [Int32] = [0, 0]
    try #require(pipe(&pipes) == 0)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipes[0])
    var argv = arguments.map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, arguments[0], &actions, nil, &argv, environ)
    close(pipes[1])
    try #require(code == 0)
    // Starting takes longer than most delays: without waiting, most would die before they have begun.
    var first = pollfd(fd: pipes[0], events: Int16(POLLIN), revents: 0)
    if waitsForFirst { poll(&first, 1, 10_000) }
    usleep(delay)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(pipes[0], &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    close(pipes[0])
    return String(decoding: bytes, as: UTF8.self)
  }
}
