package import Diagnostics

/// What can be wrong with a command line; the sentences for it stand in one place.
package enum UsageFault: Error, Equatable, Sendable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, command: Subcommand?, nearest: String?)
  /// An option of other commands.
  case foreignOption(Option, command: Subcommand, owners: [Subcommand])
  case missingValue(Option, ValueKind)
  case unexpectedValue(Option, String)
  case unknownChoice(Option, String, [String], nearest: String?)
  case notASeed(String)
  /// No number, no list, whatever was wanted.
  case unusableValue(Option, String, ValueKind)
  case missingOperand(ValueKind, command: Subcommand)
  case unexpectedOperand(String, command: Subcommand)
  case unknownOperand(String, [String], command: Subcommand, nearest: String?)
  case notAGradient(String, nearest: String?)

  /// What is wrong, without a full stop.
  package var message: Words {
    switch self {
    case .unknownCommand(let name, _): Words(en: "there is no command '\(name)'", zh: "没有命令“\(name)”")
    case .unknownOption(let name, _, _): Words(en: "there is no option '\(name)'", zh: "没有选项“\(name)”")
    case .foreignOption(let option, let command, _):
      Words(
        en: "'\(command.rawValue)' has no option '--\(option.rawValue)'",
        zh: "命令“\(command.rawValue)”没有选项“--\(option.rawValue)”")
    case .missingValue(let option, let kind):
      Words(
        en: "'--\(option.rawValue)' needs a value: \(kind.placeholder)",
        zh: "“--\(option.rawValue)”后面要写值：\(kind.placeholder)")
    case .unexpectedValue(let option, let value):
      Words(
        en: "'--\(option.rawValue)' takes no value, but was given '\(value)'",
        zh: "“--\(option.rawValue)”不带值，却写了“\(value)”")
    case .unknownChoice(let option, let value, let choices, _):
      Words(
        en: "'--\(option.rawValue)' cannot be '\(value)': it is one of \(choices.joined(separator: ", "))",
        zh: "“--\(option.rawValue)”不能是“\(value)”，可选：\(choices.joined(separator: "、"))")
    case .notASeed(let value):
      Words(en: "'\(value)' is not a seed", zh: "“\(value)”不能用作种子")
    case .unusableValue(let option, let value, let kind):
      Words(
        en: "'--\(option.rawValue)' cannot be '\(value)': it is \(kind.placeholder)",
        zh: "“--\(option.rawValue)”不能是“\(value)”，应为 \(kind.placeholder)")
    case .missingOperand(let kind, let command):
      Words(
        en: "'\(command.rawValue)' needs \(kind.placeholder)", zh: "命令“\(command.rawValue)”后面要写 \(kind.placeholder)")
    case .unexpectedOperand(let operand, let command):
      Words(
        en: "'\(command.rawValue)' does not take '\(operand)'", zh: "命令“\(command.rawValue)”不接受“\(operand)”")
    case .unknownOperand(let operand, let choices, let command, _):
      Words(
        en: "'\(command.rawValue)' does not know '\(operand)': it takes \(choices.joined(separator: ", "))",
        zh: "命令“\(command.rawValue)”不认识“\(operand)”，可选：\(choices.joined(separator: "、"))")
    case .notAGradient(let name, _):
      Words(en: "'\(name)' is not a gradient of this network", zh: "“\(name)”不是这个网络的梯度")
    }
  }

  /// What to do.
  package var help: Words {
    switch self {
    case .unknownCommand(_, let nearest?), .unknownOption(_, _, let nearest?), .unknownChoice(_, _, _, let nearest?),
      .unknownOperand(_, _, _, let nearest?), .notAGradient(_, let nearest?):
      Suggestion.didYouMean(nearest)
    case .unknownCommand: Words(en: "'bptutor help' lists all commands", zh: "“bptutor help”列出全部命令")
    case .foreignOption(let option, _, let owners) where !owners.isEmpty:
      Words(
        en: "'--\(option.rawValue)' belongs to \(Self.list(owners, ", "))",
        zh: "“--\(option.rawValue)”属于 \(Self.list(owners, "、"))")
    case .foreignOption(_, let command, _):
      Words(
        en: "'bptutor help \(command.rawValue)' lists its options", zh: "“bptutor help \(command.rawValue)”列出它的选项")
    case .unusableValue(let option, _, .words(let words)):
      Words(
        en: "take some of \(words.joined(separator: ", ")), with commas: --\(option.rawValue) \(words.first ?? "")",
        zh: "从 \(words.joined(separator: "、")) 中选择，用逗号隔开：--\(option.rawValue) \(words.first ?? "")")
    case .missingValue(let option, let kind), .unusableValue(let option, _, let kind):
      Words(
        en: "for example --\(option.rawValue) \(kind.example)", zh: "例如 --\(option.rawValue) \(kind.example)")
    case .missingOperand(let kind, let command):
      Words(
        en: "for example: bptutor \(command.rawValue) \(kind.example)",
        zh: "例如：bptutor \(command.rawValue) \(kind.example)")
    case .unexpectedValue(let option, _): Words(en: "write only --\(option.rawValue)", zh: "只写 --\(option.rawValue)")
    case .notASeed: Words(en: "a seed is a whole number from 0 on, such as --random 7", zh: "种子是非负整数，例如 --random 7")
    case .notAGradient: Words(en: "write it like dE/dw5, or just w5", zh: "写法如 dE/dw5，或只写 w5")
    case .unknownOption(_, nil, nil): Words(en: "'bptutor help' lists all options", zh: "“bptutor help”列出全部选项")
    case .unknownOption(_, let command?, nil), .unexpectedOperand(_, let command),
      .unknownOperand(_, _, let command, nil):
      Words(
        en: "'bptutor help \(command.rawValue)' says how it is used", zh: "用法见“bptutor help \(command.rawValue)”")
    case .unknownChoice(let option, _, let choices, nil):
      Words(
        en: "for example --\(option.rawValue) \(choices.first ?? "")",
        zh: "例如 --\(option.rawValue) \(choices.first ?? "")")
    }
  }

  /// For standard error: what is wrong, and what to do, each on a line.
  package func report(_ language: Language) -> String {
    "\(CommandTable.program): \(message[language])\n\(SourceText.helpLabel[language])\(help[language])\n"
  }

  private static func list(_ commands: [Subcommand], _ separator: String) -> String {
    commands.map { "'\($0.rawValue)'" }.joined(separator: separator)
  }
}
