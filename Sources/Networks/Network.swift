/// A network at one point: an architecture with a value for every input, parameter and target.
///
/// The 2-2-1 network of the lessons is only a value of this type (`Bundled/default.json`).
package struct Network: Hashable, Sendable {
  package var name: String
  package private(set) var architecture: Architecture
  package var inputs: [Double]
  /// Weights, then biases.
  package var parameters: [Double]
  package var targets: [Double]
  package var learningRate: Double
  /// Parameters that updates leave alone.
  package var held: Set<Int>

  /// All values zero, to be filled in.
  package init(name: String, architecture: Architecture) {
    self.name = name
    self.architecture = architecture
    self.inputs = Array(repeating: 0, count: architecture.inputs.count)
    self.parameters = Array(repeating: 0, count: architecture.parameterCount)
    self.targets = Array(repeating: 0, count: architecture.outputCount)
    self.learningRate = 0.5
    self.held = []
  }

  /// The same network, its quantities called as a notation calls them.
  package func lettered(in notation: Notation) throws(NotationClash) -> Network {
    var changed = self
    changed.architecture = try architecture.lettered(in: notation)
    return changed
  }

  /// The value of a quantity that is given rather than computed; writing to another kind changes nothing.
  package subscript(given quantity: Quantity) -> Double? {
    get {
      switch quantity {
      case .input(let number): inputs[number]
      case .target(let output): targets[output]
      case .parameter(let parameter): parameters[parameter]
      case .learningRate: learningRate
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch quantity {
      case .input(let number): inputs[number] = newValue
      case .target(let output): targets[output] = newValue
      case .parameter(let parameter): parameters[parameter] = newValue
      case .learningRate: learningRate = newValue
      default: break
      }
    }
  }

  /// The given quantities, in the order of the network file.
  package var givenQuantities: [Quantity] {
    let architecture = architecture
    return architecture.inputs.indices.map(Quantity.input)
      + (0..<architecture.parameterCount).map(Quantity.parameter)
      + (0..<architecture.outputCount).map(Quantity.target)
  }

  /// The parameters after one step of gradient descent; held ones stay.
  package func updatedParameters(gradients: [Double]) -> [Double] {
    parameters.indices.map { held.contains($0) ? parameters[$0] : parameters[$0] - learningRate * gradients[$0] }
  }
}
