import Diagnostics
import Formats

/// What a network file says about its formulas and its updates, with what is left out at its usual value.
struct UpdateMembers {
  private(set) var conventions = Conventions()
  private(set) var weightDecay = 0.0
  private(set) var momentum = 0.0
  private(set) var reduction = BatchReduction.mean

  init(_ members: [String: JSONValue], reader: inout NetworkReader) {
    if let value = members["thresholds"] { conventions.hasThresholds = reader.truth(value, "thresholds") ?? false }
    if let value = members["weightDecay"], let number = reader.number(value, "weightDecay") {
      weightDecay = number
      conventions.hasWeightDecay = number != 0
    }
    if let value = members["momentum"], let number = reader.number(value, "momentum") {
      momentum = number
      conventions.hasMomentum = number != 0
    }
    if let value = members["batch"] { reduction = reader.choice(value, "batch", BatchReduction.self) ?? .mean }
  }
}

extension NetworkReader {
  mutating func truth(_ value: JSONValue, _ name: String) -> Bool? {
    if case .bool(let truth, _) = value { return truth }
    report(.wrongKind(name, expected: Words(en: "true or false", zh: " true 或 false")), at: value.range)
    return nil
  }

  /// The step before of some parameters.
  mutating func readLastSteps(_ value: JSONValue, into network: inout Network) {
    guard case .object(let members, _) = value else { return report(.notAnObject("lastSteps"), at: value.range) }
    let architecture = network.architecture
    guard architecture.conventions.hasMomentum else { return report(.stepsWithoutMomentum, at: value.range) }
    for member in members {
      guard case .parameter(let parameter)? = architecture.quantity(named: member.key) else {
        report(.notAParameter(member.key, nearest: nearestParameter(to: member.key, architecture)), at: member.keyRange)
        continue
      }
      if let number = number(member.value, member.key) { network[given: .lastStep(parameter)] = number }
    }
  }

  func nearestParameter(to name: String, _ architecture: Architecture) -> String? {
    let parameters = 0..<min(2000, architecture.parameterCount)
    return nearest(to: name, in: parameters.map { architecture.name(of: .parameter($0)) })
  }
}
