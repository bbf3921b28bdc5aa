import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills
import Testing

/// Questions that a value does not answer, and those that take more than one network.
@Suite struct QuestionTests {
  private let checker = Checker(Examples.default)
  private let architecture = Examples.default.architecture

  private func quantity(_ name: String) throws -> Quantity { try #require(architecture.quantity(named: name)) }

  @Test(arguments: [
    ("dE/dw5", "falls", "right", ""), ("dE/dw5", "rises", "mistake", "sign-flip"), ("dE/dw1", "+", "right", ""),
    ("dE/dw1", "减小", "mistake", "sign-flip"), ("dE/db1", "stays", "mistake", "bias-zero"),
    ("dE/dw1", "不变", "unknown", ""),
    ("dE/dout_O", "down", "right", ""),
  ])
  func directions(_ name: String, _ answer: String, _ kind: String, _ mistake: MistakeID) throws {
    let direction = try #require(Direction(written: answer))
    let verdict = checker.check(directionOf: try quantity(name), answer: direction)
    #expect(verdict.kind.rawValue == kind)
    #expect(verdict.mistakes == (mistake.rawValue.isEmpty ? [] : [mistake]))
  }

  /// A question about a slope names the neuron whose slope it is, on whichever layer that stands.
  @Test(arguments: ["h1", "h2", "o1"])
  func aSlopesQuestionNamesItsNeuron(_ name: String) throws {
    let network = Examples.network("relu", 2, [("h", 2, .relu, .shared), ("o", 1, .relu, .shared)])
    let quantity = try #require(network.architecture.quantity(named: "dout_\(name)/dnet_\(name)"))
    guard case .derivative(of: .out(let neuron), by: _) = quantity else {
      Issue.record("no slope")
      return
    }
    let verdict = Checker(network).check(quantity, answer: "out_\(name)*(1 - out_\(name))")
    #expect(verdict.mistakes == ["relu-slope"])
    #expect(verdict.feedback.en.contains("net_\(name)"))
    #expect(verdict.focus == .neuron(neuron))
  }

  @Test func directionsInWords() {
    #expect(Direction(written: " Up ") == .rises)
    #expect(Direction(written: "−") == .falls)
    #expect(Direction(written: "上升") == .rises)
    #expect(Direction(written: "sideways") == nil)
  }

  @Test(arguments: [
    ("dE/dout_O", Rule.power, "right"), ("dout_O/dnet_O", .sigmoidDerivative, "right"),
    ("dnet_O/dw5", .constantMultiple, "right"), ("dnet_O/dw5", .sum, "right"), ("dnet_O/dw5", .product, "unknown"),
    ("dE/dw5", .chain, "right"), ("dE/dw5", .power, "unknown"), ("dnet_O/db2", .identity, "right"),
    ("dE/di1", .chain, "right"), ("E", .power, "unknown"),
  ])
  func rules(_ name: String, _ rule: Rule, _ kind: String) throws {
    #expect(checker.check(ruleOf: try quantity(name), answer: rule).kind.rawValue == kind)
  }

  @Test(arguments: [
    ("w5", 1, "right", ""), ("w1", 1, "right", ""), ("b1", 2, "right", ""), ("b1", 1, "mistake", "bias-one-path"),
    ("w1", 2, "mistake", "phantom-path"), ("b2", 1, "right", ""), ("b2", 3, "unknown", ""), ("i1", 2, "right", ""),
  ])
  func pathCounts(_ name: String, _ answer: Int, _ kind: String, _ mistake: MistakeID) throws {
    let verdict = checker.check(pathCountOf: try quantity(name), answer: answer)
    #expect(verdict.kind.rawValue == kind)
    #expect(verdict.mistakes == (mistake.rawValue.isEmpty ? [] : [mistake]))
  }

  @Test func pathsToTwoOutputs() throws {
    let checker = Checker(Examples.mazur)
    let architecture = Examples.mazur.architecture
    let w1 = try #require(architecture.quantity(named: "w1"))
    #expect(checker.check(pathCountOf: w1, answer: 2).kind == .right)
    #expect(checker.check(pathCountOf: w1, answer: 1).mistakes == ["one-output"])
    let b1 = try #require(architecture.quantity(named: "b1"))
    #expect(checker.check(pathCountOf: b1, answer: 4).kind == .right)
    #expect(checker.check(pathCountOf: b1, answer: 2).mistakes == ["bias-one-path"])
  }

  /// Who answers the slope by the output itself may have meant either; no slip is named, and what it is is said.
  @Test(arguments: ["0.323487", "0.3235", "out_O"]) func theOutputForTheSlope(_ answer: String) throws {
    var network = Examples.default
    network.targets = [0.25]
    let verdict = Checker(network).check("dE/dout_O", answer: answer)
    #expect(verdict.kind == .unknown && verdict.mistakes == [])
    #expect(verdict.feedback.en.hasPrefix("That is out_O itself"))
    #expect(verdict.feedback.zh.hasPrefix("这是 out_O 本身"))
  }

  /// A direction where E stays, and one where it does not: no one is told to nudge what cannot be nudged.
  @Test func directionsWhereNothingMoves() throws {
    var network = Examples.default
    network.parameters = network.parameters.map { _ in 0 }
    let rises = Checker(network).check(directionOf: .gradient(.parameter(0)), answer: .rises)
    #expect(rises.kind == .unknown && rises.feedback.en.contains("is one of its slopes 0"))
    let stays = Checker(Examples.default).check(directionOf: .gradient(.parameter(4)), answer: .stays)
    #expect(stays.kind == .unknown && stays.feedback.en.contains("would have to be 0"))
  }

  // MARK: Numerical check

  @Test func differenceQuotients() {
    let step = 0.1
    let network = Examples.default
    func loss(_ change: Double) -> Double {
      var nudged = network
      nudged.parameters[4] += change
      return Pass(nudged).loss
    }
    let check = DifferenceCheck(network, parameter: 4, step: step)
    #expect(check.check("\((loss(step) - loss(-step)) / (2 * step))").kind == .right)
    #expect(check.check("\((loss(step) - loss(-step)) / step)").mistakes == ["check-step"])
    #expect(check.check("\((loss(step) - loss(0)) / step)").mistakes == ["check-step"])
    #expect(check.check("\((loss(0) - loss(-step)) / step)").mistakes == ["check-step"])
    // The two losses the other way round say nothing of the step.
    let turned = check.check("\((loss(-step) - loss(step)) / (2 * step))")
    #expect(turned.kind == .unknown && turned.feedback.en.contains("the sign is not"))
    #expect(check.check("0.3").kind == .unknown)
    #expect(check.check("out_O").kind == .unreadable)
    #expect(check.check("1/0").kind == .unreadable)
    #expect((check.centralDifference - Pass(network).gradients[4]).magnitude < 1e-4)
  }

  // MARK: Batches

  @Test func batches() {
    var samples = (0..<3).map { _ in Examples.default }
    (samples[1].inputs, samples[1].targets) = ([0.9, -0.3], [0.2])
    (samples[2].inputs, samples[2].targets) = ([-0.5, 0.8], [0.6])
    let gradients = samples.map { Pass($0).gradients[0] }
    let mean = gradients.reduce(0, +) / 3
    let check = BatchCheck(samples, parameter: 0)
    #expect(check.check("\(mean)").kind == .right)
    #expect(check.check("\(gradients.reduce(0, +))").mistakes == ["batch"])

    var average = samples[0]
    average.inputs = (0...1).map { index in samples.reduce(0) { $0 + $1.inputs[index] } / 3 }
    average.targets = [samples.reduce(0) { $0 + $1.targets[0] } / 3]
    #expect(check.check("\(Pass(average).gradients[0])").mistakes == ["batch"])

    // Averaged outs first: everything that enters the product is a mean.
    let passes = samples.map { Pass($0) }
    func averaged(_ value: (Pass) -> Double) -> Double { passes.reduce(0) { $0 + value($1) } / 3 }
    let (out, hidden) = (averaged { $0.outs[2] }, averaged { $0.outs[0] })
    let delta = -(averaged { $0.network.targets[0] } - out) * out * (1 - out)
    let product = delta * -0.1 * hidden * (1 - hidden) * averaged { $0.network.inputs[0] }
    #expect(check.check("\(product)").mistakes == ["batch"])

    var sequential = samples[0]
    var sum = 0.0
    for sample in samples {
      (sequential.inputs, sequential.targets) = (sample.inputs, sample.targets)
      let pass = Pass(sequential)
      sum += pass.gradients[0]
      sequential.parameters = pass.updatedParameters
    }
    #expect((sum / 3 - mean).magnitude > 1e-3 * mean.magnitude)
    #expect(check.check("\(sum / 3)").mistakes == ["batch"])
    #expect(check.check("7").kind == .unknown)
  }
}
