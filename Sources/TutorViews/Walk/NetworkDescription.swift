import Diagnostics
import Networks

/// A network in words: its layers, who feeds whom by which weight, and the given numbers.
struct NetworkDescription {
  let network: Network
  let text: PlainText

  /// Larger networks are described by their layers only.
  private static let maxNeurons = 12
  private static let maxValues = 40

  private var architecture: Architecture { network.architecture }

  var lines: [String] {
    var lines = [layers]
    if architecture.neuronCount <= Self.maxNeurons { lines += (0..<architecture.neuronCount).map(wiring) }
    return lines + (softmax.map { [$0] } ?? []) + [values] + (held.map { [$0] } ?? [])
  }

  /// What the picture shows by tying neurons together.
  private var softmax: String? {
    guard let layer = architecture.layers.last, architecture.takesWholeLayer(architecture.firstOutput) else {
      return nil
    }
    let neurons = names(layer.neurons)
    return text.sentence(
      text[
        Words(
          en: "Softmax: each output depends on the net inputs of \(neurons)", zh: "Softmax：每个输出都取决于 \(neurons) 的净输入")
      ])
  }

  private var layers: String {
    var parts = [text[Words(en: "inputs ", zh: "输入层 ")] + names(architecture.inputs)]
    for (number, layer) in architecture.layers.enumerated() {
      let isLast = number == architecture.layers.count - 1
      let kind = text[isLast ? Words(en: "output layer", zh: "输出层") : Words(en: "hidden layer", zh: "隐藏层")]
      let activation = text[Words(en: " (\(layer.activationNames))", zh: "（\(layer.activationNames)）")]
      parts.append("\(kind) \(names(layer.neurons))\(activation)")
    }
    parts.append(text[Words(en: "loss: ", zh: "损失函数：")] + text[architecture.loss.words])
    let name = network.name.isEmpty ? "" : " " + network.name
    return text[Words(en: "Network\(name): ", zh: "网络\(name)：")]
      + text.sentence(parts.joined(separator: text[Words(en: "; ", zh: "；")]))
  }

  private func names(_ identities: [String]) -> String {
    let names = identities.map(text.type.lettered)
    return names.count <= Self.maxNeurons
      ? text.list(names)
      : text.list(Array(names.prefix(2))) + text[Words(en: " to ", zh: " 至 ")] + (names.last ?? "")
        + text[Words(en: " (\(names.count))", zh: "（\(names.count) 个）")]
  }

  /// As in: h1 is fed by i1 (weight w1), i2 (weight w2), bias b1.
  private func wiring(_ neuron: Int) -> String {
    let inputs = architecture.inputs.count
    var parts = architecture.sources(ofNeuron: neuron).prefix(Self.maxNeurons).map { source in
      let from = source < inputs ? text.type.name(of: .input(source)) : text.type.label(ofNeuron: source - inputs)
      let weight = text.type.name(of: .parameter(architecture.weight(from: source, to: neuron)))
      return text[Words(en: "\(from) (weight \(weight))", zh: "\(from)（权重 \(weight)）")]
    }
    if architecture.sources(ofNeuron: neuron).count > Self.maxNeurons { parts.append("…") }
    if let bias = architecture.biasParameter(ofNeuron: neuron) {
      parts.append(text[Words(en: "bias ", zh: "偏置 ")] + text.type.name(of: .parameter(bias)))
    }
    let name = text.type.label(ofNeuron: neuron)
    return text.sentence(text[Words(en: "\(name) is fed by ", zh: "\(name) 的输入：")] + text.list(parts))
  }

  private var values: String {
    let given = network.givenQuantities
    var parts = (given.prefix(Self.maxValues) + [.learningRate]).map { quantity in
      "\(text.name(quantity)) = \(text.number(network[given: quantity] ?? .nan))"
    }
    if given.count > Self.maxValues {
      let rest = given.count - Self.maxValues
      parts.append(text[Words(en: "and \(rest) more", zh: "另有 \(rest) 个")])
    }
    return text.sentence(text[Words(en: "Given: ", zh: "已知：")] + text.phrases(parts))
  }

  private var held: String? {
    guard !network.held.isEmpty else { return nil }
    let names = network.held.sorted().prefix(Self.maxNeurons).map { text.type.name(of: .parameter($0)) }
    return text.sentence(text[Words(en: "Held in updates: ", zh: "更新时保持不变：")] + text.list(names))
  }
}
