import Diagnostics

/// Completion for fish; summaries are beside what is offered.
struct FishCompletion {
  let language: Language

  var text: String {
    let program = CommandTable.program
    let names = CommandTable.commands.map(\.name).joined(separator: " ")
    var lines = [
      "# fish completion for \(program), made by '\(program) completions fish'", "complete -c \(program) -f",
      // Words with commas between them: what is typed up to the last comma stays.
      "function __\(program)_list",
      "  set -l begun (string match -r '.*,' -- (commandline -ct | string replace -r -- '^--[^=]*=' ''))",
      "  test -n \"$begun\"; or set begun ''",
      "  printf '%s\\n' $begun$argv",
      "end",
    ]
    let isFirst = "not __fish_seen_subcommand_from \(names)"
    for entry in CommandTable.commands {
      lines.append(
        "complete -c \(program) -n \(quoted(isFirst)) -a \(entry.name) -d \(quoted(entry.summary[language]))")
      let isChosen = quoted("__fish_seen_subcommand_from \(entry.name)")
      if let kind = entry.operands?.kind, !kind.offered.isEmpty {
        lines.append("complete -c \(program) -n \(isChosen) -a \(quoted(kind.offered.joined(separator: " ")))")
      }
      if entry.operands?.kind.takesLessons == true {
        lines.append(
          "complete -c \(program) -n \(isChosen) -a \(quoted("(\(program) completions lessons 2>/dev/null)"))")
      }
      if entry.operands?.kind.takesFiles == true { lines.append("complete -c \(program) -n \(isChosen) -F") }
      lines += entry.options.map { "complete -c \(program) -n \(isChosen) \(option($0))" }
    }
    lines += CommandTable.common.map { "complete -c \(program) \(option($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func option(_ entry: OptionEntry) -> String {
    var text = "-l \(entry.option.rawValue)" + (entry.option.short.map { " -s \($0)" } ?? "")
    if let kind = entry.value {
      // -r: a value must follow; -F: files fit; -x: only what is offered.
      text += kind.takesFiles ? " -r -F" : " -x"
      let words = kind.offered.joined(separator: " ")
      if kind.isList {
        text += " -a \(quoted("(__\(CommandTable.program)_list \(words))"))"
      } else if !words.isEmpty {
        text += " -a \(quoted(words))"
      }
    }
    return text + " -d \(quoted(entry.summary[language]))"
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
