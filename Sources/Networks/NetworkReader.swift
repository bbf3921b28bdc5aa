import Diagnostics
import Formats

/// Reads a network out of JSON and goes on after each fault, so that all are reported at once.
struct NetworkReader {
  private(set) var faults: [Diagnostic] = []

  mutating func network(from value: JSONValue) -> Network? {
    guard let members = object(value, "network", known: NetworkField.allCases.map(\.rawValue)) else { return nil }
    let inputs = members["inputs"].map { names($0, of: "inputs") } ?? missing("inputs", in: value)
    let layers = members["layers"].map { self.layers($0) } ?? missing("layers", in: value)
    let loss = members["loss"].map { self.loss($0) } ?? .squaredError
    let update = UpdateMembers(members, reader: &self)
    let known = faults.count
    checkNames(inputs: members["inputs"], layers: members["layers"], conventions: update.conventions)
    guard let inputs, let layers else {
      checkKinds(members)
      return nil
    }
    checkOutputs(layers, loss, members)
    var sources = inputs.count
    var weights = 0
    for layer in layers {
      weights += sources * layer.neurons.count
      sources = layer.neurons.count
    }
    if weights > NetworkFile.Limit.parameters, let place = members["layers"] {
      report(.tooMany(Words(en: "weights", zh: "权重"), limit: NetworkFile.Limit.parameters), at: place.range)
    }
    // Without sure names and sizes nothing can be said of the values; other faults do not stop the reading.
    guard faults.count == known else {
      checkKinds(members)
      return nil
    }
    var network = Network(
      name: "",
      architecture: Architecture(
        inputs: inputs, layers: layers, loss: loss ?? .squaredError, conventions: update.conventions))
    network.weightDecay = update.weightDecay
    network.momentum = update.momentum
    network.reduction = update.reduction
    if let name = members["name"] { network.name = string(name, "name") ?? "" }
    if let values = members["values"] {
      readValues(values, into: &network)
    } else {
      _ = missing("values", in: value, as: Int.self)
    }
    if let rate = members["learningRate"] { network.learningRate = number(rate, "learningRate") ?? 0 }
    if let held = members["held"] { readHeld(held, into: &network) }
    if let steps = members["lastSteps"] { readLastSteps(steps, into: &network) }
    checkShares(network, members["values"])
    return lettered(network, notation: members["notation"], names: members["names"])
  }

  // MARK: Parts

  /// What can be said of the numbers without knowing which there should be.
  private mutating func checkKinds(_ members: [String: JSONValue]) {
    if let rate = members["learningRate"] { _ = number(rate, "learningRate") }
    switch members["values"] {
    case .object(let values, _)?: for member in values { _ = number(member.value, member.key) }
    case let other?: report(.notAnObject("values"), at: other.range)
    case nil: break
    }
  }

  private mutating func layers(_ value: JSONValue) -> [Layer]? {
    guard let elements = array(value, "layers", limit: NetworkFile.Limit.layers) else { return nil }
    let layers = elements.compactMap { layer($0) }
    return layers.count == elements.count ? layers : nil
  }

  private mutating func layer(_ value: JSONValue) -> Layer? {
    guard let members = object(value, "layer", known: LayerField.allCases.map(\.rawValue)) else { return nil }
    let neurons = members["neurons"].map { names($0, of: "neurons") } ?? missing("neurons", in: value)
    let activations = self.activations(members, count: neurons?.count)
    let bias = members["bias"].map { choice($0, "bias", Bias.self) } ?? .shared
    guard let neurons, let activations, let bias else { return nil }
    return activations.count == 1
      ? Layer(neurons: neurons, activation: activations[0], bias: bias)
      : Layer(neurons: neurons, activations: activations, bias: bias)
  }

  private mutating func names(_ value: JSONValue, of member: String) -> [String]? {
    guard let elements = array(value, member, limit: NetworkFile.Limit.neuronsOfLayer) else { return nil }
    let names: [String] = elements.compactMap { element in
      guard let name = string(element, member) else { return nil }
      guard NetworkNames.isUsable(name) else {
        report(.unusableName(name), at: element.range)
        return nil
      }
      return name
    }
    return names.count == elements.count ? names : nil
  }

  /// Each name once, and none that formulas read as something else.
  private mutating func checkNames(inputs: JSONValue?, layers: JSONValue?, conventions: Conventions) {
    var seen: [String: Int] = [:]
    func elements(_ value: JSONValue?) -> [JSONValue] {
      if case .array(let elements, _)? = value { elements } else { [] }
    }
    for element in elements(inputs) {
      guard case .string(let name, let range) = element, NetworkNames.isUsable(name) else { continue }
      if NetworkNames.isReserved(name) || NetworkNames.isReserved(name, by: conventions) {
        report(.reservedName(name), at: range)
      }
      if seen.updateValue(0, forKey: name) != nil { report(.duplicateName(name), at: range) }
    }
    for (number, layer) in elements(layers).enumerated() {
      for element in elements(layer["neurons"]) {
        guard case .string(let name, let range) = element, NetworkNames.isUsable(name) else { continue }
        guard let other = seen.updateValue(number + 1, forKey: name) else { continue }
        report(other == 0 || other == number + 1 ? .duplicateName(name) : .cycle(name), at: range)
      }
    }
  }

  private mutating func readValues(_ value: JSONValue, into network: inout Network) {
    let architecture = network.architecture
    guard case .object(let members, let range) = value else {
      return report(.notAnObject("values"), at: value.range)
    }
    // Flags rather than a set of quantities: a large network has a hundred thousand of them.
    let given = network.givenQuantities
    var found = Array(repeating: false, count: given.count)
    for member in members {
      guard let quantity = architecture.quantity(named: member.key) else {
        let nearest = nearest(to: member.key, in: network.givenQuantities.prefix(2000).map(architecture.name))
        report(.unknownValue(member.key, nearest: nearest), at: member.keyRange)
        continue
      }
      if quantity == .learningRate {
        report(.rateAmongValues(member.key), at: member.keyRange)
        continue
      }
      guard let place = architecture.place(ofGiven: quantity) else {
        report(.notGiven(member.key), at: member.keyRange)
        continue
      }
      if found[place] { report(.duplicateMember(member.key), at: member.keyRange) }
      found[place] = true
      if let number = number(member.value, member.key) { network[given: quantity] = number }
    }
    let missing = zip(given, found).filter { !$1 }.map { architecture.name(of: $0.0) }
    if !missing.isEmpty { report(.missingValues(missing), at: range.lowerBound..<range.lowerBound + 1) }
  }

  private mutating func readHeld(_ value: JSONValue, into network: inout Network) {
    guard case .array(let elements, _) = value else {
      return report(.wrongKind("held", expected: Words(en: "a list of names", zh: "名称列表")), at: value.range)
    }
    let architecture = network.architecture
    for element in elements {
      guard let name = string(element, "held") else { continue }
      if case .parameter(let parameter)? = architecture.quantity(named: name) {
        network.held.insert(parameter)
      } else {
        report(.notAParameter(name, nearest: nearestParameter(to: name, architecture)), at: element.range)
      }
    }
  }

  /// The known name that is meant, for as many faults as are shown: the search is what takes time in a file full of them.
  func nearest(to name: String, in names: @autoclosure () -> [String]) -> String? {
    faults.count < SourceText.maxReported ? Suggestion.nearest(to: name, in: names()) : nil
  }

  mutating func add(_ more: [Diagnostic]) { faults += more }

  mutating func report(_ fault: NetworkFault, at range: Range<Int>) {
    faults.append(fault.diagnostic(at: range))
  }
}

extension Architecture {
  /// The place of a quantity among `givenQuantities`; nil if it is none of them.
  fileprivate func place(ofGiven quantity: Quantity) -> Int? {
    switch quantity {
    case .input(let number): number
    case .parameter(let parameter): inputs.count + parameter
    case .target(let output): inputs.count + parameterCount + output
    default: nil
    }
  }
}
