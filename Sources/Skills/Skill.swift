package import Diagnostics

/// What a learner can be good at, as lessons and records name it.
package enum Skill: String, CaseIterable, Codable, Sendable {
  case weightedSum = "weighted-sum"
  case sigmoid
  case composeForward = "compose-forward"
  case loss
  case tracePath = "trace-path"
  case lossSlope = "dE-dout"
  case outputSlope = "dout-dnet"
  case netByWeight = "dnet-dw"
  case netByOutput = "dnet-dout"
  case assembleOutput = "assemble-output"
  case assembleHidden = "assemble-hidden"
  case transferIndex = "transfer-index"
  case deltaReuse = "delta-reuse"
  case biasOne = "bias-one"
  case sumPaths = "sum-paths"
  case update
  case oldWeights = "old-weights"
  case repeatForward = "repeat-forward"
  case numericCheck = "numeric-check"
  case saturation
  case swapActivation = "swap-activation"
  case swapLoss = "swap-loss"
  case multiOutput = "multi-output"
  case batchMean = "batch-mean"

  /// In a few words.
  package var name: Words {
    switch self {
    case .weightedSum: Words(en: "net input", zh: "净输入")
    case .sigmoid: Words(en: "output value", zh: "输出值")
    case .composeForward: Words(en: "forward pass", zh: "前向传播")
    case .loss: Words(en: "loss", zh: "损失函数")
    case .tracePath: Words(en: "paths", zh: "路径")
    case .lossSlope: Words(en: "slope of the loss", zh: "损失对输出的导数")
    case .outputSlope: Words(en: "slope of the activation", zh: "激活函数的导数")
    case .netByWeight: Words(en: "net by weight", zh: "净输入对权重的导数")
    case .netByOutput: Words(en: "net by output", zh: "净输入对前层输出的导数")
    case .assembleOutput: Words(en: "gradients of the output layer", zh: "输出层的梯度")
    case .assembleHidden: Words(en: "gradients of the hidden layer", zh: "隐藏层的梯度")
    case .transferIndex: Words(en: "from one weight to another", zh: "推广到其他权重")
    case .deltaReuse: Words(en: "error term δ", zh: "误差项 δ")
    case .biasOne: Words(en: "gradient of a bias", zh: "偏置的梯度")
    case .sumPaths: Words(en: "sum over paths", zh: "多条路径之和")
    case .update: Words(en: "update", zh: "参数更新")
    case .oldWeights: Words(en: "old weights on the way back", zh: "反向传播用旧权重")
    case .repeatForward: Words(en: "forward pass after the update", zh: "更新后再次前向传播")
    case .numericCheck: Words(en: "numerical gradient check", zh: "数值梯度检验")
    case .saturation: Words(en: "saturation", zh: "饱和")
    case .swapActivation: Words(en: "tanh and ReLU", zh: "tanh 与 ReLU")
    case .swapLoss: Words(en: "cross-entropy", zh: "交叉熵")
    case .multiOutput: Words(en: "several outputs", zh: "多个输出")
    case .batchMean: Words(en: "mean over a mini-batch", zh: "小批量的平均梯度")
    }
  }

  /// By the id, or by the name in either language, however it is spaced.
  package init?(named text: String) {
    func plain(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace && $0 != "-" } }
    let wanted = plain(text)
    let found = Skill.allCases.first { skill in
      [skill.rawValue, skill.name.en, skill.name.zh].contains { plain($0) == wanted }
    }
    guard let found else { return nil }
    self = found
  }
}
