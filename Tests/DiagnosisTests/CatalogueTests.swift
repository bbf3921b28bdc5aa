import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills
import Testing

/// Every entry of the catalogue, as the formula that the specification has for it, worked out by the formula engine
/// and not by the one that makes mistakes.
@Suite struct CatalogueTests {
  @Test func holdsEveryEntryOnce() {
    let ids = Catalogue.mistakes.map(\.id)
    #expect(ids.count == 68)
    #expect(Set(ids).count == 68)
    #expect(Catalogue.mistake("updated-weight")?.skill == .oldWeights)
    #expect(Catalogue.mistake("sign-flop") == nil)
  }

  /// Named by its number and by its formula alike.
  @Test(arguments: [
    Case("sign-flip", "dE/dout_O", "target - out_O"),
    Case("sign-flip", "dE/dw5", "(target - out_O)*out_O*(1 - out_O)*out_h1"),
    Case("sign-flip", "dE/dw1", "(target - out_O)*out_O*(1 - out_O)*w5*out_h1*(1 - out_h1)*i1"),
    Case("half", "dE/dout_O", "-2*(target - out_O)"), Case("half", "dE/dout_O", "-(target - out_O)/2"),
    Case("half", "E", "(target - out_O)^2"), Case("half", "dE/dw5", "-2*(target - out_O)*out_O*(1 - out_O)*out_h1"),
    Case("loss-as-slope", "dE/dout_O", "E"), Case("loss-as-slope", "dE/dw5", "E*out_O*(1 - out_O)*out_h1"),
    Case("drop-loss-slope", "dE/dnet_O", "out_O*(1 - out_O)"),
    Case("drop-loss-slope", "dE/dw5", "out_O*(1 - out_O)*out_h1"),
    Case("drop-loss-slope", "dE/dw1", "out_O*(1 - out_O)*w5*out_h1*(1 - out_h1)*i1"),
    Case("drop-output-slope", "dE/dnet_O", "out_O - target"),
    Case("drop-output-slope", "dE/dw5", "-(target - out_O)*out_h1"),
    Case("slope-of-net", "dout_O/dnet_O", "net_O*(1 - net_O)"),
    Case("slope-of-net", "dE/dw5", "-(target - out_O)*net_O*(1 - net_O)*out_h1"),
    Case("slope-of-net", "dE/dw1", "-(target - out_O)*out_O*(1 - out_O)*w5*net_h1*(1 - net_h1)*i1"),
    Case("sigmoid-twice", "dout_O/dnet_O", "f(out_O)*(1 - f(out_O))"),
    Case("sigmoid-twice", "dE/dw6", "-(target - out_O)*f'(out_O)*out_h2"),
    Case("half-slope", "dout_O/dnet_O", "out_O"), Case("half-slope", "dout_O/dnet_O", "1 - out_O"),
    Case("half-slope", "dout_O/dnet_O", "1 - out_O^2"),
    Case("half-slope", "dE/dw3", "-(target - out_O)*out_O*(1 - out_O)*w6*out_h2*i1"),
    Case("weight-for-input", "dnet_O/dw5", "w5"), Case("weight-for-input", "dE/dw5", "dE/dnet_O*w5"),
    Case("sibling-input", "dnet_O/dw5", "out_h2"), Case("sibling-input", "dE/dw5", "dE/dnet_O*out_h2"),
    Case("net-for-out", "dnet_O/dw5", "net_h1"), Case("net-for-out", "dE/dw5", "dE/dnet_O*net_h1"),
    Case("net-for-out", "net_O", "net_h1*w5 + net_h2*w6 + b2"), Case("net-for-out", "dE/dout_O", "net_O - target"),
    Case("stops-early", "dE/dw5", "-(target - out_O)*out_O*(1 - out_O)"),
    Case("stops-early", "dE/dw1", "dE/dnet_O*w5*out_h1*(1 - out_h1)"),
    Case("adds-factors", "dE/dw5", "-(target - out_O) + out_O*(1 - out_O) + out_h1"),
    Case("adds-factors", "dE/dw1", "-(target - out_O) + out_O*(1 - out_O) + w5 + out_h1*(1 - out_h1) + i1"),
    Case("keeps-weight", "dnet_O/dw5", "w5*out_h1"), Case("keeps-weight", "dE/dw5", "dE/dnet_O*w5*out_h1"),
    Case("keeps-others", "dnet_O/dw5", "net_O"), Case("keeps-others", "dnet_O/dw5", "out_h1 + w6*out_h2 + b2"),
    Case("keeps-others", "dE/dw5", "dE/dnet_O*(out_h1 + w6*out_h2 + b2)"),
    Case("drop-hidden-slope", "dE/dw1", "dE/dnet_O*w5*i1"), Case("drop-hidden-slope", "dE/dnet_h1", "dE/dnet_O*w5"),
    Case("drop-weight", "dE/dw1", "dE/dnet_O*out_h1*(1 - out_h1)*i1"),
    Case("activation-for-weight", "dE/dw1", "dE/dnet_O*out_h1*out_h1*(1 - out_h1)*i1"),
    Case("activation-for-weight", "dnet_O/dout_h1", "out_h1"),
    Case("updated-weight", "dE/dw1", "dE/dnet_O*(w5+)*out_h1*(1 - out_h1)*i1"),
    Case("updated-weight", "w1+", "w1 - eta*dE/dnet_O*(w5+)*out_h1*(1 - out_h1)*i1"),
    Case("wrong-layer", "dE/dw1", "dE/dnet_O*w1*out_h1*(1 - out_h1)*i1"), Case("wrong-layer", "dnet_O/dout_h1", "w1"),
    Case("phantom-path", "dE/dw1", "(dE/dnet_h1 + dE/dnet_h2)*i1"),
    Case("index-slip", "dE/dw1", "dE/dnet_h1*i2"), Case("index-slip", "dE/dw1", "dE/dnet_h2*i1"),
    Case("index-slip", "dE/dw1", "dE/dnet_O*w6*out_h1*(1 - out_h1)*i1"),
    Case("index-slip", "net_h1", "i1*w1 + i2*w3 + b1"), Case("index-slip", "out_h1", "f(net_h2)"),
    Case("other-nodes-slope", "dE/dw1", "dE/dnet_O*w5*out_O*(1 - out_O)*i1"),
    Case("other-nodes-slope", "dout_O/dnet_O", "out_h1*(1 - out_h1)"),
    Case("passes-gradient", "dE/dw1", "dE/dw5*w5*out_h1*(1 - out_h1)*i1"),
    Case("passes-gradient", "dE/dw1", "(dE/dw5 + dE/dw6)*out_h1*(1 - out_h1)*i1"),
    Case("bias-one-path", "dE/db1", "dE/dnet_h1"), Case("bias-one-path", "dE/db1", "dE/dnet_h2"),
    Case("bias-times-bias", "dE/db1", "b1*(dE/dnet_h1 + dE/dnet_h2)"), Case("bias-times-bias", "dnet_O/db2", "b2"),
    Case("bias-times-input", "dE/db1", "i1*(dE/dnet_h1 + dE/dnet_h2)"),
    Case("bias-times-input", "dE/db2", "dE/dnet_O*out_h1"),
    Case("bias-zero", "dE/db1", "0"), Case("bias-zero", "dnet_O/db2", "0"),
    Case("bias-output-error", "dE/db1", "dE/dnet_O"),
    Case("threshold-sign", "net_h1", "i1*w1 + i2*w2 - b1"), Case("threshold-sign", "dnet_O/db2", "-1"),
    Case("no-rate", "w5+", "w5 - dE/dw5"), Case("step-only", "w5+", "-eta*dE/dw5"), Case("step-only", "w5+", "dE/dw5"),
    Case("misgrouped", "w5+", "eta*(w5 - dE/dw5)"), Case("misgrouped", "b2+", "b2*(1 - eta*dE/db2)", formulaOnly: true),
    Case("uses-loss", "w5+", "w5 - eta*E"), Case("ascent", "w5+", "w5 + eta*dE/dw5", formulaOnly: true),
    Case("always-decrease", "w5+", "w5 - eta*abs(dE/dw5)", formulaOnly: true),
    Case("stale-forward", "E+", "½(target - f(out_h1*(w5+) + out_h2*(w6+) + (b2+)))²"),
    Case("stale-forward", "E+", "E"),
    Case("other-bias", "net_O", "out_h1*w5 + out_h2*w6 + b1"), Case("other-bias", "net_h1", "i1*w1 + i2*w2 + b2"),
    Case("no-bias", "net_O", "out_h1*w5 + out_h2*w6"), Case("lost-term", "net_O", "out_h2*w6 + b2"),
    Case("lost-term", "net_h1", "i1*w1 + b1"), Case("lost-sign", "net_h1", "i1*w1 + i2*abs(w2) + b1"),
    Case("squash-missing", "out_O", "net_O"), Case("exponent-sign", "out_O", "1/(1 + e^net_O)"),
    Case("exponent-sign", "out_h1", "1/(1 + exp(net_h1))"), Case("no-square", "E", "½(target - out_O)"),
    Case("no-square", "E", "(out_O - target)/2"), Case("out-for-delta", "dE/dnet_h1", "out_O*w5*out_h1*(1 - out_h1)"),
    Case("out-for-delta", "dE/dw5", "out_O*out_h1"), Case("out-for-delta", "dE/dw1", "out_O*w5*out_h1*(1-out_h1)*i1"),
    Case("same-delta", "dE/dw1", "delta_O"), Case("same-delta", "dE/dw1", "delta_O*i1"),
    Case("same-delta", "dE/dnet_h1", "delta_O"), Case("square-difference", "dE/dout_O", "2*out_O"),
    Case("square-difference", "dE/dout_O", "-out_O"), Case("square-difference", "E", "½(target² - out_O²)"),
    Case("split-by-weight", "dE/dout_h1", "(out_O - target)*w5/(w5 + w6)"),
    Case("split-by-weight", "dE/dout_h1", "delta_O*w5/(w5 + w6)"),
    Case("drop-hidden-slope", "dout_h1/dw1", "i1"), Case("stops-early", "dout_h1/dw1", "out_h1*(1 - out_h1)"),
    Case("drop-weight", "dout_O/dw1", "out_O*(1-out_O)*out_h1*(1 - out_h1)*i1"),
    Case("drop-output-slope", "dout_O/dw1", "w5*out_h1*(1 - out_h1)*i1"),
    Case("negative-output", "out_O", "-f(net_O)"), Case("negative-slope", "dout_O/dnet_O", "-out_O*(1 - out_O)"),
    Case("negative-loss", "E", "-½(target - out_O)²"), Case("slope-for-value", "out_h1", "f(net_h1)*(1 - f(net_h1))"),
    Case("out-for-net", "net_h1", "f(i1*w1 + i2*w2 + b1)"), Case("half-slope", "dout_O/dnet_O", "out_O²"),
    Case("half-slope", "dE/dw5", "(out_O - target)*out_O*(1 + out_O)*out_h1"),
    Case("half", "E+", "E+ * 2", formulaOnly: false, isOwn: true),
    // The hidden layer's new weights, and the output's old ones.
    Case(
      "stale-forward", "E+",
      "½(target - f(f(i1*(w1+) + i2*(w2+) + (b1+))*w5 + f(i1*(w3+) + i2*(w4+) + (b1+))*w6 + b2))²"),
  ])
  func onTheDefaultNetwork(_ example: Case) throws {
    try example.check(at: Examples.default)
  }

  @Test(arguments: [
    Case("one-output", "dE/dw1", "dE/dnet_o1*w5*out_h1*(1 - out_h1)*i1"), Case("one-output", "E", "E_o1"),
    Case("sums-first", "dE/dw1", "(dE/dnet_o1 + dE/dnet_o2)*w5*out_h1*(1 - out_h1)*i1"),
    Case("index-slip", "dE/dout_o1", "out_o1 - target_o2"),
    Case("phantom-path", "dE/dw5", "(dE/dnet_o1 + dE/dnet_o2)*out_h1"),
    Case("sign-flip", "dE/dw5", "(target_o1 - out_o1)*out_o1*(1 - out_o1)*out_h1"),
    Case("bias-one-path", "dE/db2", "dE/dnet_o2"),
    Case("split-by-weight", "dE/dout_h1", "dE/dout_o1*w5/(w5 + w6) + dE/dout_o2*w7/(w7 + w8)"),
    Case("path-mean", "dE/dout_h1", "(dE/dnet_o1*w5 + dE/dnet_o2*w7)/2", formulaOnly: true),
  ])
  func withTwoOutputs(_ example: Case) throws {
    try example.check(at: Examples.mazur)
  }

  @Test(arguments: [
    Case("loss-mismatch", "dE/dw5", "(out_o1 - target)*out_o1*(1 - out_o1)*out_h1"),
    Case("loss-mismatch", "dE/dout_o1", "out_o1 - target"), Case("loss-mismatch", "E", "½(target - out_o1)²"),
    Case("drop-output-slope", "dE/dnet_o1", "(1 - target)/(1 - out_o1) - target/out_o1"),
  ])
  func withCrossEntropy(_ example: Case) throws {
    try example.check(at: Examples.crossEntropy)
  }

  @Test func squaredErrorTakenForCrossEntropy() throws {
    try Case("loss-mismatch", "dE/dout_O", "(out_O - target)/(out_O*(1 - out_O))").check(at: Examples.default)
    try Case("loss-mismatch", "E", "-(target*ln(out_O) + (1 - target)*ln(1 - out_O))").check(at: Examples.default)
  }

  @Test(arguments: [
    Case("relu-slope", "dout_h1/dnet_h1", "net_h1"), Case("relu-slope", "dout_h1/dnet_h1", "out_h1*(1 - out_h1)"),
  ])
  func withReLU(_ example: Case) throws {
    var network = Examples.relu
    let values: [(Quantity, Double)] = [
      (.input(0), 0.4), (.input(1), 0.7), (.parameter(0), 0.6), (.parameter(1), 0.8), (.parameter(6), 0.3),
    ]
    for (quantity, value) in values { network[given: quantity] = value }
    try example.check(at: network)
  }

  @Test(arguments: [(2, 0), (3, 1)])
  func roundingToDecimals(_ decimals: Int, hidden: Int) throws {
    let scale: Double = decimals == 2 ? 100 : 1_000
    func rounded(_ value: Double) -> Double { (value * scale).rounded() / scale }
    let network = Examples.default
    let pass = Pass(network)
    // Every value that is written down on the way, as at a desk.
    let net = (0...1).map { row in
      rounded(
        network.inputs[0] * network.parameters[2 * row] + network.inputs[1] * network.parameters[2 * row + 1] - 0.9)
    }
    let out = net.map { rounded(Function.sigmoid.value(at: $0)) }
    let outO = rounded(Function.sigmoid.value(at: rounded(out[0] * -0.1 + out[1] * -1.2 - 0.5)))
    let delta = rounded(rounded(-(0.9 - outO)) * rounded(outO * (1 - outO)))
    let value = delta * out[hidden]
    let right = pass.gradients[4 + hidden]
    #expect((value - right).magnitude > 1e-3 * right.magnitude)
    let verdict = Checker(network).check("dE/dw\(5 + hidden)", answer: "\(value)")
    #expect(verdict.mistakes == ["early-rounding"])
  }
}

/// A mistake's formula, as the specification has it.
struct Case: CustomTestStringConvertible, Sendable {
  let id: MistakeID
  let quantity: String
  let formula: String
  /// Where no number can tell it from another.
  let formulaOnly: Bool
  /// Whether the formula names what is asked for, so that only its number is an answer.
  let isOwn: Bool

  init(_ id: MistakeID, _ quantity: String, _ formula: String, formulaOnly: Bool = false, isOwn: Bool = false) {
    (self.id, self.quantity, self.formula, self.formulaOnly) = (id, quantity, formula, formulaOnly)
    self.isOwn = isOwn
  }

  var testDescription: String { "\(id): \(quantity) = \(formula)" }

  func check(at network: Network) throws {
    let checker = Checker(network)
    let value = try #require(checker.value(of: formula))
    guard !isOwn else {
      #expect(checker.check(quantity, answer: "\(value)").mistakes == [id])
      return
    }
    let byFormula = checker.check(quantity, answer: formula)
    #expect(byFormula.kind == .mistake)
    #expect(byFormula.mistakes == [id], "the formula")
    if !formulaOnly {
      let byNumber = checker.check(quantity, answer: "\(value)")
      #expect(byNumber.mistakes == [id], "the number \(value)")
      #expect(byNumber.focus != nil)
      #expect(byNumber.feedback == byFormula.feedback)
    }
  }
}

/// Reports name mistakes in words, never by an id.
@Suite struct MistakeNamesTests {
  @Test func everyMistakeHasANameOfItsOwn() {
    let names = Catalogue.mistakes.map(\.name)
    #expect(Set(names.map(\.en)).count == names.count && Set(names.map(\.zh)).count == names.count)
    for (mistake, name) in zip(Catalogue.mistakes, names) {
      #expect(name.en != mistake.id.rawValue && name.zh != mistake.id.rawValue && name.en != name.zh, "\(mistake.id)")
    }
  }
}
