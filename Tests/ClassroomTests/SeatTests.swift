import Classroom
import Diagnostics
import Skills
import Testing

/// A student's terminal: what is said once, what is sent, and what is sent again.
@Suite struct SeatTests {
  private func screen(_ phase: ScreenMessage.Phase, round: Int = 1, options: Bool = true) -> ScreenMessage {
    ScreenMessage(
      title: Words(en: "Lesson", zh: "课程"), lines: .init(en: ["Look."], zh: ["看。"]),
      question: .init(
        id: "q", prompt: Words(en: "Which?", zh: "哪个？"),
        options: options
          ? [
            .init(answer: "a", text: Words(en: "one", zh: "一")), .init(answer: "down", text: Words(en: "two", zh: "二")),
          ]
          : [], round: round, phase: phase))
  }

  @Test func saysWhatIsNew() {
    var seat = Seat(secret: "student-of-a-test", language: .en)
    #expect(seat.see(screen(.waiting)) == ["", "== Lesson ==", "Look.", "Which?", "  a) one", "  b) two"])
    #expect(seat.see(screen(.waiting)) == [])
    #expect(seat.see(screen(.open)) == ["The vote is open: type a letter."])
    #expect(seat.see(screen(.closed)) == ["The vote is closed."])
    seat.language = .zh
    #expect(seat.see(screen(.open, round: 2)) == ["讨论后第二次投票：请输入字母。"])
  }

  @Test func lettersBecomeWhatIsSent() {
    var seat = Seat(secret: "student-of-a-test", language: .en)
    #expect(seat.type("a", at: 5).answer == nil)
    _ = seat.see(screen(.waiting))
    #expect(seat.type("a", at: 5).answer == nil && seat.answerToRepeat == nil)
    _ = seat.see(screen(.open))
    #expect(seat.type("c", at: 5).said == ["Type a letter from a to b."])
    let first = seat.type(" B ", at: 5).answer
    #expect(first == RoomAnswer(question: "q", student: "student-of-a-test", round: 1, number: 5, text: "down"))
    #expect(seat.answerToRepeat == first)
    // A clock set back does not make an older answer of a new one.
    #expect(seat.type("1", at: 2).answer?.number == 6)
    _ = seat.see(screen(.closed))
    #expect(seat.answerToRepeat == nil)
    _ = seat.see(screen(.open, round: 2))
    #expect(seat.answerToRepeat == nil)
    #expect(seat.type("a", at: 9).answer?.round == 2)
  }

  @Test func typedAnswersAndTheirFeedback() throws {
    var seat = Seat(secret: "student-of-a-test", language: .en)
    _ = seat.see(screen(.open, options: false))
    #expect(seat.type("", at: 1).said == ["Which?"])
    #expect(seat.type(String(repeating: "1", count: 201), at: 1).answer == nil)
    let answer = try #require(seat.type("w5*x", at: 1).answer)
    var vote = Vote("q")
    _ = vote.take(answer) { _ in
      Judgment(.wrong, mistake: "sign-flip", feedback: Words(en: "Mind the sign.", zh: "注意符号。"))
    }
    let result = ResultMessage(vote, options: 0, answer: .init(en: ["E = 1", "E = 2/2"], zh: ["E = 1"])) { Words($0) }
    // Not before the presenter reveals it.
    #expect(seat.see(result) == [])
    #expect(
      seat.see(screen(.revealed, options: false))
        == ["✗ w5*x: Mind the sign.", "The answer: E = 1", "  E = 2/2", "Right: 0/1", "  sign-flip: 1"])
    #expect(seat.see(result) == [])
  }
}
