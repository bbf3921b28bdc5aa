import Diagnostics
import Formats

/// The functions of a network: of its layers, of single neurons, and of the loss.
extension NetworkReader {
  /// Of a layer the function of each neuron, or one for all.
  mutating func activations(_ members: [String: JSONValue], count: Int?) -> [Activation]? {
    var functions: [Activation]?
    switch members["activation"] {
    case nil: functions = [.sigmoid]
    case .array(let elements, let range)?:
      let named = elements.compactMap { activation($0, isOfOne: true) }
      if let count, elements.count != count {
        report(.wrongCount("activation", expected: count, found: elements.count), at: range)
      } else if named.count == elements.count {
        functions = named
      }
    case let value?: functions = activation(value, isOfOne: false).map { [$0] }
    }
    guard let place = members["slope"] else { return functions }
    guard let slope = number(place, "slope") else { return nil }
    guard let functions, functions.contains(where: { $0.function.defaultSlope != nil }) else {
      if functions != nil { report(.slopeWithoutUse, at: place.range) }
      return nil
    }
    return functions.map { Activation($0.function, slope: slope) }
  }

  private mutating func activation(_ value: JSONValue, isOfOne: Bool) -> Activation? {
    guard let text = string(value, "activation") else { return nil }
    let names = isOfOne ? ActivationRegistry.namesOfAnyLayer : ActivationRegistry.names
    guard let activation = Activation(named: text) else {
      let known = names + ActivationRegistry.functions.flatMap { $0.aliases }
      let nearest = Suggestion.nearest(to: text, in: known) ?? Suggestion.nearest(to: text.lowercased(), in: known)
      report(.unknownChoice(text, of: names, nearest: nearest), at: value.range)
      return nil
    }
    if isOfOne, activation.takesWholeLayer {
      report(.wholeLayerForOne(activation), at: value.range)
      return nil
    }
    return activation
  }

  mutating func loss(_ value: JSONValue) -> Loss? {
    guard let text = string(value, "loss") else { return nil }
    if let loss = Loss(named: text) { return loss }
    let names = Loss.allCases.map(\.rawValue)
    report(.unknownChoice(text, of: names, nearest: Suggestion.nearest(to: text, in: names)), at: value.range)
    return nil
  }

  /// Which functions may stand where, and which losses are for which outputs.
  mutating func checkOutputs(_ layers: [Layer], _ loss: Loss?, _ members: [String: JSONValue]) {
    let elements: [JSONValue]
    if case .array(let list, _)? = members["layers"] { elements = list } else { elements = [] }
    for (number, layer) in layers.enumerated()
    where layer.activation.takesWholeLayer && elements.indices.contains(number) {
      let place = elements[number]["activation"] ?? elements[number]
      if number < layers.count - 1 {
        report(.onlyInLastLayer(layer.activation), at: place.range)
      } else if layer.neurons.count < 2 {
        report(.needsSeveralNeurons(layer.activation), at: place.range)
      }
    }
    guard let loss, let needed = loss.function.activation, let place = members["loss"], let last = layers.last,
      let other = last.activations.first(where: { $0 != needed })
    else { return }
    report(.lossNeedsActivation(loss, needed, found: other), at: place.range)
  }

  /// Under categorical cross-entropy the targets are shares, or no step of its derivation holds.
  mutating func checkShares(_ network: Network, _ values: JSONValue?) {
    guard let sum = network.sumOfTargetsThatAreNoShares, let values else { return }
    let first = network.architecture.name(of: .target(0))
    report(.targetsAreNoShares(DecimalText.significant(sum, digits: 6)), at: (values[first] ?? values).range)
  }
}

extension Network {
  /// Under categorical cross-entropy the sum of the targets, where it is not 1; nil where all is well.
  package var sumOfTargetsThatAreNoShares: Double? {
    guard architecture.hasCollapsingLoss else { return nil }
    let sum = targets.reduce(0, +)
    return (sum - 1).magnitude <= 1e-6 ? nil : sum
  }
}
