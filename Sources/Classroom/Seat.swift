package import Diagnostics

/// A student's place in a room: what the presenter has sent, and the answers given, each kept until its question is over.
package struct Seat: Equatable, Sendable {
  /// The student's name on the wire; empty where whoever sends the answers puts it in.
  package let secret: String
  package var language: Language
  package private(set) var screen: ScreenMessage?
  private var results: [String: ResultMessage] = [:]
  /// The last answer to each question.
  private var answers: [String: RoomAnswer] = [:]
  private var number = 0

  /// More questions are not kept in mind.
  private static let maxQuestions = 500

  package init(secret: String, language: Language) { (self.secret, self.language) = (secret, language) }

  // MARK: What the presenter sends

  package mutating func take(_ new: ScreenMessage) { screen = new }

  /// False where nothing is new.
  package mutating func take(_ result: ResultMessage) -> Bool {
    guard results[result.question] != result, results.count < Self.maxQuestions else { return false }
    results[result.question] = result
    return true
  }

  /// What is asked; nil where nothing is.
  package var asked: ScreenMessage.Asked? { screen?.question }

  /// What came of the question at hand; nil before its answer is out.
  package var result: ResultMessage? {
    guard let asked, asked.phase == .revealed else { return nil }
    return results[asked.id]
  }

  // MARK: What the student answers

  /// The last answer to the question at hand, of whichever round.
  package var own: RoomAnswer? { asked.flatMap { answers[$0.id] } }

  /// The same answer once more: after each screen, since the presenter may have missed it; nil where nothing is open.
  package var answerToRepeat: RoomAnswer? {
    guard let asked, asked.phase == .open, let own, own.round == asked.round else { return nil }
    return own
  }

  /// What is said to the student's own answer after the reveal; nil where nothing is.
  package var feedback: ResultMessage.Feedback? {
    guard let own, let result, let place = result.answers[own.text], result.feedback.indices.contains(place) else {
      return nil
    }
    return result.feedback[place]
  }

  /// Why something typed is no answer.
  package enum Refusal: Error, Equatable, Sendable {
    case nothingIsAsked, notOpen, tooLong
    /// There are so many options.
    case noOption(count: Int)
  }

  /// Takes what was typed, or an option's letter, number or answer, as the answer to the open question.
  ///
  /// `time` numbers it, so that an answer of a later visit counts; two at one time are in the order of their giving.
  package mutating func answer(_ text: String, at time: Int) throws(Refusal) -> RoomAnswer {
    guard let asked else { throw .nothingIsAsked }
    guard asked.phase == .open else { throw .notOpen }
    guard text.unicodeScalars.count <= RoomAnswer.maxLength else { throw .tooLong }
    let sent: String
    if asked.options.isEmpty {
      sent = text
    } else if let place = place(text, among: asked.options) {
      sent = asked.options[place].answer
    } else {
      throw .noOption(count: asked.options.count)
    }
    number = max(number + 1, time)
    let answer = RoomAnswer(question: asked.id, student: secret, round: asked.round, number: number, text: sent)
    if answers.count < Self.maxQuestions || answers[asked.id] != nil { answers[asked.id] = answer }
    return answer
  }

  private func place(_ text: String, among options: [ScreenMessage.Choice]) -> Int? {
    let small = text.lowercased()
    if let place = options.firstIndex(where: { $0.answer == small }) { return place }
    return options.indices.first { SeatWords.letter($0) == small || String($0 + 1) == small }
  }

  /// An answer as the student knows it: an option by its words.
  package func shown(_ answer: RoomAnswer) -> Words {
    let options = asked?.id == answer.question ? asked?.options ?? [] : []
    return options.first { $0.answer == answer.text }?.text ?? Words(answer.text)
  }
}
