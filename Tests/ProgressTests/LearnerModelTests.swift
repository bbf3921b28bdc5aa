import Progress
import Skills
import Testing

/// What answers say about skills, and what follows from it.
@Suite struct LearnerModelTests {
  @Test func onlyFirstScoredReadableAnswersCount() {
    let model = LearnerModel([
      .sample { $0.isFirst = false }, .sample { $0.isScored = false }, .sample([.sigmoid], .unreadable),
      .sample([]),
    ])
    #expect(model == LearnerModel())
  }

  @Test func successCreditsAllAndFailureBlamesOne() {
    var model = LearnerModel([.sample([.sigmoid, .loss])])
    #expect(model[.sigmoid].known == .onceRight && model[.loss].known == .onceRight)
    // One that is named twice is shown once.
    #expect(LearnerModel([.sample([.loss, .loss])]) == LearnerModel([.sample([.loss])]))
    // The mistake says which.
    model.record(.sample([.sigmoid, .loss], .mistake) { $0.blamed = .loss })
    #expect(model[.sigmoid].known == .onceRight && model[.loss].known < .onceRight)
    // Else it is the weakest.
    let before = model
    model.record(.sample([.sigmoid, .loss], .unknown))
    #expect(model[.sigmoid] == before[.sigmoid] && model[.loss].known < before[.loss].known)
    // A blamed skill need not be one of the question's.
    model.record(.sample([.sigmoid], .mistake) { $0.blamed = .update })
    #expect(model[.update].known < KnowledgeTracing.start && model[.sigmoid] == before[.sigmoid])
  }

  @Test func followingThroughIsRightAndBeingToldIsNot() {
    #expect(LearnerModel([.sample([.loss], .followThrough)])[.loss].known == .onceRight)
    #expect(LearnerModel([.sample([.loss]) { $0.hint = 1 }])[.loss].known == .onceRight)
    #expect(LearnerModel([.sample([.loss]) { $0.hint = 2 }])[.loss].known < KnowledgeTracing.start)
    #expect(LearnerModel([.sample([.loss]) { $0.choices = 2 }])[.loss].known == 0.46875)
  }

  @Test func masteryTakesThreeRightOneUnfadedTwoSets() {
    #expect(LearnerModel(Attempt.mastering([.loss]))[.loss].isMastered)
    #expect(!LearnerModel(Attempt.mastering([.loss]).prefix(2))[.loss].isMastered)
    #expect(!LearnerModel((0..<5).map { .sample([.loss], answer: "0.\($0)") })[.loss].isMastered)
    let faded = ["a", "b", "c", "d"].enumerated().map { number, set in
      Attempt.sample([.loss], on: set, answer: "\(number).1") { $0.isFaded = true }
    }
    #expect(!LearnerModel(faded)[.loss].isMastered)
    #expect(LearnerModel(faded + [.sample([.loss])])[.loss].isMastered)
    // Guesses between two take longer.
    let guesses = ["a", "b", "a", "b"].map { set in
      Attempt.sample([.loss], on: set, answer: set) { $0.choices = 2 }
    }
    #expect(!LearnerModel(guesses)[.loss].isMastered)
  }

  /// A formula that is pasted again and again, as one student did: six times, 17 % to 100 %, no arithmetic.
  @Test func nothingIsMasteredByPasting() {
    let sets = ["a", "b", "c", "d", "e", "f"]
    let pasted = sets.map { Attempt.sample([.lossSlope], on: $0, step: "dE/dout_O", answer: "out_O-target") }
    let model = LearnerModel(pasted)
    #expect(model[.lossSlope].rightAnswers == 1 && model[.lossSlope].known == .onceRight)
    // However it is spaced; another form is another question.
    let spaced = Attempt.sample([.lossSlope], step: "dE/dout_O", answer: " out_O - target")
    #expect(LearnerModel(pasted + [spaced]) == model)
    // However it is written: a formula that is right is right once.
    let written = sets.map { Attempt.sample([.lossSlope], on: $0, step: "dE/dout_O", answer: "out_O-target+0*\($0)") }
    #expect(LearnerModel(pasted + written) == model)
    // Formulas of other quantities show much, and no number.
    let formulas = sets.map { Attempt.sample([.lossSlope], on: $0, step: "dE/dout_\($0)", answer: "out_\($0)-target") }
    let formal = LearnerModel(formulas)[.lossSlope]
    #expect(formal.known > 0.99 && formal.rightAnswers == 6 && !formal.isMastered)
    let number = Attempt.sample([.lossSlope], on: "g", step: "dE/dout_O", answer: "-0.5765")
    #expect(LearnerModel(formulas + [number])[.lossSlope].isMastered)
    // One formula and pasted variants of it beside a single number are not three answers.
    #expect(!LearnerModel(pasted + written + [number])[.lossSlope].isMastered)
    // A wrong answer counts however often it is given.
    let wrong = Attempt.sample([.lossSlope], .unknown, step: "dE/dout_O", answer: "1")
    #expect(LearnerModel([wrong, wrong])[.lossSlope].answers == 2)
  }

  @Test func aNumberIsWhatIsWorkedOut() {
    func isNumber(_ answer: String, step: String = "dE/dw5", choices: Int? = nil) -> Bool {
      Attempt.sample(step: step, answer: answer) { $0.choices = choices }.isNumber
    }
    for answer in ["-0.126", "−0.126", "1.2e-3", "1/(1+e^0.7378)", "０．５", "0.4*0.2", "2"] {
      #expect(isNumber(answer), "\(answer)")
    }
    for answer in ["out_O-target", "w5", "rise", "-e", "x", ""] { #expect(!isNumber(answer), "\(answer)") }
    #expect(!isNumber("2", choices: 4) && !isNumber("1 3", step: "dE/dw5 chain"))
  }

  @Test func supportFades() {
    #expect(Support(known: 0.39) == .worked && Support(known: 0.40) == .faded)
    #expect(Support(known: 0.69) == .faded && Support(known: 0.70) == .full)
  }

  @Test func nextHasItsPrerequisitesAndIsLeastKnown() {
    #expect(LearnerModel().next() == .weightedSum)
    // What was failed is less known than what was not begun.
    #expect(LearnerModel([.sample([.tracePath], .unknown)]).next() == .tracePath)
    var model = LearnerModel(Attempt.mastering([.weightedSum, .sigmoid, .composeForward, .loss]))
    #expect(model.next() == .tracePath)
    for attempt in Attempt.mastering([.tracePath]) { model.record(attempt) }
    #expect(model.next() == .lossSlope)
    model.record(.sample([.lossSlope]))
    #expect(model.next() == .outputSlope)
    #expect(LearnerModel(Attempt.mastering(Skill.allCases)).next() == nil)
    // What cannot be chosen is in nobody's way.
    #expect(LearnerModel().next(among: [.multiOutput]) == .multiOutput)
  }

  /// What is built directly on what; the specification's arrows.
  @Test func prerequisitesAreThoseOfTheSpecification() {
    let graph = """
      weighted-sum: ; trace-path: ; sigmoid: weighted-sum; compose-forward: sigmoid; loss: compose-forward;
      dE-dout: loss trace-path; dout-dnet: loss trace-path; dnet-dw: loss trace-path; dnet-dout: loss trace-path;
      assemble-output: dE-dout dout-dnet dnet-dw; assemble-hidden: dnet-dout assemble-output;
      transfer-index: assemble-hidden; delta-reuse: transfer-index; bias-one: assemble-output;
      sum-paths: delta-reuse bias-one; update: assemble-output; old-weights: update; repeat-forward: update;
      numeric-check: delta-reuse; saturation: delta-reuse; swap-activation: delta-reuse; swap-loss: delta-reuse;
      multi-output: sum-paths; batch-mean: delta-reuse
      """
    let entries = graph.replacing("\n", with: " ").split(separator: ";").map { $0.split(separator: ":") }
    #expect(entries.count == Skill.allCases.count)
    for entry in entries {
      let names = entry[0].split(separator: " ") + (entry.count > 1 ? entry[1].split(separator: " ") : [])
      let skills = names.compactMap { Skill(rawValue: String($0)) }
      #expect(skills.count == names.count && skills.first?.prerequisites == Array(skills.dropFirst()), "\(entry)")
    }
  }

  /// Whoever always learns what comes next comes to every skill, each after what it is built from.
  @Test func theGraphReachesEverySkill() {
    var model = LearnerModel()
    var seen: [Skill] = []
    while let skill = model.next(), seen.count <= Skill.allCases.count {
      #expect(skill.prerequisites.allSatisfy(seen.contains))
      seen.append(skill)
      for attempt in Attempt.mastering([skill]) { model.record(attempt) }
    }
    #expect(Set(seen) == Set(Skill.allCases) && seen.count == Skill.allCases.count)
  }
}
