import Diagnostics

/// Learning by lessons and practice, and writing lessons.
extension CommandTable {
  static let lessons: [CommandEntry] = [
    CommandEntry(
      .practise, Operands(.skill, 0...1),
      summary: Words(en: "fresh problems, ten at a time, all diagnosed", zh: "新题，每次十道，逐题判定并指出错因"),
      details: [
        Words(
          en: """
            Without a skill it follows from your answers so far which one comes next. With --random SEED every one \
            has its turn, and the same seed gives the same problems. A skill may be called by its name: \
            bptutor practise 'net input'.
            """,
          zh: """
            不写技能时，根据此前的作答选择下一项技能。使用 --random 种子时轮流练习各项技能，种子相同，题目相同。\
            技能也可以写名称：bptutor practise 净输入。
            """)
      ],
      examples: [
        Example("bptutor practise", Words(en: "everything", zh: "全部技能")),
        Example("bptutor practise sum-paths --random 7", Words(en: "one skill, these problems", zh: "一项技能，固定题目")),
      ]),
    CommandEntry(
      .progress, Operands(.lessonOrFile, 0...Int.max),
      summary: Words(en: "what I know, what is next, what keeps going wrong", zh: "查看掌握度、下一步和常犯的错误"),
      details: [
        Words(
          en: """
            Mastery of each skill, reviews that are due, what to do next and why, and the answers behind each mistake. \
            CSV and JSON hold every answer. --merge gathers a class from progress files, their JSON and CSV, and the logs of \
            rooms: who needs help and with what, students and skills, mistakes. A learner who comes twice is counted once, a file \
            that cannot be read is left out. Answers are kept in $XDG_STATE_HOME/bptutor/progress.db (~/.local/state without it).
            """,
          zh: """
            各项技能的掌握度、该复习的内容、下一步及其理由，以及每种错误对应的作答。CSV 和 JSON 含全部作答。\
            --merge 用各人的进度文件（或其导出的 JSON、CSV）和课堂房间的记录汇总一个班：谁需要帮助、在哪方面，学生与技能，常见错误。\
            同一学习者只计一次，读不了的文件不计入。作答保存在 \
            $XDG_STATE_HOME/bptutor/progress.db（未设置时为 ~/.local/state）。
            """)
      ],
      options: [
        .format("text", "csv", "json", "html"),
        .output,
        OptionEntry(.merge, summary: Words(en: "the files of a class as one overview", zh: "把全班的文件汇总成一份概览")),
        OptionEntry(
          .lesson, .lessonOrFile, summary: Words(en: "of a class: the questions of this lesson", zh: "全班：这一课的各题")),
        OptionEntry(
          .students, .file, summary: Words(en: "of a class: who is who, CSV with id, name", zh: "全班：名单 CSV，含 id、name")),
        OptionEntry(.anonymous, summary: Words(en: "of a class: numbers for names", zh: "全班：用编号代替姓名")),
        OptionEntry(.reset, summary: Words(en: "forget a lesson's answers, or all", zh: "清除某课的作答，或全部作答")),
        OptionEntry(.yes, summary: Words(en: "do not ask before forgetting", zh: "清除前不再询问")),
      ],
      examples: [
        Example("bptutor progress", Words(en: "where do I stand?", zh: "我学到哪里了？")),
        Example(
          "bptutor progress --format csv --output answers.csv", Words(en: "for a spreadsheet", zh: "供电子表格使用")),
        Example("bptutor progress --merge *.json", Words(en: "a class at a glance", zh: "全班概览")),
        Example(
          "bptutor progress --merge *.json --anonymous --format html --output class.html",
          Words(en: "the same for a colleague", zh: "给同事看的全班概览")),
        Example(
          "bptutor progress --reset forward-pass --yes", Words(en: "begin this lesson anew", zh: "重新开始这一课")),
      ]),
    CommandEntry(
      .lesson, Operands(.lessonOrFile, 0...1),
      summary: Words(en: "work through a lesson", zh: "学习一课"),
      details: [
        Words(
          en: """
            Without a name the lessons are listed. A name with a slash, or one that ends in .md, is a file. With \
            --random SEED the lesson is worked on other numbers.
            """,
          zh: "不写名称时列出全部课程。含斜线或以 .md 结尾的名称是文件。使用 --random 种子时，换一组数值学习。")
      ],
      examples: [
        Example("bptutor lesson", Words(en: "the list", zh: "课程列表")),
        Example("bptutor lesson forward-pass --lang zh", Words(en: "the first one, in Chinese", zh: "第一课，用中文")),
        Example("bptutor lesson ./my-lesson.en.md", Words(en: "a file", zh: "一个文件")),
      ]),
    presenting, joining,
    CommandEntry(
      .replay, Operands(.file, 1...1),
      summary: Words(en: "play a recorded session", zh: "重放录制的过程"),
      details: [
        Words(
          en: """
            Every command with a session records it with --record FILE. Space pauses and plays, . and , step on and back, \
            [ and ] jump, 0 to 9 go to that tenth, :30 to event 30, g and G to the beginning and the end; < and > change the \
            speed. It stops where a question is asked. Enter goes on from there by your own keys, and nothing of that is \
            kept; q leaves. Without a terminal the last state is printed. A FILE that ends in .cast is what the screen \
            showed, for asciinema and its players.
            """,
          zh: """
            凡有会话的命令都可用 --record FILE 录制。空格暂停或播放，. 和 , 前进、后退一步，[ 和 ] 跳转，0 到 9 跳到十分之几处，\
            :30 跳到第 30 个事件，g 和 G 到开头、末尾；< 和 > 改变速度。遇到提问会停下。按 Enter 从当前处自己接着做，\
            之后的内容不保存；q 退出。没有终端时输出最后的状态。以 .cast 结尾的文件记录屏幕内容，供 asciinema 播放。
            """)
      ],
      options: [
        OptionEntry(
          .speed, .number(example: "4"), summary: Words(en: "times as fast (default: 1)", zh: "播放速度的倍数（默认为 1）"))
      ],
      examples: [
        Example("bptutor walk --record walk.jsonl", Words(en: "record", zh: "录制")),
        Example("bptutor replay walk.jsonl --speed 4", Words(en: "four times as fast", zh: "四倍速重放")),
      ]),
    CommandEntry(
      .newLesson, Operands(.lessonName, 1...1),
      summary: Words(en: "begin a lesson of your own", zh: "新建自己的一课"),
      details: [
        Words(
          en: """
            Writes NAME.en.md and NAME.zh.md, a small complete lesson to be changed, and says what to do next. A folder \
            may stand in front of the name. What is there already is left as it is.
            """,
          zh: "写出 NAME.en.md 和 NAME.zh.md：完整的一小课，供你修改，并提示下一步怎么做。名称前可以写文件夹。已有的文件不会被改动。")
      ],
      examples: [
        Example("bptutor new-lesson my-lesson", Words(en: "in this folder", zh: "在当前文件夹中")),
        Example("bptutor new-lesson course/03-momentum", Words(en: "the third of a course", zh: "一套课程的第三课")),
      ]),
    CommandEntry(
      .lint, Operands(.path, 1...Int.max),
      summary: Words(en: "check lessons, all faults at once", zh: "检查课程文件，一次列出全部错误"),
      details: [
        Words(
          en: """
            A path is a lesson, a folder of lessons, or - for standard input. Every fault is reported as file:line:column with the line, a caret, \
            and what to do. A lesson is held against its translation beside it.
            """,
          zh: "路径可以是课程文件、放课程的文件夹，或表示标准输入的 -。每个错误都给出 文件:行:列、所在行、标记和改法。课程会与同一文件夹中的译文对照检查。")
      ],
      options: [
        .format("text", "json")
      ],
      examples: [
        Example("bptutor lint lessons", Words(en: "every lesson of a folder", zh: "文件夹中的全部课程")),
        Example("bptutor lint my-lesson.en.md --format json", Words(en: "for an editor", zh: "供编辑器读取")),
      ]),
    CommandEntry(
      .preview, Operands(.path, 1...1),
      summary: Words(en: "show a lesson while you write it", zh: "边写边看自己的课程"),
      details: [
        Words(
          en: """
            Whenever the file is saved the screen follows, on the part that changed. A file with faults shows them, and \
            the lesson again once they are mended. Line by line (--plain) the lesson is run as it is.
            """,
          zh: "每次保存文件，屏幕随即更新，并跳到改动的地方。文件有错时显示错误，改好后课程自动回来。逐行方式（--plain）下按当前内容运行一次。")
      ],
      examples: [
        Example("bptutor preview my-lesson.en.md", Words(en: "beside your editor", zh: "放在编辑器旁边"))
      ]),
    CommandEntry(
      .schema, Operands(.choice(["lesson", "network", "config", "trace", "check", "train", "recording"]), 0...1),
      summary: Words(en: "every field of a kind of file or result", zh: "输出某类文件或结果的全部字段"),
      details: [
        Words(
          en: """
            As a JSON Schema, by which editors complete and check fields, or as a table to be read: of lesson where no name \
            is given; network is the file of a network (--network); config is the configuration file, with every command that can be given keys. trace, \
            check, train and recording are what these commands print as JSON, 'check' also what it reads, 'train' also the \
            file of a run.
            """,
          zh: """
            可输出为 JSON Schema，编辑器据此补全和检查字段；也可输出为供人阅读的表格。不写名称时为 lesson（课程）；network 是网络文件（--network）；config 是配置文件，\
            含可改按键的全部命令。trace、check、train、recording 是相应命令输出的 JSON；check 还包括输入行，train 还包括训练存档。
            """)
      ],
      options: [
        .format("json", "markdown"),
        .output,
      ],
      examples: [
        Example("bptutor schema --output lesson.schema.json", Words(en: "for an editor", zh: "供编辑器使用")),
        Example("bptutor schema network", Words(en: "the file of a network", zh: "网络文件")),
        Example("bptutor schema check", Words(en: "lines of check --jsonl", zh: "check --jsonl 的输入和输出")),
        Example("bptutor schema --format markdown", Words(en: "to be read", zh: "供人阅读")),
        Example("bptutor schema config --format markdown", Words(en: "the settings", zh: "配置文件")),
      ]),
  ]
}
