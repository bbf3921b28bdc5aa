import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks
import Traces

/// One of several options: what an author offers, or the rules of differentiation.
package struct ChoiceQuestion: QuestionKind {
  package let options: [Option]

  init(options: [Option]) { self.options = options }

  /// Which rule gives a factor; nil where nothing is differentiated.
  ///
  /// The right one is among them, in a fixed place for a quantity and a variant.
  init?(ruleOf quantity: Quantity, _ trace: Trace, variant: Int) {
    guard let derivation = trace.derivation(of: quantity) else { return nil }
    let right = derivation.principalRule
    let likely: [Rule] = [
      .constantMultiple, .power, .sigmoidDerivative, .identity, .constant, .product, .tanhDerivative,
    ]
    // The rule of the whole would be right too, and only one choice must be.
    var rules = Array(likely.filter { $0 != right && $0 != derivation.rule }.prefix(3))
    let hash = trace.network.architecture.name(of: quantity).utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    rules.insert(right, at: min((hash &+ Int(variant.magnitude % 4)) % 4, rules.count))
    let checker = Checker(trace.network)
    options = rules.map { rule in
      Option(text: rule.name, spellings: [rule.rawValue], verdict: checker.check(ruleOf: quantity, answer: rule))
    }
  }

  func options(ofPart part: Int) -> [Option] { options }

  /// The first letter of an option that is a name, where that is no option's own letter.
  func opens(with key: String, part: Int, _ question: Question) -> Bool {
    if key == key.lowercased(), Letter.place(key).map(options.indices.contains) == true { return false }
    let architecture = question.network.architecture
    return options.contains { option in
      let name = option.text.en
      return name.first.map(String.init) == key && architecture.quantity(spelled: name) != nil
    }
  }

  func choiceCount(ofPart part: Int) -> Int? { options.count }

  func subjects(_ question: Question) -> [Quantity] {
    if let quantity = question.quantity { return [quantity] }
    return options.flatMap(\.right.expressions).flatMap(\.leafNames)
      .compactMap(question.network.architecture.quantity(named:))
  }

  func isSuitable(_ question: Question) -> Bool {
    let pass = Pass(question.network)
    return options.contains { $0.right.holds(at: pass) } && options.contains { !$0.right.holds(at: pass) }
  }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    let name = question.quantity.map { question.network.architecture.expression(of: $0).text(notation) } ?? ""
    return Words(en: "Which rule gives \(name)?", zh: "求 \(name) 用哪条法则？")
  }

  func label(ofPart part: Int, _ question: Question) -> Label { Label(QuestionWords.optionLabel) }

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    question.judge(answer, among: options)
  }

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    question.help(among: options, about: question.opening)
  }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? {
    question.rightOptions(ofPart: part).first.map(Letter.text)
  }

  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer? { question.fullAnswer(among: options) }
}

/// Choosing, which reasons for a wrong line have in common with options.
extension Question {
  func judge(_ answer: String, among options: [Option]) -> Verdict {
    guard let chosen = options.chosen(by: answer) else {
      return Verdict(.unreadable, feedback: QuestionWords.letter(upTo: options.count))
    }
    let option = options[chosen]
    if let verdict = option.verdict { return verdict }
    if option.right.holds(at: Pass(network)) { return Verdict(.right, feedback: option.say ?? option.text) }
    guard let say = option.say else { return Verdict(.unknown, feedback: QuestionWords.otherOption) }
    return Verdict(.mistake, feedback: say)
  }

  /// What is asked, where to look, and the answer; `opening` says the first two where the question is about a quantity.
  func help(among options: [Option], about opening: [Hint]) -> [Hint] {
    let pass = Pass(network)
    guard let right = options.firstIndex(where: { $0.right.holds(at: pass) }) else { return [] }
    let wrong = options.indices.filter { !options[$0].right.holds(at: pass) }
    // Of two options, to rule one out is to give the other.
    let ruledOut = wrong.count > 1 ? wrong.first { options[$0].say != nil } ?? wrong.first : nil
    let steps =
      !opening.isEmpty
      ? opening
      : [
        Hint(rung: .goal, words: QuestionWords.answerFirst, formula: nil, focus: nil),
        Hint(
          rung: .place, words: ruledOut.map { QuestionWords.ruledOut($0, options[$0]) } ?? QuestionWords.compareOptions,
          formula: nil, focus: nil),
      ]
    return steps + [
      Hint(rung: .answer, words: QuestionWords.right(right, options[right]), formula: nil, focus: nil)
    ]
  }

  func fullAnswer(among options: [Option]) -> FullAnswer? {
    let pass = Pass(network)
    guard let right = options.firstIndex(where: { $0.right.holds(at: pass) }) else { return nil }
    return FullAnswer(words: QuestionWords.named(right, options[right]))
  }
}

extension Truth {
  /// What a condition compares; nothing where it always or never holds.
  fileprivate var expressions: [Expression] {
    guard case .when(let condition) = self else { return [] }
    return condition.comparisons.flatMap { [$0.left, $0.right] }
  }
}
