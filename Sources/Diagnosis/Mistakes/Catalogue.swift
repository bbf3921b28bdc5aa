package import Diagnostics
package import Networks
package import Skills

/// All mistakes that are known, in the order of the specification.
package enum Catalogue {
  package static let mistakes: [Mistake] = [
    .signFlip, .half, .lossAsSlope, .dropLossSlope, .dropOutputSlope, .slopeOfNet, .sigmoidTwice, .halfSlope,
    .weightForInput, .siblingInput, .netForOut, .stopsEarly, .addsFactors, .keepsWeight, .keepsOthers, .dropHiddenSlope,
    .dropWeight,
    .activationForWeight, .updatedWeight, .wrongLayer, .phantomPath, .indexSlip, .otherNodesSlope, .passesGradient,
    .biasOnePath, .biasMean, .biasTimesBias, .biasTimesInput, .biasZero, .biasOutputError, .thresholdSign, .ascent,
    .noRate, .stepOnly, .misgrouped, .alwaysDecrease, .usesLoss, .staleForward, .oneOutput, .sumsFirst, .lossMismatch,
    .reluSlope, .batch, .checkStep, .earlyRounding, .otherBias, .noBias, .lostTerm, .lostSign, .squashMissing,
    .exponentSign, .noSquare, .outForDelta, .sameDelta, .foreignSlope, .squareDifference, .splitByWeight, .pathMean,
    .softmaxDiagonal, .softmaxSlope, .staleValue, .decayLost, .momentumLost, .negativeOutput, .negativeSlope,
    .negativeLoss, .slopeForValue, .outForNet,
  ]

  /// Mistakes that only multiply the result.
  static let plainFactors: Set<MistakeID> = [Mistake.signFlip.id, Mistake.half.id]

  /// The mistake of that id; nil where the catalogue has none.
  package static func mistake(_ id: MistakeID) -> Mistake? { mistakes.first { $0.id == id } }

  /// The question that points to a mistake, in the names of a network.
  package static func question(_ id: MistakeID, _ quantity: Quantity, _ network: Network, _ focus: Focus) -> Words {
    mistake(id)?.question(Subject(quantity, of: network), focus) ?? Words("")
  }
}
