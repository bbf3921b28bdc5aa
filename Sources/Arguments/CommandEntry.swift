package import Diagnostics

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
  /// As in `-o, --output`.
  package var flags: String { option.short.map { "-\($0), " + flag } ?? flag }
  /// As in `-o, --output FILE`.
  package var synopsis: String { value.map { "\(flags) \($0.placeholder)" } ?? flags }
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
    // Many names are listed by the help of the command.
    let one = if case .choice(let names) = kind, names.count > 6 { "NAME" } else { kind.placeholder }
    // An expression may come in several words, which are one expression all the same.
    let isOne = count.upperBound == 1 || kind == .expression || kind == .answer
    let words = one + (isOne ? "" : "…")
    return count.lowerBound == 0 ? "[\(words)]" : words
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
