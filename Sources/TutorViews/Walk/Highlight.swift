import Diagnosis
import Networks
import Questions
import Traces
import Tutor

/// Which parts of the picture a step is about.
struct Highlight {
  /// A part of the picture.
  enum Part: Hashable {
    case weight(Int)
    case bias(Int, neuron: Int)
    case neuron(Int)
    /// From an output to the loss.
    case loss(neuron: Int)
    case input(Int)
  }

  /// The path at hand; a part may come more than once.
  ///
  /// A list, since few are asked for and the runtime needs a while for each new kind of set before the first frame.
  private(set) var lit: [Part] = []
  /// What this very step looks at.
  private(set) var focus: [Part] = []

  /// What the step at hand is about, or where a question's feedback points.
  init(_ state: State) {
    // At the end of a walk every parameter has moved, not only that of the last step.
    self.init(state.lightsStep && !state.showsReward ? state.walk : nil)
    if state.showsLocalGradient { lit = focus }
    for quantity in state.lesson?.lit ?? [] where state.walk.network.architecture.has(quantity) {
      light(quantity, state.walk.trace)
    }
    guard let asking = state.asking, let place = asking.lastVerdict?.focus ?? asking.hints.last?.focus else { return }
    let architecture = state.walk.network.architecture
    switch place {
    case .input(let input): focus = [.input(input)]
    case .neuron(let neuron): focus = [.neuron(neuron)]
    case .parameter(let parameter): focus = Self.parts(ofParameter: parameter, architecture)
    case .loss: focus = (architecture.firstOutput..<architecture.neuronCount).map { .loss(neuron: $0) }
    }
    lit += focus
  }

  private init(_ walk: Walk?) {
    guard let walk else { return }
    let architecture = walk.network.architecture
    let step = walk.step
    switch step.kind {
    case .netInput, .output, .loss: addForward(step.quantity, architecture)
    case .chain, .product: light(step.path, architecture)
    case .factor:
      light(step.path, architecture)
      focus = Self.parts(of: step.quantity, architecture)
    case .sum:
      for other in walk.trace.steps where other.kind == .chain && other.goals == step.goals {
        light(other.path, architecture)
      }
    case .collapse: focus = Self.parts(of: step.quantity, architecture)
    case .update:
      if case .updated(let parameter) = step.quantity {
        focus = Self.parts(ofParameter: parameter, architecture)
        lit = focus
      }
    }
  }

  /// What an author lights: a quantity where it is, of a gradient all paths from E to its variable.
  private mutating func light(_ quantity: Quantity, _ trace: Trace) {
    let architecture = trace.network.architecture
    switch quantity {
    case .input(let input): lit.append(.input(input))
    case .parameter(let parameter), .updated(let parameter), .lastStep(let parameter):
      lit += Self.parts(ofParameter: parameter, architecture)
    case .net(let neuron), .out(let neuron): lit.append(.neuron(neuron))
    case .target(let output), .partialLoss(let output): lit.append(.loss(neuron: architecture.firstOutput + output))
    case .loss, .lossAfterUpdate:
      lit += (architecture.firstOutput..<architecture.neuronCount).map { .loss(neuron: $0) }
    case .derivative(of: .loss, by: _) where Trace.isGoal(quantity):
      for path in trace.chainPaths(of: quantity) { light(path, architecture) }
    case .derivative: lit += Self.parts(of: quantity, architecture)
    case .learningRate, .weightDecay, .momentum: break
    }
  }

  private mutating func light(_ path: [Quantity], _ architecture: Architecture) {
    for factor in path {
      lit += Self.parts(of: factor, architecture)
      if case .derivative(of: .net, by: .parameter(let parameter)) = factor,
        case .edge(let source, _) = architecture.place(ofParameter: parameter)
      {
        lit.append(Self.node(source, architecture))
      }
      // Where ∂E/∂out of a hidden neuron is the goal, nothing else of the path is about that neuron.
      if case .derivative(of: .net, by: .out(let source)) = factor { lit.append(.neuron(source)) }
    }
  }

  private mutating func addForward(_ quantity: Quantity, _ architecture: Architecture) {
    switch quantity {
    case .net(let neuron):
      for source in architecture.sources(ofNeuron: neuron) {
        lit.append(.weight(architecture.weight(from: source, to: neuron)))
        lit.append(Self.node(source, architecture))
      }
      if let bias = architecture.biasParameter(ofNeuron: neuron) { lit.append(.bias(bias, neuron: neuron)) }
      focus = [.neuron(neuron)]
    case .out(let neuron):
      focus = [.neuron(neuron)]
      // Under softmax all net inputs of the layer are in it.
      lit += architecture.neurons(behindOut: neuron).map(Part.neuron)
    case .partialLoss(let output): focus = [.loss(neuron: architecture.firstOutput + output)]
    default: focus = (architecture.firstOutput..<architecture.neuronCount).map { .loss(neuron: $0) }
    }
    lit += focus
  }

  private static func node(_ source: Int, _ architecture: Architecture) -> Part {
    source < architecture.inputs.count ? .input(source) : .neuron(source - architecture.inputs.count)
  }

  private static func parts(ofParameter parameter: Int, _ architecture: Architecture) -> [Part] {
    switch architecture.place(ofParameter: parameter) {
    case .edge: [.weight(parameter)]
    case .neurons(let fed): fed.map { .bias(parameter, neuron: $0) }
    }
  }

  /// Where a factor is in the picture.
  private static func parts(of factor: Quantity, _ architecture: Architecture) -> [Part] {
    guard case .derivative(let dependent, let variable) = factor else { return [] }
    switch (dependent, variable) {
    case (.loss, .out(let neuron)) where !architecture.isOutput(neuron):
      // ∂E/∂out of a hidden neuron: everything that it feeds.
      return architecture.targets(ofNeuron: neuron).map {
        .weight(architecture.weight(from: architecture.inputs.count + neuron, to: $0))
      }
    case (.loss, .out(let neuron)), (.partialLoss, .out(let neuron)): return [.loss(neuron: neuron)]
    case (.out(let neuron), .net(let other)) where neuron != other: return [.neuron(neuron), .neuron(other)]
    case (.loss, .net(let neuron)), (.out(let neuron), .net): return [.neuron(neuron)]
    case (.net(let neuron), .parameter(let parameter)):
      return parameter < architecture.weightCount ? [.weight(parameter)] : [.bias(parameter, neuron: neuron)]
    case (.net(let neuron), .out(let source)):
      return [.weight(architecture.weight(from: architecture.inputs.count + source, to: neuron))]
    case (.net(let neuron), .input(let input)): return [.weight(architecture.weight(from: input, to: neuron))]
    default: return []
    }
  }
}
