import Diagnosis
import Diagnostics
import Glibc
import Homework
import Networks
import Skills
import Testing

/// Programs with planted mistakes, written out here by hand and without the engine: each is named over thirty networks.
@Suite struct ExaminationTests {
  /// Backpropagation through the 2-2-1 network as a student writes it, with places where it may go wrong.
  struct Program {
    var errorSign = 1.0
    var half = 1.0
    var hasOutputSlope = true
    var hasHiddenSlope = true
    var usesNewWeights = false
    var biasPaths = 2
    var swapsInput = false
    var ascends = false
    var deltaSign = 1.0
    var isFloat = false
    var digits: Int?
    var prints: Set<String> = ["net", "out", "E", "delta", "gradient", "update", "E+"]

    func run(_ n: Network) -> String {
      func f(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
      func forward(_ p: [Double]) -> (net: [Double], out: [Double], loss: Double) {
        let net1 = r(n.inputs[0] * p[0] + n.inputs[1] * p[1] + p[6])
        let net2 = r(n.inputs[0] * p[2] + n.inputs[1] * p[3] + p[6])
        let (out1, out2) = (r(f(net1)), r(f(net2)))
        let net3 = r(out1 * p[4] + out2 * p[5] + p[7])
        let out3 = r(f(net3))
        return ([net1, net2, net3], [out1, out2, out3], r(half * 0.5 * (n.targets[0] - out3) * (n.targets[0] - out3)))
      }
      let p = n.parameters
      let (net, out, loss) = forward(p)
      let slope = { (x: Double) in x * (1 - x) }
      let deltaO = r(half * errorSign * (out[2] - n.targets[0]) * (hasOutputSlope ? slope(out[2]) : 1))
      var g = Array(repeating: 0.0, count: 8)
      g[4] = r(deltaO * out[0])
      g[5] = r(deltaO * out[1])
      g[7] = deltaO
      let sign = ascends ? 1.0 : -1
      let back =
        usesNewWeights ? [p[4] + sign * n.learningRate * g[4], p[5] + sign * n.learningRate * g[5]] : [p[4], p[5]]
      let delta1 = r(deltaO * back[0] * (hasHiddenSlope ? slope(out[0]) : 1))
      let delta2 = r(deltaO * back[1] * (hasHiddenSlope ? slope(out[1]) : 1))
      let x = swapsInput ? [n.inputs[1], n.inputs[0]] : n.inputs
      (g[0], g[1], g[2], g[3]) = (r(delta1 * x[0]), r(delta1 * x[1]), r(delta2 * x[0]), r(delta2 * x[1]))
      g[6] = biasPaths == 2 ? r(delta1 + delta2) : delta1
      let new = p.indices.map { r(p[$0] + sign * n.learningRate * g[$0]) }
      let names = ["w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2"]
      var lines: [String] = []
      func show(_ name: String, _ value: Double) { lines.append("\(name) = \(text(value))") }
      for (index, neuron) in ["h1", "h2", "O"].enumerated() {
        if prints.contains("net") { show("net_\(neuron)", net[index]) }
        if prints.contains("out") { show("out_\(neuron)", out[index]) }
      }
      if prints.contains("E") { show("E", loss) }
      for (neuron, delta) in [("O", deltaO), ("h1", delta1), ("h2", delta2)] where prints.contains("delta") {
        show("delta_\(neuron)", deltaSign * delta)
      }
      for (index, name) in names.enumerated() where prints.contains("gradient") { show("dE/d\(name)", g[index]) }
      for (index, name) in names.enumerated() where prints.contains("update") { show("\(name)+", new[index]) }
      if prints.contains("E+") { show("E+", forward(new).loss) }
      return lines.joined(separator: "\n") + "\n"
    }

    private func r(_ value: Double) -> Double { isFloat ? Double(Float(value)) : value }

    private func text(_ value: Double) -> String {
      if isFloat { return Float(value).description }
      guard let digits else { return value.description }
      return DecimalText.significant(value, digits: digits)
    }
  }

  private func examine(_ program: Program, networks: Int = 30) -> Examination {
    let base = BundledNetworks.default
    let knowledge = Knowledge(base.architecture, held: base.held)
    return Examination(
      (1...UInt64(networks)).map { seed in
        let network = base.randomized(seed: seed)
        return ExaminedRun(
          seed: seed, checker: Checker(network, knowledge: knowledge), output: program.run(network))
      })
  }

  @Test func aRightProgramIsRight() {
    let examination = examine(Program())
    #expect(examination.isRight)
    #expect(examination.findings.count == 7 + 3 + 8 + 8 + 1)
    #expect(examination.stories.isEmpty)
  }

  @Test(
    arguments: [
      ("sign-flip", Program(errorSign: -1), "dE/dnet_O"),
      ("drop-output-slope", Program(hasOutputSlope: false), "dE/dnet_O"),
      ("drop-hidden-slope", Program(hasHiddenSlope: false), "dE/dnet_h1"),
      ("updated-weight", Program(usesNewWeights: true), "dE/dnet_h1"),
      ("bias-one-path", Program(biasPaths: 1), "dE/db1"), ("index-slip", Program(swapsInput: true), "dE/dw1"),
      ("ascent", Program(ascends: true), "w1+"),
      ("half", Program(half: 2, prints: ["E", "delta", "gradient", "update"]), "E"),
    ] as [(MistakeID, Program, String)])
  func plantedMistakes(_ id: MistakeID, _ program: Program, _ first: String) throws {
    let examination = examine(program)
    #expect(!examination.isRight)
    let story = try #require(examination.stories.first)
    #expect(story.id == id)
    #expect(examination.stories.count == 1, "\(examination.stories.map(\.id))")
    let wrong = try #require(examination.firstWrong)
    #expect(BundledNetworks.default.architecture.name(of: wrong.quantity) == first)
    #expect(!examination.findings.contains { $0.state == .unexplained })
  }

  /// Where δ is not printed, the gradients alone say it.
  @Test(
    arguments: [
      ("sign-flip", Program(errorSign: -1)), ("drop-hidden-slope", Program(hasHiddenSlope: false)),
      ("updated-weight", Program(usesNewWeights: true)),
    ] as [(MistakeID, Program)])
  func gradientsAlone(_ id: MistakeID, _ program: Program) throws {
    var program = program
    program.prints = ["gradient"]
    let examination = examine(program)
    #expect(examination.stories.map(\.id) == [id])
  }

  @Test func twoMistakesTogether() throws {
    var program = Program(errorSign: -1, hasHiddenSlope: false)
    program.prints = ["gradient"]
    let stories = examine(program).stories
    #expect(stories.map(\.id) == ["sign-flip+drop-hidden-slope"])
    // The output layer's are explained by one of the two.
    #expect(stories[0].findings.count == 8)
  }

  @Test func singlePrecisionIsNoMistake() {
    let examination = examine(Program(isFloat: true))
    #expect(examination.isRight)
    #expect(examination.findings.contains { $0.state == .rightInSinglePrecision })
    var planted = Program(hasHiddenSlope: false, isFloat: true)
    planted.prints = ["gradient"]
    #expect(examine(planted).stories.map(\.id) == ["drop-hidden-slope"])
  }

  @Test(arguments: [3, 4, 6]) func roundedOutputIsNoMistake(_ digits: Int) {
    #expect(examine(Program(digits: digits)).isRight)
    var planted = Program(usesNewWeights: true, digits: digits)
    planted.prints = ["gradient"]
    #expect(examine(planted).stories.map(\.id) == ["updated-weight"])
  }

  @Test func theOtherSignOfDeltaIsAConvention() {
    let examination = examine(Program(deltaSign: -1))
    #expect(examination.isRight)
    #expect(examination.findings.filter { $0.state == .otherSign }.count == 3)
    // With wrong gradients it is no convention.
    #expect(!examine(Program(errorSign: -1)).findings.contains { $0.state == .otherSign })
  }

  @Test func whatIsNotFiniteIsSaid() {
    let base = BundledNetworks.default
    let run = ExaminedRun(seed: 1, checker: Checker(base), output: "dE/dw5 = nan\nout_O = inf\n")
    #expect(Examination([run]).findings.map(\.state) == [.notFinite, .notFinite])
  }

  /// The most-read article on the subject prints E⁺ = 0.291027924, made with the new weights.
  @Test func mazursPrintedLoss() throws {
    let network = try #require(BundledNetworks.network(named: "mazur-2-2-2"))
    let run = ExaminedRun(
      seed: 1, checker: Checker(network), output: "E = 0.298371109\nw5+ = 0.35891648\nE+ = 0.291027924\n")
    let examination = Examination([run])
    #expect(examination.findings.map(\.state) == [.right, .right, .mistakes])
    #expect(examination.stories.first?.id == "updated-weight")
    let right = ExaminedRun(seed: 1, checker: Checker(network), output: "E+ = 0.29102777369\n")
    #expect(Examination([right]).isRight)
  }
}

@Suite struct PrintedValuesTests {
  private func read(_ text: String, _ network: Network = BundledNetworks.default) -> PrintedValues {
    PrintedValues(text, Checker(network))
  }

  @Test(arguments: [
    "dE/dw5 = -0.0349", "dE/dw5 -0.0349", "dE/dw5: -0.0349", "∂E/∂w5 = −0.0349", "dE/dw_5=-0.0349", "dE_dw5 = -0.0349",
    "grad_w5 = -0.0349", "dw5 = -0.0349", "w5_grad = -0.0349", "dE/dw5 = np.float64(-0.0349)", "dE/dw5 = [-0.0349]",
    "dE/dw5 = tensor(-0.0349, dtype=torch.float64)", "net_h1 = -0.96, dE/dw5 = -0.0349", #"{"dE/dw5": -0.0349}"#,
    #"{"gradients": {"w5": -0.0349}}"#, #"{"dE/dw5": "-0.0349"}"#, #"{"dE/dw5": [-0.0349]}"#, "{'dE/dw5': -0.0349}",
    #"{"gradients": [1, 2, 3, 4, -0.0349, 6, 7, 8]}"#, "  dE/dw5\t-3.49e-2  ",
  ])
  func spellings(_ line: String) {
    #expect(read(line + "\n").values[.gradient(.parameter(4))]?.value == -0.0349)
  }

  @Test func updatesDeltasAndUnknownNames() {
    let printed = read("w5+ = 0.1\nnew_w6: 0.2\nδ_h1 = 0.3\nd_h2 = 1\nepoch 7\nE+ 0.5\n")
    #expect(printed.values[.updated(4)]?.value == 0.1)
    #expect(printed.values[.updated(5)]?.value == 0.2)
    #expect(printed.values[.gradient(.net(0))]?.value == 0.3)
    #expect(printed.values[.lossAfterUpdate]?.value == 0.5)
    #expect(printed.unknown == ["epoch"])
  }

  @Test func digits() throws {
    let printed = read("net_h1 = -0.960\nout_h1 = 2.8e-1\n")
    #expect(try #require(printed.values[.net(0)]).digits == 3)
    #expect(try #require(printed.values[.net(0)]).halfUnit == 0.0005)
    #expect(try #require(printed.values[.out(0)]).digits == 2)
    #expect(try #require(printed.values[.out(0)]).halfUnit == 0.005)
  }

  @Test func hostileOutput() {
    for text in [
      String(repeating: "{", count: 100_000), String(repeating: "=", count: 100_000), "\u{1B}]0;x\u{7} = 3",
      String(repeating: "a = 1, ", count: 20_000), "= 3", "dE/dw5 =",
      "{\"a\": {\"b\": {\"c\": {\"d\": {\"e\": {\"f\": 1}}}}}}",
      String(repeating: "((((", count: 30_000) + " = 1",
    ] {
      #expect(read(text).values.isEmpty)
    }
  }
}
