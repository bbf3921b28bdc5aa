package import Diagnostics
import Networks
import Questions
import Skills

/// One command of the table.
package struct CommandEntry: Sendable {
  package let command: Subcommand
  /// nil where nothing may follow.
  package let operands: Operands?
  /// One line, without a full stop.
  package let summary: Words
  package let details: [Words]
  /// Besides the common ones.
  package let options: [OptionEntry]
  package let examples: [Example]

  package init(
    _ command: Subcommand, _ operands: Operands?, summary: Words, details: [Words] = [], options: [OptionEntry] = [],
    examples: [Example] = []
  ) {
    self.command = command
    self.operands = operands
    self.summary = summary
    self.details = details
    self.options = options
    self.examples = examples
  }

  package var name: String { command.rawValue }

  /// As in `walk [GRADIENT…]`.
  package var synopsis: String { operands.map { "\(name) \($0.synopsis)" } ?? name }
}

/// One option of the table.
package struct OptionEntry: Sendable {
  package let option: Option
  /// nil of a switch.
  package let value: ValueKind?
  package let isRepeatable: Bool
  package let summary: Words

  package init(_ option: Option, _ value: ValueKind? = nil, isRepeatable: Bool = false, summary: Words) {
    self.option = option
    self.value = value
    self.isRepeatable = isRepeatable
    self.summary = summary
  }

  /// As in `--network`.
  package var flag: String { "--" + option.rawValue }
  /// As in `--network FILE|NAME`.
  package var synopsis: String { value.map { "\(flag) \($0.placeholder)" } ?? flag }
}

/// What may follow a command.
package struct Operands: Sendable {
  package let kind: ValueKind
  package let count: ClosedRange<Int>

  package init(_ kind: ValueKind, _ count: ClosedRange<Int>) {
    self.kind = kind
    self.count = count
  }

  package var synopsis: String {
    let one = kind.placeholder
    // An expression may come in several words, which are one expression all the same.
    let isOne = count.upperBound == 1 || kind == .expression || kind == .answer
    return count.lowerBound == 0 ? "[\(one)\(isOne ? "" : "…")]" : one
  }
}

/// A line that shows a use.
package struct Example: Sendable {
  package let line: String
  package let meaning: Words

  package init(_ line: String, _ meaning: Words) {
    self.line = line
    self.meaning = meaning
  }
}

/// What the value of an option or an operand is.
package enum ValueKind: Hashable, Sendable {
  case network
  case assignments
  case seed
  case language
  case file
  case gradient
  case expression
  /// A quantity, then an answer.
  case answer
  case skill
  case command
  /// The id of a lesson, or files, as an option says.
  case lessonOrFile
  case choice([String])

  /// How it is written in a synopsis.
  package var placeholder: String {
    switch self {
    case .network: "FILE|NAME"
    case .assignments: "NAME=VALUE,…"
    case .seed: "SEED"
    case .file: "FILE"
    case .gradient: "GRADIENT"
    case .expression: "EXPR"
    case .answer: "QUANTITY ANSWER"
    case .skill: "SKILL"
    case .command: "COMMAND"
    case .lessonOrFile: "LESSON|FILE"
    case .language, .choice: choices.joined(separator: "|")
    }
  }

  /// A value that can be given.
  package var example: String {
    switch self {
    case .network: "mazur-2-2-2"
    case .assignments: "w5=0.4,i1=1"
    case .seed: "7"
    case .file: "trace.txt"
    case .gradient: "dE/dw5"
    case .expression: "net_O"
    case .answer: "dE/dw5"
    case .skill: "dout-dnet"
    case .lessonOrFile: "anna.json"
    case .command, .language, .choice: choices.last ?? ""
    }
  }

  /// All values where they can be listed.
  package var choices: [String] {
    switch self {
    case .language: Language.allCases.map(\.rawValue)
    case .command: Subcommand.allCases.map(\.rawValue)
    case .skill: Skill.practised.map(\.rawValue)
    case .choice(let choices): choices
    default: []
    }
  }

  /// What a shell offers: the choices, or the names that come with the program.
  package var offered: [String] {
    switch self {
    case .network: BundledNetworks.names
    case .gradient: Self.gradients(of: BundledNetworks.default.architecture)
    case .expression, .answer:
      BundledNetworks.default.architecture.names() + Self.gradients(of: BundledNetworks.default.architecture)
    default: choices
    }
  }

  /// Whether the names of files fit as well.
  package var takesFiles: Bool { self == .network || self == .file || self == .lessonOrFile }

  private static func gradients(of architecture: Architecture) -> [String] {
    (0..<architecture.parameterCount).map { architecture.name(of: .gradient(.parameter($0))) }
  }
}
