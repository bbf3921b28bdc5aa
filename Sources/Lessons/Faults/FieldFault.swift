import Diagnostics

/// What can be wrong with a field or its value.
enum FieldFault: LessonFault {
  case unknownField(String, nearest: String?)
  case misplacedField(String, belongsInHeader: Bool)
  case duplicateField(String)
  case missingField(String)
  case wrongKind(String, expected: Words)
  case listTooLong(String, limit: Int)
  case emptyText(String)
  /// A field that means nothing to that kind of curve.
  case idleField(String, String)
  case emptyList(String)
  case unusableID(String)
  case outOfRange(String, ClosedRange<Int>)
  case toleranceOutOfRange
  case unsupportedVersion(Int)
  /// A field or a kind of block that the file's format version does not have.
  case needsVersion(String, Int)
  case unusableVariable(String)
  case tooManyDecimals(String, limit: Int)
  case unknownChoice(String, String, of: [String], nearest: String?)

  var words: Sentence {
    switch self {
    case .unknownField(let name, let nearest):
      (
        "unknown-field", Words(en: "there is no field '\(name)' here", zh: "这里没有字段“\(name)”"),
        Suggestion.didYouMean(nearest)
      )
    case .misplacedField(let name, true):
      (
        "misplaced-field", Words(en: "'\(name)' belongs in the header", zh: "“\(name)”应写在块的首行"),
        Words(en: "write \(name)=… behind the kind of block", zh: "在块类型后写 \(name)=…")
      )
    case .misplacedField(let name, false):
      (
        "misplaced-field", Words(en: "'\(name)' belongs inside the block", zh: "“\(name)”应写在块内"),
        Words(en: "write \(name): … on a line of its own", zh: "另起一行写 \(name): …")
      )
    case .duplicateField(let name):
      (
        "duplicate-field", Words(en: "'\(name)' occurs twice", zh: "“\(name)”出现了两次"),
        Words(en: "keep one of them", zh: "只保留一个")
      )
    case .missingField(let name):
      ("missing-field", Words(en: "the field '\(name)' is missing", zh: "缺少字段“\(name)”"), nil)
    case .wrongKind(let name, let expected):
      ("wrong-kind", Words(en: "'\(name)' must be \(expected.en)", zh: "“\(name)”应是\(expected.zh)"), nil)
    case .listTooLong(let name, let limit):
      ("list-too-long", Words(en: "more than \(limit) entries in '\(name)'", zh: "“\(name)”超过 \(limit) 项"), nil)
    case .idleField(let name, let kind):
      (
        "idle-field", Words(en: "'\(name)' means nothing to 'of: \(kind)'", zh: "“\(name)”对“of: \(kind)”没有意义"),
        Words(en: "leave it out", zh: "请去掉")
      )
    case .emptyText(let name): ("empty-text", Words(en: "'\(name)' is empty", zh: "“\(name)”为空"), nil)
    case .emptyList(let name): ("empty-list", Words(en: "'\(name)' has no entry", zh: "“\(name)”没有任何一项"), nil)
    case .unusableID(let text):
      (
        "unusable-id", Words(en: "'\(text)' cannot be an id", zh: "“\(text)”不能用作 id"),
        Words(en: "use letters, digits and hyphens", zh: "只用字母、数字和连字符")
      )
    case .outOfRange(let name, let range):
      (
        "out-of-range",
        Words(
          en: "'\(name)' must be from \(range.lowerBound) to \(range.upperBound)",
          zh: "“\(name)”应在 \(range.lowerBound) 到 \(range.upperBound) 之间"), nil
      )
    case .toleranceOutOfRange:
      (
        "tolerance-out-of-range",
        Words(en: "a tolerance must be from 0.0001% to 10%", zh: "tolerance 应在 0.0001% 到 10% 之间"), nil
      )
    case .unsupportedVersion(let version):
      (
        "unsupported-version", Words(en: "format version \(version) is unknown here", zh: "不认识格式版本 \(version)"),
        Words(
          en: "write bptutor: \(FieldTable.version), or use a newer bptutor",
          zh: "请写 bptutor: \(FieldTable.version)，或使用更新的 bptutor")
      )
    case .needsVersion(let name, let version):
      (
        "needs-version",
        Words(en: "'\(name)' belongs to format version \(version)", zh: "“\(name)”属于格式版本 \(version)"),
        Words(en: "write bptutor: \(version) in the front matter", zh: "请在文件头写 bptutor: \(version)")
      )
    case .unusableVariable(let name):
      (
        "unusable-variable", Words(en: "'\(name)' cannot be a name of your own", zh: "“\(name)”不能用作自定义的名称"),
        Words(en: "use a letter, and letters or digits behind it: k, gain2", zh: "以字母开头，后接字母或数字：k、gain2")
      )
    case .tooManyDecimals(let name, let limit):
      (
        "too-many-decimals",
        Words(
          en: "'\(name)' is drawn with at most \(limit) decimals, from fewer than a million values",
          zh: "“\(name)”最多取 \(limit) 位小数，可取的值须少于一百万个"), nil
      )
    case .unknownChoice(let name, let text, let choices, let nearest):
      (
        "unknown-choice",
        Words(
          en: "'\(name)' cannot be '\(text)', only \(choices.joined(separator: ", "))",
          zh: "“\(name)”不能是“\(text)”，只能是 \(choices.joined(separator: "、"))"), Suggestion.didYouMean(nearest)
      )
    }
  }
}
