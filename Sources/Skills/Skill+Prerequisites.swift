/// What has to be known before what.
extension Skill {
  /// The skills that this one is built from; mastered first.
  ///
  /// The four local slopes stand side by side, behind the forward pass and the picture of the paths.
  package var prerequisites: [Skill] {
    switch self {
    case .weightedSum, .tracePath: []
    case .sigmoid: [.weightedSum]
    case .composeForward: [.sigmoid]
    case .loss: [.composeForward]
    case .lossSlope, .outputSlope, .netByWeight, .netByOutput: [.loss, .tracePath]
    case .assembleOutput: [.lossSlope, .outputSlope, .netByWeight]
    case .assembleHidden: [.netByOutput, .assembleOutput]
    case .transferIndex: [.assembleHidden]
    case .deltaReuse: [.transferIndex]
    case .biasOne, .update: [.assembleOutput]
    case .sumPaths: [.deltaReuse, .biasOne]
    case .oldWeights, .repeatForward: [.update]
    case .numericCheck, .saturation, .swapActivation, .swapLoss, .batchMean: [.deltaReuse]
    case .multiOutput: [.sumPaths]
    }
  }
}
