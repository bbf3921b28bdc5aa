package import Diagnostics
package import Formats

/// The schema of front matter and blocks for editors, made of the table that the reader itself goes by.
package enum LessonSchema {
  /// JSON Schema (draft 7): `definitions` holds the front matter and each kind of block by its name, such as
  /// `ask number`; fields of a block's header are listed under `x-header`.
  package static func json(language: Language) -> JSONText {
    var definitions: [(key: String, value: JSONText)] = [
      ("front matter", object(FieldTable.frontMatter, language))
    ]
    for kind in BlockKind.allCases {
      let fields = FieldTable.fields(of: kind)
      guard case .object(var members) = object(fields.filter { !$0.isInHeader }, language) else { continue }
      let header = fields.filter(\.isInHeader).map { field in
        JSONText.object([
          ("name", .string(field.name)), ("required", .bool(field.isRequired)),
          ("description", .string(field.about[language])),
        ])
      }
      members.append(("x-header", .array(header)))
      definitions.append((kind.rawValue, .object(members)))
    }
    let references = definitions.map { definition in
      let name = definition.key.replacing(" ", with: "%20")
      return JSONText.object([("$ref", .string("#/definitions/" + name))])
    }
    return .object([
      ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string("bptutor lesson")),
      ("anyOf", .array(references)), ("definitions", .object(definitions)),
    ])
  }

  private static func object(_ fields: [Field], _ language: Language) -> JSONText {
    let properties = fields.map { field -> (key: String, value: JSONText) in
      guard case .object(let members) = shape(field.shape, language) else { return (field.name, .object([])) }
      return (field.name, .object(members + [("description", .string(field.about[language]))]))
    }
    return .object([
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("required", .array(fields.filter(\.isRequired).map { .string($0.name) })), ("properties", .object(properties)),
    ])
  }

  private static func shape(_ shape: Field.Shape, _ language: Language) -> JSONText {
    func type(_ name: String, _ more: [(key: String, value: JSONText)] = []) -> JSONText {
      .object([("type", .string(name))] + more)
    }
    var interval: JSONText {
      type("array", [("items", type("number")), ("minItems", .number(2)), ("maxItems", .number(2))])
    }
    let scalar = JSONText.array([.string("string"), .string("number")])
    switch shape {
    case .text: return type("string", [("minLength", .number(1))])
    case .identifier, .lessonID, .blockID:
      return type("string", [("pattern", .string("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"))])
    case .whole(let range):
      return type(
        "integer", [("minimum", .number(Double(range.lowerBound))), ("maximum", .number(Double(range.upperBound)))])
    case .number: return type("number")
    case .tolerance, .expression, .signExpression: return .object([("type", scalar)])
    case .oneOf(let choices): return .object([("enum", .array(choices.map(JSONText.string)))])
    case .truth: return .object([("type", .array([.string("boolean"), .string("string")]))])
    case .networkName, .skill, .mistake, .condition, .equation, .quantity, .neuron: return type("string")
    case .interval: return interval
    case .variables:
      return type(
        "object",
        [
          ("propertyNames", .object([("pattern", .string("^[A-Za-z][A-Za-z0-9]{0,15}$"))])),
          ("additionalProperties", interval),
        ])
    case .assignments: return type("object", [("additionalProperties", .object([("type", scalar)]))])
    case .list(let element): return type("array", [("items", self.shape(element, language))])
    case .record(let fields): return object(fields, language)
    }
  }
}
