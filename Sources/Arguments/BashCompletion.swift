import Diagnostics

/// Completion for bash, without the bash-completion package.
enum BashCompletion {
  static var text: String {
    let program = CommandTable.program
    let names = CommandTable.commands.map(\.name)
    let choices = CommandTable.commands.map { entry in
      "  \(entry.name)) flags='\(flags(entry.options))' operands='\(words(entry.operands?.kind))' ;;"
    }
    let lessonCommands = CommandTable.commands.filter { $0.operands?.kind.takesLessons == true }.map(\.name)
    let fileCommands = CommandTable.commands.filter { $0.operands?.kind.takesFiles == true }.map(\.name)
    return """
      # bash completion for \(program), made by '\(program) completions bash'
      _\(program)() {
        local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} command='' flags operands i
        # bash breaks words at '='.
        if [[ $word == '=' ]]; then word=''; elif [[ $last == '=' ]]; then last=${COMP_WORDS[COMP_CWORD-2]}; fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
          \(names.joined(separator: "|"))) command=${COMP_WORDS[i]}; break ;;
          esac
        done
        COMPREPLY=()
        # Numbers by their names, name=number,name=…: a name after a comma, nothing after '='.
        i=$COMP_CWORD
        while ((i > 2)) && [[ ${COMP_WORDS[i-1]} == '=' && ${COMP_WORDS[i]} != -* ]]; do i=$((i-2)); done
        if [[ ${COMP_WORDS[i]} != -* ]]; then i=$((i-1)); fi
        if [[ ${COMP_WORDS[i]} == \(assignments) && $last != \(assignments) ]]; then
          if [[ $word == *,* ]]; then _\(program)_list '\(words(.assignments))' "$word"; fi
          return
        fi
        case $command:$last in
      \(values.joined(separator: "\n"))
        esac
        case $command in
      \(choices.joined(separator: "\n"))
        *) flags='\(flags([]))' operands='\(names.joined(separator: " "))' ;;
        esac
        case $command in
        \(lessonCommands.joined(separator: "|"))) operands+=" $(\(program) completions lessons 2>/dev/null)" ;;
        esac
        if [[ $word == -* ]]; then operands=$flags; fi
        COMPREPLY=($(compgen -W "$operands" -- "$word"))
        case $command:$word in
        *:-*) ;;
        \(fileCommands.map { $0 + ":*" }.joined(separator: "|"))) _\(program)_files "$word" ;;
        esac
      }
      # Words with commas between them.
      _\(program)_list() {
        local begun=''
        if [[ $2 == *,* ]]; then begun=${2%,*},; fi
        COMPREPLY=($(compgen -P "$begun" -W "$1" -- "${2##*,}"))
        compopt -o nospace 2>/dev/null
      }
      _\(program)_files() {
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -f -- "$1"))
      }
      complete -F _\(program) \(program)

      """
  }

  /// The one option that gives numbers by their names.
  private static var assignments: String { "--\(Option.set.rawValue)" }

  private static func flags(_ own: [OptionEntry]) -> String {
    (own + CommandTable.common).flatMap { entry in
      [entry.flag] + (entry.option.short.map { ["-\($0)"] } ?? [])
    }.joined(separator: " ")
  }

  /// What is behind an option that takes a value; the same option may take others behind another command.
  private static var values: [String] {
    let own = CommandTable.commands.flatMap { entry in
      entry.options.flatMap { option in
        let flags = [option.flag] + (option.option.short.map { ["-\($0)"] } ?? [])
        let own = line(flags.map { "\(entry.name):\($0)" }.joined(separator: "|"), option.value)
        return [own].compactMap { $0 } + (option.value == .change ? changes(of: entry.name) : [])
      }
    }
    return own + CommandTable.common.compactMap { line("*:\($0.flag)", $0.value) }
  }

  private static func line(_ pattern: String, _ kind: ValueKind?) -> String? {
    guard let kind else { return nil }
    var actions: [String] = []
    if kind == .change {
      let names = ValueKind.changes.map { $0.name + "=" }.joined(separator: " ")
      actions.append("compopt -o nospace 2>/dev/null; COMPREPLY=($(compgen -W '\(names)' -- \"$word\"))")
    } else if kind.isList {
      actions.append("_\(CommandTable.program)_list '\(words(kind))' \"$word\"")
    } else if !kind.offered.isEmpty {
      actions.append("COMPREPLY=($(compgen -W '\(words(kind))' -- \"$word\"))")
    }
    if kind.takesFiles { actions.append("_\(CommandTable.program)_files \"$word\"") }
    return "  \(pattern)) \((actions + ["return"]).joined(separator: "; ")) ;;"
  }

  /// Behind the second '=' of `--what-if mistake=…`.
  private static func changes(of command: String) -> [String] {
    ValueKind.changes.filter { !$0.values.isEmpty }.map { name, values in
      "  \(command):\(name)) COMPREPLY=($(compgen -W '\(values.joined(separator: " "))' -- \"$word\")); return ;;"
    }
  }

  private static func words(_ kind: ValueKind?) -> String { kind?.offered.joined(separator: " ") ?? "" }
}
