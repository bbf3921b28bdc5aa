import Diagnostics
package import Expressions
import Networks
import Skills
import YAML

/// Answers, each held against its own check.
extension LessonBuilder {
  /// Relative agreement of the lines of a derivation: closer than any printed figure is rounded.
  private static let lineTolerance = 1e-7

  mutating func number(_ fields: Fields, _ scene: Scene) -> Ask.Kind? {
    guard let (value, isOwn) = fields["answer"], let answer = expression(value, isOwn, scene) else { return nil }
    let written = fields["tolerance"]?.value.scalar
    let tolerance = written.flatMap { FieldReader.tolerance($0.text) } ?? 0.001
    let number = scene.value(of: answer)
    if isOwn, scene.isKnown, !scene.isFinite(answer) {
      report(QuestionFault.notFinite(value.scalar?.text ?? ""), at: value.range)
    } else if let rounded = Double(DecimalText.significant(number)), let written,
      fields["tolerance"]?.isOwn == true, (1e-6...0.1).contains(tolerance),
      (rounded - number).magnitude > tolerance * number.magnitude
    {
      report(QuestionFault.answerFailsItself, at: written.range)
    }
    return .number(answer, tolerance: tolerance)
  }

  mutating func formula(_ fields: Fields, _ scene: Scene) -> Ask.Kind? {
    let symbols = quantities("symbols", fields, scene).map { scene.base.architecture.name(of: $0.0) }
    guard let (value, isOwn) = fields["answer"], let answer = expression(value, isOwn, scene) else { return nil }
    if isOwn, scene.isKnown {
      if !scene.isFinite(answer) {
        report(QuestionFault.notFinite(value.scalar?.text ?? ""), at: value.range)
      }
      let allowed = Set(symbols + ["e", "pi"] + scene.setting.variables.map(\.name))
      if fields["symbols"] != nil, symbols.count == fields.count(of: "symbols"),
        let name = answer.leafNames.first(where: { !allowed.contains($0) })
      {
        report(QuestionFault.symbolNotAllowed(name, allowed: symbols), at: value.range)
      }
    }
    return .expression(answer, symbols: symbols)
  }

  mutating func sign(_ fields: Fields, _ scene: Scene) -> Ask.Kind? {
    guard let (value, isOwn) = fields["answer"], let scalar = value.scalar else { return nil }
    guard let answer = signed(scalar, isOwn, scene) else { return nil }
    if isOwn, scene.isKnown, !scene.isFinite(answer) {
      report(QuestionFault.notFinite(scalar.text), at: scalar.range)
    }
    return .sign(answer)
  }

  /// What is inside of `sign(…)`, or the whole.
  private mutating func signed(_ scalar: YAMLValue.Scalar, _ isOwn: Bool, _ scene: Scene) -> Expression? {
    let text = scalar.text
    guard text.hasPrefix("sign(") else { return expression(.scalar(scalar), isOwn, scene) }
    // The parenthesis is what is wrong, not the word before it.
    guard text.hasSuffix(")") else { return expression(String(text.dropFirst(4)), at: scalar, 4, isOwn, scene) }
    return expression(String(text.dropFirst(5).dropLast()), at: scalar, 5, isOwn, scene)
  }

  /// The entries of a list of options, whose fields are those of `table`.
  mutating func options(_ name: String, _ table: [Field], _ fields: Fields, _ scene: Scene) -> [Ask.Option] {
    let hasRight = table.contains { $0.name == "right" }
    guard let list = fields[name] else { return [] }
    var options: [Ask.Option] = []
    var isComplete = true
    for index in list.value.elements.indices {
      let entry = fields.entry(index, of: name)
      checkEntry(entry, table)
      guard let text = text("text", entry) else {
        isComplete = false
        continue
      }
      let right = entry["right"].map { truth($0.value, $0.isOwn, scene) } ?? .never
      if entry["right"] != nil, right == .never, entry["right"]?.value.scalar?.text != "false" { isComplete = false }
      options.append(
        Ask.Option(text: text, right: right, say: self.text("say", entry), goto: self.text("goto", entry)))
    }
    if list.isOwn, isComplete, hasRight, scene.isKnown, !options.isEmpty,
      !options.contains(where: { scene.holds($0.right) })
    {
      let place = list.value.range
      report(QuestionFault.noRightOption, at: place.lowerBound..<min(place.lowerBound + 1, place.upperBound))
    }
    return options
  }

  private mutating func checkEntry(_ entry: Fields, _ table: [Field]) { check(entry, table) }

  // MARK: Someone's derivation

  mutating func derivation(_ fields: Fields, _ scene: Scene) -> Ask.Derivation? {
    let reasons = options("why", FieldTable.reason, fields, scene)
    checkMistake(fields)
    guard let (value, isOwn) = fields["lines"], let bug = fields["bug"],
      let number = bug.value.scalar.flatMap({ Int($0.text) }), (1...40).contains(number)
    else { return nil }
    var equations: [Ask.Equation] = []
    for element in value.elements {
      guard let equation = equation(element, isOwn, scene) else { return nil }
      equations.append(equation)
    }
    guard number <= equations.count else {
      if bug.isOwn { report(QuestionFault.bugLineMissing(count: equations.count), at: bug.value.range) }
      return nil
    }
    if isOwn, scene.isKnown { checkLines(equations, value.elements, bug: number, at: bug, scene) }
    return Ask.Derivation(
      lines: equations, bug: number - 1, reasons: reasons, mistake: text("mistake", fields).map { MistakeID($0) })
  }

  private mutating func checkLines(
    _ equations: [Ask.Equation], _ elements: [YAMLValue], bug: Int, at field: (value: YAMLValue, isOwn: Bool),
    _ scene: Scene
  ) {
    for (index, equation) in equations.enumerated() {
      let (left, right) = (scene.value(of: equation.left), scene.value(of: equation.right))
      let holds = (left - right).magnitude <= Self.lineTolerance * max(left.magnitude, right.magnitude)
      if holds, index == bug - 1, field.isOwn { report(QuestionFault.bugHolds(line: bug), at: field.value.range) }
      if !holds, index != bug - 1 { report(QuestionFault.lineFails(line: index + 1), at: elements[index].range) }
    }
  }

  private mutating func equation(_ value: YAMLValue, _ isOwn: Bool, _ scene: Scene) -> Ask.Equation? {
    guard let scalar = value.scalar else { return nil }
    let parts = Comparisons.split(scalar.text)
    guard parts.count == 1, parts[0].relation == .equal, !parts[0].left.text.isEmpty, !parts[0].right.text.isEmpty
    else {
      if isOwn { report(QuestionFault.notAnEquation, at: scalar.range) }
      return nil
    }
    let (left, right) = (parts[0].left, parts[0].right)
    guard let one = expression(left.text, at: scalar, left.range.lowerBound, isOwn, scene),
      let two = expression(right.text, at: scalar, right.range.lowerBound, isOwn, scene)
    else { return nil }
    return Ask.Equation(left: one, right: two)
  }

  private mutating func checkMistake(_ fields: Fields) {
    guard let (value, isOwn) = fields["mistake"], isOwn, let scalar = value.scalar, !context.mistakes.isEmpty,
      !context.mistakes.contains(MistakeID(scalar.text))
    else { return }
    report(
      NameFault.unknownMistake(
        scalar.text, nearest: Suggestion.nearest(to: scalar.text, in: context.mistakes.map(\.rawValue))),
      at: scalar.range)
  }

  // MARK: Wrong answers of the question's own

  mutating func wrongAnswers(_ kind: Ask.Kind, _ fields: Fields, _ scene: Scene) -> [Ask.WrongAnswer] {
    guard let list = fields["wrong"] else { return [] }
    var known: [(expression: Expression, line: Int)] = []
    var answers: [Ask.WrongAnswer] = []
    for (index, element) in list.value.elements.enumerated() {
      let entry = fields.entry(index, of: "wrong")
      checkEntry(entry, FieldTable.wrongAnswer)
      guard let (value, isOwn) = entry["when"], let scalar = value.scalar,
        let when = signed(scalar, isOwn, scene)
      else { continue }
      if isOwn, scene.isKnown {
        if isSame(when, kind.answer, kind, scene) {
          report(QuestionFault.rightIsWrong, at: value.range)
        } else if let first = known.first(where: { isSame(when, $0.expression, kind, scene) }) {
          report(QuestionFault.shadowedWrong(line: first.line), at: value.range)
        }
      }
      known.append((when, own.source.line(of: element.range.lowerBound)))
      answers.append(Ask.WrongAnswer(when: when, say: text("say", entry) ?? ""))
    }
    return answers
  }

  /// Whether the two cannot be distinguished as answers to that kind of question.
  private func isSame(_ one: Expression, _ other: Expression?, _ kind: Ask.Kind, _ scene: Scene) -> Bool {
    guard let other else { return false }
    let (first, second) = (scene.value(of: one), scene.value(of: other))
    switch kind {
    case .number(_, let tolerance):
      return (first - second).magnitude <= tolerance * max(first.magnitude, second.magnitude)
    case .sign: return (first > 0) == (second > 0) && (first < 0) == (second < 0)
    case .expression:
      return Equivalence.compare(
        scene.numbers.expression(one), scene.numbers.expression(other), samples: scene.samples(count: 8)
      ).verdict == .equal
    default: return false
    }
  }
}

extension Ask.Kind {
  /// The right answer as a formula, where it is one.
  package var answer: Expression? {
    switch self {
    case .number(let answer, _), .expression(let answer, _), .sign(let answer): answer
    case .choice, .chain, .faded, .bug, .poll, .text: nil
    }
  }
}
