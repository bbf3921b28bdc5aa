package import Diagnostics
package import Networks

/// One thing that is different in the second of two runs.
package enum WhatIf: Hashable, Codable, Sendable {
  case learningRate(Double)
  case momentum(Double)
  case batch(BatchSize)
  /// Other values for some parameters at the beginning.
  case parameters([Int: Double])
  /// All weights drawn anew.
  case seed(UInt64)
  /// Another activation function for a layer, numbered from 0 behind the inputs.
  case activation(layer: Int, Activation)
  /// Another activation function for all hidden layers; for the output layer where there is no other.
  case hiddenActivation(Activation)
  /// Something done wrong on purpose.
  case mistake(PlantedMistake)

  /// Why a change cannot be tried.
  package enum Fault: Error, Equatable, Sendable {
    case noSuchLayer(Int)
    case noSuchParameter(Int)
    /// A loss is for outputs of one function alone.
    case lossNeedsActivation(Loss, Activation, found: Activation)
    /// Softmax is for several outputs.
    case onlyInLastLayer(Activation)
    case dataDoesNotFit

    package var message: Words {
      switch self {
      case .noSuchLayer(let layer):
        Words(en: "this network has no layer \(layer + 1)", zh: "这个网络没有第 \(layer + 1) 层")
      case .noSuchParameter(let parameter):
        Words(en: "this network has no parameter number \(parameter + 1)", zh: "这个网络没有第 \(parameter + 1) 个参数")
      case .lossNeedsActivation(let loss, let needed, let found):
        Words(
          en: "\(loss.words.en) needs \(needed.name) outputs, not \(found.name)",
          zh: "\(loss.words.zh)要求输出层用 \(needed.name)，而不是 \(found.name)")
      case .onlyInLastLayer(let activation):
        Words(
          en: "\(activation.name) is for a last layer of several neurons", zh: "\(activation.name) 只能用在有多个神经元的最后一层")
      case .dataDoesNotFit:
        Words(en: "the samples do not fit the network", zh: "样本与网络不匹配")
      }
    }
  }

  /// The beginning of the second run.
  package func applied(
    to network: Network, _ settings: TrainingSettings
  ) throws(Fault) -> (Network, TrainingSettings) {
    var (network, settings) = (network, settings)
    switch self {
    case .learningRate(let rate):
      settings.learningRate = rate
      network.learningRate = rate
    case .momentum(let momentum): settings.momentum = momentum
    case .batch(let batch): settings.setBatch(batch)
    case .parameters(let values):
      for (parameter, value) in values.sorted(by: { $0.key < $1.key }) {
        guard network.parameters.indices.contains(parameter) else { throw .noSuchParameter(parameter) }
        network.parameters[parameter] = value
      }
    case .seed(let seed): network.drawWeights(seed: seed)
    case .activation(let number, let activation):
      guard network.architecture.layers.indices.contains(number) else { throw .noSuchLayer(number) }
      network = try network.activating([number], activation)
    case .hiddenActivation(let activation):
      let last = network.architecture.layers.count - 1
      network = try network.activating(last == 0 ? [0] : Array(0..<last), activation)
    case .mistake(let mistake): settings.mistake = mistake
    }
    return (network, settings)
  }

  /// What is different, as the name of the second curve.
  package func words(_ architecture: Architecture) -> Words {
    func number(_ value: Double) -> String { DecimalText.significant(value, digits: 4) }
    switch self {
    case .learningRate(let rate): return Words("η = \(number(rate))")
    case .momentum(let momentum): return Words(en: "momentum \(number(momentum))", zh: "动量 \(number(momentum))")
    case .batch(.full): return Words(en: "full batch", zh: "全批量")
    case .batch(.samples(let count)):
      return Words(en: "batches of \(count)", zh: "每批 \(count) 个样本")
    case .parameters(let values):
      let shown = values.sorted { $0.key < $1.key }.prefix(3).filter { $0.key < architecture.parameterCount }
      let text = shown.map { "\(architecture.name(of: .parameter($0.key))) = \(number($0.value))" }
      return Words(text.joined(separator: ", ") + (values.count > 3 ? ", …" : ""))
    case .seed(let seed): return Words(en: "weights drawn with seed \(seed)", zh: "用种子 \(seed) 抽取权重")
    case .activation(let layer, let activation):
      return Words(en: "layer \(layer + 1) with \(activation.name)", zh: "第 \(layer + 1) 层用 \(activation.name)")
    case .hiddenActivation(let activation):
      return Words(en: "hidden layers with \(activation.name)", zh: "隐藏层用 \(activation.name)")
    case .mistake(let mistake): return mistake.words
    }
  }
}

extension Network {
  /// The same numbers with another activation function in some layers.
  fileprivate func activating(_ numbers: [Int], _ activation: Activation) throws(WhatIf.Fault) -> Network {
    let old = architecture
    let last = old.layers.count - 1
    if numbers.contains(last), let needed = old.loss.function.activation, activation != needed {
      throw .lossNeedsActivation(old.loss, needed, found: activation)
    }
    if activation.takesWholeLayer, numbers != [last] || old.outputCount < 2 { throw .onlyInLastLayer(activation) }
    var layers = old.layers
    for number in numbers where layers.indices.contains(number) { layers[number].activation = activation }
    return with(old.changing(layers: layers))
  }
}
