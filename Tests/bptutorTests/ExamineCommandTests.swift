import Glibc
import Testing

/// `bptutor examine`, with real programs: a shell's awk, C, and Python where it is installed.
@Suite struct ExamineCommandTests {
  private let folder = TemporaryFolder()

  /// Reads the line of JSON by name, works the network out and prints it; `error` and `back` are where slips are planted.
  private static func awk(error: String = "o-t", back5: String = "w5", print: String = "%.17g") -> String {
    """
    function v(n) { match($0, "\\"" n "\\": [-+0-9.e]+"); return substr($0, RSTART + length(n) + 4, RLENGTH - length(n) - 4) + 0 }
    function f(x) { return 1 / (1 + exp(-x)) }
    { t = v("target"); w5 = v("w5"); w6 = v("w6"); eta = v("learningRate")
      a = f(v("i1") * v("w1") + v("i2") * v("w2") + v("b1")); b = f(v("i1") * v("w3") + v("i2") * v("w4") + v("b1"))
      o = f(a * w5 + b * w6 + v("b2")); d = (\(error)) * o * (1 - o)
      d1 = d * (\(back5)) * a * (1 - a); d2 = d * w6 * b * (1 - b)
      printf "out_h1 = \(print)\\ndE/dw5 = \(print)\\ndE/dw6 = \(print)\\ndE/dw1 = \(print)\\n", a, d * a, d * b, d1 * v("i1")
      printf "dE/dw3 = \(print)\\nw5+ = \(print)\\n", d2 * v("i1"), w5 - eta * d * a }
    """
  }

  private func examine(_ program: String, _ options: [String] = []) -> Program.Outcome {
    folder.write(program, "my.awk")
    return Program.run(
      ["examine", "--networks", "12"] + options + ["--", "awk", "-f", folder.path + "/my.awk"],
      environment: ["LC_ALL": "C"])
  }

  @Test func aRightProgram() {
    let outcome = examine(Self.awk(), ["--exit-code"])
    #expect(outcome.code == 0, "\(outcome)")
    #expect(outcome.output.contains("Right: every number agrees."))
    #expect(outcome.output.contains("72 numbers read of 12 of 12 networks"))
  }

  @Test func plantedMistakes() {
    let sign = examine(Self.awk(error: "t-o"), ["--exit-code"])
    #expect(sign.code == 5)
    #expect(sign.output.contains("Not right: sign-flip, for certain."), "\(sign.output)")
    #expect(sign.output.contains("First to differ: dE/dw5."))
    #expect(sign.output.contains("bptutor trace --random "))
    let new = examine(Self.awk(back5: "w5 - eta * d * a"), ["--lang", "zh"])
    #expect(new.output.contains("不对：updated-weight（确定）"), "\(new.output)")
    #expect(new.code == 0)
    let json = examine(Self.awk(error: "t-o"), ["--format", "json"])
    #expect(json.output.contains(#""mistake": "sign-flip""#))
    #expect(examine(Self.awk(print: "%.4g")).output.contains("Right: every number agrees."))
  }

  @Test func programInAFile() {
    folder.write(Self.awk(), "my.awk")
    let outcome = Program.run(
      ["examine", "--networks", "3", "--", "awk", "-f", folder.path + "/my.awk", "{file}"], environment: ["LC_ALL": "C"]
    )
    #expect(outcome.output.contains("Right: every number agrees."), "\(outcome)")
  }

  @Test func cFromTheTemplate() throws {
    try #require(access("/usr/bin/cc", X_OK) == 0, "these tests need a C compiler, as the package does")
    let source = Program.run(["examine", "--template", "c"]).output
      .replacing("double out_h2 = NAN;", with: "double out_h2 = sigmoid(i1 * w3 + i2 * w4 + b1);")
      .replacing("double out_O = NAN;", with: "double out_O = sigmoid(out_h1 * w5 + out_h2 * w6 + b2);")
      .replacing(
        "double dE_dw5 = NAN;", with: "double d = (out_O - target) * out_O * (1 - out_O), dE_dw5 = d * out_h1;"
      )
      .replacing("double dE_dw1 = NAN;", with: "double dE_dw1 = d * w5 * i1;")
    folder.write(source, "my.c")
    let built = Program.shell("cc -Wall -Werror -o \(folder.path)/my \(folder.path)/my.c -lm")
    #expect(built.code == 0, "\(built.error)")
    let outcome = Program.run(["examine", "--", folder.path + "/my"])
    #expect(outcome.output.contains("Not right: drop-hidden-slope, for certain."), "\(outcome.output)")
  }

  private static let hasPython = Program.shell("python3 -c ''").code == 0
  private static let hasNumPy = Program.shell("python3 -c 'import numpy'").code == 0

  @Test(.enabled(if: hasPython, "Python is not installed here"))
  func pythonFromTheTemplate() {
    func examined(_ gradient: String) -> Program.Outcome {
      folder.write(
        Program.run(["examine", "--template", "python"]).output
          .replacing("    grad[name] = None", with: "    grad[name] = (\(gradient) if name == \"w5\" else None)"),
        "my.py")
      return Program.run(["examine", "--networks", "6", "--", "python3", folder.path + "/my.py"])
    }
    let strange = examined("0.37 * out[\"h1\"]")
    #expect(strange.output.contains("No known mistake explains ∂E/∂w5") && strange.code == 0, "\(strange)")
    let bare = examined("out[\"h1\"]")
    #expect(bare.output.contains("Not right: drop-loss-slope+drop-output-slope, for certain."), "\(bare)")
  }

  /// A network of any shape in plain Python, as students write it; `wrong` is the slip in it.
  private static let plainPython = """
    import json, math, sys
    n = json.loads(sys.stdin.readline()); v = n["values"]; wrong = sys.argv[1:]
    f = lambda z: 1 / (1 + math.exp(-z))
    sizes = [len(n["inputs"])] + [len(l["neurons"]) for l in n["layers"]]
    out = [v[i] for i in n["inputs"]]; outs = [out]; k = 1; names = []
    for size, bias in zip(sizes[1:], ["b1", "b2", "b3"]):
        rows = [[f"w{k + len(out) * j + i}" for i in range(len(out))] for j in range(size)]
        k += len(out) * size; names.append(rows)
        out = [f(sum(v[w] * o for w, o in zip(row, out)) + v[bias]) for row in rows]; outs.append(out)
    o = out[0]; error = v["target"] - o if "sign" in wrong else o - v["target"]
    delta = [error * (1 if "slope" in wrong else o * (1 - o))]
    for layer in reversed(range(len(names))):
        for row, d in zip(names[layer], delta):
            for w, x in zip(row, outs[layer]):
                print(f"dE/d{w} = {d * x}")
                print(f"{w}+ = {v[w] + (1 if 'ascent' in wrong else -1) * n['learningRate'] * d * x}")
        delta = [sum(d * v[row[i]] for row, d in zip(names[layer], delta)) * x * (1 - x) for i, x in enumerate(outs[layer])]
    """

  @Test(
    .enabled(if: hasPython, "Python is not installed here"),
    arguments: [
      ("", "Right: every number agrees."), ("sign", "Not right: sign-flip, for certain."),
      ("slope", "Not right: drop-output-slope, for certain."), ("ascent", "Not right: ascent, for certain."),
    ])
  func plainPython(_ slip: String, _ expected: String) {
    folder.write(Self.plainPython, "my.py")
    let outcome = Program.run(
      ["examine", "--shape", "2-2-1,3-4-1", "--networks", "8", "--", "python3", folder.path + "/my.py", slip])
    #expect(outcome.output.contains(expected), "\(outcome)")
  }

  @Test(
    .enabled(if: hasNumPy, "NumPy is not installed here"),
    arguments: [
      ("", "Right: every number agrees."), ("slope", "Not right: drop-hidden-slope, for certain."),
      ("bias", "Not right: bias-one-path, for certain."),
    ])
  func numPy(_ slip: String, _ expected: String) {
    folder.write(
      """
      import json, sys
      import numpy as np
      n = json.loads(sys.stdin.readline()); v = n["values"]; wrong = sys.argv[1:]
      f = lambda z: 1 / (1 + np.exp(-z))
      x = np.array([v["i1"], v["i2"]]); W2 = np.array([v["w5"], v["w6"]])
      h = f(np.array([[v["w1"], v["w2"]], [v["w3"], v["w4"]]]) @ x + v["b1"]); o = f(W2 @ h + v["b2"])
      d = (o - v["target"]) * o * (1 - o); dh = d * W2 * (1 if "slope" in wrong else h * (1 - h))
      for k, g in enumerate(list(np.outer(dh, x).ravel()) + list(d * h)): print(f"dE/dw{k + 1} = {g}")
      print(json.dumps({"gradients": {"b1": dh[0] if "bias" in wrong else dh.sum(), "b2": d}}))
      """, "my.py")
    let outcome = Program.run(["examine", "--networks", "8", "--", "python3", folder.path + "/my.py", slip])
    #expect(outcome.output.contains(expected), "\(outcome)")
  }

  /// What `export` writes is right, by this judge too.
  @Test(.enabled(if: hasNumPy, "NumPy is not installed here"), arguments: ["2-2-1", "mazur-2-2-2"])
  func theFrameworkExportIsRight(_ network: String) {
    folder.write(Program.run(["export", "--format", "numpy", "--network", network]).output, "export.py")
    let outcome = Program.run(
      ["examine", "--fixed", "--network", network, "--", "python3", folder.path + "/export.py"])
    #expect(outcome.output.contains("Right: every number agrees."), "\(outcome)")
  }

  @Test func programsThatFail() {
    let missing = Program.run(["examine", "--", "/nowhere/program"])
    #expect(missing.code == 2)
    #expect(missing.error.hasPrefix("bptutor: cannot start '/nowhere/program': no such file\nhelp: "))
    let crash = Program.run(["examine", "--", "sh", "-c", "kill -SEGV $$"])
    #expect(crash.output.contains("it was ended by signal 11"))
    let code = Program.run(["examine", "--", "sh", "-c", "echo oh >&2; exit 3"])
    #expect(code.output.contains("it ended with exit code 3: oh"))
    let silent = Program.run(["examine", "--exit-code", "--", "true"])
    #expect(silent.output.contains("it printed nothing") && silent.code == 2)
    let flood = Program.run(["examine", "--networks", "1", "--", "yes"])
    #expect(flood.output.contains("it printed too much"))
    let slow = Program.run(["examine", "--timeout", "0.2", "--networks", "1", "--", "sleep", "20"])
    #expect(slow.output.contains("it took too long"))
    // A child that goes on in the background is ended with it.
    let background = Program.run([
      "examine", "--timeout", "0.2", "--networks", "1", "--", "sh", "-c", "sleep 20 & echo E 1",
    ])
    #expect(background.code == 0)
    #expect(Program.run(["examine"]).code == 2)
    #expect(Program.run(["examine", "--shape", "2-x-1", "--", "true"]).code == 2)
    #expect(Program.run(["examine", "--networks", "1000000", "--", "true"]).code == 2)
  }

  /// The program is started as it stands: no shell looks at its words.
  @Test func nothingElseIsRun() {
    let outcome = Program.run(["examine", "--networks", "1", "--", "echo", "E", "1;touch", folder.path + "/oops"])
    #expect(outcome.code == 0)
    #expect(access(folder.path + "/oops", F_OK) != 0)
  }

  @Test func mazursPrintedLoss() {
    let outcome = Program.run([
      "examine", "--fixed", "--network", "mazur-2-2-2", "--", "printf", "E = 0.298371109\\nE+ = 0.291027924\\n",
    ])
    #expect(outcome.output.contains("Not right: updated-weight."), "\(outcome.output)")
    #expect(outcome.output.contains("First to differ: E⁺."))
  }
}

/// `check --lines`, `worksheet` and `grade`, from the command line.
@Suite struct HomeworkCommandTests {
  private let folder = TemporaryFolder()

  @Test func aDerivationFromAFileAndFromAPipe() {
    folder.write("net_h1 = -0.96\n∂E/∂out_O = 0.5765\n", "a.txt")
    let file = Program.run(["check", "--lines", folder.path + "/a.txt", "--exit-code"])
    #expect(file.code == 5)
    #expect(file.output.contains("slip (sign-flip)"))
    #expect(Program.run(["check", "--lines", "-", "--exit-code"], input: "net_h1 = -0.96\n").code == 0)
    #expect(Program.run(["check", "--lines", "-", "--exit-code"], input: "nte_h1 = -0.96\n").code == 2)
    #expect(Program.run(["check", "--lines", "-"], bytes: [0xFF, 0xFE, 0x3D, 0x31]).code == 0)
    #expect(Program.run(["check", "--lines", folder.path + "/none"]).code == 2)
    #expect(Program.run(["check", "--lines", "-", "--jsonl"]).code == 2)
    let json = Program.run(["check", "--lines", "-", "--format", "json"], input: "net_h1 = -0.96\n")
    #expect(json.output.contains(#""verdict": "right""#))
  }

  @Test func exitCodesOfSingleAnswers() {
    #expect(Program.run(["check", "--exit-code", "dE/dw5", "-0.0349"]).code == 0)
    #expect(Program.run(["check", "--exit-code", "dE/dw5", "0.0349"]).code == 5)
    #expect(Program.run(["check", "dE/dw5", "0.0349"]).code == 0)
    #expect(Program.run(["check", "--exit-code", "dE/dw5", "("]).code == 2)
  }

  /// A broken record is said with its line, and the rest goes on; what the grader needs for itself comes back.
  @Test func manyAnswersOneALine() {
    let good = #"{"id": 12345678901234567890, "quantity": "dE/dw5", "answer": "-0.0349", "who": ["A", {"n": 1.50}]}"#
    let lines = [good, "{oops", #"{"id": "b", "quantity": "dE/dw5", "answr": "1"}"#, good]
    let outcome = Program.run(["check", "--jsonl"], input: lines.joined(separator: "\n"))
    let rows = outcome.output.split(separator: "\n")
    #expect(rows.count == 4 && outcome.code == 2 && outcome.error.isEmpty)
    guard rows.count == 4 else { return }
    #expect(rows[0].hasPrefix(#"{"id": 12345678901234567890, "verdict": "right""#) && rows[0] == rows[3])
    #expect(rows[0].hasSuffix(#", "who": ["A", {"n": 1.50}]}"#))
    #expect(rows[1].contains(#""verdict": "unreadable""#) && rows[1].contains("line 2"))
    #expect(rows[2].hasPrefix(#"{"id": "b", "verdict": "unreadable""#) && rows[2].contains("did you mean 'answer'"))
    #expect(Program.run(["check", "--jsonl"], input: good).code == 0)
  }

  /// A class of files with hostile names and contents among them: each costs its own student a mark and no one else anything.
  @Test func aFolderOfSubmissions() {
    folder.write("- number: dE/dw5\n  points: 2\n", "w.yaml")
    let path = folder.path
    let ids = (1...40).map { "s\($0)" }
    folder.write("id,name\n" + ids.map { "\($0),Student \($0)\n" }.joined(), "class.csv")
    let key = ["worksheet", path + "/w.yaml", "--students", path + "/class.csv", "--key", path + "/key.jsonl"]
    #expect(Program.run(key + ["--output", path + "/x.html"]).code == 0)
    let answers = folder.text("key.jsonl").split(separator: "\n").compactMap { line in
      line.firstMatch(of: /"answer": ([-0-9.e]+)/).map { String($0.output.1) }
    }
    #expect(answers.count == 40)
    mkdir(path + "/subs", 0o755)
    for (id, answer) in zip(ids, answers) { folder.write("1: \(answer)\n", "subs/\(id).txt") }
    folder.write("1: \u{1B}]0;x\u{7}\u{1B}[2J", "subs/s7.txt")
    folder.write("1: =cmd|' /C calc'!A0", "subs/s8.txt")
    folder.write(String(repeating: "[(", count: 1 << 19), "subs/s9.txt")
    folder.write("1: 3", "subs/\u{1B}[31m;rm -rf x.txt")
    folder.write("1: 3", "subs/..;=HYPERLINK(s2)x.txt")
    // It only mentions another student, whose own file goes before it.
    folder.write("1: 3", "subs/zz from s3.txt")
    symlink("/etc/passwd", path + "/subs/s10.csv")
    let graded = Program.run(["grade", path + "/subs", "--key", path + "/key.jsonl", "--feedback", path + "/feedback"])
    #expect(
      graded.code == 0 && !graded.error.contains("\u{1B}") && !graded.output.contains("\u{1B}"), "\(graded.error)")
    let rows = graded.output.split(separator: "\r\n").dropFirst()
    #expect(rows.count == 40)
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let isHostile = ["s7", "s8", "s9"].contains(cells[0])
      #expect(cells[3] == (isHostile ? "0" : "2"), "\(row)")
      #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("@") })
    }
    #expect(!folder.text("feedback/s7.txt").contains("\u{1B}"))
  }

  @Test func sheetsAreMadeAndGraded() {
    folder.write("title: Week 3\nexercises:\n  - number: dE/dw5\n    points: 2\n  - derivation: dE/dw5\n", "week3.yaml")
    folder.write("id,name,lang\nanna,Anna,en\nbo,=cmd(),zh\n../evil,Eve,en\n", "class.csv")
    let path = folder.path
    let made = Program.run([
      "worksheet", path + "/week3.yaml", "--students", path + "/class.csv", "--key", path + "/key.jsonl", "--output",
      path + "/sheets.html",
    ])
    #expect(made.code == 0, "\(made)")
    #expect(folder.text("sheets.html").contains("Anna"))
    #expect(folder.text("key.jsonl").split(separator: "\n").count == 6)
    mkdir(path + "/subs", 0o755)
    folder.write("1: dE/dw5 = ((((\n", "subs/bo.txt")
    folder.write(String(repeating: "(", count: 1 << 20), "subs/anna.txt")
    let graded = Program.run([
      "grade", path + "/subs", "--key", path + "/key.jsonl", "--output", path + "/book.csv", "--feedback",
      path + "/feedback",
    ])
    #expect(graded.code == 0, "\(graded)")
    #expect(graded.error == "bptutor: 2 of 3 submissions graded\n")
    let book = folder.text("book.csv")
    #expect(book.contains("\r\nbo,'=cmd(),,0,0,0,,"), "\(book)")
    #expect(folder.text("feedback/bo.txt").contains("得分 0/3"))
    #expect(folder.text("feedback/_._evil.txt").contains("Eve"))
    #expect(Program.run(["grade", path + "/subs"]).code == 2)
    #expect(Program.run(["grade", path + "/subs", "--key", path + "/week3.yaml"]).code == 2)
  }

  @Test(arguments: ["html", "latex", "markdown", "moodle", "gift", "qti"])
  func sheetsOfALesson(_ format: String) {
    let outcome = Program.run(["worksheet", "04", "--format", format])
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(!outcome.output.isEmpty)
  }
}
