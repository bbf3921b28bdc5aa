import Diagnostics
import Exports
import Networks

/// Training, and what goes out to other programs.
extension CommandTable {
  static let training: [CommandEntry] = [
    CommandEntry(
      .train, nil,
      summary: Words(en: "train a network and draw how it learns", zh: "训练网络，并画出学习过程"),
      details: [
        Words(
          en: """
            Without samples the network learns the one that it holds. xor, and, circles and spirals are made, digits \
            are 1,797 handwritten ones of 8 by 8 pixels; each comes with a network that learns it. A file has one sample a \
            line, inputs before targets (CSV or JSON); without --network its last column is the target.
            """,
          zh: """
            不给样本时，网络学习自带的那一个样本。xor、and、circles、spirals 由程序生成，digits 是 1797 个 8×8 像素的\
            手写数字，都配有能学会它们的网络。文件每行一个样本，先输入后目标值（CSV 或 JSON）；不写 --network 时，\
            最后一列是目标值。
            """),
        Words(
          en: """
            Values of a table are separated by commas, semicolons, tabs or blanks; a first row may name the columns, and \
            lines that begin with # are passed over. Words in the target's column are classes: one output for each, or one \
            of 0 and 1 for two. --inputs and --targets choose columns by name or number: --inputs 1-4 --targets class.
            """,
          zh: """
            表格的值用逗号、分号、制表符或空格隔开；首行可以是列名，以 # 开头的行略过。目标列是文字时表示类别：\
            每个类别一个输出，两个类别用一个 0 或 1 的输出。--inputs 和 --targets 按列名或列号选列：\
            --inputs 1-4 --targets class。
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
        .data(Words(en: "what to learn", zh: "学习的样本")),
        OptionEntry(
          .inputs, .columns, summary: Words(en: "columns of the file that are inputs", zh: "作为输入的列")),
        OptionEntry(
          .targets, .columns, summary: Words(en: "columns of the file that are targets", zh: "作为目标值的列")),
        OptionEntry(
          .classes, summary: Words(en: "the target names a class even if it is a number", zh: "目标值是类别，即使写成数")),
        OptionEntry(
          .scale, .choice(["standard", "minmax"]),
          summary: Words(en: "bring all inputs to the same size", zh: "把各输入缩放到同样大小")),
        OptionEntry(
          .holdOut, .share,
          summary: Words(en: "samples kept out of training, to test on", zh: "留出不参加训练、用来检验的样本")),
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
          .activation, .choice(ActivationRegistry.namesOfAnyLayer),
          summary: Words(en: "of the hidden layers", zh: "隐藏层的激活函数")),
        OptionEntry(
          .loss, .choice(Loss.allCases.map(\.rawValue)),
          summary: Words(en: "of a new network", zh: "新建网络的损失函数")),
        OptionEntry(.whatIf, .change, summary: Words(en: "a second run, one thing changed", zh: "第二个过程，只改一处")),
        OptionEntry(
          .plot, .words(["loss", "weights", "gradients", "boundary"]),
          summary: Words(en: "which pictures to draw", zh: "画哪些图")),
        OptionEntry(
          .show, .quantities, isRepeatable: true,
          summary: Words(en: "whose numbers to tell, most wanted first", zh: "列出哪些量，重要的在前")),
        .format("text", "json"),
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
        Example(
          "bptutor train --data digits --hold-out 20%",
          Words(en: "handwritten digits, tested on those held out", zh: "手写数字，用留出的样本检验")),
        Example(
          "bptutor train --data iris.csv --scale standard",
          Words(en: "a file whose last column names a class", zh: "最后一列是类别名的文件")),
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
        .data(Words(en: "check the mean over these samples", zh: "检验这些样本的平均损失")),
        OptionEntry(
          .published,
          summary: Words(
            en: "check published examples instead", zh: "改为检验书和文章里的算例")),
        .format("text", "json", "csv"),
        .output,
      ],
      examples: [
        Example("bptutor gradcheck dE/dw5", Words(en: "one gradient", zh: "一个梯度")),
        Example("bptutor gradcheck --published", Words(en: "what others have printed", zh: "书中印出的数")),
        Example("bptutor gradcheck --format csv", Words(en: "all, for a program", zh: "全部梯度，供程序读取")),
      ]),
    CommandEntry(
      .export, Operands(.lessonOrFile, 0...1),
      summary: Words(en: "write a lesson, or the network, for others", zh: "把课程或网络写成其他程序能用的文件"),
      details: [
        Words(
          en: """
            A lesson becomes one HTML page, LaTeX, Markdown, or slides (an HTML page, a screen a slide): with room for the \
            answers, or with --answers. The presenter's notes go to the file of --notes-file, and nowhere else.
            """,
          zh: """
            课程可写成一个 HTML 网页、LaTeX、Markdown 或幻灯片（HTML 网页，一屏一张）：留出作答的位置，或用 --answers 附上答案。\
            讲课备注只写入 --notes-file 指定的文件。
            """),
        Words(
          en: """
            Without a lesson the network is written. The programs for PyTorch, NumPy and JAX print its values, its \
            gradients and the parameters after one step, named as here. csv is a table of the same for a spreadsheet, \
            graphviz a drawing for dot.
            """,
          zh: """
            不写课程时输出网络。PyTorch、NumPy 和 JAX 程序会输出网络的各个值、梯度以及更新一步之后的参数，名称与本程序相同。\
            csv 是同样内容的表格，graphviz 是给 dot 的图。
            """),
      ],
      options: [
        OptionEntry(
          .format, .choice(FrameworkFormat.allCases.map(\.rawValue) + LessonFormat.allCases.map(\.rawValue)),
          summary: Words(
            en: "form of the output (default: html, of the network: numpy)",
            zh: "输出格式（默认 html，网络为 numpy）")),
        .output,
        OptionEntry(.answers, summary: Words(en: "a lesson with its answers", zh: "课程附上答案")),
        OptionEntry(
          .notesFile, .file, summary: Words(en: "the lesson's notes, in a file of their own", zh: "把课程的备注另写成一个文件")),
      ],
      examples: [
        Example(
          "bptutor export saturation --answers --output saturation.html", Words(en: "a page", zh: "一个网页")),
        Example(
          "bptutor export 13 --format slides --notes-file notes.md --output slides.html",
          Words(en: "slides, the notes apart", zh: "幻灯片，备注另存")),
        Example(
          "bptutor export --format pytorch --output net.py",
          Words(en: "a program for PyTorch", zh: "PyTorch 程序")),
        Example(
          "bptutor export --format graphviz | dot -Tsvg -o net.svg", Words(en: "a drawing", zh: "画出网络图")),
      ]),
  ]
}
