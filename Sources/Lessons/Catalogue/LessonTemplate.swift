package import Diagnostics

/// What `bptutor new-lesson` writes: a small complete lesson that passes lint, to be changed.
package enum LessonTemplate {
  /// A lesson with that id, in that language.
  ///
  /// An id that cannot be one becomes `my-lesson`.
  package static func text(id: String, language: Language) -> String {
    let id = FieldReader.isIdentifier(id) ? id : usualID
    return switch language {
    case .en: english(id)
    case .zh: chinese(id)
    }
  }

  /// The id of the lesson in a file of that name, the number in front left out: `momentum` of `03-momentum`.
  ///
  /// nil if it cannot be one.
  package static func id(stem: String) -> String? {
    let rest = String(stem.drop { $0.isNumber }.drop { $0 == "-" || $0 == "_" })
    return [rest, stem].first(where: FieldReader.isIdentifier)
  }

  /// The nearest name that can be a lesson's.
  package static func usableName(_ name: String) -> String {
    var usable = ""
    for byte in name.lowercased().utf8.prefix(64) {
      let isLetterOrDigit =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isLetterOrDigit {
        usable.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !usable.isEmpty, !usable.hasSuffix("-") {
        usable += "-"
      }
    }
    if usable.hasSuffix("-") { usable.removeLast() }
    return usable.isEmpty ? usualID : usable
  }

  /// The name of the file that holds it: `my-lesson.en.md`.
  package static func fileName(stem: String, language: Language) -> String { stem + "." + language.rawValue + ".md" }

  private static let usualID = "my-lesson"

  private static func english(_ id: String) -> String {
    """
    ---
    bptutor: 2
    id: \(id)
    title: A lesson of my own
    network: default
    minutes: 5
    lang: en
    ---
    Write what the learner reads here. One idea a screen.
    <!-- pause -->
    <!-- note: Only the presenter sees this. -->

    A block asks, shows, or lets the learner move a number. What it speaks of can be lit in the picture, and formulas
    are written in LaTeX: $\\frac{\\partial E}{\\partial w_5}$.
    <!-- light: [dE/dw5] -->

    ```ask sign id=guess
    prompt: Raise w5 a little. Does the error E rise or fall?
    answer: sign(dE/dw5)
    mode: guess
    ```

    ```show step=dE/dw5
    reveal: one-by-one
    ```

    ```ask number id=gradient
    prompt: What is ∂E/∂w5?
    answer: dE/dw5
    tolerance: 0.5%
    hints:
      - Which three quantities does w5 pass through?
      - Multiply the three factors.
    ```

    ```ask choice id=slope
    prompt: Which factor holds the slope of the activation function?
    options:
      - {text: ∂E/∂out_O, say: That is the slope of the error.}
      - {text: ∂out_O/∂net_O, right: true}
    ```

    ```try id=move
    prompt: Move w5 until the error is below 0.15.
    set: {w5: -0.1}
    range: [-2, 2]
    watch: [out_O, E]
    goal: E < 0.15
    ```

    """
  }

  private static func chinese(_ id: String) -> String {
    """
    ---
    bptutor: 2
    id: \(id)
    title: 我的课程
    network: default
    minutes: 5
    lang: zh
    ---
    这里写学习者读到的文字，一屏只讲一件事。
    <!-- pause -->
    <!-- note: 这句话只有讲课的人看得到。 -->

    块用来提问、演示，或让学习者自己调整数值。讲到的部分可以在图中点亮，公式用 LaTeX 书写：$\\frac{\\partial E}{\\partial w_5}$。
    <!-- light: [dE/dw5] -->

    ```ask sign id=guess
    prompt: 把 w5 调大一点，误差 E 会变大还是变小？
    answer: sign(dE/dw5)
    mode: guess
    ```

    ```show step=dE/dw5
    reveal: one-by-one
    ```

    ```ask number id=gradient
    prompt: ∂E/∂w5 是多少？
    answer: dE/dw5
    tolerance: 0.5%
    hints:
      - w5 的变化要经过哪三个量才能传到 E？
      - 把三个因子相乘。
    ```

    ```ask choice id=slope
    prompt: 哪个因子是激活函数的斜率？
    options:
      - {text: ∂E/∂out_O, say: 这是误差对输出值的斜率。}
      - {text: ∂out_O/∂net_O, right: true}
    ```

    ```try id=move
    prompt: 调整 w5，让误差低于 0.15。
    set: {w5: -0.1}
    range: [-2, 2]
    watch: [out_O, E]
    goal: E < 0.15
    ```

    """
  }
}
