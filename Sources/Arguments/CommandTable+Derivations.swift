import Diagnostics
import Exports

/// Walking along a derivation, and asking about one.
extension CommandTable {
  static let derivations: [CommandEntry] = [
    CommandEntry(
      .walk, Operands(.gradient, 0...Int.max),
      summary: Words(en: "step through forward pass, gradients and update", zh: "逐步推导前向传播、梯度与参数更新"),
      details: [
        Words(
          en: """
            Without gradients: one of the output layer and one of the first layer (dE/dw5 and dE/dw1). Where standard \
            input or output is no terminal, or with --plain, each line typed is a command and an empty line goes on. From \
            a file or a pipe a line that begins with # is a remark; what cannot be done goes to standard error, and the exit \
            code is 2 then.
            """,
          zh: """
            不写梯度时，推导输出层和第一层各一个（dE/dw5 和 dE/dw1）。标准输入或输出不是终端，或使用 --plain 时，每行是一个命令，\
            空行前进一步。从文件或管道读取时，以 # 开头的行是注释；无法执行的命令写到标准错误，退出码为 2。
            """),
        Words(
          en: """
            With --data the walk goes along one sample of many (:sample 2 takes another, :batch 1-4 averages over \
            several, :train 10 learns from all).
            """,
          zh: "使用 --data 时，逐个样本推导：:sample 2 换样本，:batch 1-4 对若干样本取平均，:train 10 用全部样本训练。"),
        Words(
          en: """
            With --format json every line typed is answered by one line of JSON: whether it was done, what was said, the \
            value or the verdict where there is one, and the place in the walk.
            """,
          zh: "使用 --format json 时，每行输入得到一行 JSON：是否完成、回答的内容、数值或判定（若有），以及在推导中的位置。"),
      ],
      options: [
        .data(Words(en: "samples to walk along", zh: "要推导的样本")),
        OptionEntry(
          .command, .commands, summary: Words(en: "these commands only, with ; between them", zh: "只执行这些命令，用 ; 隔开")),
        .format("text", "json"),
      ],
      examples: [
        Example("bptutor walk dE/dw3", Words(en: "walk another gradient", zh: "推导另一个梯度")),
        Example("bptutor walk --set w5=0.4 --lang zh", Words(en: "other numbers, in Chinese", zh: "换数值，用中文")),
        Example("bptutor walk --data xor", Words(en: "one sample of four", zh: "四个样本中的一个")),
        Example("bptutor walk -c 'set w5=0.4; dE/dw5'", Words(en: "two commands", zh: "两个命令")),
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
        .format(TraceFormat.text),
        .output,
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
        .format("text", "json")
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
            and, if it is another one, "network"; each line of output is its verdict, in order. "set", "random" and "notation" \
            are as the options, "id" and all that is not needed comes back. The exit code is 2 where a line cannot be read.
            """,
          zh: """
            量可以是任何节点、因子、梯度或更新后的参数（net_h1、dout_O/dnet_O、dE/dw1、w5+），答案可以是数值或式子。\
            使用 --jsonl 时，标准输入每行一个 JSON 对象，含 "quantity"、"answer"，需要时含 "network"；输出按顺序每行一个判定。\
            "set"、"random"、"notation" 与同名选项相同；"id" 和其余用不到的内容原样返回。有一行无法读懂时退出码为 2。
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
        Words(
          en: """
            With --lines a whole derivation is read as it was written, in plain text, Markdown or LaTeX, in any order: \
            net_h1 = 0.4*0.2 + 0.7*(-0.2) - 0.9 = -0.96. Every link of a chain of equals is judged. What follows from an \
            earlier slip counts as right, the slip is named at its line, and words are passed over.
            """,
          zh: """
            使用 --lines 时，按原样读取整份推导（纯文本、Markdown 或 LaTeX，顺序不限）：\
            net_h1 = 0.4*0.2 + 0.7*(-0.2) - 0.9 = -0.96。连等式的每一环都会判定；由前面的错误正确推出的结果算对，\
            错误在它所在的行指出，文字会跳过。
            """),
      ],
      options: [
        OptionEntry(.jsonl, summary: Words(en: "many answers, one JSON object a line", zh: "批量判定，每行一个 JSON 对象")),
        OptionEntry(
          .lines, .file,
          summary: Words(en: "a whole derivation, line by line (-: standard input)", zh: "逐行判定整份推导（- 读取标准输入）")),
        OptionEntry(
          .exitCode, summary: Words(en: "exit with 5 where an answer is not right", zh: "答案不对时退出码为 5")),
        .data(Words(en: "the mean gradient over these samples", zh: "求这些样本的平均梯度")),
        OptionEntry(
          .epsilon, .number(example: "0.001"),
          summary: Words(en: "the central difference with this step", zh: "求步长为此值的中心差分")),
        .format("text", "json"),
      ],
      examples: [
        Example("bptutor check dE/dw5 -0.0349", Words(en: "a right answer", zh: "一个正确答案")),
        Example("bptutor check dE/dw5 0.0349", Words(en: "which mistake was it?", zh: "错在哪里？")),
        Example(
          "bptutor check dE/dw5 --epsilon 0.1 -0.0349", Words(en: "a numerical gradient", zh: "数值梯度")),
        Example("bptutor check dE/dw5 --data xor 0.0349", Words(en: "a batch's gradient", zh: "一批样本的梯度")),
        Example("bptutor check --lines derivation.md", Words(en: "a whole derivation", zh: "整份推导")),
        Example("bptutor check --jsonl < answers.jsonl", Words(en: "for graders", zh: "供批改使用")),
      ]),
  ]
}
