import Diagnosis
import Diagnostics
import LessonTesting
import Lessons
import Networks
import Questions
import Screen
import Testing
import Traces
import TutorViews

@testable import Tutor

/// A lesson in front of a room: what a clicker and the presenter's keys do.
struct PresentingTests {
  private static let shipped = LessonCatalogue.trusted(
    Curriculum.lessons,
    context: LessonContext(networkFiles: Curriculum.networks, mistakes: Catalogue.mistakes.map(\.id)))

  private func begin(
    _ entry: LessonCatalogue.Entry? = SampleLessons.everyKind, _ language: Language = .en,
    on side: Presentation.Side = .projector, now: Int = 5_000
  ) throws -> State {
    let entry = try #require(entry)
    var state = State(network: BundledNetworks.default, language: language)
    _ = state.update(.time(now))
    let hasBegun = state.present(entry, on: side)
    try #require(hasBegun)
    return state
  }

  /// At the screen of a question or a `try`.
  private func state(at id: String, _ language: Language = .en) throws -> State {
    var state = try begin(SampleLessons.everyKind, language)
    state.go(toScreen: try #require(state.lesson?.tasks.first { $0.id == id }).screen)
    return state
  }

  @discardableResult
  private func press(_ keys: Key..., in state: inout State) -> [Effect] {
    keys.flatMap { state.update(.key($0)) }
  }

  private func type(_ text: String, in state: inout State) {
    _ = press(.character("a"), in: &state)
    for character in text { _ = state.update(.key(.character(String(character)))) }
    _ = state.update(.key(.enter))
  }

  /// What can be seen of a presentation.
  struct Sight: Equatable {
    let screen: Int?
    let stop: Int
    let part: Int?
    let answers: [String]
    let isSettled: Bool?
    let moved: [Double]

    init(_ state: State) {
      screen = state.lesson?.screen
      stop = state.walk.index
      part = state.asking?.part
      answers = state.asking?.tries.map(\.text) ?? []
      isSettled = state.asking?.isSettled
      moved = state.lesson?.attempt?.moved.map { state.walk.network[given: $0] ?? .nan } ?? []
    }
  }

  // MARK: The clicker

  /// Every question of every lesson stands, and then is answered; nothing is kept; all of it fits 80×24.
  @Test(arguments: shipped.map(\.id), Language.allCases)
  func aClickerAloneGoesThroughALesson(_ id: String, _ language: Language) throws {
    var state = try begin(Self.shipped.first { $0.id == id }, language)
    let tasks = try #require(state.lesson?.tasks)
    var (standing, answered): (Set<String>, Set<String>) = ([], [])
    var clicks = 0
    while state.lesson?.isAtEnd == false {
      if let run = state.lesson, let id = run.actionID {
        if run.isDone { answered.insert(id) } else { standing.insert(id) }
      }
      let lines = View.render(state, Size(columns: 80, rows: 24)).lines
      #expect(
        !lines.contains { $0.contains("v shows all") || $0.contains("按 v 查看") }, "\(lines.joined(separator: "\n"))")
      let before = Sight(state)
      let effects = press(.pageDown, in: &state)
      #expect(effects == [])
      try #require(Sight(state) != before, "does not go on from \(before)")
      clicks += 1
      try #require(clicks < 2_000)
    }
    #expect(standing == Set(tasks.map(\.id)))
    #expect(answered == standing)
    #expect(state.lesson?.outcomes.values.allSatisfy { $0.isDone } == true)
  }

  /// Each click back shows what was seen before the click onwards.
  @Test(arguments: Language.allCases) func goingBackIsTheSameWayInReverse(_ language: Language) throws {
    var state = try begin(SampleLessons.everyKind, language)
    var sights = [Sight(state)]
    while state.lesson?.isAtEnd == false {
      press(.pageDown, in: &state)
      sights.append(Sight(state))
      try #require(sights.count < 500)
    }
    for sight in sights.dropLast().reversed() {
      press(.pageUp, in: &state)
      try #require(Sight(state) == sight)
    }
    #expect(state.lesson?.screen == 0)
    press(.pageUp, in: &state)
    #expect(Sight(state) == sights[0])
    #expect(state.reply?.kind == .notice)
  }

  @Test func aLineBeingTypedDoesNotHoldTheClicker() throws {
    var state = try state(at: "net")
    press(.character("a"), .character("-"), .character("."), .character("b"), in: &state)
    // In a line that is typed, the clicker's characters are text.
    #expect(state.prompt?.editor.text == "-.b")
    #expect(state.presentation?.isBlank == false)
    press(.pageDown, in: &state)
    #expect(state.prompt == nil)
    #expect(state.asking?.isSettled == true)
    press(.character(":"), .character("x"), .pageUp, in: &state)
    #expect(state.prompt == nil)
    #expect(state.asking?.isSettled == false)
    #expect(state.asking?.tries == [])
  }

  @Test func everyScreenCanBeGoneTo() throws {
    var state = try begin()
    let count = try #require(state.lesson?.screens.count)
    press(.character("9"), .character("G"), in: &state)
    #expect(state.lesson?.screen == 8)
    press(.character("G"), in: &state)
    #expect(state.lesson?.screen == count)
    press(.character("g"), in: &state)
    #expect(state.lesson?.screen == 0)
    press(.character("o"), .end, .up, .enter, in: &state)
    #expect(state.lesson?.screen == count - 1)
  }

  // MARK: The dark screen

  @Test(arguments: [".", "b", "。"]) func aKeyMakesTheScreenDark(_ key: String) throws {
    var state = try begin()
    press(.pageDown, in: &state)
    let lit = state
    for back in [Key.character("."), .character("b"), .pageDown, .pageUp, .right, .left, .character(" "), .escape] {
      press(.character(key), in: &state)
      #expect(state.presentation?.isBlank == true)
      let grid = View.render(state, Size(columns: 80, rows: 24))
      #expect(grid.cells.allSatisfy { $0.isSpace && $0.style == Style(.dark) })
      #expect(View.event(at: Point(column: 10, row: 10), state, grid.size) == nil)
      // It is not taken back by what the program needs itself.
      #expect(press(.control("l"), in: &state) == [.redraw])
      #expect(press(.control("z"), in: &state) == [.suspend])
      #expect(press(back, in: &state) == [])
      #expect(state == lit, "\(back)")
    }
  }

  @Test func theWalkIsLeftForAndDarkToo() throws {
    var state = try state(at: "net")
    let sight = Sight(state)
    press(.character("w"), in: &state)
    #expect(state.kind == .walk)
    press(.character("."), in: &state)
    #expect(state.presentation?.isBlank == true)
    press(.pageDown, .pageDown, .escape, .escape, in: &state)
    #expect(state.kind == .lesson)
    #expect(Sight(state) == sight)
  }

  // MARK: Answers of the room

  @Test func answersAreDiagnosedAndNotKept() throws {
    var state = try state(at: "net")
    var effects: [Effect] = []
    for _ in 0..<4 {
      // However fast they come, a room is never made to wait.
      type("-1.55", in: &state)
      effects += state.update(.time(5_001))
    }
    #expect(state.asking?.tries.map(\.verdict.kind) == Array(repeating: .mistake, count: 4))
    #expect(state.asking?.tries.last?.verdict.feedback.en == "That is what arrives at h2.")
    #expect(!state.isPaused)
    #expect(state.asking?.like == nil)
    press(.pageDown, in: &state)
    #expect(state.asking?.isSettled == true)
    #expect(state.asking?.tries.count == 5)
    press(.pageDown, in: &state)
    #expect(state.lesson?.ask?.id == "own")
    #expect(effects == [])
  }

  @Test func aRightAnswerOfTheRoomIsTakenForTheAnswer() throws {
    var state = try state(at: "net")
    type("-0.960", in: &state)
    #expect(state.asking?.isSettled == true)
    let lines = View.render(state, Size(columns: 80, rows: 24)).lines
    #expect(lines.contains { $0.contains("✓ -0.960") })
    #expect(lines.contains { $0.contains("net_h1 = i1·w1 + i2·w2 + b1") })
    press(.pageDown, in: &state)
    #expect(state.lesson?.ask?.id == "own")
  }

  @Test func aPredictionCanBeVotedOnAgain() throws {
    var state = try state(at: "direction")
    press(.character("+"), in: &state)
    #expect(state.asking?.tries.last?.verdict.kind == .mistake)
    #expect(state.asking?.isSettled == false)
    press(.pageDown, in: &state)
    #expect(state.asking?.isSettled == true)
    #expect(
      View.render(state, Size(columns: 80, rows: 24)).lines.contains { $0.contains("It falls: ∂E/∂w5 = −0.0349326") })
  }

  /// The last hint answers for the room, on the lesson's own numbers.
  @Test func hintsEndInTheAnswer() throws {
    var state = try state(at: "net")
    for _ in 0..<8 { press(.character("H"), in: &state) }
    #expect(state.asking?.isSettled == true)
    #expect(state.asking?.like == nil)
    press(.pageUp, in: &state)
    #expect(state.asking?.isSettled == false)
  }

  @Test func skippingAQuestionLeavesItOpenForLater() throws {
    var state = try state(at: "net")
    press(.character("s"), in: &state)
    #expect(state.lesson?.ask?.id == "own")
    press(.pageUp, in: &state)
    #expect(state.lesson?.ask?.id == "net")
    #expect(state.asking?.isSettled == false)
    press(.pageDown, in: &state)
    #expect(state.asking?.isSettled == true)
  }

  @Test func aGoalIsReachedWithFewDigits() throws {
    var state = try state(at: "move")
    let start = Sight(state).moved
    press(.pageDown, in: &state)
    #expect(state.lesson?.isDone == true)
    let moved = Sight(state).moved
    #expect(moved != start)
    #expect(moved.allSatisfy { DecimalText.shortest($0).count <= 5 })
    press(.pageUp, in: &state)
    #expect(state.lesson?.isDone == false)
    #expect(Sight(state).moved == start)
  }

  // MARK: Notes and time

  @Test(arguments: Language.allCases) func notesAreSeenOnlyWhenWanted(_ language: Language) throws {
    var state = try begin(SampleLessons.everyKind, language)
    let note = language == .en ? "Wait until everybody has read it." : "等大家都读完再继续。"
    func isSeen(_ state: State) -> Bool {
      View.render(state, Size(columns: 80, rows: 24)).lines.contains { $0.contains(note) }
    }
    #expect(!isSeen(state))
    #expect(press(.character("N"), in: &state) == [.wake(1_000)])
    #expect(isSeen(state))
    #expect(state.update(.time(7_300)) == [.wake(700)])
    #expect(press(.character("N"), in: &state) == [])
    #expect(!isSeen(state))
    #expect(state.update(.time(8_000)) == [])
  }

  /// The note behind the last words is not lost.
  @Test func theLastNoteBelongsToTheLastScreen() throws {
    var state = try begin(on: .notes(.own))
    press(.character("G"), .pageUp, in: &state)
    let lines = View.render(state, Size(columns: 80, rows: 24)).lines
    #expect(lines.contains { $0.contains("Ask what was hard.") })
  }

  @Test func theAuthorSeesTheNotesAndALearnerDoesNot() throws {
    let entry = try #require(SampleLessons.everyKind)
    let author = State(Start(.draft(entry), network: BundledNetworks.default))
    let learner = try #require(LessonSolver.begin(entry, .en))
    for (state, isSeen) in [(author, true), (learner, false)] {
      for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
        let lines = View.render(state, size).lines
        #expect(lines.contains { $0.contains("Wait until everybody has read it.") } == isSeen)
      }
    }
  }

  // MARK: The presenter's own screen

  @Test func theNotesScreenTellsWhatIsNextAndTheAnswer() throws {
    var state = try begin(on: .notes(.own))
    _ = state.update(.time(65_000 + 5_000))
    var lines = View.render(state, Size(columns: 80, rows: 24)).lines
    #expect(lines.contains { $0.contains("1:05 of 9 min") })
    #expect(lines.contains { $0.contains("Wait until everybody has read it.") })
    #expect(lines.contains { $0.contains("What is net_h1?") })
    press(.pageDown, in: &state)
    lines = View.render(state, Size(columns: 80, rows: 24)).lines
    #expect(lines.contains { $0.contains("net_h1 = −0.96") })
    #expect(lines.contains { $0.contains("the answer") })
    #expect(lines.contains { $0.contains("then: What is the first term of net_h1?") })
    // The room's screen is another one: nothing here makes it dark.
    press(.character("."), in: &state)
    #expect(state.presentation?.isBlank == false)
  }

  // MARK: On paper

  @Test(arguments: shipped.map(\.id), Language.allCases)
  func theHandoutHasEveryQuestionWithItsAnswerBelow(_ id: String, _ language: Language) throws {
    let state = try begin(Self.shipped.first { $0.id == id }, language)
    let run = try #require(state.lesson)
    let lines = PlainView.handout(state)
    let answers = lines.count { $0.hasPrefix(language == .en ? "Answer: " : "答案：") }
    let asks = run.lesson.elements.compactMap { element in
      if case .ask(let ask) = element.content { Question(ask, base: run.base).partCount } else { nil }
    }
    #expect(answers == asks.reduce(0, +))
    let notes = run.lesson.elements.count { if case .note = $0.content { true } else { false } }
    #expect(lines.count { $0.hasPrefix(language == .en ? "Note: " : "备注：") } == notes)
  }
}
