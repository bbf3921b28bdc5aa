import Diagnostics
import Exercises
import Expressions
import Lessons
import Networks
import Questions
import Traces

/// Looking something up while a question is open: it is told, and counts as a hint; in a test it has to wait.
extension State {
  /// What is told by the way.
  struct Lookup {
    /// Quantities whose values are told.
    var quantities: [Quantity] = []
    /// How much it helps with the question at hand, as a rung of the ladder; nil where it tells nothing new.
    var rung: Hint.Rung?
  }

  /// Tells, unless a test is being written; keeps that it was told.
  mutating func lookUp(_ lookup: Lookup, _ tell: (inout State) -> Void) {
    guard lookup.rung != nil else { return tell(&self) }
    if refusesInTest() { return }
    tell(&self)
    guard reply?.kind == .answer, note(lookup) else { return }
    reply?.lines.append(
      .words(Words(en: "Looked up: this counts as a hint to the open question.", zh: "已查阅：这算作当前题目的一次提示。")))
  }

  /// What evaluating a formula tells; nothing where it is the learner's own calculation with what is known.
  func lookup(evaluating text: String) -> Lookup {
    guard let expression = try? walk.network.parse(text) else { return Lookup() }
    let unknown = expression.leafNames.compactMap(walk.network.architecture.quantity(named:)).filter { !walk.knows($0) }
    return Lookup(
      quantities: unknown, rung: !unknown.isEmpty ? .setUp : expression.derivesSomething ? .rule : nil)
  }

  /// What the reason of the step at hand tells.
  var lookupOfRule: Lookup { Lookup(rung: asking?.question?.kind == .rule ? .answer : .rule) }

  // MARK: Tests

  /// Says that it has to wait, where a test question is open that was not left open on purpose.
  mutating func refusesInTest() -> Bool {
    // In front of a room nobody is tested.
    guard isInLesson, presentation == nil, let run = lesson else { return false }
    if let asking, !asking.isSettled, asking.exercise?.ask.mode == .test {
      reply = .notice(
        Words(
          en: "This is a test: that can be looked up after it. s leaves the question open.",
          zh: "这是测验，测完再查。按 s 可以先跳过这道题。"))
      return true
    }
    let isOpen = run.askings.contains { id, asking in
      asking.exercise?.ask.mode == .test && !asking.isSettled && run.outcomes[id]?.isSkipped != true
    }
    if isOpen {
      reply = .notice(
        Words(en: "A question of the test is still open: that can be looked up after it.", zh: "测验中还有一题未答，答完再查。"))
    }
    return isOpen
  }

  // MARK: Keeping

  /// Keeps with the questions that are open how much was told of them; whether there is one.
  private mutating func note(_ lookup: Lookup) -> Bool {
    guard let rung = lookup.rung, presentation == nil else { return false }
    var isNoted = false
    if asking != nil, asking?.isSettled == false, asking?.isGuess == false {
      let tells = !Set(asking?.subjects ?? []).isDisjoint(with: lookup.quantities)
      asking?.note(lookup: tells ? .answer : rung)
      isNoted = true
    }
    let here = isInLesson ? lesson?.ask?.id : nil
    for (id, open) in lesson?.askings ?? [:] where id != here && !open.isSettled && !open.isGuess {
      guard !Set(open.subjects).isDisjoint(with: lookup.quantities) else { continue }
      let isSame = open.exercise?.network == walk.network
      lesson?.askings[id]?.note(lookup: isSame ? .answer : .setUp)
      isNoted = true
    }
    return isNoted
  }

  /// What the walk that a lesson was left for has come past was looked up as well.
  mutating func noteWhatTheWalkTold() {
    guard let run = lesson, run.isAway else { return }
    let told = Set(run.askings.values.filter { !$0.isSettled }.flatMap(\.subjects)).filter { walk.knows($0) }
    if !told.isEmpty { _ = note(Lookup(quantities: Array(told), rung: .setUp)) }
  }

  /// Whether a question waits that the walk may tell the answer of.
  var isQuestionWaiting: Bool {
    presentation == nil && lesson?.askings.values.contains { !$0.isSettled && !$0.isGuess } == true
  }
}

extension Asking {
  /// What must not be told before it is answered; what is given anyway can be no answer.
  fileprivate var subjects: [Quantity] {
    switch task {
    case .step(let question): [question.quantity]
    case .lesson(let exercise): exercise.subjects.filter { exercise.network[given: $0] == nil }
    }
  }
}

extension Expression {
  /// Whether a derivative is carried out in it.
  fileprivate var derivesSomething: Bool {
    switch self {
    case .derivative: leafName == nil
    case .slope: true
    default: children.contains { $0.derivesSomething }
    }
  }
}
