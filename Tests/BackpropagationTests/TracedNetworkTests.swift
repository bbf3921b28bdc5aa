import Backpropagation
import Testing

struct TracedNetworkTests {
  private let network = TracedNetwork.default

  @Test func everyGradientAgreesWithACentralDifference() throws {
    for (name, gradient) in network.gradients {
      let value = try network.value(of: name)
      let (above, below) = (try network.setting([name: value + 1e-5]), try network.setting([name: value - 1e-5]))
      #expect(abs((above.loss - below.loss) / 2e-5 - gradient) < 1e-9, "\(name)")
      #expect(try network.value(of: "dE/d\(name)") == gradient)
    }
    #expect(network.parameterNames == ["w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2"])
  }

  @Test func aDerivationNamesItsFactorsAndWhatItUsesAgain() throws {
    let steps = try network.derivation(of: ["dE/dw5", "dE/dw1"])
    let factors = steps.filter { $0.kind == .factor }.map(\.quantity)
    #expect(factors.starts(with: ["dE/dout_O", "dout_O/dnet_O", "dnet_O/dw5"]))
    #expect(steps.contains { $0.quantity == "dE/dout_O" && $0.reuses != nil })
    let product = try #require(steps.first { $0.kind == .product })
    let values = product.dependsOn.map { id in steps[id - 1].value }
    #expect(abs(values.reduce(1, *) - product.value) < 1e-15)
  }

  @Test func anUpdateLowersE() throws {
    #expect(network.updated.loss < network.loss)
    let w5 = try network.value(of: "w5") - 0.8 * network.value(of: "dE/dw5")
    #expect(abs(try network.updated.value(of: "w5") - w5) < 1e-15)
  }

  @Test func answersAreDiagnosed() throws {
    #expect(try network.check("dE/dout_O", answer: "out_O - target").kind == .right)
    let wrong = try network.check("dE/dout_O", answer: "target - out_O")
    #expect(wrong.kind == .mistake && wrong.mistakes == ["sign-flip"])
    #expect(!wrong.english.isEmpty && !wrong.chinese.isEmpty)
    let own = try network.check("dE/dnet_O", answer: "0.5*0.2188", earlier: ["dE/dout_O": 0.5])
    #expect(own.kind == .followThrough)
  }

  @Test func aNetworkReadsBackTheSame() throws {
    #expect(try TracedNetwork(json: network.json).gradients == network.gradients)
  }

  @Test func faultsSayWhereAndWhat() {
    let file = #expect(throws: BackpropagationError.self) { try TracedNetwork(json: "{\"inputs\": 3}") }
    #expect(file?.description.contains("1:") == true)
    #expect(throws: BackpropagationError.self) { try network.value(of: "dE/dw9") }
    #expect(throws: BackpropagationError.self) { try network.value(of: "(1+") }
    #expect(throws: BackpropagationError.self) { try network.setting(["E": 1]) }
    #expect(throws: BackpropagationError.self) { try network.setting(["w1": .nan]) }
    #expect(throws: BackpropagationError.self) { try network.derivation(of: ["net_h1"]) }
    #expect(throws: BackpropagationError.self) { try network.check("w99", answer: "1") }
  }
}
