import Configuration
package import Diagnostics

/// The manual page in troff's man macros, made from the table.
package struct ManualPage {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  package var text: String {
    let program = CommandTable.program
    var page = [
      ".\\\" made by \(program) man",
      ".TH \(program.uppercased()) 1 \"\(CommandTable.date)\" \"\(program) \(CommandTable.version)\" \"\(escaped(word("User Commands", "用户命令")))\"",
    ]
    // Not stretched to the right edge, which tears Chinese lines apart.
    page += [".ad l", heading("NAME", "名称"), "\(program) \\- \(escaped(CommandTable.purpose[language]))"]
    page += [heading("SYNOPSIS", "概要")]
    for entry in CommandTable.commands {
      page += [
        ".B \(program) \(entry.name)",
        escaped((entry.operands.map { "\($0.synopsis) " } ?? "") + "[\(word("OPTION", "选项"))…]"), ".br",
      ]
    }
    page.removeLast()
    page += [heading("DESCRIPTION", "描述")]
    page += Self.description.flatMap { [".PP"] + paragraph($0) }.dropFirst()
    page += [heading("COMMANDS", "命令")] + CommandTable.commands.flatMap(lines(about:))
    page += [heading("OPTIONS", "通用选项")] + CommandTable.common.flatMap(lines(about:))
    page += [heading("EXIT STATUS", "退出状态")]
    page += CommandTable.exitCodes.flatMap { item("\\fB\(escaped($0.code))\\fR", $0.meaning) }
    page += [heading("KEYS", "按键")]
    for context in Keymap.Context.allCases { page += keys(context) }
    page += [heading("ENVIRONMENT", "环境变量")]
    page += CommandTable.environment.flatMap { item("\\fB\(escaped($0.name))\\fR", $0.meaning) }
    page += [heading("EXAMPLES", "示例")]
    for example in CommandTable.commands.flatMap(\.examples) {
      page += item("\\fB\(escaped(example.line))\\fR", example.meaning)
    }
    return page.joined(separator: "\n") + "\n"
  }

  private static let description = [
    Words(
      en: """
        bptutor teaches backpropagation on a small feed-forward network: each net input and output of the forward pass, \
        each factor of the chain rule for a gradient, with symbols and with numbers, and the step of gradient descent.
        """,
      zh: "bptutor 在一个小型前馈网络上讲解反向传播：前向传播的每个净输入和输出值，梯度的链式法则中的每个因子（符号形式与数值形式），以及梯度下降的一步更新。"),
    Words(
      en: """
        A GRADIENT is written dE/dw5 (or ∂E/∂w5, or just w5): of the error E by a weight, bias or input, or by a \
        neuron's net or out, as in dE/dnet_h1.
        """,
      zh: "GRADIENT（梯度）写作 dE/dw5（或 ∂E/∂w5，或只写 w5）：误差 E 对权重、偏置、输入的偏导数，也可对神经元的 net 或 out 求，例如 dE/dnet_h1。"),
    Words(en: "Without a command the menu opens; without a terminal, walk.", zh: "不写命令时打开菜单；没有终端时打开 walk。"),
  ]

  private func keys(_ context: Keymap.Context) -> [String] {
    let text = KeyText(.standard, isASCII: true)
    return [".PP", escaped(KeyHelp.title(context)[language] + word(":", "："))]
      + KeyHelp.rows(context, leave: Words(en: "leave", zh: "退出")).flatMap { row in
        item("\\fB\(escaped(text.text(row)))\\fR", row.words)
      }
  }

  private func lines(about entry: CommandEntry) -> [String] {
    var lines = item("\\fB\(entry.name)\\fR" + (entry.operands.map { " \(escaped($0.synopsis))" } ?? ""), entry.summary)
    for words in entry.details { lines += [".IP"] + paragraph(words) }
    if !entry.options.isEmpty { lines += [".RS"] + entry.options.flatMap(self.lines(about:)) + [".RE"] }
    return lines
  }

  private func lines(about entry: OptionEntry) -> [String] {
    let value = entry.value.map { " \\fI\(escaped($0.placeholder))\\fR" } ?? ""
    return item("\\fB\(escaped(entry.flags))\\fR\(value)", entry.summary)
  }

  /// A paragraph; Chinese, which troff breaks at spaces only, comes in lines of its own.
  private func paragraph(_ words: Words) -> [String] {
    guard language == .zh else { return [escaped(words[language])] }
    return [".nf"] + TextFlow.lines(of: words[language], columns: 60).map(escaped) + [".fi"]
  }

  /// A tagged paragraph; the tag is troff already.
  private func item(_ tag: String, _ meaning: Words) -> [String] { [".TP", tag, escaped(meaning[language])] }

  private func heading(_ en: String, _ zh: String) -> String { ".SH \(word(en, zh))" }

  private func word(_ en: String, _ zh: String) -> String { Words(en: en, zh: zh)[language] }

  /// Text in which troff finds nothing to do.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      case ".": result += result.isEmpty ? "\\&." : "."
      default: result.append(character)
      }
    }
    return result
  }
}
