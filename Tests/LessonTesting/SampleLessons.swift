import Diagnosis
import Diagnostics
package import Lessons

/// Lessons to be run: the template, and one with a question of each kind.
package enum SampleLessons {
  package static var all: [LessonCatalogue.Entry] { [template, everyKind].compactMap { $0 } }

  /// What `bptutor new-lesson` writes; nil if it has faults.
  package static var template: LessonCatalogue.Entry? {
    entry(
      Language.allCases.map {
        (LessonTemplate.fileName(stem: "mine", language: $0), LessonTemplate.text(id: "mine", language: $0))
      })
  }

  /// Nil if it has faults.
  package static var everyKind: LessonCatalogue.Entry? {
    entry([("every-kind.en.md", english), ("every-kind.zh.md", chinese)])
  }

  /// The files of `everyKind`, by name.
  package static let files = ["every-kind.en.md": english, "every-kind.zh.md": chinese]

  /// A lesson of these files; nil if it has faults.
  package static func entry(_ files: [(String, String)]) -> LessonCatalogue.Entry? {
    let context = LessonContext(mistakes: Catalogue.mistakes.map(\.id))
    let catalogue = LessonCatalogue(files.map { LessonFile(SourceText(name: $0.0, $0.1)) }, context: context)
    return catalogue.report.isClean ? catalogue.entries.first : nil
  }

  private static let english = """
    ---
    bptutor: 1
    id: every-kind
    title: Every kind of question
    skills: [assemble-output]
    minutes: 9
    lang: en
    ---
    A first screen of words.
    <!-- note: Wait until everybody has read it. -->
    <!-- pause -->
    A second one, which **leads** to `net_h1`.

    ```ask number id=net
    prompt: What is net_h1?
    answer: net_h1
    hints: [Three terms arrive at h1., The bias is one of them.]
    wrong:
      - {when: net_h2, say: That is what arrives at h2.}
    ```
    ```ask number id=own
    prompt: What is the first term of net_h1?
    answer: i1*w1
    tolerance: 1%
    set: {i1: 0.5}
    ```
    ```ask number id=mean
    prompt: What is the mean of dE/dw5 over both samples?
    answer: dE/dw5
    samples:
      - {i1: 0.4, target: 0.9}
      - {i1: -0.3, target: 0.2}
    ```
    <!-- note: Somebody always writes net_O here. Ask what the symbol f has eaten already, and wait for the answer. -->
    ```ask expression id=slope
    prompt: Write the slope of O with out_O alone.
    answer: out_O*(1-out_O)
    symbols: [out_O]
    ```
    ```ask sign id=direction
    prompt: Raise w5 a little. Does E rise or fall?
    answer: sign(dE/dw5)
    mode: guess
    ```
    ```ask choice id=larger
    prompt: Which output is larger?
    options:
      - {text: that of h1, right: out_h1 > out_h2, say: Its net input is larger.}
      - {text: that of h2, right: out_h2 > out_h1, say: Compare the net inputs.}
    ```
    ```ask chain id=build
    prompt: Build the chain of w1.
    answer: dE/dw1
    distractors: 4
    ```
    ```ask chain id=sum
    prompt: Build the sum of b1.
    answer: dE/db1
    ```
    ```show step=dE/dw5
    reveal: one-by-one
    ```
    ```ask faded id=blanks
    prompt: Fill the blanks.
    step: dE/dw5
    blank: [dnet_O/dw5, dout_O/dnet_O]
    ```
    ```ask bug id=bug
    prompt: Somebody's derivation of w5. Which line is wrong?
    lines:
      - dE/dout_O = out_O - target
      - dout_O/dnet_O = out_O*(1-out_O)
      - dnet_O/dw5 = w5
    bug: 3
    mistake: weight-for-input
    why:
      - {text: The slope of net by a weight is what it is multiplied by., right: true}
      - {text: The sign is wrong., say: No sign was turned.}
    ```
    ```ask number id=test
    prompt: What is w5 after the update?
    answer: w5 - eta*dE/dw5
    mode: test
    ```
    ```show step=dout_O/dnet_O
    ```
    ```try id=move
    prompt: Bring the error below 0.1.
    set: {w5: -0.1, b2: -0.5}
    range: [-2, 2]
    watch: [out_O, E]
    goal: E < 0.1
    hints: [Which way must out_O go?]
    ```
    That was all.

    <!-- note: Ask what was hard. -->

    """

  private static let chinese = """
    ---
    bptutor: 1
    id: every-kind
    title: 各种题型
    skills: [assemble-output]
    minutes: 9
    lang: zh
    ---
    第一屏只有文字。
    <!-- note: 等大家都读完再继续。 -->
    <!-- pause -->
    第二屏的文字**引出** `net_h1`。

    ```ask number id=net
    prompt: net_h1 等于多少？
    hints: [有三项到达 h1。, 其中一项是偏置。]
    wrong:
      - {when: net_h2, say: 这是到达 h2 的量。}
    ```
    ```ask number id=own
    prompt: net_h1 的第一项等于多少？
    ```
    ```ask number id=mean
    prompt: 两个样本上 dE/dw5 的平均值是多少？
    ```
    <!-- note: 总有人在这里写 net_O。问一句：“f 已经作用过什么了？”然后等学生回答。 -->
    ```ask expression id=slope
    prompt: 只用 out_O 写出 O 的斜率。
    ```
    ```ask sign id=direction
    prompt: 把 w5 稍微调大，E 会升还是降？
    ```
    ```ask choice id=larger
    prompt: 哪个输出值更大？
    options:
      - {text: h1 的输出值, right: out_h1 > out_h2, say: 它的净输入更大。}
      - {text: h2 的输出值, right: out_h2 > out_h1, say: 比较一下净输入。}
    ```
    ```ask chain id=build
    prompt: 拼出 w1 的链条。
    ```
    ```ask chain id=sum
    prompt: 拼出 b1 的和。
    ```
    ```show step=dE/dw5
    ```
    ```ask faded id=blanks
    prompt: 填空。
    ```
    ```ask bug id=bug
    prompt: 这是某人对 w5 的推导，哪一行错了？
    why:
      - {text: 净输入对权重的导数是与权重相乘的量。, right: true}
      - {text: 符号错了。, say: 符号没有变。}
    ```
    ```ask number id=test
    prompt: 更新后的 w5 等于多少？
    ```
    ```show step=dout_O/dnet_O
    ```
    ```try id=move
    prompt: 让误差低于 0.1。
    hints: [out_O 应该往哪边走？]
    ```
    就到这里。

    <!-- note: 问一问哪里难。 -->

    """
}
