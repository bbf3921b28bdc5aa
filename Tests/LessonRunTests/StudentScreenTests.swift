import Classroom
import Configuration
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

/// A student's whole screen: follows the presenter, answers, looks around and comes back.
struct StudentScreenTests {
  private static let code = RoomCode("f3k9-qa") ?? .random()
  private static let secret = "student-of-a-test-1"

  /// The room's screen, and a student's that hears of it as over the wire.
  struct Class {
    var room: State
    var student: State
    private var shown: String?
    private(set) var given: [RoomAnswer] = []
    var isConnected = true

    init(_ scene: Start.Scene, _ library: [LessonCatalogue.Entry] = [], _ language: Language = .en) {
      var start = Start(.room(scene, .projector), network: BundledNetworks.default)
      (start.library, start.now) = (library, 5_000)
      room = State(start)
      student = State(
        Start(.seat(StudentScreenTests.code, first: 1_000), network: BundledNetworks.default, language: language))
      let door = RoomDoor(code: StudentScreenTests.code, address: nil, picture: [])
      happen(.presented(.room(.door(door))))
      happen(.presented(.room(.link(.connected))))
      happen(.presented(.room(.here(1))))
      hear(.link(.connected))
      press(.pageDown)
      show()
    }

    mutating func happen(_ event: Event) {
      _ = room.update(event)
      show()
    }

    mutating func press(_ keys: Key...) { for key in keys { happen(.key(key)) } }

    mutating func type(_ text: String) { for character in text { press(.character(String(character))) } }

    /// Keys on the student's screen; answers reach the room.
    mutating func answer(_ keys: Key...) { for key in keys { run(student.update(.key(key))) } }

    mutating func hear(_ news: SeatNews) { run(student.update(.attended(news))) }

    private mutating func run(_ effects: [Effect]) {
      for case .give(let answer) in effects {
        given.append(answer)
        guard isConnected else { continue }
        happen(.presented(.room(.answers([answer.signed(by: StudentScreenTests.secret, "042")]))))
      }
    }

    /// What is new on the wire, as text and back.
    private mutating func show() {
      guard isConnected, let line = RoomScreen.message(room).roomLine, line != shown else { return }
      shown = line
      if let screen = RoomMessage.read(ScreenMessage.self, Array(line.utf8)) { hear(.screen(screen)) }
      if let result = RoomScreen.result(room)?.roomLine,
        let read = RoomMessage.read(ResultMessage.self, Array(result.utf8))
      {
        hear(.result(read))
      }
    }
  }

  private func lines(_ state: State, _ size: Size = Size(columns: 80, rows: 24)) -> String {
    View.render(state, size).lines.joined(separator: "\n")
  }

  private func lesson(_ language: Language = .en) throws -> Class {
    let entry = try #require(SampleLessons.everyKind)
    return Class(.lesson(entry, seed: nil), [entry], language)
  }

  private func go(to id: String, _ pair: inout Class) {
    for _ in 0..<60 where pair.room.lesson?.ask?.id != id || pair.room.asking?.isSettled == true {
      pair.press(.pageDown)
    }
    #expect(pair.room.lesson?.ask?.id == id)
  }

  /// That the vote is not open is said until it is.
  @Test func whatWasSaidOfAClosedVoteGoesWithIt() throws {
    var pair = try lesson()
    go(to: "larger", &pair)
    pair.answer("a", .enter)
    #expect(lines(pair.student).contains("The vote is not open.\n"))
    pair.press("t")
    #expect(!lines(pair.student).contains("The vote is not open.\n"))
    pair.answer("a")
    #expect(pair.given.count == 1)
  }

  // MARK: Following

  /// At each stop the student's own engine draws what the presenter's does.
  @Test func theStudentsStepIsThePresenters() throws {
    var pair = Class(.walk)
    var stops = 0
    while pair.room.walk.index + 1 < pair.room.walk.stops.count {
      #expect(pair.student.walk.index == pair.room.walk.index)
      #expect(pair.student.walk.trace == pair.room.walk.trace)
      let (own, projected) = (lines(pair.student).split(separator: "\n"), lines(pair.room).split(separator: "\n"))
      // All but the line at the top and at the bottom.
      #expect(own.dropFirst().dropLast() == projected.dropFirst().dropLast(), "\(pair.room.walk.index)")
      pair.press(.pageDown)
      stops += 1
    }
    #expect(stops > 50)
    // The gradients' other form, and what came of it all.
    pair.press("d")
    #expect(pair.student.walk.trace.form == pair.room.walk.trace.form)
    pair.press("d", .pageDown)
    #expect(pair.room.showsReward == true && pair.student.showsReward == true)
  }

  @Test func theStudentLooksAroundAndComesBack() throws {
    var pair = Class(.walk)
    pair.press(.pageDown, .pageDown)
    pair.answer("w", .right, .right, .right)
    #expect(pair.student.kind == .walk && pair.student.walk.index == pair.room.walk.index + 3)
    pair.press(.pageDown)
    #expect(pair.student.walk.index == pair.room.walk.index + 2)
    pair.press("a", .enter, "t")
    #expect(lines(pair.student).contains("The class is asked: q goes back, to answer."))
    pair.answer("q")
    #expect(pair.student.kind == .seat && pair.student.walk.index == pair.room.walk.index)
    #expect(lines(pair.student).contains("The vote is open"))
    #expect(pair.student.update(.key("q")) == [.quit])
  }

  @Test func aDarkScreenIsDarkHereToo() throws {
    var pair = Class(.walk)
    pair.press(.pageDown, ".")
    #expect(lines(pair.student).contains("The screen is dark") && !lines(pair.student).contains("net_h1"))
    pair.press(".")
    #expect(lines(pair.student).contains("net_h1"))
  }

  // MARK: Answering

  @Test(arguments: Language.allCases) func anAnswerIsKeptWhileTheConnectionIsLost(_ language: Language) throws {
    var pair = try lesson(language)
    go(to: "net", &pair)
    #expect(!lines(pair.student).contains("0.96"))
    pair.answer("-")
    // The vote is not open yet.
    #expect(pair.student.prompt == nil && pair.given == [])
    pair.press("t")
    pair.answer("i")
    #expect(pair.student.prompt?.editor.text == "i")
    pair.answer(.escape)
    pair.answer("-", "0", ".", "5", .enter)
    #expect(pair.given.map(\.text) == ["-0.5"] && pair.room.put?.vote.answered == 1)
    // The connection drops, and the answer is changed meanwhile.
    pair.isConnected = false
    pair.hear(.link(.lost))
    pair.answer("-", "0", ".", "0", "6", .enter)
    let lost = language == .en ? "The connection is lost" : "连接中断"
    #expect(pair.given.count == 2 && lines(pair.student).contains(lost))
    pair.isConnected = true
    pair.hear(.link(.connected))
    let numbers = pair.given.map(\.number)
    #expect(pair.given.count == 3 && numbers == [1_000, 1_001, 1_001])
    #expect(pair.room.put?.vote.answered == 1)
    #expect(pair.room.put?.vote.named(inRound: 1).map(\.name) == ["042"])
    pair.press("t")
    let feedback = pair.room.put?.vote.judgments["-0.06"]?.feedback[language] ?? "?"
    let start = String(feedback.prefix(12))
    #expect(!lines(pair.student).contains(start) && !lines(pair.student).contains("0.96"))
    pair.press(.pageDown)
    #expect(lines(pair.student).contains(start) && lines(pair.student).contains("0.96"))
  }

  @Test func optionsAreChosenByLetters() throws {
    var pair = try lesson()
    go(to: "larger", &pair)
    pair.press("t")
    pair.answer("z", "b")
    #expect(pair.given.map(\.text) == ["b"] && lines(pair.student).contains("▶ b)"))
    pair.answer("1")
    #expect(pair.given.map(\.text) == ["b", "a"] && pair.room.put?.vote.answered == 1)
    pair.press("t", "t")
    // The first vote's answer is not the second's.
    #expect(!lines(pair.student).contains("▶ a)"))
  }

  /// A place that makes no sense is none, and nothing traps.
  @Test func aForgedPlaceIsHarmless() throws {
    var pair = Class(.walk)
    let good = try #require(RoomPlace(pair.room)?.text)
    for (from, to) in [
      (#""stop": 0"#, #""stop": -5"#), (#""stop": 0"#, #""stop": 1e18"#), (#""parameter""#, #""parameters""#),
    ] {
      let text = good.replacing(from, with: to).replacing(from.replacing(": ", with: ":"), with: to)
      var screen = RoomScreen.message(pair.room)
      screen.place = text
      pair.hear(.screen(screen))
      #expect(lines(pair.student).contains("bptutor"))
    }
    var screen = RoomScreen.message(pair.room)
    screen.lines = .init(en: ["\u{1B}[31m"], zh: [])
    screen.place = "{}"
    pair.hear(.screen(screen))
    #expect(pair.student.seat?.place == nil && !lines(pair.student).contains("\u{1B}"))
    #expect(RoomPlace(text: String(repeating: "[", count: 70_000)) == nil)
  }

  // MARK: Questions that are made up

  private func ask(_ text: String, _ pair: inout Class) {
    pair.type(":ask " + text)
    pair.press(.enter)
  }

  @Test func optionsOfThePresenters() throws {
    var pair = try lesson()
    pair.press(.pageDown)
    let before = pair.room.lesson?.screen
    ask("Which is larger? | w5 | w6*", &pair)
    #expect(pair.room.asksOnTheSpot && RoomScreen.message(pair.room).question?.options.map(\.answer) == ["a", "b"])
    pair.press("t")
    pair.answer("a")
    pair.press("t")
    #expect(pair.room.put?.distribution(ofRound: 1).options == [1, 0])
    #expect(pair.room.put?.advice == .explain)
    pair.press(.pageDown)
    #expect(pair.room.asking?.isSettled == true && lines(pair.student).contains("The answer: b) w6"))
    pair.press(.pageDown)
    #expect(pair.room.isInLesson && pair.room.lesson?.screen == before)
    // Another one is another vote.
    ask("Which is larger? | w5 | w6*", &pair)
    #expect(pair.room.put == nil)
    // Opinions have no right one, and no advice.
    ask("Faster? | yes | no", &pair)
    pair.press("t")
    pair.answer("b")
    pair.press("t")
    #expect(pair.room.put?.isOpinion == true && pair.room.put?.advice == nil)
    pair.press(.pageDown)
    #expect(RoomScreen.result(pair.room)?.isOpinion == true && !lines(pair.student).contains("1/1"))
    pair.press(.pageDown)
    #expect(pair.room.isInLesson && pair.room.beneath.isEmpty)
  }

  @Test func aFormulaOfThePresenters() throws {
    var pair = Class(.walk)
    ask("What does h1 add? = out_h1*w5", &pair)
    #expect(pair.room.asking?.current.prompt(.unicode).en == "What does h1 add?")
    // Nothing of it can be seen before.
    #expect(!lines(pair.room).contains("0.02768") && !lines(pair.student).contains("0.02768"))
    pair.press("t")
    let question = RoomTopic.name(of: try #require(pair.room.questionKey))
    func answers(_ texts: [String], round: Int) -> Event {
      .presented(
        .room(
          .answers(
            texts.enumerated().map {
              RoomAnswer(
                question: question, student: "student-of-a-class-\($0.offset)", round: round, number: round,
                text: $0.element)
            })))
    }
    pair.happen(answers(["-0.0277", "-0.02769", "out_h1*w5", "0.0277", "0.277"], round: 1))
    pair.press("t", "t")
    pair.happen(answers(["-0.0277", "-0.0277", "-0.0277", "0.0277", "-0.0277"], round: 2))
    pair.press("t")
    let rounds = pair.room.shownRounds
    #expect(rounds.map(\.right) == [3, 4])
    let values = Distribution.values(ofRounds: rounds)
    #expect(values.map(\.text) == ["-0.0277", "0.0277", "0.277"])
    #expect(values.map(\.counts) == [[3, 4], [1, 1], [1, 0]] && values.map(\.isRight) == [true, false, false])
    let screen = lines(pair.room)
    #expect(screen.contains("by value") && screen.contains("after discussion") && screen.contains("−0.0277 ✓"))
    pair.press(.pageDown)
    #expect(RoomScreen.result(pair.room)?.values.map(\.counts) == [[3, 4], [1, 1], [1, 0]])
    pair.press(.pageDown)
    #expect(!pair.room.asksOnTheSpot && pair.room.beneath.isEmpty)
  }

  @Test(arguments: [
    "nonsense of mine", "Which? | one", "Which? | a* | b*", "| a | b*", "Which? | a | ", "what = ?", "w5/0",
  ])
  func whatIsNoQuestionIsSaid(_ text: String) throws {
    var pair = try lesson()
    let before = pair.room.beneath
    ask(text, &pair)
    #expect(!pair.room.asksOnTheSpot && pair.room.beneath == before)
    #expect(lines(pair.room).contains(":ask Which is larger?"))
  }

  /// Made up on the presenter's own screen, it is not seen before it is finished.
  @Test func itIsMadeUpInPrivate() throws {
    let entry = try #require(SampleLessons.everyKind)
    var pair = TwoScreensTests.Pair(.lesson(entry, seed: nil), [entry])
    pair.typeOnNotes(":ask Which? | w5 | w6*")
    #expect(pair.room.prompt == nil && !pair.room.asksOnTheSpot)
    pair.pressOnNotes(.enter)
    #expect(pair.room.asksOnTheSpot && pair.notes.asksOnTheSpot)
    #expect(lines(pair.notes).contains("w6") && pair.room.questionKey == pair.notes.questionKey)
  }
}
