import Classroom
import Configuration
import Diagnosis
import Diagnostics
import LessonTesting
import Lessons
import Networks
import Questions
import Screen
import Skills
import Testing
import TutorViews

@testable import Tutor

/// A room that takes part: votes, what each screen shows of them, and what phones get.
struct VotingTests {
  private static let code = RoomCode("f3k9-qa") ?? .random()
  private static let door = RoomDoor(code: code, address: "http://192.0.2.7:8080/f3k9-qa", picture: [])

  private func pair(_ language: Language = .en) throws -> TwoScreensTests.Pair {
    let entry = try #require(SampleLessons.everyKind)
    var pair = TwoScreensTests.Pair(.lesson(entry, seed: nil), [entry], language)
    pair.happen(.presented(.room(.door(Self.door))))
    pair.happen(.presented(.room(.link(.connected))))
    pair.happen(.presented(.room(.here(4))))
    return pair
  }

  /// Clicks on until that question is open.
  private func go(to id: String, _ pair: inout TwoScreensTests.Pair) {
    for _ in 0..<60 where pair.room.lesson?.ask?.id != id || pair.room.asking?.isSettled == true {
      pair.press(.pageDown)
    }
    #expect(pair.room.lesson?.ask?.id == id)
  }

  private func answers(_ texts: [String], _ state: State, round: Int = 1, from first: Int = 0) -> Event {
    let question = RoomTopic.name(of: state.questionKey ?? "")
    return .presented(
      .room(
        .answers(
          texts.enumerated().map { number, text in
            RoomAnswer(
              question: question, student: "student-of-a-test-\(first + number)", round: round, number: round,
              text: text)
          })))
  }

  private func lines(_ state: State) -> String {
    View.render(state, Size(columns: 80, rows: 24)).lines.joined(separator: "\n")
  }

  @Test func theDoorComesFirst() throws {
    var pair = try pair()
    #expect(lines(pair.room).contains("http://192.0.2.7:8080/f3k9-qa"))
    #expect(lines(pair.room).contains("f 3 k 9 - q a") && lines(pair.room).contains("4 students are here"))
    let before = pair.room.lesson?.screen
    pair.press(.pageDown)
    #expect(pair.room.room?.showsDoor == false && pair.room.lesson?.screen == before)
    pair.press("J")
    #expect(pair.room.room?.showsDoor == true)
    // Without a room the key means nothing.
    let entry = try #require(SampleLessons.everyKind)
    var plain = TwoScreensTests.Pair(.lesson(entry, seed: nil), [entry])
    plain.press("J")
    #expect(plain.room.room == nil && !lines(plain.room).contains("192.0.2.7"))
  }

  /// Without a QR code the address is drawn of blocks, in two lines where one is too long; and an offer to go on is seen.
  @Test func theDoorWithoutAPicture() throws {
    var pair = try pair()
    let host = try #require(BlockLetters.rows("192.0.2.7:8080", .single))
    let code = try #require(BlockLetters.rows("/f3k9-qa", .single))
    let shown = lines(pair.room)
    for row in (host + code).map({ String($0.reversed().drop { $0 == " " }.reversed()) }) where !row.isEmpty {
      #expect(shown.contains(row), "\(row)")
    }
    let double = try #require(BlockLetters.rows("192.0.2.7:8080", .double)).map {
      $0.split(separator: "  ").first ?? ""
    }
    let wide = View.render(pair.room, Size(columns: 200, rows: 60)).lines.joined(separator: "\n")
    #expect(double.allSatisfy { wide.contains($0) })
    #expect(shown.contains("any key: begin"))
    pair.happen(.presented(.resumed(began: 0)))
    #expect(lines(pair.room).contains("→ go on   n from the beginning"))
  }

  @Test func twoVotesAndTheAnswer() throws {
    var pair = try pair()
    pair.press(.pageDown)
    go(to: "larger", &pair)
    #expect(RoomScreen.message(pair.room).question?.phase == .waiting)
    pair.press("t")
    #expect(RoomScreen.message(pair.room).question?.phase == .open)
    pair.happen(answers(["a", "a", "a"], pair.room))
    #expect(lines(pair.room).contains("Vote: 3 of 4 answered"))
    // Someone else's question, another round, a repetition: nothing changes but what is counted.
    pair.happen(
      .presented(
        .room(
          .answers([
            RoomAnswer(question: "other", student: "student-of-a-test-9", round: 1, number: 1, text: "b")
          ]))))
    pair.happen(answers(["b"], pair.room, round: 2))
    #expect(pair.room.room?.late == 2 && pair.room.put?.vote.answered == 3)
    // A click closes the vote, and does not give the answer.
    pair.press(.pageDown)
    #expect(pair.room.put?.vote.isOpen == false && pair.room.asking?.isSettled == false)
    // The presenter alone sees what came of it, with advice.
    #expect(pair.room.shownRounds == [] && pair.room.ballot == nil)
    #expect(pair.notes.shownRounds.map(\.options) == [[3, 0]])
    let right = try #require(pair.room.asking?.current.rightOptions(ofPart: 0).first)
    #expect(lines(pair.notes).contains(right == 0 ? "Most are right" : "Few are right"))
    pair.happen(answers(["b"], pair.room, from: 8))
    #expect(pair.room.put?.vote.answered == 3 && pair.room.room?.late == 3)
    pair.press("t")
    pair.happen(answers(["b", "b", "a"], pair.room, round: 2))
    pair.press("t")
    #expect(pair.room.ballot?.rounds == [[3, 0], [1, 2]])
    pair.press("t")
    #expect(pair.room.put?.vote.round == 2)
    #expect(RoomScreen.result(pair.room) == nil)
    pair.press(.pageDown)
    #expect(pair.room.asking?.isSettled == true)
    let result = try #require(RoomScreen.result(pair.room))
    #expect(result.rounds.map(\.answered) == [3, 3])
    #expect(result.rounds.map(\.options) == [[3, 0], [1, 2]])
    #expect(result.rounds.map(\.right) == [[3, 0][right], [1, 2][right]])
    // In each language in its own words.
    let said = try #require(result.answers[right == 0 ? "b" : "a"].map { result.feedback[$0] })
    #expect(
      said.kind == .wrong && said.words.en == "Compare the net inputs." || said.words.en == "Its net input is larger.")
    #expect(said.words.zh != said.words.en)
  }

  @Test func numbersAreCountedByTheirMistake() throws {
    var pair = try pair()
    pair.press(.pageDown)
    go(to: "net", &pair)
    let question = try #require(pair.room.asking?.current)
    // The bias forgotten.
    let verdict = question.judge("-0.06")
    let mistake = try #require(verdict.mistakes.first)
    #expect(verdict.mistakes.count == 1)
    pair.press("t")
    pair.happen(answers(["-0.96", "-0.06", "-0.060", "-1.55", "?!"], pair.room))
    pair.press("t")
    let found = try #require(pair.notes.shownRounds.first)
    #expect(found.right == 1 && found.unreadable == 1 && found.other == 1)
    #expect(found.mistakes == [Distribution.Group(name: mistake.rawValue, count: 2)])
    #expect(lines(pair.notes).contains("Few are right"))
    pair.press(.pageDown)
    let result = try #require(RoomScreen.result(pair.room))
    #expect(result.mistakes.map(\.counts) == [[2]])
    #expect(result.answers["-1.55"].map { result.feedback[$0].words.en } == "That is what arrives at h2.")
    #expect(result.answer.en.joined().contains("0.96"))
    #expect(lines(pair.room).contains("█"))
  }

  /// Nothing that answers an open question leaves the presenter's machine.
  @Test func phonesGetNoAnswers() throws {
    var pair = try pair()
    pair.press(.pageDown)
    var asked = 0
    for _ in 0..<80 where pair.room.lesson?.isAtEnd == false {
      if let asking = pair.room.asking, !asking.isSettled {
        asked += 1
        var open = RoomScreen.message(pair.room)
        let options = open.question?.options ?? []
        #expect(open.question?.phase == .waiting)
        // The place is the numbers alone, which every student's lesson has.
        open.place = nil
        let line = try #require(open.roomLine)
        for option in asking.current.options(ofPart: asking.part) {
          for say in [option.say?.en, option.say?.zh].compactMap({ $0 }) { #expect(!line.contains(say)) }
        }
        if options.isEmpty, let full = asking.current.answer(toPart: asking.part) {
          for text in [full.formula].compactMap({ $0 }) { #expect(!line.contains(text)) }
        }
      }
      pair.press(.pageDown)
    }
    #expect(asked > 8)
  }

  @Test func aVoteEndsWithTheCountdownAndWithItsQuestion() throws {
    var pair = try pair()
    pair.press(.pageDown)
    go(to: "net", &pair)
    pair.happen(.time(10_000))
    pair.press("t")
    pair.press("T")
    pair.happen(.time(11_000))
    #expect(pair.room.put?.vote.isOpen == true)
    pair.happen(.time(11_000 + 60_000))
    #expect(pair.room.put?.vote.isOpen == false)
    pair.press("T")
    pair.press("t")
    #expect(pair.room.put?.vote.round == 2 && pair.room.put?.vote.isOpen == true)
    // Back to the screen before: the vote is over, and the way forth finds it as it was.
    let key = try #require(pair.room.questionKey)
    pair.press(.pageUp)
    #expect(pair.room.room?.votes[key]?.vote.isOpen == false)
  }

  /// All of it comes back from what was written down.
  @Test func eventsMakeItAgain() throws {
    var pair = try pair()
    pair.press(.pageDown)
    go(to: "larger", &pair)
    pair.press("t")
    pair.happen(answers(["a", "b"], pair.room))
    let entry = try #require(SampleLessons.everyKind)
    var tape = PresentationTape(knowing: [entry])
    var text = try tape.begin("every-kind", pair.start, program: "0")
    for event in pair.events { text += try tape.line(event, at: 0) }
    var read = PresentationTape(knowing: [entry])
    var events: [Event] = []
    for line in text.utf8.split(separator: 0x0A) {
      if let event = try read.read(ArraySlice(line)) { events.append(event) }
    }
    #expect(events == pair.events)
    let run = PresentationRun(try #require(read.start), events)
    #expect(run.state == pair.room)
    // What a log says once more counts once.
    var resumed = run.state
    _ = resumed.update(answers(["a", "b"], pair.room))
    #expect(resumed.put?.vote == pair.room.put?.vote)
  }
}
