package import Diagnostics
package import Networks

/// How far back a derivation may go, so that one that fits into no memory is refused before it begins.
extension Trace {
  /// Edges that the derivation of one gradient goes back along; each takes about four steps.
  package static let maxEdges = 30_000

  /// The edges between the variable of a gradient and E; under softmax every pair of outputs counts as one.
  ///
  /// Cost: a visit of each layer.
  package static func edgeCount(of goal: Quantity, in architecture: Architecture) -> Int {
    guard case .derivative(of: .loss, by: let variable) = goal else { return 0 }
    let blocks = architecture.blocks
    let fed: Range<Int>
    switch variable {
    case .parameter(let parameter):
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): fed = neuron..<neuron + 1
      case .neurons(let neurons): fed = neurons
      }
    case .input: fed = 0..<(blocks.first?.neuronCount ?? 0)
    case .net(let neuron), .out(let neuron): fed = neuron..<neuron + 1
    default: return 0
    }
    guard !fed.isEmpty else { return 0 }
    let first = architecture.layer(ofNeuron: fed.lowerBound)
    var count = 0
    var neurons = fed.count
    for layer in blocks.indices.dropFirst(first + 1) {
      count += neurons * blocks[layer].neuronCount
      neurons = blocks[layer].neuronCount
    }
    return architecture.takesWholeLayer(architecture.firstOutput) ? count + neurons * architecture.outputCount : count
  }

  /// Why some gradients are not derived; nil where all are.
  package static func refusal(of goals: [Quantity], in architecture: Architecture) -> (message: Words, help: Words)? {
    guard let goal = goals.first(where: { edgeCount(of: $0, in: architecture) > maxEdges }) else { return nil }
    let name = architecture.name(of: goal)
    let nearest = architecture.name(of: .gradient(.parameter(architecture.blocks.last?.firstWeight ?? 0)))
    return (
      Words(
        en:
          "\(name) lies \(edgeCount(of: goal, in: architecture)) connections behind E: at most \(maxEdges) are walked",
        zh: "从 E 到 \(name) 要经过 \(edgeCount(of: goal, in: architecture)) 条连接，最多推导 \(maxEdges) 条"),
      Words(en: "choose a gradient nearer to the outputs, such as \(nearest)", zh: "请选离输出层更近的梯度，例如 \(nearest)")
    )
  }
}
