import Diagnosis
import Diagnostics
import Expressions
@testable import Lessons
import Networks
import Questions
import Skills
import Testing

/// Options bear letters, in an order that says nothing.
@Suite struct ChoiceTests {
  private func question(_ options: [(String, Truth, String?)], order: UInt64? = nil) -> Question {
    let ask = Ask(
      id: "which", prompt: "Which?",
      kind: .choice(options.map { Ask.Option(text: $0.0, right: $0.1, say: $0.2, goto: nil) }))
    return Question(ask, base: BundledNetworks.default, order: order)
  }

  private var plain: Question {
    question([
      ("the sum", .never, "It multiplies."), ("the product", .always, "Links multiply."), ("the mean", .never, nil),
    ])
  }

  @Test(arguments: ["b", "B", " b ", "b)", "(b)", "b.", "ｂ", "2", "２", "the product", "The Product"])
  func anOptionIsChosenInAnyWay(_ text: String) {
    #expect(plain.judge(text).kind == .right)
  }

  @Test(arguments: ["3G", "d", "4", "0", "-1", "2.5", "bb", "", "product?"])
  func whatIsNoOptionIsUnreadable(_ text: String) {
    #expect(plain.judge(text).kind == .unreadable)
  }

  /// 1 is the option that says 1, wherever it is.
  @Test func aNumberMeansTheOptionOfThatValue() {
    for order in [nil, UInt64(1), 2, 3, 4, 5] {
      let numbers = question(
        [("1", .always, nil), ("0", .never, nil), ("b2", .never, nil), ("out_O", .never, nil)], order: order)
      #expect(numbers.judge("1").kind == .right)
      #expect(numbers.judge("0").kind == .unknown)
      #expect(numbers.judge("3").kind == .unreadable)
      #expect(numbers.judge("b2").kind == .unknown)
      let words = question(
        [("Three, one each", .never, nil), ("Two", .always, nil), ("One", .never, nil)], order: order)
      #expect(words.judge("2").kind == .right)
      #expect(words.judge("3").kind == .unknown)
      let chinese = question([("三条", .never, nil), ("两条", .always, nil), ("一条", .never, nil)], order: order)
      #expect(chinese.judge("2").kind == .right)
      #expect(chinese.judge("1").kind == .unknown)
    }
  }

  @Test func optionsAreShuffledByTheSeedAlone() {
    let texts = ["one way", "another way", "a third way", "a last way"]
    let options = texts.enumerated().map { ($1, $0 == 0 ? Truth.always : .never, nil as String?) }
    let orders = (1...24).map { question(options, order: $0).options(ofPart: 0).map(\.text.en) }
    #expect(orders.allSatisfy { $0.sorted() == texts.sorted() })
    #expect(Set(orders).count > 8)
    #expect(Set(orders.map { $0.firstIndex(of: texts[0]) }).count == 4)
    #expect(question(options, order: 7) == question(options, order: 7))
    #expect(question(options).options(ofPart: 0).map(\.text.en) == texts)
    for order in UInt64(1)...24 {
      let question = question(options, order: order)
      let right = question.rightAnswer().map { question.judge($0).kind }
      #expect(right == .right)
    }
  }

  /// One hint does not give it away: first one's own answer, then an option less, then the answer with its reason.
  @Test func helpGoesFromTheGoalToTheAnswer() throws {
    let hints = plain.hints()
    #expect(hints.map(\.rung) == [.goal, .place, .answer])
    #expect(hints[1].words.en == "It is not a. It multiplies.")
    #expect(hints[2].words.en == "It is b) the product. Links multiply.")
    let two = question([("yes", .always, nil), ("no", .never, "Look again.")])
    #expect(two.hints().dropLast().allSatisfy { !$0.words.en.contains("It is not") })
  }

  /// That a line follows from the ones before is said only where it does.
  @Test func aLineBelowTheWrongOneMayBeRightByItself() throws {
    func line(_ left: String, _ right: String) throws -> Ask.Equation {
      let network = BundledNetworks.default
      return Ask.Equation(left: try network.parse(left), right: try network.parse(right))
    }
    let derivation = Ask.Derivation(
      lines: [
        try line("dE/dout_O", "target - out_O"), try line("dout_O/dnet_O", "out_O*(1-out_O)"),
        try line("dE/dnet_O", "dE/dout_O*dout_O/dnet_O"), try line("dnet_O/dw5", "out_h1"),
        try line("dE/dw5", "dE/dnet_O*dnet_O/dw5"),
      ], bug: 0, reasons: [], mistake: "sign-flip")
    let ask = Ask(id: "bug", prompt: "Which line is wrong?", kind: .bug(derivation))
    let question = Question(ask, base: BundledNetworks.default)
    let said = (2...5).map { question.judge("\($0)").feedback.en }
    let follows = "That line follows from the ones before. Look further up."
    let stands = "That line is right. Look further up."
    #expect(said == [stands, follows, stands, follows])
  }
}
