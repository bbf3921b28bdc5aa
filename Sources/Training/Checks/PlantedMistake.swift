package import Diagnostics

/// Mistakes of the misconception catalogue that training can be made to make, by their ids there.
///
/// The others mean one gradient of one network; these mean something for every layer of any.
package enum PlantedMistake: String, CaseIterable, Codable, Sendable {
  /// ∂E/∂out = target − out.
  case signFlip = "sign-flip"
  /// The square is differentiated, but ½ forgotten.
  case half
  /// E in place of ∂E/∂out.
  case lossAsSlope = "loss-as-slope"
  /// δ of an output without f′.
  case dropOutputSlope = "drop-output-slope"
  /// δ of a hidden neuron without f′.
  case dropHiddenSlope = "drop-hidden-slope"
  /// out in place of f′.
  case halfSlope = "half-slope"
  /// δ passes back without the weights.
  case dropWeight = "drop-weight"
  /// δ passes back through weights that are already updated, layer by layer from the output: printed examples do it too.
  case updatedWeight = "updated-weight"
  /// A shared bias gets the share of its first neuron alone.
  case biasOnePath = "bias-one-path"
  /// A shared bias gets the mean of its shares.
  case biasMean = "bias-mean"
  case biasZero = "bias-zero"
  /// w + η·g.
  case ascent
  /// w − g.
  case noRate = "no-rate"
  /// w − η·|g|.
  case alwaysDecrease = "always-decrease"
  /// w − η·E.
  case usesLoss = "uses-loss"
  /// The gradients of a batch are added, not averaged.
  case batch

  /// The mistake in a few words, as a curve's name.
  package var words: Words {
    switch self {
    case .signFlip: Words(en: "target − out turned into ∂E/∂out", zh: "把 target − out 当作 ∂E/∂out")
    case .half: Words(en: "the ½ of E forgotten", zh: "漏掉 E 中的 ½")
    case .lossAsSlope: Words(en: "E in place of ∂E/∂out", zh: "用 E 代替 ∂E/∂out")
    case .dropOutputSlope: Words(en: "f′ missing at the output", zh: "输出层漏乘 f′")
    case .dropHiddenSlope: Words(en: "f′ missing in hidden layers", zh: "隐藏层漏乘 f′")
    case .halfSlope: Words(en: "out in place of f′", zh: "用 out 代替 f′")
    case .dropWeight: Words(en: "δ back without the weights", zh: "δ 回传时漏乘权重")
    case .updatedWeight: Words(en: "δ back through updated weights", zh: "δ 经更新后的权重回传")
    case .biasOnePath: Words(en: "a shared bias by one path only", zh: "共用偏置只算一条路径")
    case .biasMean: Words(en: "the mean over a bias's paths", zh: "偏置的各条路径取平均")
    case .biasZero: Words(en: "bias gradients taken as 0", zh: "把偏置的梯度当作 0")
    case .ascent: Words(en: "w + η·∂E/∂w", zh: "w + η·∂E/∂w")
    case .noRate: Words(en: "the learning rate forgotten", zh: "漏乘学习率")
    case .alwaysDecrease: Words(en: "w − η·|∂E/∂w|", zh: "w − η·|∂E/∂w|")
    case .usesLoss: Words(en: "w − η·E", zh: "w − η·E")
    case .batch: Words(en: "gradients of a batch added", zh: "批内梯度相加而非平均")
    }
  }
}
