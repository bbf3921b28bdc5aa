import Diagnostics
import Expressions
import Networks

/// Values of an author's own numbers, to be put into formulas and texts.
struct DrawnNumbers {
  private let values: [String: Double]

  init(_ variables: [Variable], seed: UInt64?) {
    values = Dictionary(variables.map { ($0.name, $0.value(seed: seed)) }, uniquingKeysWith: { _, last in last })
  }

  var isEmpty: Bool { values.isEmpty }

  subscript(name: String) -> Double? { values[name] }

  func expression(_ expression: Expression) -> Expression {
    guard !isEmpty else { return expression }
    return expression.substituting { part in
      guard case .symbol(let name) = part else { return nil }
      return values[name].map(Expression.number)
    }
  }

  /// `{k}` becomes the value of k.
  func text(_ text: String) -> String {
    guard !isEmpty, text.contains("{") else { return text }
    var text = text
    for (name, value) in values {
      let shown = DecimalText.shortest(value)
      text = text.replacing("{\(name)}", with: value < 0 ? "−" + shown.dropFirst() : shown)
    }
    return text
  }

  /// The same within `$…$`: there `{k}` is a group, and its value takes the place of k in it, so that `x^{k}` is a power.
  ///
  /// What commands take as words, as `\text{k}`, stays.
  func formula(_ formula: MathText, _ source: String) -> (MathText, String) {
    guard !isEmpty, source.contains("{") else { return (formula, source) }
    let changed = values.reduce(source) { text, number in
      let pieces = text.split(separator: "{\(number.key)}", omittingEmptySubsequences: false)
      return pieces.dropFirst().reduce(String(pieces.first ?? "")) { before, piece in
        let isWord = Self.wordCommands.contains { before.hasSuffix($0) }
        return before + "{\(isWord ? number.key : DecimalText.shortest(number.value))}" + piece
      }
    }
    guard changed != source, let read = try? MathReader.read(changed.utf8) else { return (formula, source) }
    return (read, changed)
  }

  private static let wordCommands = ["text", "mathrm", "mathbf", "operatorname", "begin", "end"].map { "\\" + $0 }

  /// The names in braces in a text that none of the author's own numbers has, with their places in it in bytes.
  static func strangers(in text: String, _ names: [String]) -> [(name: String, range: Range<Int>)] {
    let bytes = Array(text.utf8)
    var found: [(String, Range<Int>)] = []
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
      place = open + 1
      guard let close = bytes[place...].firstIndex(of: UInt8(ascii: "}")) else { break }
      let name = String(decoding: bytes[place..<close], as: UTF8.self)
      if Variable.isName(name), !names.contains(name) { found.append((name, open..<close + 1)) }
    }
    return found
  }
}

extension Lesson {
  /// The lesson with its author's own numbers drawn: the same seed draws the same ones.
  package func drawn(seed: UInt64?) -> Lesson {
    let own = DrawnNumbers(variables, seed: seed)
    return Lesson(
      id: id, title: title, language: language, network: network, requires: requires, skills: skills, minutes: minutes,
      variables: [],
      elements: elements.map { element in
        Element(
          content: element.content.drawn(seed: seed, own), id: element.id, line: element.line,
          language: element.language)
      })
  }
}

extension Lesson.Content {
  fileprivate func drawn(seed: UInt64?, _ own: DrawnNumbers) -> Self {
    switch self {
    case .prose(let block): own.isEmpty ? self : .prose(block.mapping(own.text, own.formula))
    case .pause, .light: self
    case .note(let note): .note(own.text(note))
    case .show(let show):
      .show(
        Show(
          step: show.step, after: show.after, view: show.view, reveal: show.reveal, setting: show.setting.drawn(seed)))
    case .plot(let plot): .plot(Show.Plot(plot.kind, range: plot.range, setting: plot.setting.drawn(seed)))
    case .ask(let ask): .ask(ask.drawn(seed: seed))
    case .attempt(let attempt): .attempt(attempt.drawn(seed: seed))
    }
  }
}

extension Setting {
  func drawn(_ seed: UInt64?) -> Setting {
    if variables.isEmpty { return self }
    let numbers = DrawnNumbers(variables, seed: seed)
    func drawn(_ list: [Assignment]) -> [Assignment] {
      list.map { Assignment(quantity: $0.quantity, value: numbers.expression($0.value)) }
    }
    return Setting(network: network, assignments: drawn(assignments), samples: samples.map(drawn))
  }
}

extension Ask {
  /// The question with its author's own numbers drawn.
  package func drawn(seed: UInt64?) -> Ask {
    if setting.variables.isEmpty { return self }
    let numbers = DrawnNumbers(setting.variables, seed: seed)
    var drawn = Ask(
      id: id, prompt: numbers.text(prompt), kind: kind.drawn(numbers), hints: hints.map(numbers.text),
      wrong: wrong.map { WrongAnswer(when: numbers.expression($0.when), say: numbers.text($0.say)) }, mode: mode,
      skills: skills, setting: setting.drawn(seed), seconds: seconds)
    drawn.undrawn = [self]
    return drawn
  }

  /// The same question with its author's own numbers drawn anew, and those of a network of its own; nil where it has no
  /// numbers of its author's own.
  package func redrawn(seed: UInt64) -> Ask? {
    guard let undrawn = undrawn.first else { return nil }
    var other = undrawn.drawn(seed: seed)
    other.setting.network = other.setting.network?.randomized(seed: seed)
    return other
  }
}

extension Ask.Kind {
  fileprivate func drawn(_ numbers: DrawnNumbers) -> Self {
    func drawn(_ options: [Ask.Option]) -> [Ask.Option] {
      options.map { option in
        Ask.Option(
          text: numbers.text(option.text), right: option.right.drawn(numbers), say: option.say.map(numbers.text),
          goto: option.goto)
      }
    }
    switch self {
    case .number(let answer, let tolerance): return .number(numbers.expression(answer), tolerance: tolerance)
    case .expression(let answer, let symbols): return .expression(numbers.expression(answer), symbols: symbols)
    case .sign(let answer): return .sign(numbers.expression(answer))
    case .choice(let options): return .choice(drawn(options))
    case .poll(let options): return .poll(drawn(options))
    case .bug(let derivation):
      return .bug(
        Ask.Derivation(
          lines: derivation.lines.map {
            Ask.Equation(left: numbers.expression($0.left), right: numbers.expression($0.right))
          },
          bug: derivation.bug, reasons: drawn(derivation.reasons), mistake: derivation.mistake))
    case .chain, .faded, .text: return self
    }
  }
}

extension Truth {
  func drawn(_ numbers: DrawnNumbers) -> Truth {
    if case .when(let condition) = self { .when(condition.drawn(numbers)) } else { self }
  }
}

extension Condition {
  func drawn(_ numbers: DrawnNumbers) -> Condition {
    if numbers.isEmpty { return self }
    return Condition(
      comparisons: comparisons.map {
        Comparison(
          left: numbers.expression($0.left), relation: $0.relation, right: numbers.expression($0.right))
      }, text: text)
  }
}

extension Experiment {
  func drawn(seed: UInt64?) -> Experiment {
    if setting.variables.isEmpty { return self }
    let numbers = DrawnNumbers(setting.variables, seed: seed)
    return Experiment(
      id: id, prompt: prompt.map(numbers.text), setting: setting.drawn(seed), range: range, watch: watch,
      goal: goal.drawn(numbers), hints: hints.map(numbers.text), skills: skills)
  }
}
