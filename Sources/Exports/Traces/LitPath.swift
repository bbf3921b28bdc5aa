import Networks

/// What of the drawn network a gradient runs through, from the variable to E.
struct LitPath {
  private(set) var inputs: Set<Int> = []
  private(set) var neurons: Set<Int> = []
  /// Weights, and biases by their parameter number.
  private(set) var parameters: Set<Int> = []

  static let none = LitPath()

  private init() {}

  /// Everything between ∂E/∂(variable)'s variable and E: in a fully connected network every neuron of the later layers.
  ///
  /// Cost: proportional to the edges of the later layers.
  init(to variable: Quantity, in architecture: Architecture) {
    switch variable {
    case .parameter(let parameter):
      parameters.insert(parameter)
      switch architecture.place(ofParameter: parameter) {
      case .edge(let source, let neuron):
        if source < architecture.inputs.count { inputs.insert(source) }
        light(from: neuron..<neuron + 1, in: architecture)
      case .neurons(let fed): light(from: fed, in: architecture)
      }
    case .input(let input):
      inputs.insert(input)
      guard let first = architecture.blocks.first else { return }
      let fed = first.firstNeuron..<first.firstNeuron + first.neuronCount
      for neuron in fed { parameters.insert(architecture.weight(from: input, to: neuron)) }
      light(from: fed, in: architecture)
    case .net(let neuron), .out(let neuron): light(from: neuron..<neuron + 1, in: architecture)
    default: break
    }
  }

  private mutating func light(from first: Range<Int>, in architecture: Architecture) {
    var layer = first
    while let any = layer.first {
      neurons.formUnion(layer)
      let next = architecture.targets(ofNeuron: any)
      for neuron in layer {
        for fed in next {
          parameters.insert(architecture.weight(from: architecture.inputs.count + neuron, to: fed))
        }
      }
      layer = next
    }
  }
}
