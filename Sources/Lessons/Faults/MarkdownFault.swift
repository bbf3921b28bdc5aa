import Diagnostics

/// What a lesson's text may not hold, since it would be shown raw: each is a fault with its place.
enum MarkdownFault: LessonFault {
  /// `:::note`, which other programs read as a box.
  case container
  /// `{#name}` behind a heading.
  case headingAttribute
  case footnote
  case strikethrough
  case pictureWithoutText
  case unknownAdmonition(String, nearest: String?)
  /// A row of a table with another number of cells than its heading.
  case cellCount(Int, expected: Int)
  /// `$` or `$$` without its other end.
  case unclosedMath(String)
  case math(MathReader.Fault.Kind)

  var words: Sentence {
    switch self {
    case .container:
      (
        "container", Words(en: "boxes with ::: are not read", zh: "不支持 ::: 容器"),
        Words(en: "write > [!NOTE] and begin each line with >", zh: "请写成 > [!NOTE]，每行以 > 开头")
      )
    case .headingAttribute:
      (
        "heading-attribute", Words(en: "attributes of a heading are not read", zh: "不支持标题属性"),
        Words(en: "delete the braces", zh: "请删除花括号部分")
      )
    case .footnote:
      (
        "footnote", Words(en: "footnotes are not read", zh: "不支持脚注"),
        Words(en: "put the sentence into the text", zh: "请把内容写进正文")
      )
    case .strikethrough:
      (
        "strikethrough", Words(en: "a terminal cannot strike text through", zh: "终端不能显示删除线"),
        Words(en: "delete the ~~", zh: "请删除 ~~")
      )
    case .pictureWithoutText:
      (
        "picture-without-text",
        Words(en: "a terminal shows a picture's text, and this one has none", zh: "终端只能显示图片的替代文字，这里没有写"),
        Words(en: "say between [ and ] what is to be seen", zh: "请在 [ ] 中写出图的内容")
      )
    case .unknownAdmonition(let word, let nearest):
      (
        "unknown-admonition", Words(en: "no box is called '\(word)'", zh: "没有名为“\(word)”的提示框"),
        Suggestion.didYouMean(nearest)
          ?? Words(Prose.Admonition.allCases.map(\.rawValue).joined(separator: ", "))
      )
    case .cellCount(let count, let expected):
      (
        "cell-count",
        Words(en: "this row has \(count) cells, the heading \(expected)", zh: "这一行有 \(count) 格，表头有 \(expected) 格"),
        nil
      )
    case .unclosedMath(let mark):
      (
        "unclosed-math", Words(en: "this \(mark) has no other end", zh: "这个 \(mark) 没有配对"),
        Words(en: "close it, or write \\$ for a plain sign", zh: "请补上配对的 \(mark)；若只是普通符号，请写 \\$")
      )
    case .math(let kind): Self.mathWords(kind)
    }
  }

  private static func mathWords(_ kind: MathReader.Fault.Kind) -> (id: String, message: Words, help: Words?) {
    switch kind {
    case .unknownCommand(let name, let nearest):
      (
        "math-command", Words(en: "the command \(name) is not known", zh: "不认识命令 \(name)"),
        Suggestion.didYouMean(nearest)
      )
    case .unknownEnvironment(let name):
      (
        "math-environment", Words(en: "the environment '\(name)' is not known", zh: "不认识环境“\(name)”"),
        Words(MathSigns.environments.keys.sorted().joined(separator: ", "))
      )
    case .notClosed(let mark): ("math-not-closed", Words(en: "\(mark) is not closed", zh: "\(mark) 没有结束"), nil)
    case .notOpened(let mark):
      ("math-not-opened", Words(en: "nothing begins at this \(mark)", zh: "这个 \(mark) 没有开头"), nil)
    case .missingArgument(let name):
      ("math-argument", Words(en: "something is missing after \(name)", zh: "\(name) 后面缺少内容"), nil)
    case .doubleScript:
      (
        "math-script", Words(en: "this has two indices or two powers", zh: "这里有两个下标或两个上标"),
        Words(en: "put braces around what belongs together", zh: "请用花括号括起同属一处的内容")
      )
    case .tooDeep: ("math-too-deep", Words(en: "the formula is nested too deeply", zh: "公式嵌套过深"), nil)
    }
  }
}
