import Diagnostics

/// Completion for bash, without the bash-completion package.
enum BashCompletion {
  static var text: String {
    let program = CommandTable.program
    var cases: [String] = []
    for entry in CommandTable.commands {
      let flags = (entry.options + CommandTable.common).map(\.flag).joined(separator: " ")
      cases += ["    \(entry.name)) flags='\(flags)' operands='\(words(entry.operands?.kind))' ;;"]
    }
    let none = CommandTable.common.map(\.flag).joined(separator: " ")
    return """
      # bash completion for \(program), made by '\(program) completions bash'
      _\(program)() {
        local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} command='' flags operands i
        # bash breaks words at '='.
        if [[ $word == '=' ]]; then word=''; elif [[ $last == '=' ]]; then last=${COMP_WORDS[COMP_CWORD-2]}; fi
        [[ ${COMP_WORDS[COMP_CWORD]} == '=' ]] && last=${COMP_WORDS[COMP_CWORD-1]}
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
          \(CommandTable.commands.map(\.name).joined(separator: "|"))) command=${COMP_WORDS[i]}; break ;;
          esac
        done
        COMPREPLY=()
        case $command:$last in
      \(values.joined(separator: "\n"))
        esac
        case $command in
      \(cases.joined(separator: "\n"))
        *) flags='\(none)' operands='\(CommandTable.commands.map(\.name).joined(separator: " "))' ;;
        esac
        if [[ $word == -* ]]; then operands=$flags; fi
        COMPREPLY=($(compgen -W "$operands" -- "$word"))
      }
      complete -F _\(program) \(program)

      """
  }

  /// What stands behind an option that takes a value; the same option may take others behind another command.
  private static var values: [String] {
    let own = CommandTable.commands.flatMap { entry in
      entry.options.compactMap { option in line("\(entry.name):\(option.flag)", option.value) }
    }
    return own + CommandTable.common.compactMap { line("*:\($0.flag)", $0.value) }
  }

  private static func line(_ pattern: String, _ kind: ValueKind?) -> String? {
    guard let kind else { return nil }
    let files = kind.takesFiles ? " -f" : ""
    let list = words(kind)
    let choices = list.isEmpty ? "" : " -W '\(list)'"
    guard !(files + choices).isEmpty else { return "  \(pattern)) return ;;" }
    return "  \(pattern)) COMPREPLY=($(compgen\(files)\(choices) -- \"$word\")); return ;;"
  }

  private static func words(_ kind: ValueKind?) -> String { kind?.offered.joined(separator: " ") ?? "" }
}
