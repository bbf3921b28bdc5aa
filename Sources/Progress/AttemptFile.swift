package import Formats
import Skills

/// Answers as text that leaves the program: JSON or a table for spreadsheets.
package enum AttemptFile {
  static let format = "bptutor-progress"
  static let version = 1

  /// The column of a class's table that names whose answer it is; it comes first.
  static let learnerColumn = "learner"

  /// The columns of the table, in this order.
  static let columns = [
    "time", "lesson", "step", "parameters", "answer", "verdict", "mistakes", "hint", "duration", "skills", "blamed",
    "first", "faded", "choices", "scored",
  ]

  // MARK: JSON

  /// The answers as JSON, one object each.
  package static func json(_ attempts: [Attempt]) -> JSONText {
    .object([
      ("format", .string(format)), ("version", .number(Double(version))),
      ("attempts", .array(attempts.map { object($0) })),
    ])
  }

  /// The answers of a class, each with whose it is.
  package static func json(_ members: [ClassMember]) -> JSONText {
    .object([
      ("format", .string(format)), ("version", .number(Double(version))),
      (
        "attempts",
        .array(members.flatMap { member in member.attempts.map { object($0, learner: member.name) } })
      ),
    ])
  }

  private static func object(_ attempt: Attempt, learner: String? = nil) -> JSONText {
    func optional(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }
    func optional(_ number: Int?) -> JSONText { number.map { .number(Double($0)) } ?? .null }
    let whose = learner.map { [(key: learnerColumn, value: JSONText.string($0))] } ?? []
    return .object(
      whose + [
        // Milliseconds fit a double for the next 280,000 years.
        ("time", .number(Double(attempt.time))), ("lesson", optional(attempt.lesson)), ("step", .string(attempt.step)),
        ("parameters", .string(attempt.parameters)), ("answer", .string(attempt.answer)),
        ("verdict", .string(attempt.verdict.rawValue)),
        ("mistakes", .array(attempt.mistakes.map { JSONText.string($0.rawValue) })),
        ("hint", optional(attempt.hint)), ("duration", .number(Double(attempt.duration))),
        ("skills", .array(attempt.skills.map { JSONText.string($0.rawValue) })),
        ("blamed", optional(attempt.blamed?.rawValue)),
        ("first", .bool(attempt.isFirst)), ("faded", .bool(attempt.isFaded)), ("choices", optional(attempt.choices)),
        ("scored", .bool(attempt.isScored)),
      ])
  }

  // MARK: CSV

  /// A table by RFC 4180, every cell quoted, UTF-8 with a byte order mark, since without it Excel takes Chinese for
  /// something else.
  ///
  /// A cell that a spreadsheet would take for a formula begins with an apostrophe.
  package static func csv(_ attempts: [Attempt]) -> String {
    table([columns] + attempts.map(cells))
  }

  /// The answers of a class, with a first column that says whose each is.
  package static func csv(_ members: [ClassMember]) -> String {
    table(
      [[learnerColumn] + columns] + members.flatMap { member in member.attempts.map { [member.name] + cells($0) } })
  }

  private static func table(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined().withByteOrderMark
  }

  private static func cells(_ attempt: Attempt) -> [String] {
    [
      "\(attempt.time)", attempt.lesson ?? "", attempt.step, attempt.parameters, attempt.answer,
      attempt.verdict.rawValue, Attempt.joined(attempt.mistakes), attempt.hint.map { "\($0)" } ?? "",
      "\(attempt.duration)", Attempt.joined(attempt.skills), attempt.blamed?.rawValue ?? "", "\(attempt.isFirst)",
      "\(attempt.isFaded)", attempt.choices.map { "\($0)" } ?? "", "\(attempt.isScored)",
    ]
  }

  /// What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), full-width signs among it.
  private static let dangerous: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private static func quoted(_ cell: String) -> String {
    let isDangerous = cell.unicodeScalars.first.map { dangerous.contains($0) || $0 == "'" } ?? false
    let text = (isDangerous ? "'" : "") + cell
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The cell without the apostrophe that kept it from being a formula.
  static func plain(_ cell: String) -> String {
    guard cell.first == "'", let second = cell.unicodeScalars.dropFirst().first,
      dangerous.contains(second) || second == "'"
    else { return cell }
    return String(cell.dropFirst())
  }
}

extension String {
  fileprivate var withByteOrderMark: String { "\u{FEFF}" + self }
}
