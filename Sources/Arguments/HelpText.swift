package import Diagnostics

/// `--help`, made from the table: what the program can do, or all about one command.
package struct HelpText {
  let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func text(about command: Subcommand?) -> String {
    let lines = command.flatMap(CommandTable.entry).map(lines(about:)) ?? overview
    return lines.joined(separator: "\n") + "\n"
  }

  private var overview: [String] {
    let program = CommandTable.program
    var lines = ["\(program)\(colon)\(CommandTable.purpose[language])", ""]
    lines.append("\(word("usage", "用法"))\(colon)\(program) [\(word("COMMAND", "命令"))] [\(word("OPTION", "选项"))…]")
    lines.append(
      Words(en: "Without a command: walk.", zh: "不写命令时即 walk。")[language])
    lines += section(
      Words(en: "Commands", zh: "命令"), CommandTable.commands.map { ($0.synopsis, $0.summary[language]) })
    lines += section(Words(en: "Options", zh: "选项"), CommandTable.common.map { ($0.synopsis, $0.summary[language]) })
    lines += ["", Words(en: "'bptutor help COMMAND' explains a command.", zh: "“bptutor help 命令”说明一个命令。")[language]]
    return lines
  }

  private func lines(about entry: CommandEntry) -> [String] {
    var lines = ["\(CommandTable.program) \(entry.name)\(colon)\(entry.summary[language])", ""]
    lines.append("\(word("usage", "用法"))\(colon)\(CommandTable.program) \(entry.synopsis) [\(word("OPTION", "选项"))…]")
    for paragraph in entry.details { lines += [""] + Self.wrapped(paragraph[language], columns: 80) }
    lines += section(Words(en: "Options", zh: "选项"), entry.options.map { ($0.synopsis, $0.summary[language]) })
    lines += section(
      Words(en: "Common options", zh: "通用选项"), CommandTable.common.map { ($0.synopsis, $0.summary[language]) })
    if !entry.examples.isEmpty {
      lines += ["", word("Examples", "示例") + colonAtEnd]
      for example in entry.examples { lines += ["  \(example.line)", "      \(example.meaning[language])"] }
    }
    return lines
  }

  private func word(_ en: String, _ zh: String) -> String { Words(en: en, zh: zh)[language] }
  private var colon: String { word(": ", "：") }
  private var colonAtEnd: String { word(":", "：") }

  /// A heading and two columns; none where there is nothing.
  private func section(_ heading: Words, _ rows: [(String, String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let width = rows.reduce(0) { max($0, DisplayWidth.of($1.0)) }
    return ["", heading[language] + colonAtEnd]
      + rows.map { left, right in
        "  \(left)\(String(repeating: " ", count: width - DisplayWidth.of(left) + 2))\(right)"
      }
  }

  /// Lines of at most so many columns, broken at spaces and between Chinese characters.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let width = DisplayWidth.of(piece)
      if used + width > columns, !line.isEmpty {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if line.isEmpty, piece == " " { continue }
      line += piece
      used += width
    }
    return (lines + [line]).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Words, spaces and single Chinese characters; closing signs stay with what they close.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      let staysBehind = "，。、；：）”".contains(character)
      let isApart = character == " " || DisplayWidth.of(character) == 2 && !staysBehind
      let lastIsApart =
        pieces.last.map { $0 == " " || $0 == "（" || $0.last.map { DisplayWidth.of($0) == 2 } ?? false } ?? true
      if let last = pieces.last, staysBehind || !isApart && !lastIsApart || last == "（" || last == "“" {
        pieces[pieces.count - 1] += String(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }
}
