import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills
import Testing

/// Terms that are 0 and factors that are 1 in a network, left out: one-hot targets, the inputs of XOR, η = 1, no biases.
@Suite struct PlainValuesTests {
  /// Tables of mistakes are made once for an architecture.
  private func forEach(_ body: (Network, Checker, Quantity) -> Void) {
    var knowledge: [Architecture: Knowledge] = [:]
    for number in 0..<Self.count {
      let network = network(number)
      let known = knowledge[network.architecture] ?? Knowledge(network.architecture, held: network.held)
      knowledge[network.architecture] = known
      let checker = Checker(network, knowledge: known)
      for quantity in Examples.quantities(of: network.architecture) where quantity != .lossAfterUpdate {
        body(network, checker, quantity)
      }
    }
  }

  private static let count = Effort.isFull ? 240 : 16

  /// Networks full of zeros and ones.
  private func network(_ number: Int) -> Network {
    var random = RandomSource(seed: UInt64(number) &+ 4_000)
    let kinds: [Network] = [
      Examples.default, Examples.mazur, Examples.crossEntropy, Self.softmax(2, .categoricalCrossEntropy),
      Self.softmax(3, .categoricalCrossEntropy), Self.softmax(3, .squaredError), Examples.relu,
      Examples.network("tanh", 2, [("h", 2, .tanh, .each), ("o", 1, .tanh, .each)]),
    ]
    var network = kinds[number % kinds.count].randomized(seed: random.next() >> 40)
    func pick(_ values: [Double]) -> Double { values[Int(random.next() % UInt64(values.count))] }
    for index in network.inputs.indices where random.next() % 4 != 0 { network.inputs[index] = pick([0, 1, 1, -1]) }
    for index in network.parameters.indices where random.next() % 5 == 0 {
      network.parameters[index] = pick([0, 1, -1])
    }
    for index in network.targets.indices { network.targets[index] = 0 }
    if network.targets.count > 1 {
      network.targets[Int(random.next() % UInt64(network.targets.count))] = 1
    } else {
      network.targets[0] = pick([0, 1])
    }
    if random.next() % 2 == 0 { network.learningRate = 1 }
    return network
  }

  private static func softmax(_ outputs: Int, _ loss: Loss) -> Network {
    Examples.network(
      "softmax-\(outputs)-\(loss.rawValue)", 2, [("h", 2, .sigmoid, .each), ("o", outputs, .softmax, .each)], loss)
  }

  /// A formula without some of the given values that are 0, 1 or −1, and which these are; nil where none is in it.
  ///
  /// One is left out everywhere or nowhere: not where the formula also names a derivative that it stands in.
  private func plain(
    _ formula: Expression, _ network: Network, _ random: inout RandomSource
  ) -> (formula: Expression, kept: [Quantity: Double])? {
    var kept: [Quantity: Double] = [:]
    for name in Set(formula.leafNames).sorted() {
      guard let quantity = network.architecture.quantity(named: name), let value = network[given: quantity],
        [0, 1, -1].contains(value), random.next() % 4 != 0
      else { continue }
      if isHidden(quantity, in: formula, network.architecture) { continue }
      kept[quantity] = value
    }
    guard !kept.isEmpty else { return nil }
    let changed = formula.substituting { part in
      part.leafName.flatMap(network.architecture.quantity(named:)).flatMap { kept[$0] }.map {
        $0 < 0 ? .negation(.number(-$0)) : .number($0)
      }
    }
    return (changed.simplified(), kept)
  }

  /// A target stands in ∂E/∂out, an input in ∂net/∂w, a weight in ∂net/∂out.
  private func isHidden(_ quantity: Quantity, in formula: Expression, _ architecture: Architecture) -> Bool {
    formula.leafNames.contains { name in
      switch (quantity, architecture.quantity(named: name)) {
      case (.target(let output), .derivative(_, by: .out(let neuron))): neuron == architecture.firstOutput + output
      case (.input, .derivative(of: .net, by: .parameter)), (.parameter, .derivative(of: .net, by: .out)): true
      default: false
      }
    }
  }

  @Test func whatIsZeroOrOneMayBeLeftOut() {
    var random = RandomSource(seed: 21)
    var (done, refused) = (0, [String]())
    forEach { network, checker, quantity in
      var rewriter = Rewriter(network, seed: random.next())
      guard let (formula, _) = plain(rewriter.rightAnswer(to: quantity), network, &random),
        !formula.leafNames.isEmpty, formula.isWithin(nodes: 100, depth: 30)
      else { return }
      done += 1
      let text = formula.text(.ascii)
      let verdict = checker.check(quantity, answer: text)
      if verdict.kind != .right {
        let name = network.architecture.name(of: quantity)
        refused.append("\(network.name) \(network.inputs) \(network.targets) \(name) = \(text): \(verdict.mistakes)")
      }
    }
    print("\(done) right formulas without what is 0 or 1, \(refused.count) refused")
    #expect(done > Self.count * 10)
    #expect(refused.isEmpty, "\(refused.count) of \(done): \(refused.prefix(8).joined(separator: "\n"))")
  }

  /// One small thing wrong in such a formula, judged at other networks with the same zeros and ones.
  @Test func whatIsWrongWithTheSameZerosAndOnesIsWrong() {
    var random = RandomSource(seed: 22)
    var (done, accepted) = (0, [String]())
    forEach { network, checker, quantity in
      var rewriter = Rewriter(network, seed: random.next())
      guard let (formula, _) = plain(rewriter.rightAnswer(to: quantity), network, &random) else { return }
      let damaged = rewriter.nearMiss(formula)
      guard !damaged.leafNames.isEmpty, damaged.isWithin(nodes: 100, depth: 30), isWrong(damaged, quantity, network)
      else { return }
      done += 1
      let text = damaged.text(.ascii)
      if checker.check(quantity, answer: text).kind == .right {
        let name = network.architecture.name(of: quantity)
        accepted.append(
          "\(network.name) \(network.inputs) \(network.targets) \(network.parameters) \(name) = \(text)")
      }
    }
    print("\(done) wrong formulas among zeros and ones, \(accepted.count) accepted")
    #expect(done > Self.count * 10)
    #expect(accepted.isEmpty, "\(accepted.count) of \(done): \(accepted.prefix(8).joined(separator: "\n"))")
  }

  /// Whether it differs from the quantity at some network with the given zeros and ones that the formula does not name.
  private func isWrong(_ formula: Expression, _ quantity: Quantity, _ network: Network) -> Bool {
    let architecture = network.architecture
    let named = Set(formula.leafNames.compactMap(architecture.quantity(named:)))
    return (0..<5).contains { seed in
      var other = network.randomized(seed: 60_000 + UInt64(seed))
      var random = RandomSource(seed: UInt64(seed))
      for given in network.givenQuantities + [.learningRate] {
        if let value = network[given: given], [0, 1, -1].contains(value), !named.contains(given) {
          other[given: given] = value
        } else if case .target = given {
          other[given: given] = random.next(in: 0.1...0.9)
        }
      }
      if architecture.hasCollapsingLoss {
        // Shares: the rest goes to those that are free, nothing to one beside a whole.
        let free = other.targets.indices.filter {
          named.contains(.target($0)) || ![0, 1].contains(network.targets[$0])
        }
        let fixed = other.targets.indices.filter { !free.contains($0) }.reduce(0) { $0 + other.targets[$1] }
        let sum = free.reduce(0) { $0 + other.targets[$1] }
        for index in free { other.targets[index] *= (1 - fixed) / sum }
      }
      let pass = Pass(other)
      let value = try? formula.evaluated { architecture.quantity(named: $0).map { pass.value(of: $0) } }
      guard let value, value.isFinite else { return false }
      return (value - pass.value(of: quantity)).magnitude > 1e-6 * max(value.magnitude, 1e-6)
    }
  }

  private static func oneHot() -> Checker {
    var network = softmax(3, .categoricalCrossEntropy)
    (network.inputs, network.targets, network.learningRate) = ([1, 0], [0, 1, 0], 1)
    return Checker(network)
  }

  @Test(arguments: [
    ("E", "-ln(out_o2)"), ("dE/dnet_o1", "out_o1"), ("dE/dnet_o2", "out_o2 - 1"), ("dE/dout_o2", "-1/out_o2"),
    ("dE/dw5", "out_o1*out_h1"), ("dE/dw7", "(out_o2-1)*out_h1"), ("net_h1", "w1 + b1"), ("dE/dw1", "delta_h1"),
    ("dE/dout_h1", "out_o1*w5 + (out_o2 - 1)*w7 + out_o3*w9"), ("w5+", "w5 - out_o1*out_h1"),
    ("dE/dout_h1", "out_o1*w5 + (out_o2 - target_o2)*w7 + out_o3*w9"), ("E", "-target_o2*ln(out_o2)"),
    ("w2+", "w2 - eta*0"),
  ])
  func oneHotTargets(_ quantity: String, _ answer: String) {
    let verdict = Self.oneHot().check(quantity, answer: answer)
    #expect(verdict.kind == .right, "\(verdict)")
  }

  /// What is named is meant, and what has another effect has another name.
  @Test(arguments: [
    ("E", "-ln(out_o1)"), ("E", "ln(out_o2)"), ("dE/dnet_o1", "-out_o1"), ("dE/dnet_o2", "1 - out_o2"),
    ("dE/dnet_o2", "out_o2"), ("E", "-target_o2^2*ln(out_o2)"), ("dE/dout_o2", "-1/(target_o2*out_o2)"),
    ("net_h1", "w2 + b1"),
    ("net_h1", "w1 + 0*w3 + b1"), ("net_h1", "i1*w1 + i2*w4 + b1"), ("dE/dw2", "delta_h2*i2"), ("dE/dw2", "0*delta_h2"),
    ("dE/dw1", "delta_h2"), ("dE/dw7", "out_o2*out_h1"), ("w5+", "w5 + out_o1*out_h1"), ("dE/dw5", "out_o1*w5"),
    ("dE/dnet_o1", "out_o1*(1-out_o1)"), ("E", "2*E_o1 + E_o2 + E_o3"), ("dE/dw1", "delta_h1*(dnet_h1/dw1)^2"),
    ("dE/dout_h1", "out_o1*w5 + out_o2*w7 + out_o3*w9"),
  ])
  func whatIsNamedIsMeant(_ quantity: String, _ answer: String) {
    let verdict = Self.oneHot().check(quantity, answer: answer)
    #expect(verdict.kind == .mistake || verdict.kind == .unknown, "\(verdict)")
  }

  @Test func mistakesAreNamedWhereTermsAreLeftOut() {
    let checker = Self.oneHot()
    #expect(checker.check("dE/dnet_o1", answer: "-out_o1").mistakes == ["sign-flip"])
    #expect(checker.check("w5+", answer: "w5 + out_o1*out_h1").mistakes.contains("ascent"))
    #expect(checker.check("dE/dw5", answer: "out_o1*w5").mistakes == ["weight-for-input"])
  }
}
