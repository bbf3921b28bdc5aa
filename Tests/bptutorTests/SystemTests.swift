import CSQLite
import Glibc
import TerminalTesting
import Testing

/// What the system may do: names that are no text, locales that are not installed, limits.
@Suite struct SystemTests {
  private let folder = TemporaryFolder()

  private func shell(_ line: String, _ environment: [String: String] = [:]) -> Program.Outcome {
    Program.shell("cd \(folder.path); " + line, environment: environment)
  }

  /// Paths are bytes; the system asks for no encoding.
  @Test func namesThatAreNotUTF8() {
    let outcome = shell(
      #"""
      d=$(printf 'd\351.csv'); o=$(printf 'o\377.txt'); h=$(printf 'h\351me'); n=$(printf 'n\351.json')
      printf '0,0,1\n1,1,0\n' > "$d"; mkdir "$h"
      bptutor train --data "$d" --epochs 1 >/dev/null && echo read
      bptutor trace --output "$o" && test -s "$o" && echo written
      echo 100.1 | env -u BPTUTOR_STATE HOME="$PWD/$h" bptutor practise --plain --random 7 >/dev/null
      test -s "$h/.local/state/bptutor/progress.db" && echo kept
      bptutor export --format csv --output "$n" 2>/dev/null; bptutor eval E --network "$PWD/$n"
      """#)
    #expect(outcome.output.hasPrefix("read\nwritten\nkept\n"), "\(outcome)")
    // Shown, such a byte is harmless.
    #expect(outcome.error.contains("n\u{FFFD}.json"), "\(outcome.error)")
  }

  @Test func longNamesAndLinks() {
    let outcome = shell(
      """
      n=$(printf 'x%.0s' $(seq 255)); bptutor trace --output $n && test -s $n && echo long
      ln -s later link; bptutor trace --output link && test -L link && test -s later && echo link
      mkdir sub; ln -s sub/far far; bptutor trace --output far && test -L far && test -s sub/far && echo far
      ln -s round round; bptutor trace --output round || echo $?
      ls -A | wc -l
      """)
    #expect(outcome.output == "long\nlink\nfar\n1\n6\n", "\(outcome)")
    #expect(outcome.error == "bptutor: cannot write 'round': too many links\n")
  }

  /// A pipe that is full holds it while it writes; no half of a file stays.
  @Test func nothingIsLeftBehindByASignal() throws {
    let outcome = shell(
      """
      bptutor train --data spirals --epochs 400 --history h.csv >/dev/null & p=$!
      for i in $(seq 400); do ls -A | grep -q tmp && break; sleep 0.01; done
      kill -TERM $p; wait $p; ls -A | grep -c tmp
      """)
    #expect(outcome.output == "0\n", "\(outcome)")
  }

  @Test func readingThatFailsIsSaid() {
    let outcome = Program.shell("bptutor check --jsonl < /; echo $?")
    #expect(outcome.output == "2\n")
    #expect(outcome.error == "bptutor: cannot read standard input: it is a directory\n")
  }

  /// `nohup` and the background of a script ignore it from the start.
  @Test func anIgnoredInterruptStaysIgnored() {
    let outcome = Program.shell(
      """
      trap '' INT; bptutor train --data xor --epochs 1000000000 >/dev/null 2>&1 & p=$!
      sleep 0.7; kill -INT $p; sleep 0.5; kill -0 $p && echo goes on; kill -KILL $p
      """)
    #expect(outcome.output == "goes on\n", "\(outcome)")
  }

  /// Each folder's lessons count, however much else lies there.
  @Test func aLessonAmongThousandsOfFiles() {
    let outcome = shell(
      """
      for i in $(seq 3000); do : > note$i.txt; done; bptutor new-lesson zz-last >/dev/null
      bptutor lesson --lessons . | grep -c zz-last; bptutor lint .
      """)
    #expect(outcome.output.hasPrefix("1\nAll is well"), "\(outcome)")
  }

  /// Faults are many, the report is short, and neither takes long.
  @Test func tensOfThousandsOfFaults() {
    let members = (0..<20_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    folder.write("{\(members)}", "k.json")
    folder.write(#"{"inputs": ["x"], "layers": [{"neurons": ["y"]}], "values": {\#(members)}}"#, "v.json")
    for file in ["k.json", "v.json"] {
      let start = monotonicSeconds()
      let outcome = shell("bptutor eval 1 --network \(file); bptutor eval 1 --network \(file) --lang zh")
      #expect(outcome.error.utf8.count < 80_000 && outcome.error.contains("more errors\n"), "\(file)")
      #expect(outcome.error.hasSuffix("处错误\n"))
      #expect(monotonicSeconds() - start < 30)
    }
  }

  /// Layers of so many neurons, all connected, with one output; within the limits of a file.
  private func network(layers: Int, width: Int) -> String {
    let list = (0..<layers).map { layer in
      let names = (0..<width).map { "\"n\(layer)x\($0)\"" }.joined(separator: ",")
      return "{\"neurons\": [\(names)], \"bias\": \"none\"}"
    }
    let inputs = (0..<width).map { "i\($0)" }
    let weights = (0..<layers * width * width + width).map { "\"w\($0 + 1)\": 0.1" }
    let given = inputs.map { "\"\($0)\": 0.5" } + weights + ["\"target\": 0.9"]
    return """
      {"inputs": [\(inputs.map { "\"\($0)\"" }.joined(separator: ","))],
       "layers": [\((list + ["{\"neurons\": [\"O\"], \"bias\": \"none\"}"]).joined(separator: ","))],
       "values": {\(given.joined(separator: ","))}}
      """
  }

  /// What is within the limits of a file is walked in seconds and 500 MB, or the limit is named.
  @Test func largeNetworks() {
    for (name, layers, width) in [("wide", 4, 60), ("long", 60, 10), ("deep", 40, 60)] {
      folder.write(network(layers: layers, width: width), name)
    }
    for (name, isWalked) in [("wide", true), ("long", true), ("deep", false)] {
      let start = monotonicSeconds()
      let outcome = shell("ulimit -d 500000; printf 'next\nquit\n' | bptutor walk --plain --network \(name) --lang en")
      #expect(monotonicSeconds() - start < 30, "\(name)")
      if isWalked {
        #expect(outcome.code == 0 && outcome.output.contains("Place 2 of "), "\(name): \(outcome.error)")
      } else {
        #expect(outcome.code == 2 && outcome.error.contains("connections behind E: at most 30000 are walked\nhelp: "))
      }
    }
  }

  /// A locale of that kind is made first, and shown to be one.
  @Test func aCommaLocaleThatIsInstalled() throws {
    folder.write("LC_NUMERIC\ndecimal_point \",\"\nthousands_sep \".\"\ngrouping 3;3\nEND LC_NUMERIC\n", "comma.src")
    let outcome = shell(
      """
      localedef -c -i ./comma.src ./comma 2>/dev/null; export LOCPATH=$PWD LC_ALL= LC_CTYPE=C.UTF-8 LC_NUMERIC=comma
      printf '%.1f\\n' 1,5; bptutor eval 1.5+0.25; bptutor check dE/dw5 -0.0349326; bptutor eval 1,5; echo $?
      """)
    #expect(outcome.output.hasPrefix("1,5\n1.5 + 0.25 = 1.75\n") && outcome.output.hasSuffix("2\n"), "\(outcome)")
    let variables = ["LOCPATH": folder.path, "LC_ALL": nil, "LC_CTYPE": "C.UTF-8", "LC_NUMERIC": "comma"]
    let session = try PtySession([BuiltProgram.path("bptutor"), "walk"], environment: variables)
    try session.wait(forText: "w1   0.2")
    session.send(keys: "q")
    try session.waitForExit()
  }

  @Test(arguments: ["zh_XX.UTF-8", "zh_CN.utf8"]) func aLocaleThatIsNotInstalledIsUTF8(_ name: String) throws {
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "lesson", "forward-pass"], environment: ["LC_ALL": nil, "LANG": name])
    try session.wait(forText: "前向传播：")
    session.send(keys: "q")
    try session.waitForExit()
  }

  @Test func anotherEncodingIsSaidToBeUnsupported() throws {
    let outcome = Program.run(["eval", "1/3"], environment: ["LC_ALL": "", "LANG": "zh_CN.GB18030"])
    #expect(outcome.code == 0 && outcome.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(outcome.error.hasPrefix("bptutor: Chinese is shown only with UTF-8"), "\(outcome.error)")
  }

  /// A file that a learner hands in must not hold up the class.
  @Test(arguments: ["", " where i < 3"]) func aHostileStoreIsRefusedAtOnce(_ end: String) throws {
    let answer = end.isEmpty ? "'1'" : "hex(zeroblob(400000000))"
    let view = """
      create view attempts as with recursive n(i) as (select 1 union all select i+1 from n\(end)) select i as id, 1 as time,
      null as lesson, 'E' as step, '' as parameters, \(answer) as answer, 'right' as verdict, '' as mistakes, null as hint,
      0 as duration, 'loss' as skills, null as blamed, 1 as is_first, 0 as is_faded, null as choices, 1 as is_scored from n
      """
    let file = folder.path + "/learner.db"
    try #require(
      Self.execute(
        """
        \(view); create table places(id integer primary key, lesson, place);
        pragma application_id = \(0x6270_7431); pragma user_version = 1
        """, file))
    let start = monotonicSeconds()
    let outcome = Program.run(["progress", "--merge", file])
    #expect(outcome.code == 4 && outcome.error.contains("damaged or not a file of bptutor"), "\(outcome)")
    #expect(monotonicSeconds() - start < 5)
  }

  private static func execute(_ statements: String, _ path: String) -> Bool {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    return sqlite3_open(path, &handle) == SQLITE_OK && sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK
  }

  private func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
