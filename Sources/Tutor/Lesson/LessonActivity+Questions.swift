import Diagnosis
import Diagnostics
import Lessons
import Networks
import Progress
import Questions
import Traces

/// What is different about questions in a lesson: they belong to its screens, some are tests, and answers are kept.
extension LessonActivity: BoardActivity {
  mutating func move(_ shared: Shared, _ motion: (inout Walk) -> Bool) {}

  mutating func goOn(_ shared: inout Shared) -> [Request] { advance(&shared) }

  mutating func go(toEntry number: Int, _ shared: Shared) { goSeen(number - 1) }

  var overview: (count: Int, current: Int) { (run.screens.count + 1, run.screen + 1) }

  /// The lesson asks; what is settled stays so.
  mutating func ask(_ sort: Question.Sort?, _ shared: Shared) {}

  var recordedLesson: String? { run.id }

  /// What the end of the lesson says about it.
  mutating func noteOutcome(_ verdict: Verdict, _ asking: Asking) {
    guard let id = asking.question.ask?.id else { return }
    var outcome = run.outcomes[id] ?? LessonRun.Outcome()
    let isFirstOfPart = !asking.tries.contains { $0.part == asking.part && $0.verdict.isScorable }
    let isWrong = verdict.kind == .mistake || verdict.kind == .unknown
    if outcome.first == nil || isWrong && isFirstOfPart && outcome.isRightAtOnce {
      outcome.first = verdict.kind
    }
    if isFirstOfPart, asking.helpToPart.map({ $0 >= .rule }) == true { outcome.wasHelped = true }
    if isWrong {
      for mistake in verdict.mistakes where !outcome.mistakes.contains(mistake) { outcome.mistakes.append(mistake) }
      if outcome.said == nil { outcome.said = verdict.feedback }
    }
    run.outcomes[id] = outcome
  }

  // MARK: Looking up

  mutating func refusesInTest() -> Bool {
    // In front of a room there are no tests.
    if isForRoom { return false }
    if let asking = board.asking, !asking.isSettled, asking.question.mode == .test {
      notice(
        Words(
          en: "This is a test: that can be looked up after it. s leaves the question open.",
          zh: "这是测验，测完再查。按 s 可以先跳过这道题。"))
      return true
    }
    let isOpen = run.askings.contains { id, asking in
      asking.question.mode == .test && !asking.isSettled && run.outcomes[id]?.isSkipped != true
    }
    if isOpen {
      notice(Words(en: "A question of the test is still open: that can be looked up after it.", zh: "测验中还有一题未答，答完再查。"))
    }
    return isOpen
  }

  mutating func noteElsewhere(_ lookup: Lookup) -> (isNoted: Bool, requests: [Request]) {
    var isNoted = false
    for (id, open) in run.askings where id != run.ask?.id && !open.isSettled && !open.isGuess {
      guard !Set(open.subjects).isDisjoint(with: lookup.quantities) else { continue }
      let isSame = open.current.network == board.walk.network
      run.askings[id]?.note(lookup: isSame ? .answer : .setUp)
      isNoted = true
    }
    return (isNoted, [])
  }
}
