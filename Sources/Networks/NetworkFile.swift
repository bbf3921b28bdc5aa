package import Diagnostics
package import Formats

/// The fixed JSON form of a network.
package enum NetworkFile {
  /// Everything that is wrong with a file, in the order of its text.
  package struct Faults: Error, Equatable, Sendable {
    package let diagnostics: [Diagnostic]
  }

  /// What is read at most, so that no file can exhaust the memory.
  package enum Limit {
    package static let layers = 256
    package static let neuronsOfLayer = 4096
    package static let parameters = 2_000_000
    package static let nameLength = 16
  }

  /// Reads a network; throws all faults at once.
  ///
  /// Cost: linear in the text.
  package static func parse(_ source: SourceText) throws(Faults) -> Network {
    let value: JSONValue
    do { value = try JSONValue.parse(source, nonFinite: true) } catch { throw Faults(diagnostics: [error]) }
    return try read(value)
  }

  /// Reads a network from a value inside a larger text.
  package static func read(_ value: JSONValue) throws(Faults) -> Network {
    var reader = NetworkReader()
    let network = reader.network(from: value)
    guard let network, reader.faults.isEmpty else {
      throw Faults(diagnostics: reader.faults.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
    return network
  }

  /// The network in the file's form, complete.
  package static func json(_ network: Network) -> JSONText {
    let architecture = network.architecture
    let layers = architecture.layers.map(json(ofLayer:))
    let values = network.givenQuantities.map { quantity in
      (key: architecture.name(of: quantity), value: JSONText.number(network[given: quantity] ?? .nan))
    }
    var members: [(key: String, value: JSONText)] = [
      ("name", .string(network.name)), ("inputs", .array(architecture.inputs.map(JSONText.string))),
      ("layers", .array(layers)), ("loss", .string(architecture.loss.rawValue)), ("values", .object(values)),
      ("learningRate", .number(network.learningRate)),
      ("held", .array(network.held.sorted().map { .string(architecture.name(of: .parameter($0))) })),
    ]
    let conventions = architecture.conventions
    if conventions.hasThresholds { members.append(("thresholds", .bool(true))) }
    if conventions.hasWeightDecay { members.append(("weightDecay", .number(network.weightDecay))) }
    if conventions.hasMomentum {
      members.append(("momentum", .number(network.momentum)))
      let steps = network.lastSteps.enumerated().filter { $1 != 0 }
      if !steps.isEmpty {
        let named = steps.map { (key: architecture.name(of: .parameter($0)), value: JSONText.number($1)) }
        members.append(("lastSteps", .object(named)))
      }
    }
    if network.reduction != .mean { members.append(("batch", .string(network.reduction.rawValue))) }
    return .object(members + NotationFile.members(architecture.notation))
  }

  private static func json(ofLayer layer: Layer) -> JSONText {
    let names = layer.activations.map { JSONText.string($0.name) }
    var members: [(key: String, value: JSONText)] = [
      ("neurons", .array(layer.neurons.map(JSONText.string))),
      ("activation", layer.isMixed ? .array(names) : names[0]), ("bias", .string(layer.bias.rawValue)),
    ]
    if let own = layer.activations.first(where: \.hasOwnSlope) { members.append(("slope", .number(own.slope))) }
    return .object(members)
  }
}
