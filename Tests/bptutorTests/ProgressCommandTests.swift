import Diagnostics
import Glibc
import Progress
import Skills
import Testing

/// `bptutor progress`, and what sessions keep for it.
@Suite struct ProgressCommandTests {
  private let state = TemporaryFile("").path + ".db"

  private func run(_ arguments: [String], input: String = "") -> Program.Outcome {
    Program.run(arguments, input: input, environment: ["BPTUTOR_STATE": state])
  }

  /// A state file with these answers.
  private func keep(_ attempts: [Attempt]) throws {
    let store = try ProgressStore.open(state)
    for attempt in attempts { try store.record(attempt) }
  }

  private static func attempt(
    _ answer: String, _ verdict: Attempt.Verdict = .right, step: String = "dE/dw5", lesson: String? = nil
  ) -> Attempt {
    var attempt = Attempt(
      time: 1_700_000_000_000, lesson: lesson, step: step, parameters: "a", answer: answer, verdict: verdict,
      skills: [.assembleOutput], isFirst: true)
    if verdict == .mistake {
      attempt.mistakes = ["sign-flip"]
      attempt.blamed = .lossSlope
    }
    return attempt
  }

  @Test func withoutAnswersItSaysWhereToBeginAndMakesNothing() {
    let outcome = run(["progress"])
    #expect(outcome.code == 0 && outcome.error.isEmpty && outcome.output.hasPrefix("No answers yet."))
    #expect(run(["progress", "--lang", "zh"]).output.hasPrefix("还没有作答。"))
    #expect(access(state, F_OK) != 0)
  }

  /// What is answered in a walk is in the record, with its diagnosis; looking on leaves no trace.
  @Test func answersInTheWalkAreKept() throws {
    defer { unlink(state) }
    _ = run(["walk", "--plain"], input: "next\nnext\n")
    #expect(access(state, F_OK) != 0)
    let walk = run(["walk", "--plain"], input: "dE/dw5 = 0.0349\ndE/dw5 = -0.0349\ndE/dw5 = (\n")
    #expect(walk.code == 0)
    let attempts = try ProgressStore.reading(state).attempts()
    #expect(attempts.map(\.verdict) == [.mistake, .right, .unreadable])
    #expect(attempts.map(\.isFirst) == [true, false, false])
    #expect(attempts.first?.mistakes == ["sign-flip"] && attempts.first?.step == "dE/dw5")
    // The clock is the calendar's, not the session's.
    #expect(attempts.allSatisfy { $0.time > 1_700_000_000_000 })
    // Another session knows what was asked before.
    _ = run(["walk", "--plain"], input: "dE/dw5 = -0.0349\n")
    #expect(try ProgressStore.reading(state).attempts().last?.isFirst == false)
    let page = run(["progress"])
    #expect(page.output.contains("1 x wrong sign") || page.output.contains("1 × wrong sign"))
    #expect(page.output.contains("∂E/∂w5: you wrote 0.0349 (in the last 24 hours)"))
    #expect(run(["progress", "--lang", "zh"]).output.contains("我常犯的错误"))
  }

  /// Whatever a learner typed is text in a spreadsheet, and harmless on a terminal.
  @Test func exportsAreSafe() throws {
    defer { unlink(state) }
    let answers = ["=HYPERLINK(\"x\")", "+1", "-0.03", "@x", "＝1", "a,\"b\"\nc", "'x", "\u{1B}]52;c;x\u{07}", "中文"]
    try keep(answers.map { Self.attempt($0, .mistake) })
    let csv = run(["progress", "--format", "csv"]).output
    for cell in [
      "\"'=HYPERLINK(\"\"x\"\")\"", "\"'+1\"", "\"'-0.03\"", "\"'@x\"", "\"'＝1\"", "\"a,\"\"b\"\"\nc\"", "\"''x\"",
    ] {
      #expect(csv.contains(cell), "\(cell)")
    }
    #expect(!run(["progress"]).output.contains("\u{1B}"))
    // Both forms hold everything, and can be read again.
    let json = run(["progress", "--format", "json"]).output
    let read = try [csv, json].map { try AttemptFile.attempts(.init(name: "x", $0)) }
    let kept = try ProgressStore.reading(state).attempts()
    #expect(read == [kept, kept] && kept.map(\.answer) == answers)
  }

  @Test func aClassAtAGlance() throws {
    defer { unlink(state) }
    try keep([Self.attempt("1", .mistake), Self.attempt("2")])
    let (csv, json) = (TemporaryFile(), TemporaryFile())
    _ = run(["progress", "--format", "csv", "--output", csv.path])
    _ = run(["progress", "--format", "json", "--output", json.path])
    let page = run(["progress", "--merge", state, csv.path, json.path])
    // The same learner three times is one.
    #expect(page.code == 0 && page.output.hasPrefix("1 learner, 2 answers"))
    #expect(page.error.contains("the same learner again, counted once: \(csv.path), \(json.path)"))
    #expect(page.output.contains("1 of 1 learner, 1 time\n") && page.output.contains("50% of 2 first answers right"))
    #expect(run(["progress", "--merge", state, "--lang", "zh"]).output.contains("1 人中有 1 人，共 1 次"))
    // One of each is told as one.
    let one = TemporaryFile(AttemptFile.csv([Self.attempt("1", .mistake)]))
    let single = run(["progress", "--merge", one.path]).output
    #expect(single.hasPrefix("1 learner, 1 answer\n") && single.contains("1 of 1 learner, 1 time\n"))
    #expect(single.contains("0% of 1 first answer right\n"))
    let wrong = TemporaryFile("{\"format\": 1}")
    for file in ["/nonexistent", wrong.path] {
      let outcome = run(["progress", "--merge", file])
      #expect(outcome.code == 2 && outcome.output.isEmpty && outcome.error.contains(file))
      // Beside a good one it is reported and left out.
      let some = run(["progress", "--merge", file, one.path])
      #expect(some.code == 0 && some.output == single)
      #expect(some.error.contains(file) && some.error.contains("1 of 2 files left out"))
    }
    #expect(run(["progress", "--merge"]).code == 2 && run(["progress", "x"]).code == 2)
  }

  /// What a room has answered, judged once more: the last answer of each vote, and nobody's secret.
  @Test func aRoomsLogIsMergedIn() throws {
    func line(_ question: String, _ student: String, _ number: Int, _ answer: String, round: Int = 1) -> String {
      let payload = #"{\"round\":\#(round),\"number\":\#(number),\"answer\":\"\#(answer)\"}"#
      return #"{"topic":"bptutor/room-7/answer/\#(question)/\#(student)","payload":"\#(payload)"}"# + "\n"
    }
    let (one, other) = ("aaaabbbbccccdddd", "eeeeffffgggghhhh")
    let asked = "hidden-weight.slope-h1.0"
    let log = TemporaryFile(
      // out_h1 for its slope, then the right sign; the other right at once.
      line(asked, one, 1, "0.1") + line(asked, one, 2, "0.276878") + line(asked, one, 2, "7")
        + line(asked, other, 1, "0.200217") + line(asked, one, 3, "0.200217", round: 2)
        + line("walk.16.0", one, 4, "0.5") + "{\"topic\":\"bptu")
    let csv = run(["progress", "--merge", log.path, "--format", "csv"])
    #expect(csv.code == 0 && csv.error.contains("1 answer to questions of no lesson"), "\(csv.error)")
    let members = try AttemptFile.members(.init(name: "x", csv.output))
    #expect(members.count == 2 && members.allSatisfy { $0.name?.hasPrefix("room-7 ") == true })
    #expect(members.map { $0.attempts.map(\.answer) } == [["0.276878", "0.200217"], ["0.200217"]])
    #expect(members.map { $0.attempts.map(\.isFirst) } == [[true, false], [true]])
    #expect(members.flatMap(\.attempts).allSatisfy { $0.lesson == "hidden-weight" && $0.step == "slope-h1" })
    #expect(!csv.output.contains(one) && !csv.output.contains("aaaa"))
    let page = run(["progress", "--merge", log.path, "--lesson", "hidden-weight"]).output
    #expect(page.hasPrefix("2 learners, 3 answers") && page.contains("room-7 "), "\(page)")
  }

  /// With names from a list; for a colleague without them, as a page, and as tables in which each answer has its learner.
  @Test func aClassByName() throws {
    let wrong = (0..<3).map { Self.attempt("1\($0)", .mistake) }
    let folder = TemporaryFolder()
    for (name, attempts) in [("s1", wrong), ("s2", [Self.attempt("7")])] {
      folder.write(AttemptFile.csv(attempts), "\(name).csv")
    }
    folder.write("id,name\ns1,Anna Meier\ns2,<b>Bo\n", "class.csv")
    let files = ["s1.csv", "s2.csv"].map { folder.path + "/" + $0 }
    let merge = ["progress", "--merge"] + files + ["--students", folder.path + "/class.csv"]
    let page = run(merge)
    #expect(page.output.contains("  Anna Meier\n") && page.output.contains("×3\n"))
    let html = run(merge + ["--format", "html", "--lang", "zh"]).output
    #expect(
      html.contains("Anna Meier") && html.contains("&lt;b&gt;Bo") && !html.contains("<b>Bo") && html.contains("谁需要帮助"))
    for format in ["text", "html", "csv", "json"] {
      let anonymous = run(merge + ["--anonymous", "--format", format]).output
      #expect(!anonymous.contains("Anna") && anonymous.contains("#1") && anonymous.contains("#2"), "\(format)")
    }
    let table = TemporaryFile(run(merge + ["--format", "csv"]).output)
    #expect(try AttemptFile.members(.init(name: "x", table.text)).map(\.name) == ["Anna Meier", "<b>Bo"])
    #expect(run(["progress", "--merge", table.path]).output == page.output)
    #expect(run(["progress", "--anonymous"]).code == 2 && run(["progress", "--format", "html"]).code == 2)
    #expect(run(merge + ["--lesson", "nowhere"]).code == 2)
  }

  /// A lesson's questions, each with what went wrong: by the catalogue, by its author, by nothing that is known.
  @Test func aLessonsQuestionsByMistake() throws {
    var foreseen = Self.attempt("-0.65", .mistake, step: "net-h2", lesson: "forward-pass")
    foreseen.mistakes = []
    var unknown = Self.attempt("7", .unknown, step: "net-h2", lesson: "forward-pass")
    unknown.isFirst = false
    var elsewhere = Self.attempt("0.03", .mistake)
    elsewhere.mistakes = ["half"]
    let wrong = TemporaryFile(AttemptFile.csv([foreseen, unknown, elsewhere]))
    let page = run(["progress", "--merge", wrong.path, "--lesson", "forward-pass"])
    #expect(page.code == 0 && page.output.contains("The questions of"))
    #expect(page.output.contains("The two products are right. What else arrives at h2? ×1"))
    #expect(
      page.output.contains("0 of 1 learner right at the first try") && page.output.contains("other wrong answers: 1"))
    #expect(page.output.contains("No one has answered it yet.") && !page.output.contains("a factor of 2"))
    let zh = run(["progress", "--merge", wrong.path, "--lesson", "forward-pass", "--lang", "zh"])
    #expect(zh.output.contains("还没有人作答。") && zh.output.contains("两个乘积都对。h2 还收到了什么？") && zh.output.contains("的题目"))
  }

  @Test func forgettingNeedsAYes() throws {
    defer { unlink(state) }
    var inLesson = Self.attempt("1")
    inLesson.lesson = "loss"
    try keep([inLesson, Self.attempt("2")])
    let refused = run(["progress", "--reset"])
    #expect(refused.code == 2 && refused.error.contains("--yes"))
    #expect(try ProgressStore.reading(state).attempts().count == 2)
    // A name that is none is told, rather than that there is nothing to forget.
    let misspelt = run(["progress", "--reset", "lss", "--yes"])
    #expect(misspelt.code == 2 && misspelt.error.contains("did you mean 'loss'?"))
    #expect(run(["progress", "--reset", "forward-pass", "--yes"]).output == "There is nothing to forget.\n")
    // By its number, as everywhere.
    #expect(run(["progress", "--reset", "2", "--yes"]).output == "Forgotten.\n")
    #expect(try ProgressStore.reading(state).attempts().map(\.answer) == ["2"])
    #expect(run(["progress", "--reset", "--yes", "--lang", "zh"]).output == "已清除。\n")
    #expect(try ProgressStore.reading(state).attempts().isEmpty)
  }

  /// The session goes on where nothing can be saved, and says so once.
  @Test(arguments: [
    ["BPTUTOR_STATE": "", "HOME": ""], ["BPTUTOR_STATE": "/proc/x/progress.db"], ["BPTUTOR_STATE": "/dev/null"],
  ])
  func withoutAPlaceTheSessionGoesOn(_ environment: [String: String]) {
    let walk = Program.run(
      ["walk", "--plain"], input: "dE/dw5 = 1\ndE/dw5 = 2\nnext\n", environment: environment)
    #expect(walk.code == 0 && walk.output.contains("Place 2 of"))
    #expect(walk.output.components("Progress is not being saved: ") == 2)
  }

  @Test func filesThatCannotBeUsedAreSaid() throws {
    defer { unlink(state) }
    let newer = run(["progress"])
    #expect(newer.code == 0)
    let nowhere = Program.run(["progress"], environment: ["BPTUTOR_STATE": "", "HOME": ""])
    #expect(nowhere.code == 4 && nowhere.error.contains("HOME is not set") && nowhere.output.isEmpty)
    let folder = Program.run(["progress", "--lang", "zh"], environment: ["BPTUTOR_STATE": "/tmp"])
    #expect(folder.code == 4 && folder.error.contains("它不是普通文件"))
    let foreign = TemporaryFile("Dear diary")
    let moved = Program.run(["progress"], environment: ["BPTUTOR_STATE": foreign.path])
    #expect(moved.code == 0 && moved.error.contains("It was kept as \(foreign.path).2"))
    _ = Program.shell("rm -f \(foreign.path).2*")
  }
}

extension String {
  /// How many pieces a separator makes.
  fileprivate func components(_ separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
