import Diagnostics

/// Homework: programs, sheets and grades.
extension CommandTable {
  static let homework: [CommandEntry] = [
    CommandEntry(
      .examine, Operands(.program, 0...Int.max),
      summary: Words(en: "which mistake is in your own program?", zh: "检查自己编写的程序，指出其中的错误"),
      details: [
        Words(
          en: """
            The program is run once for each network, without a shell, with one line of JSON on standard input: a network \
            file with all its numbers. Where a word of the command is {file}, the line is in a file of that name instead. \
            It prints what it finds, as JSON or as lines such as dE/dw5 = -0.0349: gradients, updated parameters (w5+), \
            and as much of net_h1, out_h1, delta_h1, E, E+ as it likes.
            """,
          zh: """
            程序对每个网络运行一次，不经过 shell；标准输入是一行 JSON，即带有全部数值的网络文件。命令中出现 {file} 时，改为写入文件。\
            程序输出求得的结果，可以是 JSON，也可以是 dE/dw5 = -0.0349 这样的行：梯度、更新后的参数（w5+），\
            以及任意多的 net_h1、out_h1、delta_h1、E、E+。
            """),
        Words(
          en: """
            A mistake is named for certain where it explains every number over all networks. Single precision, rounded \
            output and the other sign of delta are no mistakes. --fixed is for a program with its own numbers, those of \
            --network.
            """,
          zh: """
            如果某个错误能解释所有网络的全部数值，就可以确定是它。单精度、输出位数少以及 δ 的符号约定都不算错。\
            程序使用固定数值时写 --fixed，数值取自 --network。
            """),
      ],
      options: [
        OptionEntry(
          .shape, .shapes,
          summary: Words(en: "shapes of the networks (default: that of --network)", zh: "网络的形状（默认同 --network）")),
        OptionEntry(
          .networks, .count(or: [], example: "30"),
          summary: Words(en: "how many networks (default: 30)", zh: "网络的个数（默认 30）")),
        OptionEntry(
          .timeout, .number(example: "10"),
          summary: Words(en: "seconds for each network (default: 10)", zh: "每个网络的秒数上限（默认 10）")),
        OptionEntry(.fixed, summary: Words(en: "the program has its own numbers", zh: "程序使用自己的固定数值")),
        OptionEntry(
          .template, .choice(["python", "c", "java", "matlab"]),
          summary: Words(en: "print a program to begin with", zh: "输出一个起始程序")),
        OptionEntry(
          .exitCode, summary: Words(en: "exit with 5 where the program is not right", zh: "程序不对时退出码为 5")),
        .format("text", "json"),
        .output,
      ],
      examples: [
        Example("bptutor examine --template python --output my.py", Words(en: "begin with this", zh: "从这里开始")),
        Example("bptutor examine -- python3 my.py", Words(en: "what is wrong with it?", zh: "错在哪里？")),
        Example("bptutor examine --shape 2-2-1,3-4-2 -- ./backprop", Words(en: "other networks", zh: "其他形状的网络")),
        Example(
          "bptutor examine -- java Backprop.java {file}", Words(en: "the network in a file", zh: "网络写在文件里")),
        Example(
          "bptutor examine --fixed --network mazur-2-2-2 -- python3 mazur.py",
          Words(en: "a program with its own numbers", zh: "使用固定数值的程序")),
      ]),
    CommandEntry(
      .worksheet, Operands(.exercises, 1...1),
      summary: Words(en: "exercise sheets, other numbers for each student", zh: "为每个学生生成数值不同的练习"),
      details: [
        Words(
          en: """
            A list of exercises is as short as one line: - number: dE/dw1. Others are formula, sign, derivation, choice, chain \
            (tiles), faded (blank: factors left out) and bug (which line is wrong?); points and prompt may be added. A lesson \
            gives its own questions. The numbers are drawn for each student so that mistakes give different results; sheets hold no answers, the key has them.
            """,
          zh: """
            题目列表最短只要一行：- number: dE/dw1。还可以用 formula、sign、derivation、choice、chain（拼块）、\
            faded（用 blank 写缺的因子）和 bug（找出错的一行），并可加 points 和 prompt。也可以直接使用一课中的题。每个学生的数值各不相同，并且使不同的错误得到不同的结果；\
            练习中没有答案，答案写在 --key 指定的文件里。
            """),
        Words(
          en: """
            moodle (XML), gift and qti (QTI 1.2) are question banks: for each exercise one question a student, from which a \
            platform draws; numbers have a tolerance of 0.5 % and a feedback for each mistake.
            """,
          zh: """
            moodle（XML）、gift 和 qti（QTI 1.2）是题库：每道题为每个学生生成一题，由平台抽取；\
            数值题的容差为 0.5%，每种错误都有反馈。
            """),
      ],
      options: [
        OptionEntry(
          .students, .file,
          summary: Words(en: "the class: CSV with id, name, email, lang", zh: "班级名单：CSV，含 id、name、email、lang")),
        OptionEntry(.key, .file, summary: Words(en: "write the answer key to this file", zh: "把答案写入这个文件")),
        .format("html", "latex", "markdown", "moodle", "gift", "qti"),
        .output,
      ],
      examples: [
        Example(
          "bptutor worksheet week3.yaml --students class.csv --key key.jsonl",
          Words(en: "sheets to print, and their key", zh: "可打印的练习和答案")),
        Example(
          "bptutor worksheet week3.yaml --students class.csv --format moodle",
          Words(en: "for Moodle's question bank", zh: "导入 Moodle 题库")),
      ]),
    CommandEntry(
      .grade, Operands(.path, 1...Int.max),
      summary: Words(en: "grade what a class handed in", zh: "批改全班的作业"),
      details: [
        Words(
          en: """
            Submissions are files or folders of text, Markdown or LaTeX, one for each student, whose name is or contains the \
            student's id; or a CSV table with a row for each student and a column for each exercise. 1: -0.0349 or \
            Exercise 2 begins an answer. Each is held against the student's own numbers in the key. Points are those of the \
            key; --points says what share follow-through and mistakes earn (mistake: 0.25, half: 0.5).
            """,
          zh: """
            提交的作业可以是文本、Markdown 或 LaTeX 文件（或文件夹），每个学生一份，文件名是学号或含有学号；\
            也可以是 CSV 表格，每个学生一行，每道题一列。“1: -0.0349”或“第 2 题”表示一个答案的开始。\
            按答案文件中该学生自己的数值判定。分值取自答案文件；--points 规定各种情况的得分比例（mistake: 0.25，half: 0.5）。
            """)
      ],
      options: [
        OptionEntry(.key, .file, summary: Words(en: "the key that worksheet wrote", zh: "worksheet 写出的答案文件")),
        OptionEntry(.points, .file, summary: Words(en: "a rubric: shares of the points", zh: "评分标准：得分比例")),
        OptionEntry(
          .feedback, .folder, summary: Words(en: "write a text for each student here", zh: "把给每个学生的反馈写入这个文件夹")),
        .format("moodle", "canvas"),
        .output,
      ],
      examples: [
        Example(
          "bptutor grade submissions --key key.jsonl --feedback feedback",
          Words(en: "a gradebook, and a text for each student", zh: "成绩表，以及给每个学生的反馈"))
      ]),
  ]
}
