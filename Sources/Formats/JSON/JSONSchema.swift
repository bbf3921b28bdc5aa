package import Diagnostics

/// Parts of a JSON Schema (2020-12), and the schema as a table for people.
package struct JSONSchema: Sendable {
  /// A field of a JSON object.
  package typealias Member = (key: String, value: JSONText)

  private let members: [Member]

  private init(_ members: [Member]) { self.members = members }

  /// The schema as JSON.
  package var json: JSONText { .object(members) }

  /// A whole schema; `definitions` are what `reference` names.
  package static func document(
    _ title: String, _ schema: JSONSchema, definitions: [(String, JSONSchema)] = []
  ) -> JSONText {
    let head: [Member] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("bptutor \(title)")),
    ]
    let defs: [Member] =
      definitions.isEmpty ? [] : [("$defs", .object(definitions.map { ($0.0, $0.1.json) }))]
    return .object(head + schema.members + defs)
  }

  // MARK: Values

  package static let string = type("string")
  package static let boolean = type("boolean")
  package static let whole = JSONSchema([("type", .string("integer")), ("minimum", .number(0))])
  package static let null = type("null")
  package static let anything = JSONSchema([])

  /// A number; JSON has none that is not finite, so these are written as words.
  package static let number = either(
    type("number"), JSONSchema([("enum", .array(["NaN", "Infinity", "-Infinity"].map(JSONText.string)))]))

  /// 64 bits in hexadecimal, which a number of JSON cannot hold.
  package static let hexadecimal = JSONSchema([("type", .string("string")), ("pattern", .string("^[0-9a-f]{1,16}$"))])

  /// A sentence in both languages.
  package static let words = object([("en", string), ("zh", string)])

  /// Just this text.
  package static func constant(_ text: String) -> JSONSchema { JSONSchema([("const", .string(text))]) }
  /// Just this number.
  package static func constant(_ number: Int) -> JSONSchema { JSONSchema([("const", .number(Double(number)))]) }

  /// One of these texts.
  package static func choice(_ names: [String]) -> JSONSchema {
    JSONSchema([("enum", .array(names.map(JSONText.string)))])
  }

  /// What fits at least one of these.
  package static func either(_ schemas: JSONSchema...) -> JSONSchema {
    JSONSchema([("anyOf", .array(schemas.map(\.json)))])
  }

  /// Any number of these.
  package static func list(_ items: JSONSchema) -> JSONSchema {
    JSONSchema([("type", .string("array")), ("items", items.json)])
  }

  /// A value under any name.
  package static func map(_ values: JSONSchema) -> JSONSchema {
    JSONSchema([("type", .string("object")), ("additionalProperties", values.json)])
  }

  /// What `definitions` calls by that name.
  package static func reference(_ name: String) -> JSONSchema { JSONSchema([("$ref", .string("#/$defs/" + name))]) }

  /// Exactly one of these names, with whatever belongs to it.
  package static func oneOf(names: [String]) -> JSONSchema {
    JSONSchema([
      ("type", .string("object")), ("minProperties", .number(1)), ("maxProperties", .number(1)),
      ("propertyNames", choice(names).json),
    ])
  }

  /// An object with these fields and, unless it `isOpen`, no other.
  package static func object(
    _ fields: [(String, JSONSchema)], optional: [(String, JSONSchema)] = [], isOpen: Bool = false
  ) -> JSONSchema {
    JSONSchema(
      [
        ("type", .string("object")), ("required", .array(fields.map { .string($0.0) })),
        ("properties", .object((fields + optional).map { ($0.0, $0.1.json) })),
      ] + (isOpen ? [] : [("additionalProperties", .bool(false))]))
  }

  /// The same, or null.
  package var orNull: JSONSchema { Self.either(self, .null) }

  /// The same with what it means.
  package func about(_ words: Words, _ language: Language) -> JSONSchema {
    JSONSchema(members + [("description", .string(words[language]))])
  }

  private static func type(_ name: String) -> JSONSchema { JSONSchema([("type", .string(name))]) }

  // MARK: For people

  /// Markdown: a row for each field that says what it means, by its path.
  package static func markdown(_ schema: JSONText, _ language: Language) -> String {
    let heading = [Words(en: "field", zh: "字段"), Words(en: "meaning", zh: "含义")].map { $0[language] }
    var rows: [String] = []
    collect(schema, "", &rows)
    return "| " + heading.joined(separator: " | ") + " |\n|---|---|\n" + rows.joined()
  }

  private static func collect(_ schema: JSONText, _ path: String, _ rows: inout [String]) {
    guard case .object(let members) = schema else { return }
    for member in members {
      switch (member.key, member.value) {
      case ("description", .string(let text)):
        if !path.isEmpty { rows.append("| `\(path)` | \(text.replacing("|", with: "\\|")) |\n") }
      case ("properties", .object(let fields)), ("$defs", .object(let fields)):
        for field in fields { collect(field.value, path.isEmpty ? field.key : path + "." + field.key, &rows) }
      case ("items", let items), ("additionalProperties", let items): collect(items, path + "[]", &rows)
      case ("anyOf", .array(let choices)): for choice in choices { collect(choice, path, &rows) }
      case (_, _): continue
      }
    }
  }
}
