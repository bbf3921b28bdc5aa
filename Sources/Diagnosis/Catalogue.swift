/// All mistakes that are known, in the order of the specification.
package enum Catalogue {
  package static let mistakes: [Mistake] = [
    .signFlip, .half, .lossAsSlope, .dropOutputSlope, .slopeOfNet, .sigmoidTwice, .halfSlope, .weightForInput,
    .siblingInput, .netForOut, .stopsEarly, .addsFactors, .keepsWeight, .keepsOthers, .dropHiddenSlope, .dropWeight,
    .activationForWeight, .updatedWeight, .wrongLayer, .phantomPath, .indexSlip, .otherNodesSlope, .passesGradient,
    .biasOnePath, .biasMean, .biasTimesBias, .biasTimesInput, .biasZero, .biasOutputError, .thresholdSign, .ascent,
    .noRate, .stepOnly, .misgrouped, .alwaysDecrease, .usesLoss, .staleForward, .oneOutput, .sumsFirst, .lossMismatch,
    .reluSlope, .batch, .checkStep, .earlyRounding,
  ]

  package static func mistake(_ id: String) -> Mistake? { mistakes.first { $0.id == id } }
}
