package import Diagnostics
package import Formats

/// The form of a network file for editors and other programs, made of the registries that the reader itself goes by.
package enum NetworkSchema {
  private typealias Member = (key: String, value: JSONText)

  /// JSON Schema (2020-12).
  package static func json(_ language: Language) -> JSONText {
    .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("bptutor network")),
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("required", .array(NetworkField.allCases.filter(\.isRequired).map { .string($0.rawValue) })),
      (
        "properties",
        .object(
          NetworkField.allCases.map { field in
            (field.rawValue, .object(shape(of: field) + [("description", .string(field.about[language]))]))
          })
      ),
      (
        "dependentRequired",
        .object([(NetworkField.lastSteps.rawValue, .array([.string(NetworkField.momentum.rawValue)]))])
      ),
      ("$defs", .object([("layer", layer(language)), ("notation", notation)])),
    ])
  }

  private static func shape(of field: NetworkField) -> [Member] {
    switch field {
    case .name: type("string")
    case .inputs:
      list(
        .object(type("string") + [("pattern", .string(name)), ("not", .object([("pattern", .string(reserved))]))]),
        limit: NetworkFile.Limit.neuronsOfLayer, isUnique: true)
    case .layers: list(.object([("$ref", .string("#/$defs/layer"))]), limit: NetworkFile.Limit.layers)
    case .loss: named(Loss.allCases.map { ($0.rawValue, $0.function.aliases) })
    case .values, .lastSteps: type("object") + [("additionalProperties", .object(type("number")))]
    case .learningRate, .weightDecay, .momentum: type("number")
    case .held: type("array") + [("items", .object(type("string")))]
    case .thresholds: type("boolean")
    case .batch: [choice(BatchReduction.allCases.map(\.rawValue))]
    case .notation:
      [
        (
          "anyOf",
          .array([.object([choice(BundledNotations.names)]), .object([("$ref", .string("#/$defs/notation"))])])
        )
      ]
    case .names: type("object") + [("additionalProperties", .object(type("string")))]
    }
  }

  private static func layer(_ language: Language) -> JSONText {
    .object([
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("required", .array(LayerField.allCases.filter(\.isRequired).map { .string($0.rawValue) })),
      (
        "properties",
        .object(
          LayerField.allCases.map { field in
            (field.rawValue, .object(shape(of: field) + [("description", .string(field.about[language]))]))
          })
      ),
    ])
  }

  private static func shape(of field: LayerField) -> [Member] {
    switch field {
    case .neurons:
      return list(
        .object(type("string") + [("pattern", .string(name))]), limit: NetworkFile.Limit.neuronsOfLayer, isUnique: true)
    case .activation:
      let any = ActivationRegistry.functions
      let ofOne = any.filter { !$0.takesWholeLayer }
      func names(_ functions: [any ActivationFunction.Type]) -> JSONText {
        .object(named(functions.map { ($0.name, $0.aliases) }))
      }
      return [("anyOf", .array([names(any), .object(list(names(ofOne), limit: NetworkFile.Limit.neuronsOfLayer))]))]
    case .bias: return [choice(Bias.allCases.map(\.rawValue))]
    case .slope: return type("number")
    }
  }

  /// A notation written out, as its own files have it.
  private static var notation: JSONText {
    let name = JSONText.object(type("string") + [("minLength", .number(1)), ("maxLength", .number(80))])
    let names = JSONText.object([("anyOf", .array([name, .object(type("array") + [("items", name)])]))])
    let byRole = JSONText.object(
      type("object") + [
        ("additionalProperties", .bool(false)), ("properties", .object([("hidden", names), ("output", names)])),
      ])
    let forms = Notation.Kind.allCases.map { kind in
      (key: kind.rawValue, value: JSONText.object([("anyOf", .array([names, byRole]))]))
    }
    let text = JSONText.object(type("string"))
    let title = JSONText.object(type("object") + [("additionalProperties", text)])
    return .object([
      ("type", .string("object")), ("additionalProperties", .bool(false)), ("required", .array([.string("name")])),
      (
        "properties",
        .object([
          ("name", .object(type("string") + [("minLength", .number(1))])),
          ("title", .object([("anyOf", .array([text, title]))])),
          ("nodes", .object([choice(Notation.Numbering.allCases.map(\.rawValue))])),
          ("delta", .object([choice(Notation.DeltaSign.allCases.map(\.rawValue))])),
          ("firstLayer", .object(type("integer") + [("minimum", .number(0)), ("maximum", .number(99))])),
          (
            "names", .object(type("object") + [("additionalProperties", .bool(false)), ("properties", .object(forms))])
          ),
        ])
      ),
    ])
  }

  // MARK: Parts

  private static func type(_ name: String) -> [Member] { [("type", .string(name))] }

  private static func choice(_ names: [String]) -> Member { ("enum", .array(names.map(JSONText.string))) }

  private static func list(_ items: JSONText, limit: Int, isUnique: Bool = false) -> [Member] {
    type("array") + [("items", items), ("minItems", .number(1)), ("maxItems", .number(Double(limit)))]
      + (isUnique ? [("uniqueItems", .bool(true))] : [])
  }

  /// Names as they are written, for an editor to offer; and these and their aliases in any case and with any sign between words.
  private static func named(_ choices: [(name: String, aliases: [String])]) -> [Member] {
    let all = choices.flatMap { [$0.name] + $0.aliases }
    return [
      ("type", .string("string")),
      (
        "anyOf",
        .array([
          .object([choice(choices.map(\.name))]),
          .object([("pattern", .string("^(" + all.map(inAnyCase).joined(separator: "|") + ")$"))]),
        ])
      ),
    ]
  }

  /// `[rR][-_ ]*[eE][-_ ]*[lL][-_ ]*[uU]`, in the common form of regular expressions, which knows no flags.
  private static func inAnyCase(_ name: String) -> String {
    let characters = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }.map { letter in
      letter.isLetter ? "[\(letter)\(letter.uppercased())]" : letter.isNumber ? String(letter) : "\\\(letter)"
    }
    return "[-_ ]*" + characters.map { $0 + "[-_ ]*" }.joined()
  }

  private static let name = "^[A-Za-z][A-Za-z0-9]{0,\(NetworkFile.Limit.nameLength - 1)}$"

  /// Names that formulas read as something else.
  private static var reserved: String {
    let words = NetworkNames.reservedWords.sorted() + ["[wb][0-9]*", "d.*"]
    let functions = NetworkNames.functions.sorted().filter {
      $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return "^(" + (words + functions.map(inAnyCaseOnly)).joined(separator: "|") + ")$"
  }

  private static func inAnyCaseOnly(_ name: String) -> String {
    name.map { $0.isLetter ? "[\($0)\($0.uppercased())]" : String($0) }.joined()
  }

  // MARK: For people

  /// Markdown: the fields of a file, then those of a layer.
  package static func markdown(_ language: Language) -> String {
    let heading = [Words(en: "field", zh: "字段"), Words(en: "meaning", zh: "含义"), Words(en: "values", zh: "取值")]
    let rows =
      NetworkField.allCases.map { ($0.rawValue, $0.about, values(of: $0)) }
      + LayerField.allCases.map { ("layers: \($0.rawValue)", $0.about, values(of: $0)) }
    return "| " + heading.map { $0[language] }.joined(separator: " | ") + " |\n|---|---|---|\n"
      + rows.map { "| `\($0)` | \($1[language]) | \($2.map { "`\($0)`" }.joined(separator: " ")) |\n" }.joined()
  }

  private static func values(of field: NetworkField) -> [String] {
    switch field {
    case .loss: Loss.allCases.map(\.rawValue)
    case .batch: BatchReduction.allCases.map(\.rawValue)
    case .notation: BundledNotations.names
    case .name, .inputs, .layers, .values, .learningRate, .held, .thresholds, .weightDecay, .momentum, .lastSteps,
      .names:
      []
    }
  }

  private static func values(of field: LayerField) -> [String] {
    switch field {
    case .activation: ActivationRegistry.names
    case .bias: Bias.allCases.map(\.rawValue)
    case .neurons, .slope: []
    }
  }
}
