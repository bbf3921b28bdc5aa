import Classroom
import Diagnostics
import Skills
import Testing

@Suite struct VoteTests {
  private func answer(_ student: Int, _ text: String, number: Int = 1, round: Int = 1, to question: String = "q")
    -> RoomAnswer
  {
    RoomAnswer(question: question, student: "student-number-\(student)", round: round, number: number, text: text)
  }

  /// a is right; b is the first mistake, c another, anything else cannot be read.
  private func judge(_ text: String) -> Judgment {
    switch text {
    case "a": Judgment(.right, option: 0, feedback: Words("yes"))
    case "b": Judgment(.wrong, option: 1, mistake: "sign-flip", feedback: Words("sign"))
    case "c": Judgment(.wrong, option: 2, feedback: Words("no"))
    default: Judgment(.unreadable, feedback: Words("what?"))
    }
  }

  @Test func lastAnswerCountsOnce() {
    var vote = Vote("q")
    #expect(vote.take(answer(1, "b", number: 1), judging: judge) == .counted)
    #expect(vote.take(answer(1, "b", number: 1), judging: judge) == .known)
    #expect(vote.take(answer(1, "a", number: 3), judging: judge) == .replaced)
    // Overtaken on its way.
    #expect(vote.take(answer(1, "c", number: 2), judging: judge) == .known)
    #expect(vote.take(answer(2, "c"), judging: judge) == .counted)
    #expect(vote.answered == 2)
    let found = vote.distribution(ofRound: 1, options: 3)
    #expect(found.options == [1, 0, 1])
    #expect(found.right == 1 && found.other == 1 && found.mistakes.isEmpty && found.share == 0.5)
  }

  @Test func lateAnswersChangeNothing() {
    var vote = Vote("q")
    #expect(vote.take(answer(1, "a", to: "other"), judging: judge) == .late)
    #expect(vote.take(answer(1, "a", round: 2), judging: judge) == .late)
    #expect(vote.askAgain() == false)
    vote.close()
    let closed = vote
    #expect(vote.take(answer(1, "a"), judging: judge) == .late)
    #expect(vote == closed)
    #expect(vote.askAgain() == true)
    #expect(vote.take(answer(1, "a", round: 1), judging: judge) == .late)
    #expect(vote.take(answer(1, "a", round: 2), judging: judge) == .counted)
    #expect(vote.distribution(ofRound: 1).answered == 0)
    #expect(vote.distribution(ofRound: 2).answered == 1)
    vote.close()
    #expect(vote.askAgain() == false)
  }

  @Test func eachTextIsJudgedOnce() {
    var (vote, count) = (Vote("q"), 0)
    for student in 0..<1_000 {
      _ = vote.take(answer(student, student < 410 ? "b" : "c")) { text in
        count += 1
        return judge(text)
      }
    }
    #expect(count == 2)
    let found = vote.distribution(ofRound: 1)
    #expect(found.mistakes == [Distribution.Group(name: "sign-flip", count: 410)] && found.other == 590)
    #expect(found.texts == [Distribution.Group(name: "c", count: 590), Distribution.Group(name: "b", count: 410)])
    #expect(found.advice == .explain)
  }

  @Test func isBounded() {
    var vote = Vote("q")
    for student in 0..<Vote.maxStudents { _ = vote.take(answer(student, "a"), judging: judge) }
    #expect(vote.take(answer(-1, "a"), judging: judge) == .full)
    // Who is counted may still change the answer.
    #expect(vote.take(answer(0, "b", number: 2), judging: judge) == .replaced)
    #expect(vote.answered == Vote.maxStudents)
  }

  @Test func advice() {
    #expect(Advice(share: 0.29) == .explain)
    #expect(Advice(share: 0.3) == .discuss && Advice(share: 0.7) == .discuss)
    #expect(Advice(share: 0.71) == .goOn)
    #expect(Vote("q").distribution(ofRound: 1).advice == nil)
    #expect(Vote("q").distribution(ofRound: 9).answered == 0)
  }

  @Test func resultHasEachAnswersFeedback() throws {
    var vote = Vote("q")
    for (student, text) in ["a", "b", "b", "?"].enumerated() {
      _ = vote.take(answer(student, text), judging: judge)
    }
    vote.close()
    #expect(vote.askAgain() == true)
    for (student, text) in ["a", "a", "b", "c"].enumerated() {
      _ = vote.take(answer(student, text, number: 2, round: 2), judging: judge)
    }
    let result = ResultMessage(vote, options: 3, answer: .init(en: ["x"], zh: ["x"])) { Words("name of \($0)") }
    #expect(result.rounds.map(\.right) == [1, 2])
    #expect(result.rounds.map(\.options) == [[1, 2, 0], [2, 1, 1]])
    #expect(result.mistakes == [ResultMessage.Mistake(name: Words("name of sign-flip"), counts: [2, 1])])
    #expect(result.answers["b"].map { result.feedback[$0].words } == Words("sign"))
    #expect(result.answers["?"].map { result.feedback[$0].kind } == .unreadable)
    let line = try #require(result.roomLine)
    #expect(RoomMessage.read(ResultMessage.self, Array(line.utf8)) == result)
    // No student's name is in it.
    #expect(!line.contains("student-number"))
  }
}
