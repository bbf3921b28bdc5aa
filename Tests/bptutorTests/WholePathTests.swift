import Diagnosis
import Diagnostics
import Glibc
import LessonTesting
import Lessons
import Networks
import Progress
import Questions
import Skills
import TerminalTesting
import Testing
import Tutor

/// A new learner's whole path on the real program: the menu, every lesson in turn, the final.
@Suite struct WholePathTests {
  private static let catalogue = LessonCatalogue(
    Curriculum.lessons,
    context: LessonContext(
      networkFiles: Curriculum.networks, mistakes: Catalogue.mistakes.map(\.id)))

  /// Every question is answered rightly, and the program is killed at twenty random places: each time it goes on with
  /// the same screen, and every answer whose verdict was seen is in the file.
  @Test(arguments: Language.allCases)
  func fromTheMenuToTheFinal(_ language: Language) throws {
    let file = "/tmp/bptutor-path-\(getpid())-\(language.rawValue)-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(file) }
    let entries = Self.catalogue.entries
    try AuthorsOrder.keep(entries.map(\.id), in: file)
    #expect(entries.count == 20)
    var random = RandomSource(seed: language == .en ? 3 : 4)
    var (answers, kills, steps) = (0, 0, 0)
    for (number, entry) in entries.enumerated() {
      // The state that the program must be in, as far as its events are the same.
      var mirror = try #require(AuthorsOrder.begin(entry, language))
      var session = try number == 0 ? fromMenu(file, language) : start(entry.id, file, language)
      while let run = mirror.lesson, !run.isAtEnd {
        steps += 1
        guard steps < 6_000 else { Issue.record("no end is reached"); return }
        let line = try #require(Self.next(mirror), "\(entry.id), screen \(run.screen + 1)")
        let keys = Self.keys(line, mirror)
        answers += mirror.update(.line(line)).count { if case .record = $0 { true } else { false } }
        session.send(keys: keys)
        guard let screen = mirror.lesson, screen.screen != run.screen || screen.ask != nil else { continue }
        // Whatever has been seen must be kept: the next screen shows that the answer before it was taken.
        guard !screen.isAtEnd, screen.screen != run.screen else { continue }
        try session.wait(forText: " \(screen.screen + 1)/\(screen.screens.count) ", within: 30)
        guard kills < 20, random.next() % 8 == 0 else { continue }
        session.signal(SIGKILL)
        try session.waitForExit()
        kills += 1
        #expect(try ProgressStore.reading(file).attempts().count == answers, "\(entry.id), kill \(kills)")
        session = try start(entry.id, file, language)
        try session.wait(forText: " \(screen.screen + 1)/\(screen.screens.count) ", within: 30)
      }
      try session.wait(forText: language == .en ? "end ━" : "结束 ━", within: 30)
      session.signal(SIGKILL)
      try session.waitForExit()
      #expect(try ProgressStore.reading(file).attempts().count == answers, "\(entry.id)")
    }
    #expect(kills == 20)
    #expect(try ProgressStore.reading(file).attempts().allSatisfy { $0.verdict == .right })
  }

  /// The line that leads on: the right answer, numbers that reach the goal, or nothing but going on.
  private static func next(_ state: State) -> String? {
    guard let run = state.lesson else { return nil }
    if run.ask != nil, !run.isDone { return state.asking.flatMap(RightAnswer.text) }
    if let attempt = run.attempt, !run.isDone { return RightAnswer.moves(attempt, state.walk.network) }
    return "next"
  }

  /// The same line as it is typed: a letter chooses an option, a tile's letter or else `a` opens the line of an answer, `:`
  /// that of a command.
  private static func keys(_ line: String, _ state: State) -> String {
    guard let run = state.lesson, run.ask != nil, !run.isDone, let asking = state.asking else { return ":\(line)\r" }
    let isOption = !asking.question.options(ofPart: asking.part).isEmpty && line.count == 1
    if isOption { return line }
    return asking.question.opensAnswer(with: "a", part: asking.part) ? "\(line)\r" : "a\(line)\r"
  }

  private func start(_ lesson: String, _ file: String, _ language: Language) throws -> PtySession {
    let session = try PtySession(
      [Program.path, "lesson", lesson, "--lang", language.rawValue], environment: ["BPTUTOR_STATE": file])
    try session.wait(forText: " bptutor · ", within: 30)
    return session
  }

  private func fromMenu(_ file: String, _ language: Language) throws -> PtySession {
    let session = try PtySession(
      [Program.path, "--lang", language.rawValue], environment: ["BPTUTOR_STATE": file])
    try session.wait(forText: language == .en ? "Begin here" : "从这里开始", within: 30)
    session.send(keys: "\r")
    try session.wait(forText: " 1/", within: 30)
    return session
  }
}
