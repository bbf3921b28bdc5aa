import Progress
import Testing

/// The specification's numbers, to all their digits.
@Suite struct KnowledgeTracingTests {
  @Test(
    arguments: [
      (nil, [true, true, true, false], [0.787500, 0.975257, 0.997611, 0.982064]),
      (nil, [false, true, true, true], [0.180357, 0.714803, 0.963917, 0.996479]),
      (4, [true, true, true], [0.613636, 0.873468, 0.967120]),
      (2, [true, true, true, true, true], [0.468750, 0.671591, 0.818414, 0.906723, 0.954047]),
    ] as [(Int?, [Bool], [Double])])
  func vectors(_ choices: Int?, _ answers: [Bool], _ expected: [Double]) {
    var known = KnowledgeTracing.start
    for (answer, value) in zip(answers, expected) {
      known = KnowledgeTracing.after(answer, known: known, choices: choices)
      #expect(abs(known - value) < 5e-7, "\(known) \(value)")
    }
  }

  /// At low likelihoods the step for learning would outweigh what a wrong answer says.
  @Test func aWrongAnswerNeverRaises() {
    for choices in [nil, 2, 4, 1, 0, -3] as [Int?] {
      for known in stride(from: -0.1, through: 1.1, by: 0.01) {
        let next = KnowledgeTracing.after(false, known: known, choices: choices)
        #expect(next <= min(max(known, 0), 1) && next >= 0)
        let right = KnowledgeTracing.after(true, known: known, choices: choices)
        #expect(right >= min(max(known, 0), 1) - 1e-12 && right <= 1)
      }
    }
  }
}
