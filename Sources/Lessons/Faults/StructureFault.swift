import Diagnostics

/// What can be wrong with how a lesson is divided: its front matter, its blocks and their first lines.
enum StructureFault: LessonFault {
  case missingFrontMatter
  case unclosedFrontMatter
  case tooManyElements(limit: Int)
  case tooManyBlocks(Words, limit: Int)
  case markdownTooDeep(limit: Int)
  case unclosedBlock
  case nestedBlock
  case html
  case literalEmphasis(String, isClosing: Bool, isCode: Bool)
  case misspelledComment(String, nearest: String)
  case unknownBlock(String, nearest: String)
  case missingQuestionKind
  case unknownQuestion(String, nearest: String?)
  case unknownShown(String, nearest: String?)
  case malformedAttribute(String)

  var words: Sentence {
    switch self {
    case .missingFrontMatter:
      (
        "missing-front-matter", Words(en: "the front matter is missing", zh: "缺少文件头"),
        Words(en: "begin the file with ---, the fields, and --- again", zh: "文件以 --- 开头，写出各字段，再以 --- 结束")
      )
    case .unclosedFrontMatter:
      (
        "unclosed-front-matter", Words(en: "the front matter is not closed", zh: "文件头没有结束"),
        Words(en: "close it with a line ---", zh: "请用单独一行 --- 结束")
      )
    case .tooManyElements(let limit):
      ("too-many-elements", Words(en: "more than \(limit) parts", zh: "内容超过 \(limit) 段"), nil)
    case .tooManyBlocks(let what, let limit):
      ("too-many-blocks", Words(en: "more than \(limit) \(what.en)", zh: "\(what.zh)超过 \(limit) 个"), nil)
    case .markdownTooDeep(let limit):
      (
        "too-deep", Words(en: "more than \(limit) levels inside each other", zh: "嵌套超过 \(limit) 层"), nil
      )
    case .unclosedBlock:
      (
        "unclosed-block", Words(en: "this block is not closed", zh: "这个块没有结束"),
        Words(en: "close it with a line of the same marks", zh: "请用同样的标记单独一行结束")
      )
    case .nestedBlock:
      (
        "nested-block", Words(en: "a block cannot stand inside a list or quotation", zh: "块不能放在列表或引用里"),
        Words(en: "begin it at the left edge", zh: "请从行首开始")
      )
    case .html:
      (
        "html", Words(en: "HTML is not shown", zh: "不显示 HTML"),
        Words(
          en: "only <!-- pause -->, <!-- note: … --> and <!-- light: [w5] --> count, each on a line of its own",
          zh: "只识别 <!-- pause -->、<!-- note: … --> 和 <!-- light: [w5] -->，各占一行")
      )
    case .literalEmphasis(let marks, let isClosing, let isCode):
      (
        "literal-emphasis",
        isClosing
          ? Words(
            en: "this \(marks) ends no emphasis: punctuation is before it, and a character right behind",
            zh: "这个 \(marks) 不能结束强调：前面是标点，后面紧跟着汉字")
          : Words(
            en: "this \(marks) begins no emphasis: a character is right before it, and punctuation behind",
            zh: "这个 \(marks) 不能开始强调：前面紧挨着汉字，后面是标点"),
        Self.emphasisHelp(marks, isClosing: isClosing, isCode: isCode)
      )
    case .misspelledComment(let word, let nearest):
      (
        "misspelled-comment", Words(en: "'\(word)' means nothing here", zh: "这里不识别“\(word)”"),
        Suggestion.didYouMean(nearest)
      )
    case .unknownBlock(let word, let nearest):
      (
        "unknown-block", Words(en: "no block is called '\(word)'", zh: "没有名为“\(word)”的块"),
        Suggestion.didYouMean(nearest)
      )
    case .missingQuestionKind:
      (
        "missing-question-kind", Words(en: "the kind of question is missing", zh: "缺少题型"),
        Words(
          en: "one of \(BlockKind.questions.joined(separator: ", "))",
          zh: "可用：\(BlockKind.questions.joined(separator: "、"))")
      )
    case .unknownQuestion(let word, let nearest):
      (
        "unknown-question", Words(en: "no kind of question is called '\(word)'", zh: "没有名为“\(word)”的题型"),
        Suggestion.didYouMean(nearest)
          ?? Words(
            en: "one of \(BlockKind.questions.joined(separator: ", "))",
            zh: "可用：\(BlockKind.questions.joined(separator: "、"))")
      )
    case .unknownShown(let word, let nearest):
      (
        "unknown-shown", Words(en: "'show \(word)' is not known", zh: "不认识“show \(word)”"),
        Suggestion.didYouMean(nearest)
          ?? Words(en: "show step=dE/dw5, or show plot", zh: "可写 show step=dE/dw5 或 show plot")
      )
    case .malformedAttribute(let word):
      (
        "malformed-attribute", Words(en: "'\(word)' is not of the form name=value", zh: "“\(word)”不是 名称=值 的形式"),
        Words(en: "for example id=n1; everything else goes below", zh: "例如 id=n1；其余字段写在下面")
      )
    }
  }

  /// What is set as code cannot be moved; a blank belongs beside it anyway.
  private static func emphasisHelp(_ marks: String, isClosing: Bool, isCode: Bool) -> Words {
    if isClosing {
      return isCode
        ? Words(en: "put a space behind the \(marks)", zh: "请在 \(marks) 后面加一个空格")
        : Words(en: "put the punctuation behind the \(marks)", zh: "请把标点移到 \(marks) 后面")
    }
    return isCode
      ? Words(en: "put a space before the \(marks)", zh: "请在 \(marks) 前面加一个空格")
      : Words(en: "put the punctuation before the \(marks)", zh: "请把标点移到 \(marks) 前面")
  }
}
