import Diagnostics

/// What can be wrong with a configuration file.
enum ConfigurationFault {
  case notUTF8
  case unknownField(String, nearest: String?)
  case duplicate(String)
  case unknownChoice(String, field: String, [String], nearest: String?)
  case notText(String)
  case notAList(String)
  case notAMapping(String)
  case unknownContext(String, nearest: String?)
  case unknownKey(String, nearest: String?)
  case key(KeyFault)
  /// A file or folder, for this reason.
  case unusable(Words)

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    Diagnostic(id: "config." + id, range: range, message: message, help: help)
  }

  private var id: String {
    switch self {
    case .notUTF8: "encoding"
    case .unknownField: "unknown-field"
    case .duplicate: "duplicate"
    case .unknownChoice: "unknown-choice"
    case .notText, .notAList, .notAMapping: "wrong-kind"
    case .unknownContext: "unknown-context"
    case .unknownKey: "unknown-key"
    case .key(.unknownCommand): "unknown-command"
    case .key(.clash): "key-clash"
    case .key(.fixed): "fixed-key"
    case .unusable: "unusable"
    }
  }

  private var message: Words {
    switch self {
    case .notUTF8: Words(en: "the file is not valid UTF-8", zh: "文件不是有效的 UTF-8")
    case .unknownField(let name, _): Words(en: "there is no field '\(name)'", zh: "没有字段“\(name)”")
    case .duplicate(let name): Words(en: "'\(name)' is set a second time", zh: "“\(name)”重复设置")
    case .unknownChoice(let text, let field, let choices, _):
      Words(
        en: "'\(field)' cannot be '\(text)': it is one of \(choices.joined(separator: ", "))",
        zh: "“\(field)”不能是“\(text)”，可选：\(choices.joined(separator: "、"))")
    case .notText(let name): Words(en: "'\(name)' takes a single value", zh: "“\(name)”只能有一个值")
    case .notAList(let name): Words(en: "'\(name)' takes one value or a list", zh: "“\(name)”应是一个值或列表")
    case .notAMapping(let name):
      Words(en: "'\(name)' takes fields of the form name: value", zh: "“\(name)”应是“名称: 值”形式的字段")
    case .unknownContext(let name, _): Words(en: "keys are not used in '\(name)'", zh: "没有“\(name)”这一处按键")
    case .unknownKey(let name, _): Words(en: "there is no key '\(name)'", zh: "没有按键“\(name)”")
    case .key(let fault): fault.message
    case .unusable(let reason): reason
    }
  }

  private var help: Words? {
    switch self {
    case .unknownField(_, let nearest?), .unknownChoice(_, _, _, let nearest?), .unknownContext(_, let nearest?),
      .unknownKey(_, let nearest?):
      Suggestion.didYouMean(nearest)
    case .unknownField:
      Words(
        en: "the fields are \(Self.list(ConfigurationField.allCases.map(\.rawValue), ", "))",
        zh: "可用字段：\(Self.list(ConfigurationField.allCases.map(\.rawValue), "、"))")
    case .unknownContext:
      Words(
        en: "keys are set in \(Self.list(Keymap.Context.allCases.map(\.rawValue), ", "))",
        zh: "可设置按键之处：\(Self.list(Keymap.Context.allCases.map(\.rawValue), "、"))")
    case .unknownKey:
      Words(
        en: "write a character, or a name such as Space, PgDn, F2, Ctrl-X, Alt-b",
        zh: "请写一个字符，或 Space、PgDn、F2、Ctrl-X、Alt-b 这样的名称")
    case .key(let fault): fault.help
    case .notUTF8, .duplicate, .unknownChoice, .notText, .notAList, .notAMapping, .unusable: nil
    }
  }

  private static func list(_ names: [String], _ separator: String) -> String { names.joined(separator: separator) }
}
