import Diagnostics

extension LessonFault {
  typealias Sentence = (id: String, message: Words, help: Words?)

  /// The stable id, what is wrong, and what to do.
  var words: Sentence { textWords ?? yamlWords ?? fieldWords ?? nameWords ?? answerWords ?? languageWords }

  static func didYouMean(_ nearest: String?) -> Words? {
    nearest.map { Words(en: "did you mean '\($0)'?", zh: "是不是想写“\($0)”？") }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private var textWords: Sentence? {
    switch self {
    case .tooLarge(let limit):
      (
        "too-large", Words(en: "the file has more than \(limit / 1024) KB", zh: "文件超过 \(limit / 1024) KB"),
        Words(en: "split the lesson into several", zh: "请把课程拆成几课")
      )
    case .lineTooLong(let limit):
      (
        "line-too-long", Words(en: "the line has more than \(limit) bytes", zh: "这一行超过 \(limit) 字节"),
        Words(en: "break it into several lines", zh: "请分成几行")
      )
    case .invalidUTF8:
      (
        "invalid-utf8", Words(en: "this byte is not UTF-8", zh: "这个字节不是 UTF-8"),
        Words(en: "save the file as UTF-8", zh: "请把文件存为 UTF-8 编码")
      )
    case .tooManyPictures(let limit):
      (
        "too-many-pictures", Words(en: "'![' more than \(limit) times", zh: "“![”超过 \(limit) 处"),
        Words(en: "a lesson shows no pictures; delete them", zh: "课程不显示图片，请删除")
      )
    case .controlCharacter(let scalar):
      (
        "control-character",
        Words(en: "the control character \(Self.code(scalar))", zh: "含有控制字符 \(Self.code(scalar))"),
        Words(en: "delete it", zh: "请删除")
      )
    case .invisibleCharacter(let scalar):
      (
        "invisible-character",
        Words(en: "the invisible character \(Self.code(scalar))", zh: "含有不可见字符 \(Self.code(scalar))"),
        Words(en: "delete it", zh: "请删除")
      )
    case .notReadable(let why): ("not-readable", why, nil)
    case .folderTooLarge(let limit):
      (
        "folder-too-large",
        Words(
          en: "the files before this one hold more than \(limit >> 20) MB", zh: "排在它前面的文件已超过 \(limit >> 20) MB"),
        Words(en: "keep lessons in a folder of their own", zh: "请把课程单独放在一个文件夹里")
      )
    case .tooManyFiles(let limit):
      (
        "too-many-files",
        Words(en: "the folder holds more than \(limit) lessons and networks", zh: "文件夹里的课程和网络超过 \(limit) 个"),
        Words(en: "spread them over several folders", zh: "请分放到几个文件夹里")
      )
    case .notALesson:
      (
        "not-a-lesson", Words(en: "this is no lesson", zh: "这不是课程文件"),
        Words(en: "the name of a lesson ends in .md", zh: "课程文件名以 .md 结尾")
      )
    case .noLessons:
      (
        "no-lessons", Words(en: "there is no lesson in this folder", zh: "这个文件夹里没有课程"),
        Words(en: "the name of a lesson ends in .en.md or .zh.md", zh: "课程文件名以 .en.md 或 .zh.md 结尾")
      )
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
          en: "only <!-- pause --> and <!-- note: … --> count, each on a line of its own",
          zh: "只识别 <!-- pause --> 和 <!-- note: … -->，各占一行")
      )
    case .literalEmphasis(let marks, let isClosing, let isCode):
      (
        "literal-emphasis",
        isClosing
          ? Words(
            en: "this \(marks) ends no emphasis: punctuation stands before it, and a character right behind",
            zh: "这个 \(marks) 不能结束强调：前面是标点，后面紧跟着汉字")
          : Words(
            en: "this \(marks) begins no emphasis: a character stands right before it, and punctuation behind",
            zh: "这个 \(marks) 不能开始强调：前面紧挨着汉字，后面是标点"),
        Self.emphasisHelp(marks, isClosing: isClosing, isCode: isCode)
      )
    case .misspelledComment(let word, let nearest):
      ("misspelled-comment", Words(en: "'\(word)' means nothing here", zh: "这里不识别“\(word)”"), Self.didYouMean(nearest))
    case .unknownBlock(let word, let nearest):
      ("unknown-block", Words(en: "no block is called '\(word)'", zh: "没有名为“\(word)”的块"), Self.didYouMean(nearest))
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
        Self.didYouMean(nearest)
          ?? Words(
            en: "one of \(BlockKind.questions.joined(separator: ", "))",
            zh: "可用：\(BlockKind.questions.joined(separator: "、"))")
      )
    case .malformedAttribute(let word):
      (
        "malformed-attribute", Words(en: "'\(word)' is not of the form name=value", zh: "“\(word)”不是 名称=值 的形式"),
        Words(en: "for example id=n1; everything else goes below", zh: "例如 id=n1；其余字段写在下面")
      )
    default: nil
    }
  }

  private var yamlWords: Sentence? {
    switch self {
    case .yamlTooLarge(let limit):
      ("yaml-too-large", Words(en: "more than \(limit / 1024) KB in one block", zh: "一个块超过 \(limit / 1024) KB"), nil)
    case .yamlTooDeep(let limit):
      ("yaml-too-deep", Words(en: "more than \(limit) levels inside each other", zh: "嵌套超过 \(limit) 层"), nil)
    case .yamlTooMany(let limit):
      ("yaml-too-many", Words(en: "more than \(limit) values in one block", zh: "一个块超过 \(limit) 个值"), nil)
    case .yamlSyntax(let problem): ("yaml-syntax", Self.yamlProblem(problem), Self.yamlHelp(problem))
    case .yamlTag: Self.refused("yaml-tag", Words(en: "YAML tags", zh: "YAML 标签（!）"))
    case .yamlAnchor: Self.refused("yaml-anchor", Words(en: "YAML anchors", zh: "YAML 锚点（&）"))
    case .yamlAlias: Self.refused("yaml-alias", Words(en: "YAML aliases", zh: "YAML 别名（*）"))
    case .yamlDocuments:
      (
        "yaml-documents", Words(en: "one block holds one document", zh: "一个块只能有一份文档"),
        Words(en: "delete the line ---", zh: "请删除 --- 这一行")
      )
    case .yamlKey: ("yaml-key", Words(en: "a name was expected before the colon", zh: "冒号前应是名称"), nil)
    case .notAMapping:
      (
        "not-a-mapping", Words(en: "fields of the form name: value were expected", zh: "这里应是“名称: 值”形式的字段"),
        Words(en: "put a space behind the colon", zh: "冒号后要有空格")
      )
    default: nil
    }
  }

  private static func refused(_ id: String, _ what: Words) -> Sentence {
    (
      id, Words(en: "\(what.en) are not used in lessons", zh: "课程中不使用\(what.zh)"),
      Words(en: "put the text in quotation marks if it is text", zh: "如果是文字，请加引号")
    )
  }

  /// What libyaml says, in the words of an author.
  private static func yamlProblem(_ problem: String) -> Words {
    switch problem {
    case "mapping values are not allowed in this context": Words(en: "a second ': ' in one value", zh: "一个值里出现了第二个“: ”")
    case "did not find expected ',' or ']'": Words(en: "',' or ']' was expected", zh: "这里应是“,”或“]”")
    case "did not find expected ',' or '}'": Words(en: "',' or '}' was expected", zh: "这里应是“,”或“}”")
    case "could not find expected ':'": Words(en: "':' was expected", zh: "这里应是“:”")
    case "did not find expected key": Words(en: "a field was expected", zh: "这里应是字段")
    case "did not find expected '-' indicator":
      Words(en: "an entry beginning with '-' was expected", zh: "这里应是以“-”开头的一项")
    case "found character that cannot start any token":
      Words(en: "a value cannot begin with this character", zh: "值不能以这个字符开头")
    case "found unexpected end of stream": Words(en: "a quotation mark is not closed", zh: "引号没有配对")
    default: Words(en: "this is not valid YAML (\(problem))", zh: "这里不是有效的 YAML（\(problem)）")
    }
  }

  private static func yamlHelp(_ problem: String) -> Words? {
    switch problem {
    case "mapping values are not allowed in this context", "did not find expected ',' or ']'",
      "did not find expected ',' or '}'", "found character that cannot start any token":
      Words(en: "put the text in quotation marks", zh: "请给文字加引号")
    case "did not find expected key", "did not find expected '-' indicator":
      Words(en: "begin every field of a block in the same column", zh: "同一块的字段要从同一列开始")
    default: nil
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
