import Configuration
package import Diagnostics
import Screen

/// Help on what is no command of the program: keys, lines, settings.
extension HelpText {
  /// What `bptutor help TOPIC` prints; `lines` are the commands of a session, with what they do.
  package func text(about topic: HelpTopic, lines: [(usage: String, summary: Words)] = []) -> String {
    let body: [String] =
      switch topic {
      case .keys: keys
      case .lines: rows(lines.map { ($0.usage, $0.summary[language]) }) + [""] + paragraph(Self.aboutLines)
      case .config: config
      case .environment: CommandTable.environment.flatMap { ["  " + $0.name, "      " + $0.meaning[language]] }
      case .exitCodes: rows(CommandTable.exitCodes.map { ($0.code, $0.meaning[language]) })
      }
    let title = CommandTable.program + Words(en: ": ", zh: "：")[language] + topic.summary[language]
    return Look(language: language, notation: notation).prose(([title, ""] + body).joined(separator: "\n") + "\n")
  }

  private var keys: [String] {
    let text = KeyText(.standard, isASCII: notation == .ascii)
    let leave = Words(en: "leave", zh: "退出")
    var lines: [String] = []
    for context in Keymap.Context.allCases {
      let all = KeyHelp.rows(context, leave: leave).map { (text.text($0), $0.words[language]) }
      lines += [KeyHelp.title(context)[language] + Words(en: ":", zh: "：")[language]] + rows(all) + [""]
    }
    return lines + paragraph(Self.aboutKeys)
  }

  private var config: [String] {
    paragraph(Self.aboutConfig) + [""] + Self.example.split(separator: "\n").map { "  " + $0 } + [""]
      + paragraph(Self.aboutFields)
  }

  private func paragraph(_ words: Words) -> [String] { TextFlow.lines(of: words[language], columns: 80) }

  private static let aboutKeys = Words(
    en: "The configuration file gives commands other keys: bptutor help config. Ctrl-C always leads out.",
    zh: "可以在配置文件中更改按键：bptutor help config。Ctrl-C 总能退出。")

  private static let aboutLines = Words(
    en: """
      On the screen they follow a colon; line by line they need none. Anything else is evaluated: out_h1*(1-out_h1). \
      bptutor walk -c 'set w5=0.4; dE/dw5' runs lines and leaves. From a file or a pipe a line that begins with # is a \
      remark, what cannot be done goes to standard error, and the exit code is 2 then.
      """,
    zh: """
      在屏幕上以冒号开头，逐行方式下不用冒号。其他内容按式子求值：out_h1*(1-out_h1)。\
      bptutor walk -c 'set w5=0.4; dE/dw5' 执行后退出。从文件或管道读取时，以 # 开头的行是注释，\
      无法执行的命令写到标准错误，退出码为 2。
      """)

  private static let aboutConfig = Words(
    en: """
      $XDG_CONFIG_HOME/bptutor/config.yaml (~/.config without it), or the file of --config; --no-config reads none. \
      Options go before it, and NO_COLOR, CLICOLOR_FORCE and BPTUTOR_LESSONS do; the locale does not. What is wrong in it \
      is reported with its place, and the rest holds.
      """,
    zh: """
      $XDG_CONFIG_HOME/bptutor/config.yaml（未设置时为 ~/.config），或 --config 指定的文件；--no-config 不读取。\
      命令行选项优先，其次是 NO_COLOR、CLICOLOR_FORCE 和 BPTUTOR_LESSONS，系统区域设置在后。有错的地方会指出位置，其余照常生效。
      """)

  /// A test reads it.
  package static let example = """
    language: zh
    notation: zhou          # or a file
    theme: light
    color: auto
    lessons: [~/course]
    keys:
      walk: {search-next: N, search-previous: n}
      lesson: {next: [x, Right, Space]}
    """

  private static let aboutFields = Words(
    en: """
      'bptutor schema config --format markdown' lists all fields and every command that can be given keys; without \
      --format it prints a JSON Schema for editors.
      """,
    zh: "“bptutor schema config --format markdown”列出全部字段和可以设置按键的命令；不加 --format 时输出供编辑器使用的 JSON Schema。")
}
