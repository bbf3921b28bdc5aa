import Diagnostics
import Networks

/// The network as a graph for `dot`: values in the nodes, weights on the edges, gradients where the pointer rests.
struct GraphvizDrawing {
  private let network: Network
  private let architecture: Architecture
  private let pass: Pass
  private(set) var text: String

  init(_ network: Network, _ language: Language) {
    self.network = network
    architecture = network.architecture
    pass = Pass(network)
    let remark = Words(en: "Draw it with: dot -Tsvg FILE", zh: "用以下命令画图：dot -Tsvg FILE")[language]
    text = "// \(remark)\ndigraph \(Self.quoted(network.name)) {\n"
    text += "  rankdir=LR; ranksep=1.5; label=\(Self.quoted(network.name)); labelloc=t;\n"
    text += "  node [shape=box, style=rounded, fontsize=11]; edge [fontsize=10];\n"
    addNodes()
    addEdges()
    text += "}\n"
  }

  private mutating func addNodes() {
    let inputs = architecture.inputs.indices.map { number in
      "input\(number) [label=\(Self.quoted(shown(.input(number)), number6(network.inputs[number])))];"
    }
    addRank(inputs)
    for (layer, block) in architecture.blocks.enumerated() {
      let neurons = (block.firstNeuron..<block.firstNeuron + block.neuronCount).map { neuron in
        let label = Self.quoted(
          architecture.label(ofNeuron: neuron, .unicode, .en),
          shown(.net(neuron), "net") + " = " + number6(pass.nets[neuron]),
          shown(.out(neuron), "out") + " = " + number6(pass.outs[neuron]))
        let tip = Self.quoted(
          "dE/dnet = " + number6(pass.deltas[neuron]) + ", " + architecture.activation(ofNeuron: neuron).name)
        return "neuron\(neuron) [label=\(label), tooltip=\(tip)];"
      }
      addRank(neurons)
      for bias in biases(ofLayer: layer) {
        let name = shown(.parameter(bias))
        let label = Self.quoted(name, number6(network.parameters[bias]))
        text += "  parameter\(bias) [label=\(label), tooltip=\(gradient(bias)), style=\"rounded,dashed\"];\n"
      }
    }
    for output in 0..<architecture.outputCount {
      let label = Self.quoted(shown(.target(output)), number6(network.targets[output]))
      text += "  target\(output) [label=\(label), shape=plaintext];\n"
    }
    text += "  loss [label=\(Self.quoted(shown(.loss), number6(pass.loss))), tooltip="
    text += "\(Self.quoted("\(architecture.loss.rawValue)")), style=bold];\n"
  }

  private mutating func addEdges() {
    for neuron in 0..<architecture.neuronCount {
      for source in architecture.sources(ofNeuron: neuron) {
        let weight = architecture.weight(from: source, to: neuron)
        let from =
          source < architecture.inputs.count ? "input\(source)" : "neuron\(source - architecture.inputs.count)"
        let label = Self.quoted(
          shown(.parameter(weight)) + " = " + number6(network.parameters[weight]))
        text += "  \(from) -> neuron\(neuron) [label=\(label), tooltip=\(gradient(weight))];\n"
      }
      if let bias = architecture.biasParameter(ofNeuron: neuron) {
        text += "  parameter\(bias) -> neuron\(neuron) [style=dashed];\n"
      }
    }
    for output in 0..<architecture.outputCount {
      text += "  neuron\(architecture.firstOutput + output) -> loss;\n  target\(output) -> loss [style=dotted];\n"
    }
  }

  private mutating func addRank(_ nodes: [String]) {
    text += "  { rank=same;\n" + nodes.map { "    \($0)\n" }.joined()
    // Unseen edges keep the first on top.
    let names = nodes.map { $0.prefix { $0 != " " } }
    if names.count > 1 { text += "    \(names.joined(separator: " -> ")) [style=invis];\n" }
    text += "  }\n"
  }

  private func biases(ofLayer layer: Int) -> Range<Int> {
    let block = architecture.blocks[layer]
    let first = architecture.weightCount + block.firstBias
    return switch block.bias {
    case .none: first..<first
    case .shared: first..<first + 1
    case .each: first..<first + block.neuronCount
    }
  }

  private func gradient(_ parameter: Int) -> String {
    Self.quoted(
      shown(.gradient(.parameter(parameter)), architecture.name(of: .gradient(.parameter(parameter)))) + " = "
        + number6(pass.gradients[parameter]))
  }

  /// A name in the network's notation; `plain` is what its own letters are shortened to.
  private func shown(_ quantity: Quantity, _ plain: String? = nil) -> String {
    guard architecture.letters == nil else { return architecture.text(of: quantity, .unicode) }
    return plain ?? architecture.name(of: quantity)
  }

  private func number6(_ value: Double) -> String { DecimalText.significant(value) }

  /// Lines in quotation marks; nothing in them ends the text, is an escape of dot's or an entity of HTML's.
  static func quoted(_ lines: String...) -> String {
    let escaped = lines.map { line in
      SourceText.harmless(line).map { character in
        switch character {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "&": "&amp;"
        default: String(character)
        }
      }.joined()
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}
