import Diagnostics

/// Completion for zsh; summaries stand beside what is offered.
enum ZshCompletion {
  static var text: String {
    let program = CommandTable.program
    let commands = CommandTable.commands.map { "    '\($0.name):\(quoted($0.summary[.en]))'" }
    var cases: [String] = []
    for entry in CommandTable.commands {
      var arguments = (entry.options + CommandTable.common).map(argument)
      if let operands = entry.operands {
        let count = operands.count.upperBound == 1 ? "1" : "*"
        arguments.append("'\(count):\(operands.kind.placeholder.lowercased()):\(action(operands.kind))'")
      }
      cases.append("    \(entry.name))\n      _arguments \(arguments.joined(separator: " \\\n        ")) ;;")
    }
    return """
      #compdef \(program)
      # zsh completion for \(program), made by '\(program) completions zsh'
      _\(program)() {
        local curcontext=$curcontext state line
        local -a commands
        commands=(
      \(commands.joined(separator: "\n"))
        )
        _arguments -C \(CommandTable.common.map(argument).joined(separator: " \\\n    ")) \\
          '1:command:->command' '*::operand:->operand'
        case $state in
        command) _describe command commands ;;
        operand)
          case $line[1] in
      \(cases.joined(separator: "\n"))
          esac ;;
        esac
      }
      if [[ $funcstack[1] == _\(program) ]]; then _\(program) "$@"; else compdef _\(program) \(program); fi

      """
  }

  private static func argument(_ entry: OptionEntry) -> String {
    let repeats = entry.isRepeatable ? "*" : ""
    let value = entry.value.map { "=:\(entry.option.rawValue):\(action($0))" }
    let flag = entry.value == nil ? entry.flag : entry.flag
    let summary = quoted(entry.summary[.en])
    guard let value else { return "'\(repeats)\(flag)[\(summary)]'" }
    return "'\(repeats)\(flag)=[\(summary)]\(value.dropFirst())'"
  }

  /// What is offered: files, words, or nothing.
  private static func action(_ kind: ValueKind) -> String {
    let words = kind.offered.joined(separator: " ")
    if kind.takesFiles {
      return words.isEmpty ? "_files" : "{_alternative \"files:file:_files\" \"names:name:(\(words))\"}"
    }
    return words.isEmpty ? " " : "(\(words))"
  }

  /// Inside single quotes, brackets and colons would end a part.
  private static func quoted(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "'": result += "'\\''"
      case ":", "[", "]": result += "\\" + String(character)
      default: result.append(character)
      }
    }
  }
}
