import Diagnostics
import Formats
import Testing

/// `bptutor schema`: what the program prints fits the schemas that it prints.
@Suite struct SchemaTests {
  /// The schema of something, in a language.
  private func schema(_ name: String, _ language: String = "en") throws -> JSONValue {
    let outcome = Program.run(["schema", name, "--lang", language])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    return try JSONValue.parse(SourceText(outcome.output))
  }

  private func faults(_ text: some StringProtocol, _ schema: JSONValue) throws -> [String] {
    SchemaCheck(schema).faults(try JSONValue.parse(SourceText(String(text))))
  }

  @Test(arguments: [[], ["--network", "han-kamber"], ["--network", "mazur-2-2-2"], ["--set", "w5=1e308"]])
  func traces(_ options: [String]) throws {
    let schema = try schema("trace")
    let text = Program.run(["trace", "--format", "json"] + options).output
    #expect(try faults(text, schema).isEmpty)
    #expect(try !faults(text.replacing("\"steps\"", with: "\"stops\""), schema).isEmpty)
    #expect(try !faults(text.replacing("\"kind\": \"", with: "\"kind\": \"x"), schema).isEmpty)
  }

  @Test func checks() throws {
    let schema = try schema("check")
    let records = [
      #"{"quantity": "dE/dw5", "answer": "0.1", "id": 3, "mine": 1}"#, #"{"quantity": "dE/dw5", "answer": "-0.0349"}"#,
      #"{"quantity": "dE/dw5", "answer": 0.5, "set": {"w5": 0.4}, "earlier": {"out_O": "0.3"}}"#,
      #"{"quantity": "w5+", "answer": "0.1", "random": 7, "notation": "zhou"}"#,
    ]
    for record in records { #expect(try faults(record, schema).isEmpty, "\(record)") }
    let output = Program.run(["check", "--jsonl"], input: (records + ["no record"]).joined(separator: "\n")).output
    let lines = output.split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines {
      #expect(try faults(line, schema).isEmpty, "\(line)")
      #expect(try !faults(line.replacing("\"verdict\": \"", with: "\"verdict\": \"x"), schema).isEmpty)
    }
    let sheet = "net_h1 = 0.4*0.2 - 0.7*0.2 - 0.9 = -0.96\nso much for that\ndE/dw5 = 0.0349 = ((\n"
    let marked = Program.run(["check", "--lines", "-", "--format", "json"], input: sheet).output
    #expect(marked.contains("bptutor-derivation"))
    #expect(try faults(marked, schema).isEmpty)
    #expect(try !faults(marked.replacing("\"earned\"", with: "\"won\""), schema).isEmpty)
  }

  @Test(arguments: [
    ["--data", "digits", "--hold-out", "20%", "--epochs", "2", "--scale", "standard"],
    ["--data", "xor", "--what-if", "eta=1e9", "--epochs", "40"], [],
  ])
  func trainings(_ options: [String]) throws {
    let schema = try schema("train")
    let folder = TemporaryFolder()
    let run = folder.path + "/run.json"
    let report = Program.run(["train", "--format", "json", "--save", run] + options).output
    #expect(try faults(report, schema).isEmpty)
    #expect(try faults(folder.text("run.json"), schema).isEmpty)
    for text in [report, folder.text("run.json")] {
      #expect(try !faults(text.replacing("\"version\": 1", with: "\"version\": 2"), schema).isEmpty)
    }
  }

  @Test func recordings() throws {
    let schema = try schema("recording")
    let folder = TemporaryFolder()
    let file = folder.path + "/r.jsonl"
    for (command, lines) in [
      (["walk"], "next\ndE/dw1\n:set w5=0.4\n:random 3\n"), (["practise"], ":hint\n0.5\n"),
      (["walk", "--data", "xor"], ":sample 2\n:train 3\n"),
    ] {
      #expect(Program.run(command + ["--plain", "--record", file], input: lines).code == 0)
      let written = folder.text("r.jsonl").split(separator: "\n")
      #expect(written.count > 5)
      for line in written { #expect(try faults(line, schema).isEmpty, "\(line.prefix(200))") }
      #expect(try !faults(written[1].replacing("\"event\"", with: "\"evens\""), schema).isEmpty)
    }
  }

  /// The network that is written with a derivation fits its own.
  @Test(arguments: ["mazur-2-2-2", "negnevitsky-xor", "han-kamber", "rgu-2-2-1"]) func networks(_ name: String) throws {
    let schema = try schema("network", "zh")
    let text = Program.run(["trace", "--network", name, "--format", "json"]).output
    let network = try #require(try JSONValue.parse(SourceText(text))["network"])
    #expect(SchemaCheck(schema).faults(network).isEmpty)
  }

  @Test(arguments: ["trace", "check", "train", "recording"]) func tables(_ name: String) {
    let table = Program.run(["schema", name, "--format", "markdown", "--lang", "zh"])
    #expect(table.code == 0 && table.output.hasPrefix("| 字段 | 含义 |\n|---|---|\n| `"))
  }
}
