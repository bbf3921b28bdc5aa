import Diagnostics

/// The networks that come with the program, by name.
package enum BundledNetworks {
  /// The names, the default first.
  package static let names = ["2-2-1", "mazur-2-2-2", "mazur-2-2-1", "rgu-2-2-1", "negnevitsky-xor", "han-kamber"]

  /// The network of the lessons.
  package static var `default`: Network { network(named: "2-2-1") ?? Network(name: "", architecture: .none) }

  /// A bundled network; `default` is another name of the first.
  ///
  /// Cost: parses its file.
  package static func network(named name: String) -> Network? {
    let bytes: [UInt8]
    switch name {
    case "default", "2-2-1": bytes = PackageResources.default_json
    case "mazur-2-2-2": bytes = PackageResources.mazur_2_2_2_json
    case "mazur-2-2-1": bytes = PackageResources.mazur_2_2_1_json
    case "rgu-2-2-1": bytes = PackageResources.rgu_2_2_1_json
    case "negnevitsky-xor": bytes = PackageResources.negnevitsky_xor_json
    case "han-kamber": bytes = PackageResources.han_kamber_json
    default: return nil
    }
    return try? NetworkFile.parse(SourceText(name: name, utf8: bytes))
  }
}

extension Architecture {
  /// No neuron at all.
  fileprivate static var none: Architecture { Architecture(inputs: [], layers: [], loss: .squaredError) }
}
