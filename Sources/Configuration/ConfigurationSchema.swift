package import Diagnostics
package import Formats

/// The fields of the configuration file for editors and for people, from the table that the reader goes by.
package enum ConfigurationSchema {
  /// JSON Schema (draft 7).
  package static func json(_ language: Language) -> JSONText {
    .object([
      ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string("bptutor configuration")),
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("properties", .object(ConfigurationField.allCases.map { ($0.rawValue, property($0, language)) })),
    ])
  }

  private static func property(_ field: ConfigurationField, _ language: Language) -> JSONText {
    let about = (key: "description", value: JSONText.string(field.about[language]))
    switch field {
    case .language, .theme, .color:
      return .object([("enum", .array((field.choices ?? []).map(JSONText.string))), about])
    case .ascii, .plain: return .object([("type", .string("boolean")), about])
    case .notation: return .object([("type", .string("string")), about])
    case .lessons: return .object(oneOrMany + [about])
    case .keys:
      let contexts = Keymap.Context.allCases.map { context in
        let commands = Keymap.commandNames(in: context).map { (key: $0, value: JSONText.object(oneOrMany)) }
        return (
          key: context.rawValue,
          value: JSONText.object([
            ("type", .string("object")), ("additionalProperties", .bool(false)), ("properties", .object(commands)),
            ("description", .string(KeyHelp.title(context)[language])),
          ])
        )
      }
      return .object([
        ("type", .string("object")), ("additionalProperties", .bool(false)), ("properties", .object(contexts)), about,
      ])
    }
  }

  private static let oneOrMany: [(key: String, value: JSONText)] = [
    ("type", .array([.string("string"), .string("number"), .string("array")])),
    ("items", .object([("type", .array([.string("string"), .string("number")]))])),
  ]

  /// Markdown: the fields, then the commands that can be given keys, with those they have.
  package static func markdown(_ language: Language) -> String {
    func row(_ cells: String...) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    var text = row(
      Words(en: "field", zh: "字段")[language], Words(en: "value", zh: "写法")[language],
      Words(en: "meaning", zh: "含义")[language])
    text += "|---|---|---|\n"
    for field in ConfigurationField.allCases {
      text += row("`\(field.rawValue)`", field.form[language], field.about[language])
    }
    text += "\n"
    text += row(
      "`keys`", Words(en: "command", zh: "命令")[language], Words(en: "keys", zh: "按键")[language])
    text += "|---|---|---|\n"
    let keys = KeyText(.standard)
    for context in Keymap.Context.allCases {
      for name in Keymap.commandNames(in: context) {
        let shown =
          context == .line
          ? LineCommand(rawValue: name).map { keys.all($0) }
          : KeyCommand(rawValue: name).map { keys.all($0, in: context) }
        text += row("`\(context.rawValue)`", "`\(name)`", shown ?? "")
      }
    }
    return text
  }
}
