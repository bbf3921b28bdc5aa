import Diagnosis
import Diagnostics
import Exports
import Expressions
import Lessons
import Networks
import Questions

/// A question as learning platforms hold it: a number with a tolerance, options, or free text.
struct QuizItem {
  enum Answer {
    /// The right number, and those of mistakes with what is said to them.
    case number(Double, tolerance: Double, wrong: [(value: Double, feedback: Words)])
    case options([(text: String, isRight: Bool)])
    /// A word or a few, each way in which it may be typed.
    case short([String])
    case text
  }

  let exercise: Int
  let name: String
  let language: Language
  let points: Double
  let network: Network
  let prompt: ExerciseList.Exercise
  let answer: Answer
  /// Which gap is asked for, of several.
  var gap: Int?

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
        let language = sheet.student.language ?? language
        let answers = answers(exercise, checker, language)
        for (part, answer) in answers.enumerated() {
          let number = answers.count == 1 ? "\(index + 1)" : "\(index + 1).\(part + 1)"
          items.append(
            QuizItem(
              exercise: index + 1, name: "\(key.title) \(number) \(sheet.student.id)", language: language,
              points: exercise.points / Double(answers.count), network: sheet.network, prompt: exercise, answer: answer,
              gap: exercise.kind.name == "faded" ? part + 1 : nil))
        }
      }
    }
    // All variants of an exercise stand together, as a platform draws one of them.
    return items.enumerated().sorted { ($0.element.exercise, $0.offset) < ($1.element.exercise, $1.offset) }.map(
      \.element)
  }

  /// One for each question that it makes: a platform asks for gaps one by one.
  private static func answers(
    _ exercise: ExerciseList.Exercise, _ checker: Checker, _ language: Language
  ) -> [Answer] {
    if case .faded(_, let blank) = exercise.kind { return blank.map { number($0, checker) } }
    return [answer(exercise, checker, language)]
  }

  private static func answer(_ exercise: ExerciseList.Exercise, _ checker: Checker, _ language: Language) -> Answer {
    switch exercise.kind {
    case .number(let quantity): return number(quantity, checker)
    case .sign(let quantity):
      let value = checker.pass.value(of: quantity)
      let words = [
        (Words(en: "E rises", zh: "E 上升"), value > 0), (Words(en: "E falls", zh: "E 下降"), value < 0),
        (Words(en: "E stays the same", zh: "E 不变"), value == 0),
      ]
      return .options(words.map { (text: $0.0[language], isRight: $0.1) })
    case .choice(_, let options, let right):
      return .options(options.enumerated().map { (text: $1, isRight: right.contains($0)) })
    case .chain(let goal, let distractors, let variant):
      guard let tiles = Tiles(chainOf: goal, checker.network, distractors, variant) else { return .text }
      return .short(spellings(tiles))
    case .bug(let lines, let wrong):
      let rows = lines.indices.map { Words(en: "line \($0 + 1)", zh: "第 \($0 + 1) 行")[language] }
      return .options(rows.enumerated().map { (text: $1, isRight: $0 == wrong) })
    case .formula, .derivation, .conditional, .faded, .planted: return .text
    }
  }

  /// The letters of the right tiles with and without blanks; of several paths in any order.
  private static func spellings(_ tiles: Tiles) -> [String] {
    let paths = tiles.rightAnswer.split(separator: "+").map { $0.filter { $0 != " " } }
    var orders = [[String]]()
    func place(_ rest: [String], _ chosen: [String]) {
      if rest.isEmpty { orders.append(chosen) }
      for index in rest.indices {
        var others = rest
        others.remove(at: index)
        place(others, chosen + [rest[index]])
      }
    }
    place(paths, [])
    return orders.flatMap { order in
      let spaced = order.map { $0.map(String.init).joined(separator: " ") }
      return [order.joined(separator: "+"), order.joined(separator: " + "), spaced.joined(separator: " + ")]
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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
    let words = words { "\\(\($0.latex())\\)" }
    let isOurs = prompt.prompt == nil && prompt.kind.hasOwnWords
    let text = isOurs ? words[language] : MarkupText.html(words[language])
    return (SheetPicture(architecture).map { $0.plainSVG(language) } ?? "")
      + "<p>\(MarkupText.html(Worksheet.functions(architecture)[language]))</p><p>\(values.joined(separator: ", "))</p>"
      + "<p>\(text)</p>"
      + Worksheet.html(material) { "\\(\($0.latex())\\)" }.joined()
  }

  /// What is shown besides the question; options are the answer's own.
  private var material: ExerciseMaterial {
    if case .choice = prompt.kind { return .none }
    return ExerciseMaterial(prompt.kind, network)
  }

  /// The question, which of a gap is for its value: a platform compares numbers.
  private func words(_ render: (Expression) -> String) -> Words {
    let architecture = network.architecture
    guard let gap, let quantity = prompt.kind.namedQuantity else { return prompt.words(architecture, render) }
    if let own = prompt.prompt { return Words("\(own) [ \(gap) ]") }
    let name = render(architecture.expression(of: quantity))
    return Words(
      en: "Factor [ \(gap) ] of \(name) is left out. What is its value? Give at least three significant digits.",
      zh: "\(name) 的第 [ \(gap) ] 处缺了一个因子。它等于多少？至少写三位有效数字。")
  }

  /// The same in plain words.
  var plain: String {
    let architecture = network.architecture
    let values = Worksheet.given(network).map { "\($0.name.text(.unicode)) = \(DecimalText.significant($0.value))" }
    let words = words { $0.text(.unicode) }
    let rows = material.rows(escape: { $0 }, render: { $0.text(.unicode) }).rows
    return "\(Worksheet.functions(architecture)[language]) \(values.joined(separator: ", ")). \(words[language])"
      + rows.map { " \($0)" }.joined(separator: ";")
  }
}

extension SheetPicture {
  /// With its looks in attributes, for pages that take no style sheet.
  func plainSVG(_ language: Language) -> String {
    svg(language).replacing("<line ", with: "<line stroke=\"#777\" ")
      .replacing("<circle ", with: "<circle fill=\"#fff\" stroke=\"#000\" ")
      .replacing("<text ", with: "<text text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"15\" ")
  }
}
