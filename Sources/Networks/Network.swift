/// A network at one point: an architecture with a value for every input, parameter and target.
///
/// The 2-2-1 network of the lessons is only a value of this type (`BundledNetwork.lessons`).
package struct Network: Hashable, Sendable {
  package var name: String
  package private(set) var architecture: Architecture
  package var inputs: [Double]
  /// Weights, then biases.
  package var parameters: [Double]
  package var targets: [Double]
  package var learningRate: Double
  /// λ: E + λ/2 Σw² is descended, biases left out; 0 without weight decay.
  package var weightDecay = 0.0
  /// μ: the share of the step before that each update keeps; 0 without momentum.
  package var momentum = 0.0
  /// The step before of every parameter; empty where this update is the first.
  package var lastSteps: [Double] = []
  /// What is made of the gradients of several samples.
  package var reduction = BatchReduction.mean
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
      case .weightDecay: architecture.conventions.hasWeightDecay ? weightDecay : nil
      case .momentum: architecture.conventions.hasMomentum ? momentum : nil
      case .lastStep(let parameter): architecture.conventions.hasMomentum ? lastStep(of: parameter) : nil
      case .net, .out, .partialLoss, .loss, .derivative, .updated, .lossAfterUpdate: nil
      }
    }
    set {
      guard let newValue else { return }
      switch quantity {
      case .input(let number): inputs[number] = newValue
      case .target(let output): targets[output] = newValue
      case .parameter(let parameter): parameters[parameter] = newValue
      case .learningRate: learningRate = newValue
      case .weightDecay: if architecture.conventions.hasWeightDecay { weightDecay = newValue }
      case .momentum: if architecture.conventions.hasMomentum { momentum = newValue }
      case .lastStep(let parameter):
        guard architecture.conventions.hasMomentum, parameters.indices.contains(parameter) else { return }
        if lastSteps.isEmpty { lastSteps = Array(repeating: 0, count: parameters.count) }
        lastSteps[parameter] = newValue
      case .net, .out, .partialLoss, .loss, .derivative, .updated, .lossAfterUpdate: break
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

  /// The step before of a parameter; 0 where there was none.
  package func lastStep(of parameter: Int) -> Double {
    lastSteps.indices.contains(parameter) ? lastSteps[parameter] : 0
  }

  /// The same numbers in an architecture of the same size.
  ///
  /// Needs as many inputs, parameters and targets.
  package func with(_ architecture: Architecture) -> Network {
    var changed = Network(name: name, architecture: architecture)
    changed.inputs = inputs
    changed.parameters = parameters
    changed.targets = targets
    changed.learningRate = learningRate
    changed.weightDecay = weightDecay
    changed.momentum = momentum
    changed.lastSteps = lastSteps
    changed.reduction = reduction
    changed.held = held
    return changed
  }

  /// What weight decay adds to a parameter's gradient: λ·w, and nothing for a bias.
  package func decay(of parameter: Int) -> Double {
    weightDecay == 0 || parameter >= architecture.weightCount ? 0 : weightDecay * parameters[parameter]
  }

  /// The parameters after one step of gradient descent; held ones stay.
  ///
  /// w⁺ = w − η·(∂E/∂w + λ·w) + μ·(the step before).
  package func updatedParameters(gradients: [Double]) -> [Double] {
    parameters.indices.map { parameter in
      let old = parameters[parameter]
      if held.contains(parameter) { return old }
      let step = learningRate * (gradients[parameter] + decay(of: parameter))
      return momentum == 0 ? old - step : old - step + momentum * lastStep(of: parameter)
    }
  }
}

/// What an update makes of the gradients of several samples.
package enum BatchReduction: String, CaseIterable, Codable, Sendable {
  case mean
  case sum
}
