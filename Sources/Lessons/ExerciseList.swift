package import Diagnostics
import Expressions
package import Networks
import YAML

/// Homework as an instructor writes it down: as short as `- number: dE/dw1`.
///
/// ```yaml
/// title: Homework 3
/// network: 2-2-1
/// exercises:
///   - number: dE/dw5
///     points: 2
///   - derivation: dE/dw1
///     points: 6
///   - choice: Which factor holds the activation's slope?
///     options: [∂E/∂out_O, "*∂out_O/∂net_O"]
/// ```
/// A list alone is an exercise list too; the right options of a choice begin with `*`.
package struct ExerciseList: Equatable, Sendable {
  /// What is asked, and what it is worth.
  package struct Exercise: Equatable, Sendable {
    package let kind: Kind
    package let points: Double
    /// The author's own words; nil for those of the program.
    package let prompt: String?

    package init(kind: Kind, points: Double = 1, prompt: String? = nil) {
      (self.kind, self.points, self.prompt) = (kind, points, prompt)
    }
  }

  /// What is wanted as an answer.
  package enum Kind: Equatable, Sendable {
    case number(Quantity)
    case formula(Quantity)
    /// Whether E rises or falls with a parameter.
    case sign(Quantity)
    /// The whole way to a quantity, marked line by line.
    case derivation(Quantity)
    case choice(String, options: [String], right: Set<Int>)
    /// A choice of which the right options hang on the numbers.
    case conditional(String, options: [Ask.Option])
    /// The chain of a gradient, built from tiles; so many of them do not belong, and the variant shuffles them.
    case chain(Quantity, distractors: Int, variant: Int)
    /// A worked chain with some factors left out.
    case faded(Quantity, blank: [Quantity])
    /// A derivation whose wrong line, from 0, is to be found.
    case bug([Ask.Equation], wrong: Int)
    /// The same with a mistake of the catalogue, planted for each student.
    case planted(Quantity)
  }

  package var title: String
  package let exercises: [Exercise]
  /// One of the program's networks; nil for the one that is chosen otherwise.
  package let network: String?

  package init(title: String, exercises: [Exercise], network: String? = nil) {
    (self.title, self.exercises, self.network) = (title, exercises, network)
  }

  /// Everything that is wrong with a list.
  package struct Faults: Error, Equatable, Sendable {
    package let diagnostics: [Diagnostic]
  }

  private static let maxExercises = 100

  /// Reads a list; names of quantities are those of `network`, or of the network that the list names.
  package static func read(_ source: SourceText, _ network: Network) throws(Faults) -> ExerciseList {
    let value: YAMLValue?
    do throws(Diagnostic) { value = try YAMLReader.value(of: source, in: 0..<source.utf8.count) } catch {
      throw Faults(diagnostics: [error])
    }
    var reader = ExerciseReader(network)
    let list = reader.list(value)
    guard reader.faults.isEmpty else { throw Faults(diagnostics: reader.faults) }
    guard list.exercises.count <= maxExercises else {
      let words = Words(en: "at most \(maxExercises) exercises are read", zh: "最多 \(maxExercises) 道题")
      throw Faults(diagnostics: [Diagnostic(id: "exercises.too-many", range: 0..<0, message: words)])
    }
    return list
  }

  /// The questions of a lesson that have an answer on paper, and how many have none.
  package static func of(_ lesson: Lesson) -> (list: ExerciseList, leftOut: Int) {
    var exercises: [Exercise] = []
    var leftOut = 0
    for element in lesson.drawn(seed: nil).elements {
      guard case .ask(let ask) = element.content else { continue }
      if let kind = kind(of: ask, lesson.network) {
        // Numbers in the author's words are those of the lesson.
        exercises.append(Exercise(kind: kind, prompt: namesNumbers(ask.prompt) ? nil : ask.prompt))
      } else {
        leftOut += 1
      }
    }
    return (ExerciseList(title: lesson.title, exercises: exercises), leftOut)
  }

  /// Whether a text has a decimal number in it, which belongs to one set of numbers only.
  private static func namesNumbers(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index]) }
    return bytes.indices.contains { bytes[$0] == UInt8(ascii: ".") && isDigit($0 - 1) && isDigit($0 + 1) }
  }

  /// Whether a derivation is wrong in that line alone, whatever the numbers.
  private static func isWrongAlways(_ derivation: Ask.Derivation, _ network: Network) -> Bool {
    (1...3).allSatisfy { seed in
      let pass = Pass(network.randomized(seed: UInt64(seed)))
      return derivation.lines.enumerated().allSatisfy { number, line in
        let (left, right) = (pass.value(of: line.left), pass.value(of: line.right))
        let isSame = (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude)
        return left.isFinite && right.isFinite && isSame != (number == derivation.bug)
      }
    }
  }

  private static func kind(of ask: Ask, _ network: Network) -> Kind? {
    let architecture = network.architecture
    // Numbers of its own are not those of a student's sheet.
    guard ask.setting == Setting() else { return nil }
    switch ask.kind {
    case .number(let expression, _): return expression.leafName.flatMap(architecture.quantity(named:)).map(Kind.number)
    case .expression(let expression, _):
      return expression.leafName.flatMap(architecture.quantity(named:)).map(Kind.formula)
    case .sign(let expression):
      guard let quantity = expression.leafName.flatMap(architecture.quantity(named:)),
        case .derivative(of: .loss, by: .parameter) = quantity
      else { return nil }
      return .sign(quantity)
    case .choice(let options):
      guard !namesNumbers(ask.prompt), !options.contains(where: { namesNumbers($0.text) }) else { return nil }
      return .conditional(ask.prompt, options: options)
    case .chain(let goal, let distractors): return .chain(goal, distractors: distractors, variant: 0)
    case .faded(let goal, let blank): return .faded(goal, blank: blank)
    case .bug(let derivation):
      return isWrongAlways(derivation, network) ? .bug(derivation.lines, wrong: derivation.bug) : nil
    case .poll, .text: return nil
    }
  }
}

/// Reads the fields of an exercise list.
private struct ExerciseReader {
  private static let kinds = [
    "number", "formula", "expression", "sign", "derivation", "choice", "chain", "faded", "bug",
  ]
  private static let fields = kinds + ["points", "prompt", "options", "blank", "distractors"]

  private var network: Network
  private(set) var faults: [Diagnostic] = []

  init(_ network: Network) { self.network = network }

  mutating func list(_ value: YAMLValue?) -> ExerciseList {
    var title = ""
    var name: String?
    var elements: [YAMLValue] = []
    switch value {
    case .list(let list, _)?: elements = list
    case .mapping(let members, let range)?:
      for member in members {
        switch member.key {
        case "title": title = member.value.scalar?.text ?? ""
        case "network":
          name = member.value.scalar?.text
          if let bundled = name.flatMap(BundledNetworks.network) {
            network = bundled
          } else {
            let names = BundledNetworks.names
            report(
              Words(en: "no network of that name comes with the program", zh: "程序没有自带这个名称的网络"),
              Suggestion.nearest(to: name ?? "", in: names) ?? names[0], at: member.value.range)
          }
        case "exercises": elements = member.value.elements
        default:
          report(
            Words(en: "'\(member.key)' is not a field here", zh: "这里没有“\(member.key)”这个字段"),
            Suggestion.nearest(to: member.key, in: ["title", "network", "exercises"]), at: member.keyRange)
        }
      }
      if elements.isEmpty {
        report(Words(en: "there are no exercises", zh: "没有题目"), "exercises: [{number: dE/dw5}]", at: range)
      }
    case .scalar(let scalar)?:
      report(Words(en: "an exercise list is expected", zh: "这里应是题目列表"), "- number: dE/dw5", at: scalar.range)
    case nil: report(Words(en: "there are no exercises", zh: "没有题目"), "- number: dE/dw5", at: 0..<0)
    }
    return ExerciseList(title: title, exercises: elements.compactMap { exercise($0) }, network: name)
  }

  private mutating func exercise(_ value: YAMLValue) -> ExerciseList.Exercise? {
    guard case .mapping(let members, _) = value else {
      report(Words(en: "an exercise is written like this", zh: "题目的写法如下"), "- number: dE/dw5", at: value.range)
      return nil
    }
    for member in members where !Self.fields.contains(member.key) {
      report(
        Words(en: "'\(member.key)' is not a field here", zh: "这里没有“\(member.key)”这个字段"),
        Suggestion.nearest(to: member.key, in: Self.fields), at: member.keyRange)
    }
    guard let member = members.first(where: { Self.kinds.contains($0.key) }), let scalar = member.value.scalar else {
      report(
        Words(en: "what is asked for is missing", zh: "缺少要求的内容"), "number: dE/dw5",
        at: members.first?.keyRange ?? value.range)
      return nil
    }
    var points = 1.0
    if let written = value["points"] {
      points = written.scalar.flatMap { Double($0.text) } ?? .nan
      if !(points >= 0 && points <= 1_000) {
        report(Words(en: "points are a number from 0 to 1000", zh: "分值应是 0 到 1000 的数"), "points: 2", at: written.range)
        points = 1
      }
    }
    return kind(member.key, scalar, value).map {
      ExerciseList.Exercise(kind: $0, points: points, prompt: value["prompt"]?.scalar?.text)
    }
  }

  private mutating func kind(_ key: String, _ scalar: YAMLValue.Scalar, _ value: YAMLValue) -> ExerciseList.Kind? {
    if key == "choice" {
      let options = value["options"]?.elements.compactMap { $0.scalar?.text } ?? []
      let right = Set(options.indices.filter { options[$0].hasPrefix("*") })
      guard options.count > 1, !right.isEmpty else {
        report(
          Words(en: "a choice needs options, the right ones with a * before them", zh: "选择题需要选项，正确的选项前加 *"),
          "options: [no, \"*yes\"]", at: scalar.range)
        return nil
      }
      return .choice(
        scalar.text, options: options.map { $0.hasPrefix("*") ? String($0.dropFirst()) : $0 }, right: right)
    }
    let architecture = network.architecture
    guard let quantity = architecture.quantity(spelled: scalar.text), architecture.has(quantity) else {
      let names =
        architecture.names()
        + (0..<min(200, architecture.parameterCount)).map {
          architecture.name(of: .gradient(.parameter($0)))
        }
      report(
        Words(en: "'\(scalar.text)' is not a quantity of this network", zh: "这个网络没有“\(scalar.text)”这个量"),
        Suggestion.nearest(to: scalar.text, in: names) ?? "dE/dw5", at: scalar.range)
      return nil
    }
    switch key {
    case "number": return .number(quantity)
    case "sign":
      guard case .derivative(of: .loss, by: .parameter) = quantity else {
        report(
          Words(en: "the sign of a gradient is asked for", zh: "这里应是某个梯度的正负"), "sign: dE/dw5", at: scalar.range)
        return nil
      }
      return .sign(quantity)
    case "derivation": return .derivation(quantity)
    case "chain", "faded", "bug":
      guard case .derivative(of: .loss, by: _) = quantity else {
        report(Words(en: "a gradient is asked for", zh: "这里应是一个梯度"), "\(key): dE/dw5", at: scalar.range)
        return nil
      }
      if key == "bug" { return .planted(quantity) }
      if key == "faded" { return blanks(of: quantity, value).map { .faded(quantity, blank: $0) } }
      return .chain(quantity, distractors: distractors(value), variant: 0)
    default: return .formula(quantity)
    }
  }

  private static let maxDistractors = 6

  private mutating func distractors(_ value: YAMLValue) -> Int {
    guard let written = value["distractors"] else { return 2 }
    guard let count = written.scalar.flatMap({ Int($0.text) }), (0...Self.maxDistractors).contains(count) else {
      report(
        Words(
          en: "tiles too many are a number from 0 to \(Self.maxDistractors)",
          zh: "多余的拼块应是 0 到 \(Self.maxDistractors) 的整数"),
        "distractors: 2", at: written.range)
      return 2
    }
    return count
  }

  /// The factors that are left out, which the chain has to have.
  private mutating func blanks(of goal: Quantity, _ value: YAMLValue) -> [Quantity]? {
    let written = value["blank"]
    let architecture = network.architecture
    let elements = written.map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    let names = elements.compactMap { $0.scalar }
    let found = names.compactMap { architecture.quantity(spelled: $0.text) }.filter {
      if case .derivative = $0 { architecture.has($0) } else { false }
    }
    guard !found.isEmpty, found.count == names.count, found.count <= 6, !found.contains(goal) else {
      report(
        Words(en: "the factors to leave out are named as 'blank'", zh: "缺的因子写在 blank 中"), "blank: [dE/dout_O]",
        at: written?.range ?? value.range)
      return nil
    }
    return found
  }

  private mutating func report(_ message: Words, _ help: String?, at range: Range<Int>) {
    let words = help.map { Words(en: "for example \($0)", zh: "例如 \($0)") }
    if faults.count < 50 {
      faults.append(Diagnostic(id: "exercises.fault", range: range, message: message, help: words))
    }
  }
}
