import Diagnostics

/// What can be wrong with YAML.
enum YAMLFault {
  case tooLarge(limit: Int)
  case tooDeep(limit: Int)
  case tooMany(limit: Int)
  case syntax(String)
  case tag
  case anchor
  case alias
  case documents
  case key
  case notAMapping
  /// An escape that makes a character that acts on a terminal, or hides.
  case escape(Unicode.Scalar)

  typealias Sentence = (id: String, message: Words, help: Words?)

  /// The fault at its place; `prefix` says what kind of text it is in.
  func diagnostic(at range: Range<Int>, _ prefix: String) -> Diagnostic {
    let (id, message, help) = words
    return Diagnostic(id: prefix + "." + id, range: range, message: message, help: help)
  }

  private var words: Sentence {
    switch self {
    case .tooLarge(let limit):
      ("yaml-too-large", Words(en: "more than \(limit / 1024) KB in one block", zh: "一个块超过 \(limit / 1024) KB"), nil)
    case .tooDeep(let limit):
      ("yaml-too-deep", Words(en: "more than \(limit) levels inside each other", zh: "嵌套超过 \(limit) 层"), nil)
    case .tooMany(let limit):
      ("yaml-too-many", Words(en: "more than \(limit) values in one block", zh: "一个块超过 \(limit) 个值"), nil)
    case .syntax(let problem): ("yaml-syntax", Self.yamlProblem(problem), Self.yamlHelp(problem))
    case .tag: Self.refused("yaml-tag", Words(en: "YAML tags", zh: "YAML 标签（!）"))
    case .anchor: Self.refused("yaml-anchor", Words(en: "YAML anchors", zh: "YAML 锚点（&）"))
    case .alias: Self.refused("yaml-alias", Words(en: "YAML aliases", zh: "YAML 别名（*）"))
    case .documents:
      (
        "yaml-documents", Words(en: "one block holds one document", zh: "一个块只能有一份文档"),
        Words(en: "delete the line ---", zh: "请删除 --- 这一行")
      )
    case .key: ("yaml-key", Words(en: "a name was expected before the colon", zh: "冒号前应是名称"), nil)
    case .escape(let scalar):
      (
        "control-character",
        Words(
          en: "an escape makes the character U+\(String(scalar.value, radix: 16, uppercase: true))",
          zh: "转义产生了字符 U+\(String(scalar.value, radix: 16, uppercase: true))"),
        Words(en: "delete it", zh: "请删除")
      )
    case .notAMapping:
      (
        "not-a-mapping", Words(en: "fields of the form name: value were expected", zh: "这里应是“名称: 值”形式的字段"),
        Words(en: "put a space behind the colon", zh: "冒号后要有空格")
      )
    }
  }

  private static func refused(_ id: String, _ what: Words) -> Sentence {
    (
      id, Words(en: "\(what.en) are not used here", zh: "这里不使用\(what.zh)"),
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
}
