import Diagnostics

/// What can be wrong with JSON text as such; the sentences stand here and nowhere else.
enum JSONFault {
  case tooLarge(bytes: Int, limit: Int)
  case tooDeep(limit: Int)
  case invalidUTF8
  case empty
  case expectedValue
  case expectedKey
  case expectedColon
  case expectedComma(closing: String)
  case trailingComma
  case unclosed(String)
  case unclosedString
  case controlCharacter
  case invalidEscape
  case loneSurrogate
  case invalidNumber
  case numberTooLarge
  case trailingText
  case singleQuotes
  case comment

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    Diagnostic(id: "json." + id, range: range, message: message, help: help)
  }

  private var id: String {
    switch self {
    case .tooLarge: "too-large"
    case .tooDeep: "too-deep"
    case .invalidUTF8: "invalid-utf8"
    case .empty: "empty"
    case .expectedValue: "expected-value"
    case .expectedKey: "expected-key"
    case .expectedColon: "expected-colon"
    case .expectedComma: "expected-comma"
    case .trailingComma: "trailing-comma"
    case .unclosed: "unclosed"
    case .unclosedString: "unclosed-string"
    case .controlCharacter: "control-character"
    case .invalidEscape: "invalid-escape"
    case .loneSurrogate: "lone-surrogate"
    case .invalidNumber: "invalid-number"
    case .numberTooLarge: "number-too-large"
    case .trailingText: "trailing-text"
    case .singleQuotes: "single-quotes"
    case .comment: "comment"
    }
  }

  private var message: Words {
    switch self {
    case .tooLarge(let bytes, let limit):
      Words(en: "the text has \(bytes) bytes; at most \(limit) are read", zh: "文本有 \(bytes) 字节，最多读取 \(limit) 字节")
    case .tooDeep(let limit): Words(en: "too deep: more than \(limit) levels", zh: "嵌套太深：超过 \(limit) 层")
    case .invalidUTF8: Words(en: "this is not valid UTF-8", zh: "这里不是有效的 UTF-8")
    case .empty: Words(en: "there is no JSON value here", zh: "这里没有 JSON 值")
    case .expectedValue: Words(en: "a value was expected", zh: "这里应有一个值")
    case .expectedKey: Words(en: "a name in quotation marks was expected", zh: "这里应有带双引号的名称")
    case .expectedColon: Words(en: "':' was expected after the name", zh: "名称之后应有“:”")
    case .expectedComma(let closing): Words(en: "',' or '\(closing)' was expected", zh: "这里应有“,”或“\(closing)”")
    case .trailingComma: Words(en: "nothing follows this comma", zh: "这个逗号之后没有内容")
    case .unclosed(let opening): Words(en: "this '\(opening)' is not closed", zh: "这个“\(opening)”没有闭合")
    case .unclosedString: Words(en: "this string is not closed on its line", zh: "这个字符串没有在本行闭合")
    case .controlCharacter: Words(en: "a control character cannot stand in a string", zh: "字符串中不能有控制字符")
    case .invalidEscape: Words(en: "this escape is not known to JSON", zh: "JSON 没有这种转义")
    case .loneSurrogate: Words(en: "this escape is half of a character", zh: "这个转义只是半个字符")
    case .invalidNumber: Words(en: "this is not a JSON number", zh: "这不是 JSON 数")
    case .numberTooLarge:
      Words(en: "this number is larger than any that can be stored", zh: "这个数超出了可表示的最大数")
    case .trailingText: Words(en: "text follows after the end of the value", zh: "值结束之后还有多余内容")
    case .singleQuotes: Words(en: "JSON strings stand in double quotation marks", zh: "JSON 字符串要用双引号")
    case .comment: Words(en: "JSON has no comments", zh: "JSON 没有注释")
    }
  }

  private var help: Words? {
    switch self {
    case .expectedValue:
      Words(en: "write a number, \"text\", true, false, null, [ ] or { }", zh: "可写数、\"文本\"、true、false、null、[ ] 或 { }")
    case .trailingComma: Words(en: "remove it", zh: "请删去它")
    case .controlCharacter: Words(en: "write it as \\n, \\t or \\u001b", zh: "请写作 \\n、\\t 或 \\u001b")
    case .invalidNumber: Words(en: "write it like 0.5, -2 or 1e-3", zh: "写法如 0.5、-2 或 1e-3")
    default: nil
    }
  }
}
