import Diagnosis
package import Diagnostics
import Expressions
package import Lessons
import Networks
import Questions
import Screen
import Skills
import Traces
package import Tutor

/// Works through any lesson as a learner would, with the answers that the engine computes.
///
/// Nothing is asserted here; each function returns what went wrong, in words, so that a test can show it.
package struct LessonSolver {
  private let name: String
  private var complaints: [String] = []
  /// Whether the catalogue's wrong answers are tried: they are the same in every language of a lesson.
  private var isCatalogued = true

  private init(_ name: String) { self.name = name }

  /// A state at the beginning of a lesson; nil where there is nothing in it.
  package static func begin(_ entry: LessonCatalogue.Entry, _ language: Language, seed: UInt64? = nil) -> State? {
    var state = State(network: BundledNetworks.default, language: language)
    return state.begin(entry, seed: seed) ? state : nil
  }

  /// Answers everything rightly, from the first screen to the end.
  package static func solve(_ entry: LessonCatalogue.Entry, _ language: Language, seed: UInt64? = nil) -> [String] {
    var solver = LessonSolver("\(entry.id) \(language)\(seed.map { " seed \($0)" } ?? "")")
    solver.run(begin(entry, language, seed: seed), isTryingWrong: false)
    return solver.complaints
  }

  /// Before each question is answered rightly, answers it wrongly in every way that the catalogue and the author know.
  package static func err(_ entry: LessonCatalogue.Entry, _ language: Language, seed: UInt64? = nil) -> [String] {
    var solver = LessonSolver("\(entry.id) \(language)\(seed.map { " seed \($0)" } ?? "")")
    solver.isCatalogued = language == .en || entry.lessons[.en] == nil
    solver.run(begin(entry, language, seed: seed), isTryingWrong: true)
    return solver.complaints
  }

  // MARK: Working through

  private mutating func run(_ begun: State?, isTryingWrong: Bool) {
    guard var state = begun, let count = state.lesson?.screens.count else { return complain("cannot be begun") }
    var clock = 0
    for _ in 0..<(count * 400) {
      guard let run = state.lesson, !run.isAtEnd else { break }
      // Slowly enough to be no guesser.
      clock += 10_000
      _ = state.update(.time(clock))
      let screen = run.screen
      if let ask = run.ask, !run.isDone {
        if isTryingWrong, state.asking?.tries.isEmpty == true { tryWrong(ask, state) }
        guard let answer = state.asking.flatMap(RightAnswer.text) else { return complain("\(ask.id): no right answer") }
        let effects = state.update(.line(answer))
        let verdict = state.asking?.tries.last?.verdict
        if verdict?.kind != .right {
          return complain(
            "\(ask.id): '\(answer)' is right, and was called \(verdict?.kind.rawValue ?? "-"): \(verdict?.feedback.en ?? "")"
          )
        }
        if !effects.contains(where: { if case .record = $0 { true } else { false } }) {
          return complain("\(ask.id): the answer is not kept")
        }
      } else if let attempt = run.attempt, !run.isDone {
        guard let line = RightAnswer.moves(attempt, state.walk.network) else {
          return complain("\(attempt.id): the goal was not found")
        }
        _ = state.update(.line(line))
        if state.lesson?.isDone != true { return complain("\(attempt.id): '\(line)' reaches no goal") }
      } else {
        let before = (screen, state.walk.index)
        _ = state.update(.key(.right))
        if state.lesson.map({ ($0.screen, state.walk.index) == before }) ?? true {
          return complain("screen \(screen + 1): does not go on")
        }
      }
    }
    check(end: state)
  }

  private mutating func check(end state: State) {
    guard let run = state.lesson, run.isAtEnd else { return complain("no end is reached") }
    for task in run.tasks where !run.isDone(task.id) { complain("\(task.id): still open at the end") }
    // Numbers are moved until it is right, and have no first try.
    let attempts = run.lesson.elements.compactMap {
      if case .attempt(let attempt) = $0.content { attempt.id } else { nil }
    }
    for task in run.tasks
    where task.isCounted && !attempts.contains(task.id) && run.outcomes[task.id]?.isRightAtOnce != true {
      complain("\(task.id): does not count as right at the first try")
    }
    // The place is enough to come back to the same end.
    guard let place = LessonPlace(text: run.place.text) else { return complain("the place cannot be read again") }
    if place != run.place { complain("the place is another one when it is read again") }
  }

  // MARK: Wrong answers

  private mutating func tryWrong(_ ask: Ask, _ state: State) {
    guard let question = state.asking?.current else { return }
    var (part, probe) = (0, state)
    while part < question.partCount {
      for wrong in WrongAnswers.all(to: question, part: part) where wrong.mistake == nil || isCatalogued {
        check(wrong, ask, probe)
      }
      // To the next part by the right answer to this one.
      guard part + 1 < question.partCount, let answer = probe.asking.flatMap(RightAnswer.text) else { return }
      _ = probe.update(.line(answer))
      part += 1
    }
  }

  private mutating func check(_ wrong: WrongAnswers.Answer, _ ask: Ask, _ state: State) {
    var probe = state
    _ = probe.update(.line(wrong.text))
    guard let verdict = probe.asking?.tries.last?.verdict, probe.asking?.tries.count != state.asking?.tries.count else {
      return complain("\(ask.id): '\(wrong.text)' was not taken for an answer")
    }
    switch verdict.kind {
    case .right, .followThrough: complain("\(ask.id): '\(wrong.text)' (\(wrong.why)) was accepted")
    case .unreadable: complain("\(ask.id): '\(wrong.text)' (\(wrong.why)) could not be read: \(verdict.feedback.en)")
    case .mistake, .unknown:
      if let say = wrong.say, verdict.feedback.en != say {
        complain("\(ask.id): to '\(wrong.text)' the author says otherwise than '\(verdict.feedback.en)'")
      }
      if let id = wrong.mistake, !verdict.mistakes.contains(id), !isExplained(verdict, wrong), !isAuthored(verdict, ask)
      {
        complain("\(ask.id): '\(wrong.text)' is \(id), and was called \(verdict.kind.rawValue) \(verdict.mistakes)")
      }
    }
    if verdict.feedback.en.isEmpty || verdict.feedback.zh.isEmpty {
      complain("\(ask.id): nothing is said to '\(wrong.text)'")
    }
    if probe.asking?.isSettled != false { complain("\(ask.id): '\(wrong.text)' settles it") }
  }

  /// Whether mistakes are named, and every one of them leads to that number.
  private func isExplained(_ verdict: Verdict, _ wrong: WrongAnswers.Answer) -> Bool {
    verdict.kind == .mistake && !verdict.mistakes.isEmpty && wrong.alike.isSuperset(of: verdict.mistakes)
  }

  private func isAuthored(_ verdict: Verdict, _ ask: Ask) -> Bool {
    ask.wrong.contains { $0.say == verdict.feedback.en }
  }

  private mutating func complain(_ text: String) { complaints.append("\(name): \(text)") }
}
