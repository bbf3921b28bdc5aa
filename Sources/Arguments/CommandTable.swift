package import Diagnostics
import Networks

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
      .lang, .language,
      summary: Words(en: "language (default: from the environment)", zh: "语言（默认由环境变量决定）")),
    OptionEntry(
      .lessons, .folder, isRepeatable: true,
      summary: Words(en: "lessons of this folder too", zh: "同时使用这个文件夹中的课程")),
    OptionEntry(
      .plain, summary: Words(en: "line by line, append-only, for screen readers", zh: "逐行输出，便于屏幕阅读器和脚本使用")),
    OptionEntry(
      .ascii, summary: Words(en: "formulas and pictures in ASCII only", zh: "公式和图只用 ASCII 字符")),
    OptionEntry(.noColor, summary: Words(en: "no colour (as with NO_COLOR=1)", zh: "不用颜色（同 NO_COLOR=1）")),
    OptionEntry(.help, summary: Words(en: "show this help", zh: "显示本帮助")),
    OptionEntry(.version, summary: Words(en: "show the version", zh: "显示版本")),
  ]

  package static let commands: [CommandEntry] = [
    CommandEntry(
      .walk, Operands(.gradient, 0...Int.max),
      summary: Words(en: "step through forward pass, gradients and update", zh: "逐步推导前向传播、梯度与参数更新"),
      details: [
        Words(
          en: """
            Without gradients: one of the output layer and one of the first layer (dE/dw5 and dE/dw1). Where standard \
            input or output is no terminal, or with --plain, each line typed is a command and an empty line goes on.
            """,
          zh: "不写梯度时，推导输出层和第一层各一个（dE/dw5 和 dE/dw1）。标准输入或输出不是终端，或使用 --plain 时，每行是一个命令，空行前进一步。"),
        Words(
          en: """
            With --data the walk goes along one sample of many (:sample 2 takes another, :batch 1-4 averages over \
            several, :train 10 learns from all).
            """,
          zh: "使用 --data 时，逐个样本推导：:sample 2 换样本，:batch 1-4 对若干样本取平均，:train 10 用全部样本训练。"),
      ],
      options: [
        OptionEntry(
          .data, .data(["xor", "and", "circles", "spirals"]),
          summary: Words(en: "samples to walk along", zh: "要推导的样本"))
      ],
      examples: [
        Example("bptutor walk dE/dw3", Words(en: "walk another gradient", zh: "推导另一个梯度")),
        Example("bptutor walk --set w5=0.4 --lang zh", Words(en: "other numbers, in Chinese", zh: "换数值，用中文")),
        Example("bptutor walk --data xor", Words(en: "one sample of four", zh: "四个样本中的一个")),
        Example(
          "printf 'next\\nnext\\ndE/dw1\\n' | bptutor walk --plain", Words(en: "from a script", zh: "在脚本中使用")),
      ]),
    CommandEntry(
      .trace, Operands(.gradient, 0...Int.max),
      summary: Words(en: "print the whole derivation", zh: "输出完整推导"),
      details: [
        Words(
          en: "Without gradients, those that walk begins with. JSON has every number in full precision.",
          zh: "不写梯度时，与 walk 默认的相同。JSON 中的数值保留全部精度。")
      ],
      options: [
        OptionEntry(
          .format, .choice(["text", "json", "markdown", "latex", "html"]),
          summary: Words(en: "form of the output (default: text)", zh: "输出格式（默认 text）")),
        OptionEntry(.output, .file, summary: Words(en: "write to this file", zh: "写入这个文件")),
      ],
      examples: [
        Example("bptutor trace dE/db1", Words(en: "a sum over two paths", zh: "两条路径之和")),
        Example(
          "bptutor trace --format html --output trace.html",
          Words(en: "a page that a browser opens offline", zh: "浏览器可离线打开的网页")),
      ]),
    CommandEntry(
      .eval, Operands(.expression, 1...Int.max),
      summary: Words(en: "value and closed form of an expression", zh: "求表达式的值和闭式"),
      details: [
        Words(
          en: "Any quantity (net_h1, dE/dw3, w1+) or formula of them (out_h1*(1-out_h1)). Several words are joined.",
          zh: "可以是任何量（net_h1、dE/dw3、w1+）或由它们组成的公式（out_h1*(1-out_h1)）。多个词会连在一起。")
      ],
      options: [
        OptionEntry(
          .format, .choice(["text", "json"]),
          summary: Words(en: "form of the output (default: text)", zh: "输出格式（默认 text）"))
      ],
      examples: [
        Example("bptutor eval dE/dw5", Words(en: "a gradient", zh: "一个梯度")),
        Example("bptutor eval 'out_h1*(1-out_h1)' --format json", Words(en: "for a program", zh: "供程序读取")),
      ]),
    CommandEntry(
      .check, Operands(.answer, 0...Int.max),
      summary: Words(en: "is an answer right, and if not, what went wrong?", zh: "判断答案对错，并指出错在哪里"),
      details: [
        Words(
          en: """
            The quantity is any node, factor, gradient or update (net_h1, dout_O/dnet_O, dE/dw1, w5+), the answer a \
            number or a formula. With --jsonl each line of standard input is a JSON object with "quantity", "answer" \
            and, if it is another one, "network"; each line of output is its verdict, in order.
            """,
          zh: """
            量可以是任何节点、因子、梯度或更新后的参数（net_h1、dout_O/dnet_O、dE/dw1、w5+），答案可以是数值或式子。\
            使用 --jsonl 时，标准输入每行一个 JSON 对象，含 "quantity"、"answer"，需要时含 "network"；输出按顺序每行一个判定。
            """),
        Words(
          en: """
            With --data the answer is the gradient of a batch, the mean over its samples; with --epsilon it is the \
            central difference (E(w+eps) - E(w-eps)) / (2*eps). A line of --jsonl says so itself: "samples": \
            [{"i1": 0.4, "i2": 0.7, "target": 0.9}, ...] or "epsilon": 0.001. "earlier": {"dE/dout_O": -0.58} gives what the learner had \
            before; what follows rightly from it is follow-through.
            """,
          zh: """
            使用 --data 时，答案是一批样本梯度的平均；使用 --epsilon 时，答案是中心差分 (E(w+ε) − E(w−ε)) / 2ε。\
            --jsonl 的每一行自己说明："samples": [{"i1": 0.4, "i2": 0.7, "target": 0.9}, …] 或 "epsilon": 0.001。\
            "earlier": {"dE/dout_O": -0.58} 给出学习者前面求得的值，由它正确推出的结果判为 follow-through。
            """),
      ],
      options: [
        OptionEntry(.jsonl, summary: Words(en: "many answers, one JSON object a line", zh: "批量判定，每行一个 JSON 对象")),
        OptionEntry(
          .data, .data(["xor", "and", "circles", "spirals"]),
          summary: Words(en: "the mean gradient over these samples", zh: "求这些样本的平均梯度")),
        OptionEntry(
          .epsilon, .number(example: "0.001"),
          summary: Words(en: "the central difference with this step", zh: "求步长为此值的中心差分")),
        OptionEntry(
          .format, .choice(["text", "json"]),
          summary: Words(en: "form of the output (default: text)", zh: "输出格式（默认 text）")),
      ],
      examples: [
        Example("bptutor check dE/dw5 -0.0349", Words(en: "a right answer", zh: "一个正确答案")),
        Example("bptutor check dE/dw5 0.0349", Words(en: "which mistake was it?", zh: "错在哪里？")),
        Example(
          "bptutor check dE/dw5 --epsilon 0.1 -0.0349", Words(en: "a numerical gradient", zh: "数值梯度")),
        Example("bptutor check dE/dw5 --data xor 0.0349", Words(en: "a batch's gradient", zh: "一批样本的梯度")),
        Example("bptutor check --jsonl < answers.jsonl", Words(en: "for graders", zh: "供批改使用")),
      ]),
    CommandEntry(
      .practise, Operands(.skill, 0...1),
      summary: Words(en: "endless fresh problems, each answer diagnosed", zh: "无尽的新题，逐题判定并指出错因"),
      details: [
        Words(
          en: """
            Without a skill it follows from your answers so far which one comes next. With --random SEED every one \
            has its turn, and the same seed gives the same problems.
            """,
          zh: "不写技能时，根据此前的作答选择下一项技能。使用 --random 种子时轮流练习各项技能，种子相同，题目相同。")
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
            CSV and JSON hold every answer. --merge gathers a class: progress files or their JSON and CSV, one a \
            learner. Answers are kept in $XDG_STATE_HOME/bptutor/progress.db (~/.local/state without it).
            """,
          zh: """
            各项技能的掌握度、该复习的内容、下一步及其理由，以及每种错误对应的作答。CSV 和 JSON 含全部作答。\
            --merge 汇总一个班：每名学习者一个进度文件，或其导出的 JSON、CSV。作答保存在 \
            $XDG_STATE_HOME/bptutor/progress.db（未设置时为 ~/.local/state）。
            """)
      ],
      options: [
        OptionEntry(
          .format, .choice(["text", "csv", "json"]),
          summary: Words(en: "form of the output (default: text)", zh: "输出格式（默认 text）")),
        OptionEntry(.output, .file, summary: Words(en: "write to this file", zh: "写入这个文件")),
        OptionEntry(.merge, summary: Words(en: "the files of a class as one overview", zh: "把全班的文件汇总成一份概览")),
        OptionEntry(.reset, summary: Words(en: "forget a lesson's answers, or all", zh: "清除某课的作答，或全部作答")),
        OptionEntry(.yes, summary: Words(en: "do not ask before forgetting", zh: "清除前不再询问")),
      ],
      examples: [
        Example("bptutor progress", Words(en: "where do I stand?", zh: "我学到哪里了？")),
        Example(
          "bptutor progress --format csv --output answers.csv", Words(en: "for a spreadsheet", zh: "供电子表格使用")),
        Example("bptutor progress --merge *.json", Words(en: "a class at a glance", zh: "全班概览")),
        Example(
          "bptutor progress --reset forward-pass --yes", Words(en: "begin this lesson anew", zh: "重新开始这一课")),
      ]),
    CommandEntry(
      .lesson, Operands(.path, 0...1),
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
    CommandEntry(
      .newLesson, Operands(.lessonName, 1...1),
      summary: Words(en: "begin a lesson of your own", zh: "新建一门自己的课程"),
      details: [
        Words(
          en: """
            Writes NAME.en.md and NAME.zh.md, a small complete lesson to be changed, and says what to do next. A folder \
            may stand in front of the name. What is there already is left as it is.
            """,
          zh: "写出 NAME.en.md 和 NAME.zh.md：一门完整的小课程，供你修改，并提示下一步怎么做。名称前可以写文件夹。已有的文件不会被改动。")
      ],
      examples: [
        Example("bptutor new-lesson my-lesson", Words(en: "in this folder", zh: "在当前文件夹中")),
        Example("bptutor new-lesson course/03-momentum", Words(en: "the third of a course", zh: "一套课程的第三课")),
      ]),
    CommandEntry(
      .lint, Operands(.path, 1...Int.max),
      summary: Words(en: "check lessons, telling all faults at once", zh: "检查课程文件，一次列出全部错误"),
      details: [
        Words(
          en: """
            A path is a lesson or a folder of lessons. Every fault is told as file:line:column with the line, a caret, \
            and what to do. A lesson is held against its translation beside it.
            """,
          zh: "路径可以是课程文件，也可以是放课程的文件夹。每个错误都给出 文件:行:列、所在行、标记和改法。课程会与同一文件夹中的译文对照检查。")
      ],
      options: [
        OptionEntry(
          .format, .choice(["text", "json"]),
          summary: Words(en: "form of the output (default: text)", zh: "输出格式（默认 text）"))
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
      .schema, nil,
      summary: Words(en: "print every field that a lesson can have", zh: "输出课程中可用的全部字段"),
      details: [
        Words(
          en: "As a JSON Schema, by which editors complete and check fields, or as a table to be read.",
          zh: "可输出为 JSON Schema，编辑器据此补全和检查字段；也可输出为供人阅读的表格。")
      ],
      options: [
        OptionEntry(
          .format, .choice(["json", "markdown"]),
          summary: Words(en: "form of the output (default: json)", zh: "输出格式（默认 json）")),
        OptionEntry(.output, .file, summary: Words(en: "write to this file", zh: "写入这个文件")),
      ],
      examples: [
        Example("bptutor schema --output lesson.schema.json", Words(en: "for an editor", zh: "供编辑器使用")),
        Example("bptutor schema --format markdown", Words(en: "to be read", zh: "供人阅读")),
      ]),
    CommandEntry(
      .train, nil,
      summary: Words(en: "train a network and draw how it learns", zh: "训练网络，并画出学习过程"),
      details: [
        Words(
          en: """
            Without samples the network learns the one that it holds. xor, and, circles and spirals are made, with a \
            network that learns them. A file has one sample a line, inputs before targets (CSV or JSON); without \
            --network its last column is the target.
            """,
          zh: """
            不给样本时，网络学习自带的那一个样本。xor、and、circles、spirals 由程序生成，并配有能学会它们的网络。\
            文件每行一个样本，先输入后目标值（CSV 或 JSON）；不写 --network 时，最后一列是目标值。
            """),
        Words(
          en: """
            --what-if trains a second run beside the first with one thing changed, and tells where they part: \
            eta=2, momentum=0.9, batch=4, seed=7, activation=relu, w5=0.3, or a planted mistake, such as \
            mistake=updated-weight, mistake=sign-flip, mistake=drop-hidden-slope.
            """,
          zh: """
            --what-if 同时训练第二个只改动一处的过程，并指出两者从哪里开始不同：eta=2、momentum=0.9、batch=4、seed=7、\
            activation=relu、w5=0.3，或故意犯的错误，例如 mistake=updated-weight、mistake=sign-flip、\
            mistake=drop-hidden-slope。
            """),
      ],
      options: [
        OptionEntry(
          .data, .data(["xor", "and", "circles", "spirals"]),
          summary: Words(en: "what to learn", zh: "学习的样本")),
        OptionEntry(
          .epochs, .count(or: [], example: "1000"), summary: Words(en: "how often all samples are seen", zh: "训练的轮数")),
        OptionEntry(
          .eta, .number(example: "0.5"), summary: Words(en: "learning rate", zh: "学习率")),
        OptionEntry(
          .momentum, .number(example: "0.9"), summary: Words(en: "share of the last step that is kept", zh: "动量")),
        OptionEntry(
          .batch, .count(or: ["full"], example: "10"),
          summary: Words(en: "samples behind an update", zh: "每次更新所用的样本数")),
        OptionEntry(
          .seed, .seed, summary: Words(en: "of first weights and order of samples", zh: "初始权重与样本次序的种子")),
        OptionEntry(.hidden, .sizes, summary: Words(en: "sizes of the hidden layers", zh: "各隐藏层的神经元数")),
        OptionEntry(
          .activation, .choice(["sigmoid", "tanh", "relu", "identity"]),
          summary: Words(en: "of the hidden layers", zh: "隐藏层的激活函数")),
        OptionEntry(
          .loss, .choice(["squared-error", "cross-entropy"]),
          summary: Words(en: "of a new network", zh: "新建网络的损失函数")),
        OptionEntry(.whatIf, .change, summary: Words(en: "a second run, one thing changed", zh: "第二个过程，只改一处")),
        OptionEntry(
          .plot, .words(["loss", "weights", "gradients", "boundary"]),
          summary: Words(en: "which pictures to draw", zh: "画哪些图")),
        OptionEntry(
          .show, .quantities, isRepeatable: true,
          summary: Words(en: "whose numbers to tell, most wanted first", zh: "列出哪些量，重要的在前")),
        OptionEntry(
          .format, .choice(["text", "json"]),
          summary: Words(en: "form of the output (default: text)", zh: "输出格式（默认 text）")),
        OptionEntry(.svg, .file, summary: Words(en: "write the pictures to this file", zh: "把图写入这个文件")),
        OptionEntry(
          .history, .file, summary: Words(en: "write the curves: CSV, or JSON by name", zh: "写出曲线数据：CSV，或按文件名为 JSON")),
        OptionEntry(.save, .file, summary: Words(en: "write the run, to go on later", zh: "保存训练过程，以便继续")),
        OptionEntry(.resume, .file, summary: Words(en: "go on with a saved run", zh: "继续已保存的训练过程")),
        OptionEntry(
          .watch, summary: Words(en: "watch it on the whole screen; pause, step in, go back", zh: "全屏观看：可暂停、逐步推导、退回")),
      ],
      examples: [
        Example("bptutor train --data spirals", Words(en: "two spirals, with a picture", zh: "双螺旋，附图")),
        Example("bptutor train --data spirals --watch", Words(en: "while it learns", zh: "观看学习过程")),
        Example(
          "bptutor train --network mazur-2-2-2 --epochs 10000",
          Words(en: "the rounds of a well-known article", zh: "一篇知名文章中的一万轮")),
        Example(
          "bptutor train --data xor --what-if eta=20", Words(en: "two learning rates side by side", zh: "比较两个学习率")),
      ]),
    CommandEntry(
      .gradcheck, Operands(.gradient, 0...Int.max),
      summary: Words(en: "hold gradients against central differences", zh: "用中心差分检验梯度"),
      details: [
        Words(
          en: """
            Without gradients, all of them. The step is swept from 1e-1 to 1e-12; the error curve shows where \
            truncation and where rounding decides. The exit code is 2 where a gradient is wrong.
            """,
          zh: """
            不写梯度时检验全部梯度。步长 ε 从 1e-1 取到 1e-12，误差曲线显示哪里由截断误差、哪里由舍入误差决定。\
            有梯度错误时退出码为 2。
            """)
      ],
      options: [
        OptionEntry(
          .data, .data(["xor", "and", "circles", "spirals"]),
          summary: Words(en: "check the mean over these samples", zh: "检验这些样本的平均损失")),
        OptionEntry(
          .format, .choice(["text", "json", "csv"]),
          summary: Words(en: "form of the output (default: text)", zh: "输出格式（默认 text）")),
        OptionEntry(.output, .file, summary: Words(en: "write to this file", zh: "写入这个文件")),
      ],
      examples: [
        Example("bptutor gradcheck dE/dw5", Words(en: "one gradient", zh: "一个梯度")),
        Example("bptutor gradcheck --format csv", Words(en: "all, for a program", zh: "全部梯度，供程序读取")),
      ]),
    CommandEntry(
      .export, nil,
      summary: Words(en: "write the network as a program or file for others", zh: "把网络写成其他框架的程序或文件"),
      details: [
        Words(
          en: """
            The programs for PyTorch, NumPy and JAX print the network's values, its gradients and the parameters after \
            one step, named as here. csv is a table of the same for a spreadsheet, graphviz a drawing for dot.
            """,
          zh: """
            PyTorch、NumPy 和 JAX 程序会输出网络的各个值、梯度以及更新一步之后的参数，名称与本程序相同。\
            csv 是同样内容的表格，graphviz 是给 dot 的图。
            """)
      ],
      options: [
        OptionEntry(
          .format, .choice(["pytorch", "numpy", "jax", "csv", "graphviz"]),
          summary: Words(en: "form of the output (default: numpy)", zh: "输出格式（默认 numpy）")),
        OptionEntry(.output, .file, summary: Words(en: "write to this file", zh: "写入这个文件")),
      ],
      examples: [
        Example(
          "bptutor export --format pytorch --output net.py",
          Words(en: "a program for PyTorch", zh: "PyTorch 程序")),
        Example(
          "bptutor export --format graphviz | dot -Tsvg -o net.svg", Words(en: "a drawing", zh: "画出网络图")),
      ]),
    CommandEntry(
      .man, nil, summary: Words(en: "print the manual page", zh: "输出手册页"),
      examples: [Example("bptutor man | man -l -", Words(en: "read it", zh: "阅读手册"))]),
    CommandEntry(
      .completions, Operands(.choice(["bash", "zsh", "fish"]), 1...1),
      summary: Words(en: "print a shell's completions", zh: "输出 shell 补全脚本"),
      examples: [
        Example("source <(bptutor completions bash)", Words(en: "in ~/.bashrc", zh: "写入 ~/.bashrc")),
        Example(
          "source <(bptutor completions zsh)", Words(en: "in ~/.zshrc, after compinit", zh: "写入 ~/.zshrc，在 compinit 之后")
        ),
        Example("bptutor completions fish | source", Words(en: "in config.fish", zh: "写入 config.fish")),
      ]),
    CommandEntry(
      .help, Operands(.command, 0...1), summary: Words(en: "explain a command", zh: "说明一个命令"),
      examples: [Example("bptutor help walk", Words(en: "all about walk", zh: "walk 的全部说明"))]),
  ]

  package static func entry(for command: Subcommand) -> CommandEntry? { commands.first { $0.command == command } }

  /// What an exit code means.
  package static let exitCodes: [(code: String, meaning: Words)] = [
    ("0", Words(en: "all is well", zh: "正常")),
    ("1", Words(en: "the output could not be written", zh: "无法写出结果")),
    ("2", Words(en: "wrong usage, or a fault in a file or expression", zh: "用法、文件或表达式有误")),
    ("3", Words(en: "the terminal cannot be used", zh: "终端无法使用")),
    ("4", Words(en: "the progress file cannot be used", zh: "进度文件无法使用")),
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
      "BPTUTOR_LESSONS",
      Words(en: "folders of lessons, with : between them", zh: "课程文件夹，多个之间用 : 分隔")
    ),
    (
      "XDG_DATA_HOME",
      Words(
        en: "its bptutor/lessons holds your own lessons (default: ~/.local/share)",
        zh: "其中的 bptutor/lessons 放自己的课程（默认 ~/.local/share）")
    ),
    ("TERM", Words(en: "line by line where it is unset or dumb", zh: "未设置或为 dumb 时逐行输出")),
    (
      "BPTUTOR_STATE, XDG_STATE_HOME",
      Words(en: "the progress file; the folder that holds it", zh: "进度文件；存放进度的文件夹")
    ),
    ("NO_COLOR", Words(en: "no colour where it is not empty", zh: "非空时不用颜色")),
  ]
}
