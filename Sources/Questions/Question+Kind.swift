import Diagnosis
import Diagnostics
import Expressions
import Networks

extension Question {
  /// What is asked, with what only questions of that kind have.
  package enum Kind: Equatable, Sendable {
    case value(ValueQuestion)
    case formula(FormulaQuestion)
    case sign(SignQuestion)
    case choice(ChoiceQuestion)
    case count(CountQuestion)
    case chain(ChainQuestion)
    case blanks(BlanksQuestion)
    case wrongLine(WrongLineQuestion)
    case poll(PollQuestion)
    case words(WordsQuestion)

    /// What the kind knows of judging, help and labels.
    var matter: any QuestionKind {
      switch self {
      case .value(let kind): kind
      case .formula(let kind): kind
      case .sign(let kind): kind
      case .choice(let kind): kind
      case .count(let kind): kind
      case .chain(let kind): kind
      case .blanks(let kind): kind
      case .wrongLine(let kind): kind
      case .poll(let kind): kind
      case .words(let kind): kind
      }
    }

    /// Which of the kinds it is.
    package var sort: Sort {
      switch self {
      case .value: .value
      case .formula: .formula
      case .sign: .sign
      case .choice: .choice
      case .count: .count
      case .chain: .chain
      case .blanks: .blanks
      case .wrongLine: .wrongLine
      case .poll: .poll
      case .words: .words
      }
    }
  }

  /// The kinds by name; raw values are what progress has kept since its first version.
  package enum Sort: String, CaseIterable, Sendable {
    case value
    case formula
    case sign
    case choice = "rule"
    case count = "paths"
    case chain
    case blanks = "faded"
    case wrongLine = "bug"
    case poll
    case words
  }

  package var sort: Sort { kind.sort }
}

/// What a kind of question knows: how answers are judged and helped, what is shown, what comes before the cursor.
///
/// Numbers, the author's words and what is asked for come with the question.
protocol QuestionKind: Equatable, Sendable {
  var partCount: Int { get }
  var wantsValue: Bool { get }
  var dependsOnNumbers: Bool { get }
  func quantity(ofPart part: Int, _ question: Question) -> Quantity?
  func options(ofPart part: Int) -> [Option]
  func choiceCount(ofPart part: Int) -> Int?
  func subjects(_ question: Question) -> [Quantity]
  func isSuitable(_ question: Question) -> Bool
  func material(ofPart part: Int, _ question: Question) -> Material
  /// Whether a key can only be the first of an answer that is typed.
  func opens(with key: String, part: Int, _ question: Question) -> Bool

  /// In the words of the program, where no author asks.
  func prompt(_ question: Question, _ notation: TextStyle) -> Words
  func label(ofPart part: Int, _ question: Question) -> Label

  /// `earlier` are the learner's own values of other quantities on the same numbers.
  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict
  /// The ladder that follows from the derivation; its last rung gives the answer.
  func help(toPart part: Int, _ question: Question) -> [Hint]
  /// As someone types it who knows it; nil where nothing is right.
  func rightAnswer(ofPart part: Int, _ question: Question) -> String?
  /// As it is given to a room; nil where the last hint says it all.
  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer?
}

extension QuestionKind {
  var partCount: Int { 1 }
  var wantsValue: Bool { false }
  var dependsOnNumbers: Bool { false }
  func quantity(ofPart part: Int, _ question: Question) -> Quantity? { question.quantity }
  func options(ofPart part: Int) -> [Option] { [] }
  func choiceCount(ofPart part: Int) -> Int? { nil }
  func subjects(_ question: Question) -> [Quantity] { question.quantity.map { [$0] } ?? [] }
  func isSuitable(_ question: Question) -> Bool { true }
  func material(ofPart part: Int, _ question: Question) -> Material { .none }
  func opens(with key: String, part: Int, _ question: Question) -> Bool { false }
  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer? { nil }
}
