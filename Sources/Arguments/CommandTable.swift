package import Diagnostics
import Screen

/// Every command and option of the program, once; parser, help, manual page and completions are all made from it.
///
/// A new command is a case of `Subcommand`, an entry here, and a branch where the program runs it.
package enum CommandTable {
  package static let program = "bptutor"
  package static let version = "0.1.0"
  /// When this version was made, for the manual page.
  package static let date = "2026-11-25"

  package static let purpose = Words(
    en: "backpropagation, one factor at a time, in the terminal", zh: "在终端里逐个因子地学习反向传播")

  package static let common: [OptionEntry] = [
    OptionEntry(
      .network, .network,
      summary: Words(en: "use this network: one of the program's, or a file", zh: "使用这个网络：程序自带的名称或文件")),
    OptionEntry(
      .set, .assignments, isRepeatable: true,
      summary: Words(en: "change given numbers: w5=0.4,i1=1", zh: "修改给定的数值：w5=0.4,i1=1")),
    OptionEntry(
      .random, .seed, summary: Words(en: "draw the numbers; a seed draws the same again", zh: "随机取数；种子相同，数值相同")),
    OptionEntry(
      .notation, .notation,
      summary: Words(en: "letters of a course or a book, or of a file", zh: "采用某门课程、某本书或文件中的记号")),
    OptionEntry(
      .lang, .language,
      summary: Words(en: "language (default: from the environment)", zh: "语言（默认由环境变量决定）")),
    OptionEntry(
      .lessons, .folder, isRepeatable: true,
      summary: Words(en: "lessons of this folder too", zh: "同时使用这个文件夹中的课程")),
    OptionEntry(
      .plain, summary: Words(en: "line by line, append-only, for screen readers", zh: "逐行输出，便于屏幕阅读器和脚本使用")),
    OptionEntry(
      .spoken, summary: Words(en: "the same with formulas in words, to be heard", zh: "同上，并用文字读出公式")),
    OptionEntry(
      .record, .file,
      summary: Words(en: "record the session, to replay; .cast: for asciinema", zh: "录制本次过程以便重放；.cast 供 asciinema 播放")),
    OptionEntry(
      .ascii, summary: Words(en: "formulas and pictures in ASCII only", zh: "公式和图只用 ASCII 字符")),
    OptionEntry(
      .color, .choice(ColorChoice.allCases.map(\.rawValue)),
      summary: Words(en: "whether there are colors (default: auto)", zh: "是否使用颜色（默认 auto）")),
    OptionEntry(.noColor, summary: Words(en: "the same as --color never", zh: "同 --color never")),
    OptionEntry(
      .theme, .theme,
      summary: Words(en: "auto, dark, light, contrast or color-blind", zh: "配色：auto、dark、light、contrast 或 color-blind")),
    OptionEntry(
      .config, .file,
      summary: Words(en: "settings of this file (see bptutor help config)", zh: "使用这个配置文件（见 bptutor help config）")),
    OptionEntry(.noConfig, summary: Words(en: "no settings of any file", zh: "不使用任何配置文件")),
    OptionEntry(.quiet, summary: Words(en: "results only: no notes and no progress bars", zh: "只输出结果，不显示说明和进度")),
    OptionEntry(.help, summary: Words(en: "show this help", zh: "显示本帮助")),
    OptionEntry(.version, summary: Words(en: "show the version", zh: "显示版本")),
  ]

  /// In the order in which help tells them.
  package static let commands = derivations + lessons + training + homework + help

  /// About the program itself.
  private static let help: [CommandEntry] = [
    CommandEntry(
      .install, nil,
      summary: Words(en: "install the program, its manual and completions", zh: "安装程序、手册页和补全脚本"),
      details: [
        Words(
          en:
            "Copies itself to DIR/bin, with manual pages, completions for three shells and a menu entry in DIR/share.",
          zh: "把自己复制到 DIR/bin，并在 DIR/share 中写入手册页、三种 shell 的补全脚本和桌面菜单项。")
      ],
      options: [prefix],
      examples: [
        Example("bptutor install", Words(en: "for you alone", zh: "只供自己使用")),
        Example("sudo bptutor install --prefix /usr/local", Words(en: "for everyone", zh: "供所有用户使用")),
      ]),
    CommandEntry(
      .uninstall, nil,
      summary: Words(en: "remove what install wrote, nothing else", zh: "只删除 install 写入的文件"),
      options: [prefix],
      examples: [Example("bptutor uninstall", Words(en: "from ~/.local", zh: "从 ~/.local 中删除"))]),
    CommandEntry(
      .man, nil, summary: Words(en: "print the manual page", zh: "输出手册页"),
      examples: [Example("bptutor man | man -l -", Words(en: "read it", zh: "阅读手册"))]),
    CommandEntry(
      .completions, Operands(.choice(["bash", "zsh", "fish", "lessons"]), 1...1),
      summary: Words(en: "print a shell's completions", zh: "输出 shell 补全脚本"),
      details: [
        Words(
          en: "lessons prints the ids of all lessons at hand, your own too, as the scripts ask for them.",
          zh: "lessons 输出现有全部课程的标识（包括自己的课程），供补全脚本使用。")
      ],
      examples: [
        Example("source <(bptutor completions bash)", Words(en: "in ~/.bashrc", zh: "写入 ~/.bashrc")),
        Example(
          "source <(bptutor completions zsh)", Words(en: "in ~/.zshrc, after compinit", zh: "写入 ~/.zshrc，在 compinit 之后")
        ),
        Example("bptutor completions fish | source", Words(en: "in config.fish", zh: "写入 config.fish")),
      ]),
    CommandEntry(
      .help, Operands(.command, 0...1),
      summary: Words(en: "explain a command, or keys, lines, config", zh: "说明一个命令，或 keys、lines、config"),
      examples: [
        Example("bptutor help walk", Words(en: "all about walk", zh: "walk 的全部说明")),
        Example("bptutor help keys", Words(en: "the keys of every screen", zh: "各屏幕的按键")),
      ]),
  ]

  private static let prefix = OptionEntry(
    .prefix, .folder, summary: Words(en: "where (default: ~/.local)", zh: "安装位置（默认 ~/.local）"))

  /// The table's entry for a command.
  package static func entry(for command: Subcommand) -> CommandEntry? { commands.first { $0.command == command } }

  /// What an exit code means.
  package static let exitCodes: [(code: String, meaning: Words)] = [
    ("0", Words(en: "all is well", zh: "正常")),
    ("1", Words(en: "the output could not be written", zh: "无法写出结果")),
    ("2", Words(en: "wrong usage, or a fault in a file or expression", zh: "用法、文件或表达式有误")),
    ("3", Words(en: "the terminal cannot be used", zh: "终端无法使用")),
    ("4", Words(en: "the progress file cannot be used", zh: "进度文件无法使用")),
    ("5", Words(en: "an answer is not right (with --exit-code)", zh: "答案不对（使用 --exit-code 时）")),
    ("128+n", Words(en: "ended by signal n", zh: "因信号 n 结束")),
  ]

  /// What is read from the environment.
  package static let environment: [(name: String, meaning: Words)] = [
    (
      "LC_ALL, LC_MESSAGES, LANG, LANGUAGE",
      Words(en: "Chinese where they begin with zh, else English", zh: "以 zh 开头时用中文，否则用英文")
    ),
    (
      "LC_ALL, LC_CTYPE, LANG",
      Words(en: "ASCII formulas where they do not name UTF-8", zh: "未指明 UTF-8 时公式只用 ASCII 字符")
    ),
    (
      "ACCESSIBILITY_ENABLED, GNOME_ACCESSIBILITY, QT_ACCESSIBILITY",
      Words(en: "1 announces a screen reader: --plain is then --spoken", zh: "为 1 表示有屏幕阅读器，此时 --plain 即 --spoken")
    ),
    (
      "BPTUTOR_LESSONS",
      Words(en: "folders of lessons, with : between them", zh: "课程文件夹，多个之间用 : 分隔")
    ),
    (
      "XDG_DATA_HOME",
      Words(
        en: "its bptutor/lessons holds your own lessons (default: ~/.local/share)",
        zh: "其中的 bptutor/lessons 放自己的课程（默认 ~/.local/share）")
    ),
    (
      "XDG_CONFIG_HOME",
      Words(
        en: "its bptutor/config.yaml holds your settings (default: ~/.config)",
        zh: "其中的 bptutor/config.yaml 是你的配置（默认 ~/.config）")
    ),
    (
      "XDG_RUNTIME_DIR",
      Words(en: "where the two screens of 'present' meet", zh: "present 的两个屏幕在此联系")
    ),
    ("TERM", Words(en: "line by line where it is unset or dumb", zh: "未设置或为 dumb 时逐行输出")),
    (
      "BPTUTOR_STATE, XDG_STATE_HOME",
      Words(en: "the progress file; the folder that holds it", zh: "进度文件；存放进度的文件夹")
    ),
    ("NO_COLOR", Words(en: "no color where it is not empty", zh: "非空时不用颜色")),
    ("CLICOLOR_FORCE", Words(en: "color in files and pipes too, unless 0", zh: "非 0 时输出到文件和管道也用颜色")),
    (
      "COLORFGBG",
      Words(en: "set by some terminals: chooses --theme dark or light", zh: "某些终端会设置：据此选 --theme dark 或 light")
    ),
  ]
}
