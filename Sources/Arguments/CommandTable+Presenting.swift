import Diagnostics

/// Presenting: lessons, and with the operands and options of their commands the walk and training.
extension CommandTable {
  static let presenting = CommandEntry(
    .present, Operands(.lessonOrFile, 0...1),
    summary: Words(en: "show a lesson, the walk or training to a class", zh: "给全班讲一课、推导或演示训练"),
    details: [
      Words(
        en: """
          A clicker is enough: PgDn puts a question, the next PgDn answers it with its derivation, PgUp goes back, . \
          or b makes the screen dark. Answers that are typed are checked, and nothing is kept. t counts hands. N shows the \
          notes; better, --notes shows them on a second terminal, with the time and what comes next.
          """,
        zh: """
          用翻页器即可：PgDn 先提出问题，再按一次揭晓答案和推导；PgUp 后退；. 或 b 黑屏。输入的答案照常判定，但不保存任何内容。\
          按 t 统计举手人数。按 N 显示备注；更好的办法是在另一个终端使用 --notes：显示备注、用时和接下来的内容。
          """),
      Words(
        en: """
          The second terminal follows the first and drives it too: its keys are pressed there, and what is typed is sent \
          when it is finished. After a crash or a stray q, the same command offers the same place and time again.
          """,
        zh: """
          第二个终端跟随第一个，也能操作它：按键会传过去，输入的内容写完才发送。崩溃或误按 q 之后，同一命令可从原处、按原用时继续。
          """),
      Words(
        en: """
          With --room this machine runs mosquitto and shows an address, a code and a QR code: phones open the page in a \
          browser. t puts a question to the room, t or a click closes the vote; the notes show what came of it, by option and \
          by mistake, with advice. t asks once more after a discussion, and the next click gives the answer: then both \
          votes are seen, and each phone shows what is said to its own answer. A question of your own is typed at ':', best \
          on the notes, where the room does not see it: ':ask Which is larger? | w5 | w6*', or ':ask out_h1*w5'.
          """,
        zh: """
          加 --room 时，本机运行 mosquitto，屏幕显示地址、房间码和二维码，手机用浏览器打开即可参与。按 t 开始投票，再按 t 或翻页结束；\
          备注屏幕按选项和错误类型显示结果并给出建议。讨论后按 t 再投一次，下一次翻页揭晓答案：这时两次投票并排显示，\
          每部手机看到对自己答案的反馈。临时想问的题用 ':' 输入，最好在备注屏幕上，学生看不到输入过程：\
          ':ask 哪个更大？| w5 | w6*'，或 ':ask out_h1*w5'。
          """),
      Words(
        en: """
          With --broker the room meets at a broker that runs already: mqtts://USER@HOST is encrypted, the password comes from \
          BPTUTOR_BROKER_PASSWORD, and BPTUTOR_BROKER_CA names a file of certificates to trust besides the system's (PEM), \
          here and for 'join'.
          """,
        zh: """
          使用 --broker 时，全班连接到已有的服务器：mqtts://USER@HOST 为加密连接，口令取自 BPTUTOR_BROKER_PASSWORD；\
          BPTUTOR_BROKER_CA 指定除系统证书外还信任的证书文件（PEM），join 命令也用它。
          """),
      Words(
        en: """
          'present walk' and 'present train' take what walk and train take. Without a lesson all are listed with what to \
          type. Line by line (--plain, or into a pipe) the whole lesson is printed as a handout: words, notes, questions \
          and their answers.
          """,
        zh: """
          present walk 和 present train 接受与 walk、train 相同的参数。不写课程时列出全部课程和对应的命令。逐行方式（--plain 或管道）\
          下打印整课讲义：正文、备注、问题及答案。
          """),
    ],
    options: [
      OptionEntry(.notes, summary: Words(en: "the presenter's own screen", zh: "讲课人自己看的屏幕")),
      OptionEntry(
        .big, summary: Words(en: "the chain and the formula alone, twice as large (B)", zh: "只放大显示链和公式（按 B 切换）")),
      OptionEntry(
        .room, .roomCode,
        summary: Words(en: "the room takes part, by phone", zh: "全班用手机参与")),
      OptionEntry(.broker, .broker, summary: Words(en: "the room meets at this MQTT broker", zh: "使用这个 MQTT 服务器")),
      OptionEntry(
        .save, .file,
        summary: Words(
          en: "add the room's answers to this file, for progress --merge", zh: "结束时把全班的答案追加到文件，供 progress --merge 使用")),
      OptionEntry(
        .port, .count(or: [], example: "8080"), summary: Words(en: "where phones connect", zh: "手机连接的端口")),
    ],
    examples: [
      Example("bptutor present forward-pass", Words(en: "on the projector", zh: "投影仪上")),
      Example("bptutor present forward-pass --notes", Words(en: "on your own screen", zh: "自己的屏幕上")),
      Example("bptutor present hidden-weight --room", Words(en: "the room takes part", zh: "全班参与")),
      Example("bptutor present walk dE/dw1", Words(en: "a derivation", zh: "一个推导")),
      Example("bptutor present train --data spirals", Words(en: "a network that learns", zh: "网络的学习过程")),
      Example(
        "bptutor present forward-pass --plain --lang zh", Words(en: "a handout, in Chinese", zh: "中文讲义")),
    ])

  static let joining = CommandEntry(
    .join, Operands(.roomAddress, 1...1),
    summary: Words(en: "take part in a class, in a terminal", zh: "在终端里参与课堂"),
    details: [
      Words(
        en: """
          Your screen follows the presenter's, without the answers, on an engine of its own: w looks around on the same \
          numbers, q comes back. While a vote is open you answer by a letter, a number or a formula; the answer is kept and \
          sent again where the connection drops. After the reveal you read what is said to your own answer. The code and \
          the address are on the projector. Line by line (--plain, or into a pipe) a line is an answer and :q leaves.
          """,
        zh: """
          你的屏幕跟随讲课人的屏幕（不含答案），由本机自己计算：按 w 用同样的数值自己查看推导，按 q 返回。投票期间用字母、数值或式子\
          作答；连接中断时答案会保存并重新发送。揭晓后显示对你答案的反馈。房间码和地址见投影屏幕。逐行方式（--plain 或管道）下，\
          输入一行就是作答，输入 :q 离开。
          """)
    ],
    options: [
      OptionEntry(
        .name, .studentName, summary: Words(en: "what the presenter may call you", zh: "讲课人看到的称呼")),
      OptionEntry(.broker, .broker, summary: Words(en: "the MQTT broker where the room meets", zh: "房间所用的 MQTT 服务器")),
    ],
    examples: [
      Example("bptutor join f3k9qa@192.0.2.7:8080", Words(en: "a room on the presenter's machine", zh: "讲课人机器上的房间")),
      Example(
        "bptutor join f3k9qa@192.0.2.7 --name 042", Words(en: "the presenter sees who answered", zh: "讲课人能看到是谁作答")),
      Example(
        "bptutor join autumn-7 --broker mqtts://mqtt.example.org", Words(en: "at a school's broker", zh: "学校的服务器上")),
    ])

  /// The same command with the operands and options of the command that its first operand names; nil for others.
  static func variant(of entry: CommandEntry?, _ operand: String) -> CommandEntry? {
    guard let entry, entry.command == .present, let other = commands.first(where: { $0.name == operand }) else {
      return nil
    }
    switch other.command {
    case .walk:
      return CommandEntry(
        .present, Operands(.gradient, 1...Int.max), summary: entry.summary, details: entry.details,
        options: entry.options + other.options.filter { $0.option != .command }, examples: entry.examples)
    case .train:
      // What is written at the end is written by train itself.
      let kept = other.options.filter {
        ![.whatIf, .plot, .show, .format, .svg, .history, .save, .watch].contains($0.option)
      }
      return CommandEntry(
        .present, Operands(.gradient, 1...1), summary: entry.summary, details: entry.details,
        options: entry.options + kept, examples: entry.examples)
    default: return nil
    }
  }
}
