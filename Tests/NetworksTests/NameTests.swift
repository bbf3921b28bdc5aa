import Networks
import RandomNetworks
import Testing

@Suite struct NameTests {
  /// Every quantity is found again by its name, derivatives included.
  @Test func namesAreUnique() {
    for seed in 0..<60 as Range<UInt64> {
      let architecture = RandomNetworks.network(seed).architecture
      var quantities: [Quantity] = architecture.inputs.indices.map(Quantity.input)
      quantities += (0..<architecture.parameterCount).flatMap { [Quantity.parameter($0), .updated($0)] }
      quantities += (0..<architecture.neuronCount).flatMap { [Quantity.net($0), .out($0)] }
      quantities += (0..<architecture.outputCount).map(Quantity.target)
      if architecture.outputCount > 1 { quantities += (0..<architecture.outputCount).map(Quantity.partialLoss) }
      quantities += [.loss, .learningRate, .lossAfterUpdate]
      #expect(Set(quantities.map(architecture.name)).count == quantities.count)
      for quantity in quantities {
        #expect(architecture.quantity(named: architecture.name(of: quantity)) == quantity)
        #expect(architecture.has(quantity))
      }
      for case .net(let neuron) in quantities {
        for variable in quantities.prefix(6) {
          guard case .parameter = variable else { continue }
          let derivative = Quantity.derivative(of: .net(neuron), by: variable)
          #expect(architecture.quantity(named: architecture.name(of: derivative)) == derivative)
        }
      }
    }
  }

  @Test(arguments: [
    "w0", "w7", "w05", "w+", "b3", "w5++", "net_", "net_i1", "out_h3", "E_O", "target_O", "dE", "dE/w5", "dE/dw9",
    "dw5+/dw5", "E+/dw1", "", "_", "/", "d/d", "+", "w99999999999999999999", "W5", "net_h1 ",
  ])
  func unknownNames(_ name: String) {
    #expect(BundledNetworks.default.architecture.quantity(named: name) == nil)
  }

  @Test func severalOutputs() throws {
    let architecture = try #require(BundledNetworks.network(named: "mazur-2-2-2")).architecture
    #expect(architecture.quantity(named: "target_o2") == .target(1))
    #expect(architecture.quantity(named: "E_o1") == .partialLoss(0))
    #expect(architecture.quantity(named: "dE_o1/dout_o1") == .derivative(of: .partialLoss(0), by: .out(2)))
    #expect(architecture.quantity(named: "target") == nil)
    #expect(architecture.quantity(named: "target_h1") == nil)
  }

  /// Weights are numbered layer by layer, for each neuron in turn over its sources; biases by their kind.
  @Test func numbering() {
    let network = RandomNetworks.network([3, 2, 2], bias: .each)
    let architecture = network.architecture
    #expect(architecture.weight(from: 2, to: 1) == 5)
    #expect(architecture.weight(from: 3, to: 2) == 6)
    #expect(architecture.weight(from: 4, to: 3) == 9)
    #expect(architecture.biasParameter(ofNeuron: 3) == 13)
    for parameter in 0..<architecture.parameterCount {
      switch architecture.place(ofParameter: parameter) {
      case .edge(let source, let neuron): #expect(architecture.weight(from: source, to: neuron) == parameter)
      case .neurons(let fed): #expect(fed.map(architecture.biasParameter) == [parameter])
      }
    }
    #expect(
      !architecture.has(.out(4)) && !architecture.has(.gradient(.parameter(14))) && !architecture.has(.target(-1)))
  }

  @Test func randomNumbersAreTelling() {
    for seed in 0..<100 as Range<UInt64> {
      let network = BundledNetworks.default.randomized(seed: seed)
      for value in network.inputs + network.parameters {
        #expect(value.magnitude >= 0.1 && value.magnitude <= 1.5)
        #expect(value.remainder(dividingBy: 1) != 0)
        #expect((value * 100).rounded() / 100 == value)
      }
      #expect(network == BundledNetworks.default.randomized(seed: seed))
    }
    #expect(BundledNetworks.default.randomized(seed: 1) != BundledNetworks.default.randomized(seed: 2))
  }
}
