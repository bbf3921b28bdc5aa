import Diagnosis
package import Diagnostics
import Expressions
import Formats
package import Lessons
package import Networks
import Questions

/// What is needed to grade a class: one line of JSON for each exercise of each student.
package struct AnswerKey {
  /// One student's sheet.
  package struct Sheet {
    package let student: Roster.Student
    package let network: Network
    package let exercises: [ExerciseList.Exercise]
  }

  package var title: String
  package var sheets: [Sheet]

  package init(_ assignment: Assignment, _ roster: Roster) {
    title = assignment.title
    sheets = roster.students.map { student in
      let network = assignment.network(for: student.id)
      return Sheet(student: student, network: network, exercises: assignment.exercises(for: student.id, network))
    }
  }

  /// The key as it is kept, apart from the sheets.
  package var text: String {
    var lines: [String] = []
    for sheet in sheets {
      let architecture = sheet.network.architecture
      let pass = Pass(sheet.network)
      for (index, exercise) in sheet.exercises.enumerated() {
        var members: [(key: String, value: JSONText)] = [
          ("assignment", .string(title)), ("student", .string(sheet.student.id)), ("name", .string(sheet.student.name)),
          ("email", .string(sheet.student.email)),
          ("lang", sheet.student.language.map { .string($0.rawValue) } ?? .null),
          ("exercise", .number(Double(index + 1))),
          ("kind", .string(exercise.kind.name)), ("points", .number(exercise.points)),
        ]
        if let prompt = exercise.prompt { members.append(("prompt", .string(prompt))) }
        switch exercise.kind {
        case .number(let quantity), .derivation(let quantity), .sign(let quantity):
          members.append(("quantity", .string(architecture.name(of: quantity))))
          members.append(("answer", .number(pass.value(of: quantity))))
        case .formula(let quantity):
          members.append(("quantity", .string(architecture.name(of: quantity))))
          let form = Working(Subject(quantity, of: sheet.network)).closedForm()?.text(.ascii)
          members.append(("answer", form.map(JSONText.string) ?? .null))
        case .choice(let text, let options, let right):
          members.append(("choice", .string(text)))
          members.append(("options", .array(options.map(JSONText.string))))
          members.append(("answer", .array(right.sorted().map { .number(Double($0 + 1)) })))
        case .chain(let goal, let distractors, let variant):
          let tiles = Tiles(chainOf: goal, sheet.network, distractors, variant)
          members.append(("quantity", .string(architecture.name(of: goal))))
          members.append(("distractors", .number(Double(distractors))))
          members.append(("variant", .number(Double(variant))))
          members.append(("answer", tiles.map { .string($0.rightAnswer) } ?? .null))
        case .faded(let goal, let blank):
          members.append(("quantity", .string(architecture.name(of: goal))))
          members.append(("blank", .array(blank.map { .string(architecture.name(of: $0)) })))
          members.append(("answer", .array(blank.map { .number(pass.value(of: $0)) })))
        case .bug(let lines, let wrong):
          let texts = lines.map { JSONText.array([.string($0.left.text(.ascii)), .string($0.right.text(.ascii))]) }
          members.append(("lines", .array(texts)))
          members.append(("answer", .number(Double(wrong + 1))))
        // Settled for each student before.
        case .conditional, .planted: continue
        }
        members.append(("network", NetworkFile.json(sheet.network)))
        lines.append(JSONText.object(members).oneLine)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A key that cannot be used.
  package struct Fault: Error, Equatable, Sendable {
    /// From 1.
    package let line: Int
    package let message: Words
  }

  /// Reads a key.
  package init(_ text: String) throws(Fault) {
    title = ""
    sheets = []
    var places: [String: Int] = [:]
    var networks: [String: Network] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      do throws(Diagnostic) {
        let value = try JSONValue.parse(SourceText(String(line)))
        guard case .string(let id, _)? = value["student"], let exercise = Self.exercise(value, line, &networks) else {
          throw Diagnostic(
            id: "key", range: 0..<0,
            message: Words(en: "this is no line of a key", zh: "这不是答案文件中的一行"), help: nil)
        }
        if case .string(let name, _)? = value["assignment"] { title = name }
        if let place = places[id] {
          let old = sheets[place]
          sheets[place] = Sheet(
            student: old.student, network: old.network, exercises: old.exercises + [exercise.exercise])
        } else {
          places[id] = sheets.count
          func member(_ key: String) -> String { if case .string(let text, _)? = value[key] { text } else { "" } }
          let student = Roster.Student(
            id: id, name: member("name"), email: member("email"), language: Language(rawValue: member("lang")))
          sheets.append(Sheet(student: student, network: exercise.network, exercises: [exercise.exercise]))
        }
      } catch {
        throw Fault(line: number + 1, message: error.message)
      }
    }
    guard !sheets.isEmpty else {
      throw Fault(line: 1, message: Words(en: "the key is empty", zh: "答案文件是空的"))
    }
  }

  private static func exercise(
    _ value: JSONValue, _ line: Substring, _ networks: inout [String: Network]
  ) -> (exercise: ExerciseList.Exercise, network: Network)? {
    guard let json = value["network"], let network = network(json, of: line, &networks) else { return nil }
    guard case .string(let kind, _)? = value["kind"], case .number(let points, _, _)? = value["points"] else {
      return nil
    }
    var prompt: String?
    if case .string(let text, _)? = value["prompt"] { prompt = text }
    func made(_ kind: ExerciseList.Kind) -> (ExerciseList.Exercise, Network) {
      (ExerciseList.Exercise(kind: kind, points: max(0, points), prompt: prompt), network)
    }
    if kind == "choice" {
      guard case .string(let text, _)? = value["choice"], case .array(let options, _)? = value["options"],
        case .array(let right, _)? = value["answer"]
      else { return nil }
      let texts = options.compactMap { if case .string(let text, _) = $0 { text } else { nil } }
      let places = right.compactMap { value -> Int? in
        if case .number(let number, _, _) = value { Int(exactly: number).map { $0 - 1 } } else { nil }
      }
      return made(.choice(text, options: texts, right: Set(places)))
    }
    if kind == "bug" { return Self.bug(value, network).map(made) }
    guard case .string(let name, _)? = value["quantity"], let quantity = network.architecture.quantity(spelled: name),
      network.architecture.has(quantity)
    else { return nil }
    switch kind {
    case "number": return made(.number(quantity))
    case "formula": return made(.formula(quantity))
    case "sign": return made(.sign(quantity))
    case "derivation": return made(.derivation(quantity))
    case "chain":
      guard let distractors = whole(value["distractors"]), let variant = whole(value["variant"]), distractors <= 20
      else {
        return nil
      }
      return made(.chain(quantity, distractors: distractors, variant: variant))
    case "faded":
      guard case .array(let names, _)? = value["blank"], !names.isEmpty else { return nil }
      let blank = names.compactMap { name -> Quantity? in
        guard case .string(let text, _) = name, let quantity = network.architecture.quantity(spelled: text),
          network.architecture.has(quantity)
        else { return nil }
        return quantity
      }
      return blank.count == names.count ? made(.faded(quantity, blank: blank)) : nil
    default: return nil
    }
  }

  private static func whole(_ value: JSONValue?) -> Int? {
    guard case .number(let number, _, _)? = value, let whole = Int(exactly: number), whole >= 0 else { return nil }
    return whole
  }

  private static func bug(_ value: JSONValue, _ network: Network) -> ExerciseList.Kind? {
    guard case .array(let lines, _)? = value["lines"], let wrong = whole(value["answer"]),
      (1...max(1, lines.count)).contains(wrong)
    else { return nil }
    let equations = lines.compactMap { line -> Ask.Equation? in
      guard case .array(let sides, _) = line, sides.count == 2, case .string(let left, _) = sides[0],
        case .string(let right, _) = sides[1], let left = try? network.parse(left),
        let right = try? network.parse(right)
      else { return nil }
      return Ask.Equation(left: left, right: right)
    }
    return equations.count == lines.count ? .bug(equations, wrong: wrong - 1) : nil
  }

  /// A student's network is on each of their lines, and is read once.
  private static func network(
    _ json: JSONValue, of line: Substring, _ networks: inout [String: Network]
  ) -> Network? {
    let bytes = Array(line.utf8)
    guard json.range.upperBound <= bytes.count else { return nil }
    let text = String(decoding: bytes[json.range], as: UTF8.self)
    if let known = networks[text] { return known }
    let network = try? NetworkFile.read(json)
    if networks.count > 4 { networks = [:] }
    networks[text] = network
    return network
  }
}
