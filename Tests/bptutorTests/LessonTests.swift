import Diagnostics
import LessonTesting
import Networks
import Questions
import Screen
import TerminalTesting
import Testing
import Tutor
import TutorViews

/// The real program with a lesson in a terminal, and line by line.
@Suite(.serialized) struct LessonTests {
  private let folder = TemporaryFolder()

  private func files() -> String {
    for (name, text) in SampleLessons.files { folder.write(text, name) }
    return folder.path + "/every-kind.en.md"
  }

  /// From the first screen to the end, answering by keys; each screen is the one that the state draws.
  @Test(arguments: Language.allCases) func aLessonInATerminal(_ language: Language) throws {
    let size = Size(columns: 80, rows: 24)
    let entry = try #require(SampleLessons.everyKind)
    var state = try #require(AuthorsOrder.begin(entry, language))
    try AuthorsOrder.keep(["every-kind"], in: folder.path + "/progress.db")
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "lesson", files(), "--lang", language.rawValue], size: size,
      environment: ["HOME": folder.path, "BPTUTOR_STATE": folder.path + "/progress.db"])
    var keys = 0
    try expect(state, size, session, "the beginning")
    while state.lesson?.isAtEnd == false, keys < 600 {
      for key in Self.keys(for: state) {
        keys += 1
        _ = state.update(.key(key))
        session.send(keys: Self.bytes(of: key))
        try expect(state, size, session, "key \(keys), \(key)")
      }
    }
    #expect(state.lesson?.isAtEnd == true)
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  /// What a learner who knows everything presses.
  private static func keys(for state: State) -> [Key] {
    guard let run = state.lesson, !run.isDone else { return [.right] }
    if let attempt = run.attempt, let line = RightAnswer.moves(attempt, state.walk.network) {
      return [.character(":")] + line.map { .character(String($0)) } + [.enter]
    }
    guard let asking = state.asking, let answer = RightAnswer.text(asking) else { return [.right] }
    // A letter chooses an option at once.
    let options = asking.question.options(ofPart: asking.part)
    if !options.isEmpty, answer.count == 1 { return [.character(answer)] }
    // Where `a` is a tile, the first tile's letter opens the line.
    let isTile = asking.question.opensAnswer(with: "a", part: asking.part)
    return (isTile ? [] : [.character("a")]) + answer.map { .character(String($0)) } + [.enter]
  }

  private static func bytes(of key: Key) -> String {
    switch key {
    case .character(let text): text
    case .enter: "\r"
    default: "\u{1B}[C"
    }
  }

  private func expect(_ state: State, _ size: Size, _ session: PtySession, _ place: String) throws {
    let lines = View.render(state, size).lines
    try session.wait(for: place, within: 5) { session.lines == lines }
  }

  @Test(arguments: Language.allCases) func aLessonLineByLine(_ language: Language) {
    let lines = ["", "-1.55", "-0.96", "", "skip", "quit"]
    let outcome = Program.run(
      ["lesson", files(), "--plain", "--lang", language.rawValue], input: lines.joined(separator: "\n") + "\n",
      environment: ["HOME": folder.path])
    #expect(outcome.code == 0)
    #expect(outcome.error == "")
    let said =
      language == .en
      ? ["Screen 1 of 16", "What is net_h1?", "That is what arrives at h2.", "Right.", "Left open"]
      : ["第 1 屏，共 16 屏", "net_h1 等于多少？", "这是到达 h2 的量。", "正确。", "已跳过"]
    var rest = outcome.output[...]
    for text in said {
      guard let found = rest.range(of: text) else {
        Issue.record("'\(text)' is not said in its turn in: \(outcome.output)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  @Test func aLessonThatIsNotThere() {
    let outcome = Program.run(["lesson", "forward-pas", "--lang", "en"], environment: ["HOME": folder.path])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("did you mean 'forward-pass'?"))
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
