package import Diagnostics
import Screen

/// `--help`, made from the table: what the program can do, or all about one command.
package struct HelpText {
  let language: Language
  let notation: TextStyle

  package init(language: Language, notation: TextStyle) {
    self.language = language
    self.notation = notation
  }

  /// What `bptutor help` prints about a command, or about all.
  package func text(about command: Subcommand?) -> String {
    let lines = command.flatMap(CommandTable.entry).map(lines(about:)) ?? overview
    let text = lines.joined(separator: "\n") + "\n"
    return Look(language: language, notation: notation).prose(text)
  }

  private var overview: [String] {
    let program = CommandTable.program
    var lines = ["\(program)\(colon)\(CommandTable.purpose[language])", ""]
    lines.append("\(word("usage", "用法"))\(colon)\(program) [\(word("COMMAND", "命令"))] [\(word("OPTION", "选项"))…]")
    lines.append(
      Words(en: "Without a command: the menu (without a terminal: walk).", zh: "不写命令时打开菜单（没有终端时即 walk）。")[language])
    lines += section(
      Words(en: "Commands", zh: "命令"), CommandTable.commands.map { ($0.synopsis, $0.summary[language]) })
    lines += section(Words(en: "Options", zh: "选项"), CommandTable.common.map { ($0.synopsis, $0.summary[language]) })
    lines += section(
      Words(en: "Topics", zh: "其他说明"), HelpTopic.allCases.map { ("help " + $0.rawValue, $0.summary[language]) })
    lines += ["", Words(en: "'bptutor help COMMAND' explains a command.", zh: "“bptutor help 命令”说明一个命令。")[language]]
    return lines
  }

  private func lines(about entry: CommandEntry) -> [String] {
    var lines = ["\(CommandTable.program) \(entry.name)\(colon)\(entry.summary[language])", ""]
    lines.append("\(word("usage", "用法"))\(colon)\(CommandTable.program) \(entry.synopsis) [\(word("OPTION", "选项"))…]")
    for paragraph in entry.details { lines += [""] + TextFlow.lines(of: paragraph[language], columns: 80) }
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

  /// Wider than this the left column must not be, or the right one would not fit.
  private static let widestName = 28

  /// A name that is wider than the page, as lines that end in the bar between two choices.
  private static func broken(_ name: String) -> [String] {
    var lines: [String] = []
    var line = "  "
    for (number, piece) in name.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
      let text = (number == 0 ? "" : "|") + piece
      if DisplayWidth.of(line + text) > 78 {
        lines.append(line + "|")
        line = "      " + piece
      } else {
        line += text
      }
    }
    return lines + [line]
  }

  /// A heading and two columns; none where there is nothing.
  ///
  /// After a long name the summary has a line of its own.
  private func section(_ heading: Words, _ rows: [(String, String)]) -> [String] {
    rows.isEmpty ? [] : ["", heading[language] + colonAtEnd] + self.rows(rows)
  }

  /// Two columns.
  func rows(_ rows: [(String, String)]) -> [String] {
    let widths = rows.map { DisplayWidth.of($0.0) }
    let width = widths.filter { $0 <= Self.widestName }.max() ?? 0
    var lines: [String] = []
    for (row, own) in zip(rows, widths) {
      let isLong = own > width
      if isLong { lines += Self.broken(row.0) }
      let left = isLong ? "" : row.0
      lines.append("  \(left)\(String(repeating: " ", count: width - (isLong ? 0 : own) + 2))\(row.1)")
    }
    return lines
  }
}
