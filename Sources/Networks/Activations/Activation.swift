package import Diagnostics
package import Expressions

/// What a neuron does with its net input: a function of the registry, and its slope below 0 where it has one.
package struct Activation: Hashable, Sendable {
  /// What is known of it.
  package let function: any ActivationFunction.Type
  /// The slope below 0 that the network's file gives, or the function's own.
  package let slope: Double

  /// Needs a slope only where the function has one.
  package init(_ function: any ActivationFunction.Type, slope: Double? = nil) {
    self.function = function
    self.slope = function.defaultSlope == nil ? 0 : slope ?? function.defaultSlope ?? 0
  }

  /// The function of that name, or of an alias in any case: `ReLU`, `linear`, `LeakyReLU`, `leaky_relu`.
  package init?(named name: String) {
    let plain = Self.plain(name)
    for function in ActivationRegistry.functions
    where Self.plain(function.name) == plain || function.aliases.contains(where: { Self.plain($0) == plain }) {
      self.init(function)
      return
    }
    return nil
  }

  /// Without case and the signs that frameworks put between words.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " })
  }

  /// The name in files.
  package var name: String { function.name }
  package var words: Words { function.words }
  /// Whether its slope is another than the function's own, so that it has to be said.
  package var hasOwnSlope: Bool { function.defaultSlope.map { $0 != slope } ?? false }
  package var takesWholeLayer: Bool { function.takesWholeLayer }

  /// f(net) as an expression.
  ///
  /// Of a function over its whole layer this is the share of the first neuron of a layer of two, `net` and 0.
  package func applied(to net: Expression) -> Expression {
    function.formula(at: net, slope) { [net, .number(0)] }
  }

  package static func == (one: Activation, other: Activation) -> Bool {
    ObjectIdentifier(one.function) == ObjectIdentifier(other.function) && one.slope == other.slope
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(function))
    hasher.combine(slope)
  }
}

extension Activation: Codable {
  private enum Key: CodingKey {
    case name
    case slope
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .name)
    guard let known = Activation(named: name) else {
      throw DecodingError.dataCorruptedError(forKey: .name, in: container, debugDescription: name)
    }
    self.init(known.function, slope: try container.decodeIfPresent(Double.self, forKey: .slope))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    if hasOwnSlope { try container.encode(slope, forKey: .slope) }
  }
}
