import Diagnostics

/// A network that comes with the program; its raw value is its name.
///
/// Another one is a file in `Bundled`, a case here, and its name in Package.swift.
package enum BundledNetwork: String, CaseIterable, Sendable {
  /// The network of the lessons.
  case lessons = "2-2-1"
  case mazur222 = "mazur-2-2-2"
  case mazur221 = "mazur-2-2-1"
  case rgu221 = "rgu-2-2-1"
  case negnevitskyXor = "negnevitsky-xor"
  case hanKamber = "han-kamber"

  private var file: [UInt8]? {
    switch self {
    case .lessons: nil
    case .mazur222: PackageResources.mazur_2_2_2_json
    case .mazur221: PackageResources.mazur_2_2_1_json
    case .rgu221: PackageResources.rgu_2_2_1_json
    case .negnevitskyXor: PackageResources.negnevitsky_xor_json
    case .hanKamber: PackageResources.han_kamber_json
    }
  }

  /// Cost: parses its file, but for the lessons' own; nil only where that were broken, which a test rules out.
  package var network: Network? {
    guard let file else { return Self.ofTheLessons }
    return try? NetworkFile.parse(SourceText(name: rawValue, utf8: file))
  }

  /// Made here, as the first frame waits for it.
  fileprivate static var ofTheLessons: Network {
    var network = Network(
      name: lessons.rawValue,
      architecture: Architecture(
        inputs: ["i1", "i2"],
        layers: [
          Layer(neurons: ["h1", "h2"], activation: .sigmoid, bias: .shared),
          Layer(neurons: ["O"], activation: .sigmoid, bias: .shared),
        ],
        loss: .squaredError))
    network.inputs = [0.4, 0.7]
    // w1 to w6, b1 and b2.
    network.parameters = [0.2, -0.2, -0.4, -0.7, -0.1, -1.2, -0.9, -0.5]
    network.targets = [0.9]
    network.learningRate = 0.8
    return network
  }
}

/// The networks that come with the program, by name.
package enum BundledNetworks {
  /// The names, the default first.
  package static let names = BundledNetwork.allCases.map(\.rawValue)

  /// The network of the lessons.
  package static var `default`: Network { BundledNetwork.ofTheLessons }

  /// A bundled network; `default` is another name of the first.
  package static func network(named name: String) -> Network? {
    name == "default" ? BundledNetwork.lessons.network : BundledNetwork(rawValue: name)?.network
  }
}
