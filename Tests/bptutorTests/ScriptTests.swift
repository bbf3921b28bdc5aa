import Diagnostics
import Formats
import Testing

/// A session as a script: given lines, remarks, faults on standard error, files from standard input, topics of help.
@Suite struct ScriptTests {
  @Test func linesOfTheCommandLine() {
    let outcome = Program.run(["walk", "-c", "set w5=0.4; dE/dw5"])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    let piped = Program.run(["walk", "--plain"], input: "set w5=0.4\ndE/dw5\n")
    #expect(outcome.output == piped.output && outcome.output.contains("∂E/∂w5"))
    #expect(Program.run(["walk", "--command=next"]).output == Program.run(["walk"], input: "next\n").output)
  }

  /// A line of JSON for the beginning and for each line typed, with value, verdict and place.
  @Test func answersAsJSON() throws {
    let outcome = Program.run(
      ["walk", "--format", "json"], input: "next\ndE/dw5\nfoo(\n:ask dE/dw5\n12\n", environment: ["LANG": "en"])
    let lines = try outcome.output.split(separator: "\n").map { try JSONValue.parse(SourceText(String($0))) }
    #expect(outcome.code == 2 && outcome.error.isEmpty && lines.count == 6)
    guard lines.count == 6 else { return }
    func text(_ line: Int, _ name: String) -> String? {
      if case .string(let text, _)? = lines[line][name] { text } else { nil }
    }
    func number(_ line: Int, _ name: String) -> Double? {
      if case .number(let number, _, _)? = lines[line][name] { number } else { nil }
    }
    #expect(lines[0]["input"] == nil && number(0, "place") == 1 && number(0, "of") == 69)
    #expect(text(1, "input") == "next" && number(1, "place") == 2 && lines[1]["value"] == nil)
    #expect(abs((number(2, "value") ?? 0) + 0.03493259287751622) < 1e-15)
    if case .bool(let isDone, _)? = lines[3]["done"] { #expect(!isDone) } else { Issue.record("no done") }
    #expect(text(5, "verdict") == "unknown", "\(outcome.output)")
    // The words are those of the line-by-line walk.
    let plain = Program.run(["walk", "-c", "dE/dw5"], environment: ["LANG": "en"]).output
    if case .array(let said, _)? = lines[2]["lines"] {
      for case .string(let line, _) in said { #expect(plain.contains(line)) }
      #expect(!said.isEmpty)
    }
  }

  /// A byte order mark and remarks are no commands.
  @Test func remarksArePassedOver() {
    let plain = Program.run(["walk"], input: "next\nnext\n")
    #expect(Program.run(["walk"], input: "\u{FEFF}next\n# on\n  # and on\nnext\n") == plain)
    #expect(plain.code == 0 && plain.error.isEmpty)
  }

  @Test(arguments: [
    ("goto x\nnext\n", "goto"), ("network /nonexistent\nnext\n", "/nonexistent"), ("foo(\nnext\n", "foo("),
  ])
  func whatCannotBeDoneIsSaid(_ input: String, _ word: String) {
    let outcome = Program.run(["walk"], input: input)
    #expect(outcome.code == 2 && outcome.error.contains(word), "\(outcome)")
    // The rest is done all the same.
    #expect(outcome.output == Program.run(["walk"], input: "next\n").output)
  }

  @Test func standardInputIsAFile() {
    let json =
      #"{"inputs": ["i1"], "layers": [{"neurons": ["O"], "bias": "shared"}], "values": {"i1": 1, "w1": 2, "b1": 0, "target": 1}, "learningRate": 1}"#
    let outcome = Program.run(["eval", "net_O", "--network", "-"], input: json)
    #expect(outcome.code == 0 && outcome.output.contains("2"), "\(outcome)")
    let recorded = TemporaryFolder()
    let file = recorded.path + "/walk.jsonl"
    #expect(Program.run(["walk", "--record", file], input: "next\nnext\n").code == 0)
    #expect(Program.run(["replay", "-"], input: recorded.text("walk.jsonl")) == Program.run(["replay", file]))
  }

  @Test func aRecordingOfAnotherVersionSaysSo() {
    let folder = TemporaryFolder()
    let file = folder.path + "/walk.jsonl"
    #expect(Program.run(["walk", "--record", file], input: "next\n").code == 0)
    #expect(Program.run(["replay", file]).error.isEmpty)
    let text = folder.text("walk.jsonl")
    folder.write(text.replacing("\"program\": \"", with: "\"program\": \"old-"), "old.jsonl")
    let old = Program.run(["replay", folder.path + "/old.jsonl"])
    #expect(old.code == 0 && old.error.contains("Recorded by bptutor old-"))
    folder.write(text.replacing("\"version\": 1", with: "\"version\": 7"), "new.jsonl")
    let new = Program.run(["replay", folder.path + "/new.jsonl"])
    #expect(new.code == 2 && new.error.contains("another version"))
  }

  @Test func thereIsNoScreenToRecord() {
    let folder = TemporaryFolder()
    let outcome = Program.run(["walk", "--record", folder.path + "/a.cast"], input: "next\n")
    #expect(outcome.code == 2 && outcome.error.contains("no screen") && outcome.output.isEmpty)
    #expect(Program.shell("test -e '\(folder.path)/a.cast'").code != 0)
  }

  @Test(arguments: ["keys", "lines", "config", "environment", "exit-codes"])
  func topics(_ topic: String) {
    let outcome = Program.run(["help", topic])
    #expect(outcome.code == 0 && outcome.output.hasPrefix("bptutor: ") && outcome.error.isEmpty)
  }

  @Test func allLessonsAreListedForShells() {
    let ids = Program.run(["completions", "lessons"]).output.split(separator: "\n")
    #expect(ids.count >= 18 && ids.first == "forward-pass" && ids.allSatisfy { !$0.contains(" ") })
  }
}
