package import Networks
import Traces

/// A function that is drawn in the network's place, with the point where the numbers are.
package enum FunctionPicture: Equatable, Hashable, Sendable {
  /// A neuron's output over its net input, with the tangent.
  case activation(neuron: Int)
  /// E over a weight or bias, everything else fixed, with the step of an update.
  case loss(parameter: Int)
  /// E after the update of all parameters, over η.
  case rate

  /// Whether a network has it: under softmax an output is no function of one net input.
  package func fits(_ architecture: Architecture) -> Bool {
    switch self {
    case .activation(let neuron):
      (0..<architecture.neuronCount).contains(neuron) && !architecture.takesWholeLayer(neuron)
    case .loss(let parameter): (0..<architecture.parameterCount).contains(parameter)
    case .rate: architecture.parameterCount > 0
    }
  }
}

extension Board {
  /// The functions that belong to the step or the question at hand, in the order in which a key goes through them.
  package var functionPictures: [FunctionPicture] {
    let subject = asked.first ?? walk.step.quantity
    let neuron = neuron(of: subject) ?? architecture.neuronCount - 1
    let parameter = parameter(of: subject) ?? parameter(of: walk.goal) ?? architecture.blocks.last?.firstWeight ?? 0
    let (activation, loss) = (FunctionPicture.activation(neuron: neuron), FunctionPicture.loss(parameter: parameter))
    if showsReward { return [.rate] + [loss, activation].filter { $0.fits(architecture) } }
    let isLocal: Bool =
      switch subject {
      case .net, .out, .derivative(of: .out, by: _): true
      default: false
      }
    return (isLocal ? [activation, loss] : [loss, activation]).filter { $0.fits(architecture) }
  }

  /// Draws the next of them, behind the last the network again.
  mutating func switchPicture() {
    let all = functionPictures
    guard let number = pictureNumber else {
      pictureNumber = all.isEmpty ? nil : 0
      return
    }
    pictureNumber = number + 1 < all.count ? number + 1 : nil
  }

  /// The function that is drawn; nil for the network.
  package var functionPicture: FunctionPicture? {
    let all = functionPictures
    return pictureNumber.flatMap { all.indices.contains($0) ? all[$0] : nil }
  }

  private func neuron(of quantity: Quantity) -> Int? {
    switch quantity {
    case .net(let neuron), .out(let neuron): neuron
    case .derivative(of: .out(let neuron), by: _): neuron
    case .derivative(of: .loss, by: .net(let neuron)), .derivative(of: .loss, by: .out(let neuron)): neuron
    default: nil
    }
  }

  /// A number that was chosen to be moved comes first.
  private func parameter(of quantity: Quantity?) -> Int? {
    if case .parameter(let parameter)? = selection { return parameter }
    return switch quantity {
    case .parameter(let parameter), .updated(let parameter), .derivative(of: .loss, by: .parameter(let parameter)):
      parameter
    default: nil
    }
  }
}
