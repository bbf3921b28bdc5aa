package import Networks

/// `2-3-1`: how many inputs, hidden neurons and outputs a network has.
package struct NetworkShape: Equatable, Sendable {
  package let sizes: [Int]

  /// nil for what is no shape, or too large to be worked through.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let sizes = parts.compactMap { Int($0) }
    guard sizes.count == parts.count, (2...8).contains(sizes.count), sizes.allSatisfy({ (1...32).contains($0) }) else {
      return nil
    }
    self.sizes = sizes
  }

  /// A network of this shape with the activations, biases and loss of another one.
  package func network(like base: Network) -> Network {
    let own = base.architecture
    if [own.inputs.count] + own.layers.map(\.neurons.count) == sizes { return base }
    var layers: [Layer] = []
    var hidden = 0
    for (number, size) in sizes.dropFirst().enumerated() {
      let isLast = number == sizes.count - 2
      let model =
        (isLast ? own.layers.last : own.layers.first) ?? Layer(neurons: [], activation: .sigmoid, bias: .shared)
      let names =
        isLast ? (size == 1 ? ["O"] : (1...size).map { "o\($0)" }) : (1...size).map { "h\(hidden + $0)" }
      if !isLast { hidden += size }
      var layer = model
      layer.neurons = names
      layers.append(layer)
    }
    let architecture = Architecture(
      inputs: (1...sizes[0]).map { "i\($0)" }, layers: layers, loss: own.loss, conventions: own.conventions)
    var network = Network(name: sizes.map(String.init).joined(separator: "-"), architecture: architecture)
    network.learningRate = base.learningRate
    return network
  }
}
