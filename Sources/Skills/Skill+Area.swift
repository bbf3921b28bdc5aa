package import Diagnostics

extension Skill {
  /// The part of the subject that a skill belongs to.
  package enum Area: CaseIterable, Sendable {
    case forward, slopes, gradients, update, beyond

    package var name: Words {
      switch self {
      case .forward: Words(en: "Forward pass", zh: "前向传播")
      case .slopes: Words(en: "Local slopes", zh: "局部梯度")
      case .gradients: Words(en: "Gradients", zh: "梯度")
      case .update: Words(en: "Update", zh: "参数更新")
      case .beyond: Words(en: "Beyond", zh: "进阶")
      }
    }
  }

  package var area: Area {
    switch self {
    case .weightedSum, .sigmoid, .composeForward, .loss, .tracePath: .forward
    case .lossSlope, .outputSlope, .netByWeight, .netByOutput: .slopes
    case .assembleOutput, .assembleHidden, .transferIndex, .deltaReuse, .biasOne, .sumPaths: .gradients
    case .update, .oldWeights, .repeatForward: .update
    case .numericCheck, .saturation, .swapActivation, .swapLoss, .multiOutput, .batchMean: .beyond
    }
  }

  /// How many skills at least have to be mastered one after the other before this one can be learnt.
  package var depth: Int { (prerequisites.map(\.depth).max() ?? -1) + 1 }
}
