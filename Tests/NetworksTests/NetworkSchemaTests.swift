import Diagnostics
import Formats
import Networks
import Testing

/// The schema of a network file against the registries and the reader.
@Suite struct NetworkSchemaTests {
  private let schema: JSONValue

  init() throws { schema = try JSONValue.parse(SourceText(NetworkSchema.json(.en).pretty)) }

  private func strings(_ value: JSONValue?) -> [String] {
    guard case .array(let elements, _)? = value else { return [] }
    return elements.compactMap { if case .string(let text, _) = $0 { text } else { nil } }
  }

  private func first(_ value: JSONValue?) -> JSONValue? {
    if case .array(let elements, _)? = value { elements.first } else { nil }
  }

  @Test func namesAreThoseOfTheRegistries() throws {
    let properties = try #require(schema["properties"])
    guard case .object(let members, _) = properties else { return #expect(Bool(false)) }
    #expect(members.map(\.key) == NetworkField.allCases.map(\.rawValue))
    #expect(strings(schema["required"]) == ["inputs", "layers", "values"])
    #expect(strings(first(properties["loss"]?["anyOf"])?["enum"]) == Loss.allCases.map(\.rawValue))
    let layer = try #require(schema["$defs"]?["layer"]?["properties"])
    #expect(strings(first(first(layer["activation"]?["anyOf"])?["anyOf"])?["enum"]) == ActivationRegistry.names)
    #expect(strings(layer["bias"]?["enum"]) == Bias.allCases.map(\.rawValue))
    #expect(strings(first(properties["notation"]?["anyOf"])?["enum"]) == BundledNotations.names)
    #expect(strings(properties["batch"]?["enum"]) == BatchReduction.allCases.map(\.rawValue))
  }

  /// What the schema requires the reader misses, and what it does not know the reader does not know.
  @Test func theReaderAsksForTheSameFields() {
    let complete = NetworkFile.json(BundledNetworks.default)
    guard case .object(let members) = complete else { return #expect(Bool(false)) }
    for field in NetworkField.allCases {
      let rest = JSONText.object(members.filter { $0.key != field.rawValue })
      let isRead = (try? NetworkFile.parse(SourceText(rest.pretty))) != nil
      #expect(isRead == !field.isRequired, "\(field)")
    }
  }

  /// Aliases in any case: the pattern takes what the reader takes.
  @Test func aliasesFitThePattern() throws {
    let layer = try #require(schema["$defs"]?["layer"]?["properties"])
    guard case .array(let choices, _)? = first(layer["activation"]?["anyOf"])?["anyOf"], choices.count == 2,
      case .string(let pattern, _)? = choices[1]["pattern"]
    else { return #expect(Bool(false)) }
    let expression = try Regex(pattern)
    for name in [
      "relu", "ReLU", "leaky_relu", "LeakyReLU", "Leaky ReLU", "swish", "SiLU", "logistic", "linear", "softmax",
    ] {
      #expect(Activation(named: name) != nil)
      #expect(name.wholeMatch(of: expression) != nil, "\(name)")
    }
    for name in ["sigmod", "relux", "", "tan h h"] {
      #expect(Activation(named: name) == nil)
      #expect(name.wholeMatch(of: expression) == nil, "\(name)")
    }
  }
}
