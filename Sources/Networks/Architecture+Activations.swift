package import Expressions

extension Architecture {
  package func activation(ofNeuron neuron: Int) -> Activation {
    let layer = layer(ofNeuron: neuron)
    return layers[layer].activation(of: neuron - blocks[layer].firstNeuron)
  }

  /// Whether an output depends on every net input of its layer, as softmax's do.
  package func takesWholeLayer(_ neuron: Int) -> Bool { activation(ofNeuron: neuron).takesWholeLayer }

  /// The neurons whose net inputs an output depends on: itself, or under softmax its layer.
  package func neurons(behindOut neuron: Int) -> Range<Int> {
    guard takesWholeLayer(neuron) else { return neuron..<neuron + 1 }
    let block = block(ofNeuron: neuron)
    return block.firstNeuron..<block.firstNeuron + block.neuronCount
  }

  /// A neuron's output as a formula; `net` makes the leaf of a net input.
  package func formula(ofOut neuron: Int, net: (Int) -> Expression) -> Expression {
    let activation = activation(ofNeuron: neuron)
    return activation.function.formula(at: net(neuron), activation.slope) { neurons(behindOut: neuron).map(net) }
  }

  /// ∂out/∂net of a neuron, or under softmax of two, as it is written on a board; nil where one does not move the other.
  package func derivative(ofOut neuron: Int, byNet other: Int) -> Expression? {
    let (out, net) = (expression(of: .out(neuron)), expression(of: .net(other)))
    let activation = activation(ofNeuron: neuron)
    if activation.takesWholeLayer, neurons(behindOut: neuron).contains(other) {
      return Softmax.derivative(out: out, by: expression(of: .out(other)))
    }
    return neuron == other ? activation.function.derivative(net: net, out: out, activation.slope) : nil
  }

  /// Whether the loss behind softmax comes to δ = out − target.
  package var hasCollapsingLoss: Bool { loss == .categoricalCrossEntropy }

  /// w⁺ as a formula of the gradient: w − η·(gradient + λ·w) + μ·(the step before).
  package func update(of parameter: Int, gradient: Expression) -> Expression {
    let old = expression(of: .parameter(parameter))
    let decays = conventions.hasWeightDecay && parameter < weightCount
    let slope =
      decays ? Expression.sum([gradient, .product([expression(of: .weightDecay), old])]) : gradient
    let step = Expression.negation(.product([expression(of: .learningRate), slope]))
    guard conventions.hasMomentum else { return .sum([old, step]) }
    return .sum([old, step, .product([expression(of: .momentum), expression(of: .lastStep(parameter))])])
  }

  /// The same wiring with other layers or another loss.
  package func changing(layers: [Layer]? = nil, loss: Loss? = nil) -> Architecture {
    Architecture(inputs: inputs, layers: layers ?? self.layers, loss: loss ?? self.loss, conventions: conventions)
  }
}
