import Skills

/// In which forms problems ask for a skill.
extension Skill {
  /// Those that fit: numbers for what is computed, formulas where there is one to write, chains and blanks where there is a
  /// path, a wrong line where a derivation has several.
  var forms: [Question.Sort] {
    switch self {
    case .weightedSum: [.value, .formula]
    case .sigmoid, .loss, .update: [.value, .formula, .wrongLine]
    case .composeForward: [.value, .wrongLine]
    case .tracePath: [.count, .chain]
    case .lossSlope: [.value, .formula, .sign, .choice]
    case .outputSlope, .swapActivation, .netByWeight, .netByOutput: [.value, .formula, .choice]
    case .assembleOutput, .assembleHidden, .transferIndex, .biasOne, .sumPaths, .multiOutput:
      [.value, .formula, .sign, .chain, .blanks, .wrongLine]
    case .oldWeights: [.value, .chain, .blanks, .wrongLine]
    case .deltaReuse, .swapLoss: [.value, .formula, .sign]
    case .repeatForward: [.value]
    case .numericCheck, .saturation, .batchMean: []
    }
  }
}

extension Skill {
  /// Those in which no number is worked out.
  var otherForms: [Question.Sort] { forms.filter { !$0.isNumber } }
}

extension Question.Sort {
  /// Whether a whole answer is worked out to a number, on which mastery rests.
  var isNumber: Bool {
    switch self {
    case .value, .count: true
    case .formula, .sign, .choice, .chain, .blanks, .wrongLine, .poll, .words: false
    }
  }
}
