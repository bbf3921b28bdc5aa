import Diagnostics
import Formats
import Skills

/// A place as one line of JSON, which is how it is kept.
extension LessonPlace {
  private static let version = 1.0

  package var text: String {
    let whole: JSONText = .object([
      ("version", .number(Self.version)), ("actions", .number(Double(actions))), ("screens", .number(Double(screens))),
      ("farthestActions", .number(Double(farthestActions))), ("farthestScreens", .number(Double(farthestScreens))),
      ("isAtEnd", .bool(isAtEnd)), ("isRead", .bool(isRead)),
      ("settledBefore", .array(settledBefore.map(JSONText.string))),
      ("seed", seed.map { .string(String($0)) } ?? .null), ("order", order.map { .string(String($0)) } ?? .null),
      ("stops", Self.object(stops) { .number(Double($0)) }),
      ("moved", Self.object(moved) { .array($0.map(JSONText.number)) }),
      ("questions", Self.object(questions, Self.json)), ("outcomes", Self.object(outcomes, Self.json)),
    ])
    return whole.oneLine
  }

  /// Reads what `text` writes; nil for anything else, and for what another version has written.
  ///
  /// What is missing in it is as at the beginning of the lesson.
  package init?(text: String) {
    guard let value = try? JSONValue.parse(SourceText(text)), value["version"]?.double == Self.version else {
      return nil
    }
    actions = value["actions"]?.int ?? 0
    screens = value["screens"]?.int ?? 0
    farthestActions = value["farthestActions"]?.int ?? 0
    farthestScreens = value["farthestScreens"]?.int ?? 0
    isAtEnd = value["isAtEnd"]?.bool ?? false
    isRead = value["isRead"]?.bool ?? isAtEnd
    settledBefore = value["settledBefore"]?.elements.compactMap(\.string) ?? []
    seed = value["seed"]?.string.flatMap { UInt64($0) }
    order = value["order"]?.string.flatMap { UInt64($0) }
    for (key, value) in value["stops"]?.members ?? [] { stops[key] = value.int }
    for (key, value) in value["moved"]?.members ?? [] { moved[key] = value.elements.compactMap(\.double) }
    for (key, value) in value["questions"]?.members ?? [] { questions[key] = Self.question(value) }
    for (key, value) in value["outcomes"]?.members ?? [] { outcomes[key] = Self.outcome(value) }
  }

  private static func object<Value>(_ values: [String: Value], _ json: (Value) -> JSONText) -> JSONText {
    .object(values.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
  }

  private static func numbers(_ values: [Int]) -> JSONText { .array(values.map { .number(Double($0)) }) }

  private static func json(_ question: Question) -> JSONText {
    .object([
      ("answers", .array(question.answers.map(JSONText.string))), ("parts", numbers(question.parts)),
      ("asides", .array(question.asides.map(JSONText.string))),
      ("part", .number(Double(question.part))), ("hints", .array(question.hints.map(numbers))),
      ("rung", .number(Double(question.rung))), ("lookedUp", .array(question.lookedUp.map(numbers))),
      ("likeSeed", question.likeSeed.map { .string(String($0)) } ?? .null),
      ("isSettled", .bool(question.isSettled)), ("isTold", .bool(question.isTold)),
    ])
  }

  private static func question(_ value: JSONValue) -> Question {
    var question = Question()
    question.answers = value["answers"]?.elements.compactMap(\.string) ?? []
    question.parts = value["parts"]?.elements.compactMap(\.int) ?? []
    question.asides = value["asides"]?.elements.compactMap(\.string) ?? []
    question.part = value["part"]?.int ?? 0
    question.hints = value["hints"]?.elements.map { $0.elements.compactMap(\.int) } ?? []
    question.rung = value["rung"]?.int ?? 0
    question.lookedUp = value["lookedUp"]?.elements.map { $0.elements.compactMap(\.int) } ?? []
    question.likeSeed = value["likeSeed"]?.string.flatMap { UInt64($0) }
    question.isSettled = value["isSettled"]?.bool ?? false
    question.isTold = value["isTold"]?.bool ?? false
    return question
  }

  private static func json(_ outcome: Outcome) -> JSONText {
    .object([
      ("first", outcome.first.map(JSONText.string) ?? .null), ("wasHelped", .bool(outcome.wasHelped)),
      ("mistakes", .array(outcome.mistakes.map { JSONText.string($0.rawValue) })),
      ("isSkipped", .bool(outcome.isSkipped)),
      ("isDone", .bool(outcome.isDone)),
      ("said", outcome.said.map { .object([("en", .string($0.en)), ("zh", .string($0.zh))]) } ?? .null),
    ])
  }

  private static func outcome(_ value: JSONValue) -> Outcome {
    var outcome = Outcome()
    outcome.first = value["first"]?.string
    outcome.wasHelped = value["wasHelped"]?.bool ?? false
    outcome.mistakes = value["mistakes"]?.elements.compactMap(\.string).map { MistakeID($0) } ?? []
    outcome.isSkipped = value["isSkipped"]?.bool ?? false
    outcome.isDone = value["isDone"]?.bool ?? false
    if let en = value["said"]?["en"]?.string, let zh = value["said"]?["zh"]?.string {
      outcome.said = Words(en: en, zh: zh)
    }
    return outcome
  }
}

extension JSONValue {
  fileprivate var double: Double? { if case .number(let value, _, _) = self { value } else { nil } }
  /// Of a size that no arithmetic here can overflow.
  fileprivate var int: Int? {
    double.flatMap { Int(exactly: $0) }.flatMap { (-1_000_000...1_000_000).contains($0) ? $0 : nil }
  }
  fileprivate var bool: Bool? { if case .bool(let value, _) = self { value } else { nil } }
  fileprivate var string: String? { if case .string(let value, _) = self { value } else { nil } }
  fileprivate var elements: [JSONValue] { if case .array(let values, _) = self { values } else { [] } }
  fileprivate var members: [(String, JSONValue)] {
    if case .object(let members, _) = self { members.map { ($0.key, $0.value) } } else { [] }
  }
}
