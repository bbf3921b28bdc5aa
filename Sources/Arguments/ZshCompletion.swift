import Diagnostics

/// Completion for zsh; summaries are beside what is offered.
struct ZshCompletion {
  let language: Language

  var text: String {
    let program = CommandTable.program
    let commands = CommandTable.commands.map { "    '\($0.name):\(quoted($0.summary[language]))'" }
    return """
      #compdef \(program)
      # zsh completion for \(program), made by '\(program) completions zsh'
      _\(program)() {
        local curcontext=$curcontext state line
        local -a commands common
        commands=(
      \(commands.joined(separator: "\n"))
        )
        common=(
      \(CommandTable.common.map { "    " + argument($0) }.joined(separator: "\n"))
        )
        _arguments -C $common '1:command:->command' '*::operand:->operand'
        case $state in
        command) _describe command commands ;;
        operand)
          case $line[1] in
      \(CommandTable.commands.map(choice).joined(separator: "\n"))
          esac ;;
        esac
      }
      _\(program)_lessons_or_files() {
        local -a lessons
        lessons=(${(f)"$(\(program) completions lessons 2>/dev/null)"})
        _alternative "lessons:lesson:($lessons)" 'files:file:_files'
      }
      _\(program)_words_or_files() {
        _alternative "words:word:($*)" 'files:file:_files'
      }
      if [[ $funcstack[1] == _\(program) ]]; then _\(program) "$@"; else compdef _\(program) \(program); fi

      """
  }

  private func choice(_ entry: CommandEntry) -> String {
    var arguments = entry.options.map(argument)
    if let operands = entry.operands {
      let place = operands.count.upperBound == 1 ? "1" : "*"
      arguments.append("'\(place):\(entry.name):\(action(operands.kind))'")
    }
    return "    \(entry.name)) _arguments \((["$common"] + arguments).joined(separator: " ")) ;;"
  }

  private func argument(_ entry: OptionEntry) -> String {
    let summary = quoted(entry.summary[language])
    guard let value = entry.value else {
      let short = entry.option.short.map { "'-\($0)[\(summary)]' " } ?? ""
      return short + "'\(entry.flag)[\(summary)]'"
    }
    let repeats = entry.isRepeatable ? "*" : ""
    let taken = "[\(summary)]:\(entry.option.rawValue):\(action(value))'"
    let short = entry.option.short.map { "'-\($0)\(taken) " } ?? ""
    return short + "'\(repeats)\(entry.flag)=\(taken)"
  }

  /// What is offered: words, files, both, or nothing.
  private func action(_ kind: ValueKind) -> String {
    if kind == .folder { return "_files -/" }
    if kind.takesLessons { return " _\(CommandTable.program)_lessons_or_files" }
    if case .words(let words) = kind { return "_values -s , word \(words.joined(separator: " "))" }
    if kind == .assignments {
      return "_values -s , name \(ValueKind.givens.map { "\($0)\\:number\\: " }.joined(separator: " "))"
    }
    let words = kind.offered.joined(separator: " ")
    if !kind.takesFiles { return words.isEmpty ? " " : "(\(words))" }
    // The space in front keeps zsh from adding arguments of its own.
    return words.isEmpty ? "_files" : " _\(CommandTable.program)_words_or_files \(words)"
  }

  /// Inside single quotes, where brackets and colons would end a part.
  private func quoted(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "'": result += "'\\''"
      case ":", "[", "]": result += "\\" + String(character)
      default: result.append(character)
      }
    }
  }
}
