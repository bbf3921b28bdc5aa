import Glibc
import TerminalTesting
import Testing

/// What strangers hand in, given to the real program: networks, lessons, answers, recordings.
@Suite struct StrangersFilesTests {
  private let folder = TemporaryFolder()

  private func shell(_ line: String) -> Program.Outcome { Program.shell("cd \(folder.path); " + line) }

  @Test func tenThousandMarks() throws {
    let name = "x" + String(repeating: "\u{301}", count: 10_000)
    folder.write(
      #"{"name": "\#(name)", "inputs": ["x"], "layers": [{"neurons": ["y"]}], "values": {"x": 1, "w1": 1, "b1": 0, "target": 1}}"#,
      "marks.json")
    let outcome = shell("bptutor walk --plain --network marks.json; bptutor trace --network marks.json")
    #expect(outcome.code == 0 && outcome.output.utf8.count < 20_000 && outcome.error.isEmpty)
    let session = try PtySession([BuiltProgram.path("bptutor"), "walk", "--network", folder.path + "/marks.json"])
    try session.wait(forText: "net_y")
    #expect(session.output.count < 10_000)
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func aLessonThatIsNotUTF8() {
    let outcome = shell(
      #"""
      printf -- '---\nbptutor: 1\nid: bad\ntitle: T\nminutes: 5\nlang: en\n---\n\nText \377\376.\n' > bad.en.md
      bptutor lint bad.en.md; echo $?; bptutor lesson ./bad.en.md; echo $?
      """#)
    #expect(outcome.output.contains("2\n") && outcome.error.contains("bad.en.md:9:6: error: this byte is not UTF-8"))
  }

  /// Within the limit of a line: more parts than are read, and deeper.
  @Test func formulasWithoutEnd() {
    let sum = shell(#"bptutor eval "1$(printf '+1%.0s' $(seq 30000))"; echo $?"#)
    #expect(sum.output == "2\n" && sum.error.contains("too long: more than 10000 numbers, names and operators"))
    let longer = shell(#"(printf 1; printf '+1%.0s' $(seq 200000); echo; echo next) | bptutor walk --plain"#)
    #expect(longer.error == "This line is longer than 64 KiB and was not read.\n")
    #expect(longer.output.contains("Place 2 of 69"))
  }

  @Test(arguments: [
    ("nan", "'nan' is not a number to calculate with"), ("-inf", "'inf' is not a number to calculate with"),
    ("0x1p4", "hexadecimal numbers are not read"), ("1e999", "larger than any number that can be stored"),
  ])
  func answersThatAreNoNumbers(_ answer: String, _ reason: String) {
    let outcome = Program.run(["practise", "sigmoid", "--plain", "--random", "7"], input: "\(answer)\nquit\n")
    #expect(outcome.code == 0 && outcome.output.contains("Once more: ") && outcome.output.contains(reason))
    let checked = Program.run(["check", "dE/dw5", "--", answer])
    #expect(checked.code == 2 && checked.error.contains(reason), "\(checked)")
  }

  // MARK: Recordings

  /// A walk of a few steps, and what is done to its lines.
  private func replay(_ change: String) -> Program.Outcome {
    shell(
      """
      printf 'next\\nnext\\ndE/dw5\\nquit\\n' | bptutor walk --plain --record whole.jsonl >/dev/null
      \(change); bptutor replay changed.jsonl </dev/null; echo "code $?"
      """)
  }

  @Test func aRecordingIsPlayed() {
    let outcome = replay("cp whole.jsonl changed.jsonl")
    #expect(outcome.output.contains("Place 3 of 69") && outcome.output.hasSuffix("code 0\n") && outcome.error.isEmpty)
  }

  @Test(arguments: [
    ("sed 2p whole.jsonl", "line 3: event 2 was to come here"),
    ("sed '2{h;d};3G' whole.jsonl", "line 2: event 1 was to come here"),
    (#"sed 's/"version": 1/"version": 99/' whole.jsonl"#, "it was recorded by another version of bptutor"),
    (#"sed 's/{"_0": "next"}/{"_0": "nex"/' whole.jsonl"#, "line 4"),
    ("tail -n +2 whole.jsonl", "line 1"), ("head -c 100 whole.jsonl", "line 1"), ("true", "it is empty"),
    ("cat whole.jsonl whole.jsonl", "line 16"),
  ])
  func aChangedRecordingIsRefused(_ change: String, _ reason: String) {
    let outcome = replay(change + " > changed.jsonl")
    #expect(outcome.output == "code 2\n" && outcome.error.contains(reason), "\(outcome)")
    #expect(outcome.error.hasSuffix("help: nothing was replayed\n"))
  }

  /// Forged, it comes to another end than it says; cut, to none.
  @Test func aForgedEndIsSaid() {
    let forged = replay(#"sed 's/{"_0": "next"}/{"_0": "last"}/' whole.jsonl > changed.jsonl"#)
    #expect(!forged.output.hasSuffix("code 0\n"))
    #expect(forged.error.contains("the session ended in another state than this"))
    let cut = replay("head -n 6 whole.jsonl > changed.jsonl")
    #expect(cut.output.hasSuffix("code 0\n") && cut.error == "bptutor: The recording stops before the session's end.\n")
  }

  @Test func aHugeRecording() {
    let outcome = replay("truncate -s 65M changed.jsonl")
    #expect(outcome.output == "code 2\n" && outcome.error.contains("the file has 65 MiB; at most 64 MiB are read"))
    // More than other files may have, and one line.
    let line = replay("ulimit -v 2000000; head -c 20000000 /dev/zero | tr '\\0' x > changed.jsonl")
    #expect(line.output == "code 2\n" && line.error.contains("line 1"), "\(line)")
  }

  /// What could not be written is said, on the spot and at the end.
  @Test func aRecordingThatCannotGoOn() throws {
    let plain = shell("printf 'next\\nnext\\nquit\\n' | bptutor walk --plain --record /dev/full; echo $?")
    #expect(plain.output.hasSuffix("1\n") && plain.output.contains("Place 3 of 69"), "\(plain)")
    #expect(plain.error == "bptutor: The recording '/dev/full' is incomplete: the disk is full\n")
    let session = try PtySession([BuiltProgram.path("bptutor"), "walk", "--lang", "zh", "--record", "/dev/full"])
    try session.wait(forText: "录制文件“/dev/full”不完整：磁盘已满")
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(1))
  }

  /// Each limit is named as it is.
  @Test func aHugeConfiguration() {
    let outcome = shell("truncate -s 2M config.yaml; bptutor eval 1 --config config.yaml")
    #expect(outcome.code == 2 && outcome.error.contains("at most 1 MiB"), "\(outcome)")
  }

  /// A quarter of a gigabyte in one piece, from whoever answers as a broker.
  @Test func aBrokerThatSendsTooMuch() {
    let outcome = shell(
      #"""
      perl -MIO::Socket::INET -e '
        $s = IO::Socket::INET->new(Listen => 9, LocalAddr => "127.0.0.1") or die;
        open F, ">port"; print F $s->sockport; close F;
        while ($c = $s->accept) {
          if (!fork) {
            sysread $c, $_, 4096; syswrite $c, "\x20\x02\0\0"; sysread $c, $_, 4096;
            syswrite $c, "\x30\xff\xff\xff\x7f\0\1t"; $x = "x" x 65536;
            for (1..4000) { syswrite $c, $x or last } exit
          }
          close $c
        }' & broker=$!
      for i in $(seq 100); do [ -s port ] && break; sleep 0.05; done
      (sleep 5; echo quit) | XDG_RUNTIME_DIR=$PWD bptutor join f3k9qa --broker mqtt://127.0.0.1:$(cat port) --plain --name x >said &
      seat=$! most=0
      for i in $(seq 80); do
        for helper in $(pgrep -P $seat); do
          kilobytes=$(awk '/VmHWM/ { print $2 }' /proc/$helper/status)
          [ "${kilobytes:-0}" -le $most ] || most=$kilobytes
        done
        sleep 0.05
      done
      wait $seat; echo "$? $most"; kill $broker
      """#)
    let figures = outcome.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(figures.count == 2 && figures.first == 0, "\(outcome)")
    #expect(figures.last.map { (1_000..<150_000).contains($0) } == true, "\(outcome)")
  }

  /// It goes on being tried, which is said once: a screen reader would read it out again and again.
  @Test func aRoomThatDoesNotAnswer() {
    let join = "bptutor join f3k9qa --broker mqtt://127.0.0.1:1 --plain --name x --lang en"
    let outcome = shell("(sleep 6; echo quit) | XDG_RUNTIME_DIR=$PWD \(join)")
    #expect(outcome.code == 0 && outcome.error.isEmpty, "\(outcome)")
    #expect(outcome.output.split(separator: "\n") == ["No room answers there yet; trying again …"])
  }
}
