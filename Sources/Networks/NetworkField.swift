package import Diagnostics

/// The fields of a network file.
package enum NetworkField: String, CaseIterable, Sendable {
  case name, inputs, layers, loss, values, learningRate, held, thresholds, weightDecay, momentum, lastSteps, batch,
    notation, names

  /// Whether a file must have it.
  package var isRequired: Bool {
    switch self {
    case .inputs, .layers, .values: true
    case .name, .loss, .learningRate, .held, .thresholds, .weightDecay, .momentum, .lastSteps, .batch, .notation,
      .names:
      false
    }
  }

  package var about: Words {
    switch self {
    case .name: Words(en: "What the network is called.", zh: "网络的名称。")
    case .inputs: Words(en: "Names of the inputs.", zh: "各输入的名称。")
    case .layers: Words(en: "The layers, the output layer last.", zh: "各层，输出层在最后。")
    case .loss: Words(en: "The loss; squared-error without it.", zh: "损失函数；不写时为 squared-error。")
    case .values:
      Words(
        en: "A number for every input, weight, bias and target, by name.", zh: "每个输入、权重、偏置和目标值的数值，按名称给出。")
    case .learningRate: Words(en: "η; 0.5 without it.", zh: "学习率 η；不写时为 0.5。")
    case .held: Words(en: "Weights and biases that updates leave alone.", zh: "更新时保持不变的权重和偏置。")
    case .thresholds:
      Words(en: "Whether b is a threshold θ, which is subtracted.", zh: "b 是否为阈值 θ（要减去）。")
    case .weightDecay: Words(en: "λ of weight decay; biases do not decay.", zh: "权重衰减系数 λ；偏置不衰减。")
    case .momentum: Words(en: "μ: the share of the last step that is kept.", zh: "动量系数 μ：保留上一步的多少。")
    case .lastSteps: Words(en: "The step before of weights and biases, for momentum.", zh: "权重和偏置的上一步（用于动量）。")
    case .batch:
      Words(en: "Whether a batch's gradients are averaged or added.", zh: "小批量的梯度取平均还是求和。")
    case .notation:
      Words(en: "The letters: the name of a notation, or one written out.", zh: "所用的记号：名称，或直接写出的记号。")
    case .names: Words(en: "Other names for single quantities.", zh: "为个别量另取的名称。")
    }
  }
}

/// The fields of a layer in a network file.
package enum LayerField: String, CaseIterable, Sendable {
  case neurons, activation, bias, slope

  package var isRequired: Bool { self == .neurons }

  package var about: Words {
    switch self {
    case .neurons: Words(en: "Names of the neurons.", zh: "各神经元的名称。")
    case .activation:
      Words(
        en: "The activation function, or one for each neuron; sigmoid without it.",
        zh: "激活函数，或每个神经元各一个；不写时为 sigmoid。")
    case .bias: Words(en: "One bias for the layer, one for each neuron, or none.", zh: "整层共用一个偏置、每个神经元各一个，或没有。")
    case .slope:
      Words(en: "The slope on the left of leaky-relu.", zh: "leaky-relu 在左侧的斜率。")
    }
  }
}
