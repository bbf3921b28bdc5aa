import Diagnosis
import Diagnostics
import Exports
import Expressions
import Lessons
import Networks

/// A question as learning platforms hold it: a number with a tolerance, options, or free text.
struct QuizItem {
  enum Answer {
    /// The right number, and those of mistakes with what is said to them.
    case number(Double, tolerance: Double, wrong: [(value: Double, feedback: Words)])
    case options([(text: String, isRight: Bool)])
    case text
  }

  let exercise: Int
  let name: String
  let language: Language
  let points: Double
  let network: Network
  let prompt: ExerciseList.Exercise
  let answer: Answer

  /// Wrong numbers at most; the feedback of rare mistakes would fill a platform's page.
  private static let maxWrong = 12

  static func items(_ key: AnswerKey, _ language: Language) -> [QuizItem] {
    var knowledge: [Architecture: Knowledge] = [:]
    var items: [QuizItem] = []
    for sheet in key.sheets {
      let architecture = sheet.network.architecture
      let shared = knowledge[architecture] ?? Knowledge(architecture, held: sheet.network.held)
      knowledge[architecture] = shared
      let checker = Checker(sheet.network, knowledge: shared)
      for (index, exercise) in sheet.exercises.enumerated() {
        items.append(
          QuizItem(
            exercise: index + 1, name: "\(key.title) \(index + 1) \(sheet.student.id)",
            language: sheet.student.language ?? language, points: exercise.points, network: sheet.network,
            prompt: exercise,
            answer: answer(exercise, checker)))
      }
    }
    // All variants of an exercise stand together, as a platform draws one of them.
    return items.enumerated().sorted { ($0.element.exercise, $0.offset) < ($1.element.exercise, $1.offset) }.map(
      \.element)
  }

  private static func answer(_ exercise: ExerciseList.Exercise, _ checker: Checker) -> Answer {
    switch exercise.kind {
    case .number(let quantity): return number(quantity, checker)
    case .sign(let quantity):
      let value = checker.pass.value(of: quantity)
      let words = [("E rises / E 升", value > 0), ("E falls / E 降", value < 0), ("E stays / E 不变", value == 0)]
      return .options(words.map { (text: $0.0, isRight: $0.1) })
    case .choice(_, let options, let right):
      return .options(options.enumerated().map { (text: $1, isRight: right.contains($0)) })
    case .formula, .derivation: return .text
    }
  }

  private static func number(_ quantity: Quantity, _ checker: Checker) -> Answer {
    let right = checker.pass.value(of: quantity)
    let tolerance = 5e-3 * right.magnitude
    var wrong: [(value: Double, feedback: Words)] = []
    for answer in checker.wrongAnswers(to: quantity) where !answer.isOnlyNumeric && answer.value.isFinite {
      // Two that lie within each other's tolerance cannot both be listed.
      let isApart = ([right] + wrong.map(\.value)).allSatisfy {
        ($0 - answer.value).magnitude > 2 * 5e-3 * max($0.magnitude, answer.value.magnitude)
      }
      guard isApart, wrong.count < maxWrong else { continue }
      wrong.append((answer.value, Catalogue.question(answer.id, quantity, checker.network, answer.focus)))
    }
    return .number(right, tolerance: tolerance, wrong: wrong)
  }

  /// The question as HTML, with its formulas in LaTeX between `\(` and `\)` for MathJax.
  var html: String {
    let architecture = network.architecture
    let values = Worksheet.given(network).map { "\\(\($0.name.latex()) = \(DecimalText.significant($0.value))\\)" }
    let words = prompt.words(architecture) { "\\(\($0.latex())\\)" }
    let isOurs = prompt.prompt == nil && prompt.kind.judgedQuantity != nil
    let text = isOurs ? words[language] : MarkupText.html(words[language])
    return (SheetPicture(architecture).map { $0.plainSVG } ?? "")
      + "<p>\(MarkupText.html(Worksheet.functions(architecture)[language]))</p><p>\(values.joined(separator: ", "))</p><p>\(text)</p>"
  }

  /// The same in plain words.
  var plain: String {
    let architecture = network.architecture
    let values = Worksheet.given(network).map { "\($0.name.text(.unicode)) = \(DecimalText.significant($0.value))" }
    let words = prompt.words(architecture) { $0.text(.unicode) }
    return "\(Worksheet.functions(architecture)[language]) \(values.joined(separator: ", ")). \(words[language])"
  }
}

extension SheetPicture {
  /// With its looks in attributes, for pages that take no style sheet.
  var plainSVG: String {
    svg.replacing("<line ", with: "<line stroke=\"#777\" ")
      .replacing("<circle ", with: "<circle fill=\"#fff\" stroke=\"#000\" ")
      .replacing("<text ", with: "<text text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"15\" ")
  }
}
