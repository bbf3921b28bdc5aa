import CSQLite
import Glibc
import Progress
import TerminalTesting
import Testing

/// What the real program keeps: killed while it saves, two at once, in a file from the future, by a clock set back.
@Suite(.serialized) struct KeptAnswersTests {
  private let folder = TemporaryFolder()
  private var file: String { folder.path + "/progress.db" }

  private func practise(_ input: String) -> Program.Outcome {
    Program.run(
      ["practise", "sigmoid", "--plain", "--random", "7"], input: input, environment: ["BPTUTOR_STATE": file])
  }

  private func execute(_ statement: String) -> Bool {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    return sqlite3_open(file, &handle) == SQLITE_OK && sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK
  }

  /// Killed at any moment while it judges a hundred answers: each that it has spoken of is in the file.
  @Test func killedWhileSaving() throws {
    let (answers, said) = (folder.path + "/answers", folder.path + "/said")
    folder.write((1...100).map { "7.\($0)\nnext\nnext\n" }.joined(), "answers")
    var acknowledged = 0
    var killed = 0
    for round in 0..<40 {
      let outcome = Program.shell(
        """
        export BPTUTOR_STATE=\(file)
        bptutor walk --plain < \(answers) > \(said) & p=$!
        for i in $(seq 1000); do grep -q 'Place 1' \(said) && break; sleep 0.01; done
        sleep 0.0\(round % 10); kill -KILL $p; wait $p; echo $?; grep -c '^Not yet' \(said); rm \(said)
        """)
      let lines = outcome.output.split(separator: "\n")
      killed += lines.first == "137" ? 1 : 0
      acknowledged += lines.last.flatMap { Int($0) } ?? 0
      // As a program that comes after a death opens it: a journal is rolled back.
      let store = try ProgressStore.open(file)
      #expect(try store.movedAside == nil && store.attempts().count >= acknowledged, "round \(round)")
    }
    #expect(acknowledged > 0 && killed > 20, "\(acknowledged) \(killed)")
    #expect(Program.shell("ls \(folder.path) | grep -v journal").output == "answers\nprogress.db\n")
  }

  @Test func twoAtOnce() throws {
    let outcome = Program.shell(
      """
      export BPTUTOR_STATE=\(file)
      for n in 1 2; do
        for i in $(seq 9); do printf '7.%s\\nnext\\nnext\\n' $i; done | bptutor walk --plain >/dev/null &
      done; wait
      """)
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    #expect(try ProgressStore.reading(file).attempts().count == 18)
  }

  /// Its answers are not touched, and the session goes on.
  @Test func aFileOfANewerVersion() throws {
    _ = practise("7.1\nquit\n")
    try #require(execute("pragma user_version = 99"))
    let before = try ReadableBytes.of(file)
    let outcome = practise("7.2\nquit\n")
    #expect(outcome.code == 0 && outcome.output.contains("Not yet"))
    #expect(outcome.output.contains("Progress is not being saved"))
    #expect(try ReadableBytes.of(file) == before)
    let merged = Program.run(["progress", "--merge", file])
    #expect(merged.code == 4, "\(merged)")
  }

  @Test func aClockSetBack() throws {
    _ = practise("7.1\nquit\n")
    // As if that had been in the year 2100.
    try #require(execute("update attempts set time = 4102444800000"))
    _ = practise("7.2\nquit\n")
    let answers = try ProgressStore.reading(file).attempts().map(\.answer)
    #expect(answers == ["7.1", "7.2"])
    let told = Program.run(["progress"], environment: ["BPTUTOR_STATE": file])
    #expect(told.code == 0 && told.error.isEmpty, "\(told)")
  }
}

/// A file's bytes, to compare.
private enum ReadableBytes {
  static func of(_ path: String) throws -> [UInt8] {
    let stream = try #require(fopen(path, "r"))
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
