import Diagnostics
import Formats
import Networks
import RandomNetworks
import Testing

@Suite struct NetworkFileTests {
  @Test func readsTheLessonsNetwork() {
    let network = BundledNetworks.default
    #expect(network.name == "2-2-1")
    #expect(network.inputs == [0.4, 0.7])
    #expect(network.parameters == [0.2, -0.2, -0.4, -0.7, -0.1, -1.2, -0.9, -0.5])
    #expect(network.targets == [0.9])
    #expect(network.learningRate == 0.8)
    #expect(network.architecture.layers.map(\.neurons) == [["h1", "h2"], ["O"]])
    #expect(network.architecture.layers.allSatisfy { $0.activation == .sigmoid && $0.bias == .shared })
    #expect(network.architecture.loss == .squaredError)
  }

  @Test func bundledNetworksAreThere() {
    for name in BundledNetworks.names {
      #expect(BundledNetworks.network(named: name)?.name == name)
    }
    #expect(BundledNetworks.network(named: "default") == BundledNetworks.default)
    #expect(BundledNetworks.network(named: "3-3-3") == nil)
  }

  /// What stands nowhere has the usual meaning: sigmoid, shared biases, squared error.
  @Test func defaults() throws {
    let network = try NetworkFile.parse(
      SourceText(
        #"{"inputs": ["x"], "layers": [{"neurons": ["O"]}], "values": {"x": 1, "w1": 2, "b1": 3, "target": 0.5}}"#))
    #expect(network.architecture.layers == [Layer(neurons: ["O"], activation: .sigmoid, bias: .shared)])
    #expect(network.architecture.loss == .squaredError)
    #expect(network.held.isEmpty)
    #expect(network.name.isEmpty)
  }

  @Test func writtenNetworksReadBackTheSame() throws {
    for seed in 0..<200 as Range<UInt64> {
      var network = RandomNetworks.network(seed)
      network.name = "a\"\u{1B}[2J</script>\\ 权\n\(seed)"
      network.learningRate = 0.1 + 0.2
      let json = NetworkFile.json(network)
      #expect(try NetworkFile.parse(SourceText(json.pretty)) == network)
      #expect(try NetworkFile.parse(SourceText(json.oneLine)) == network)
    }
  }

  @Test func writesTheDocumentedForm() {
    #expect(
      NetworkFile.json(BundledNetworks.default).oneLine
        == #"{"name": "2-2-1", "inputs": ["i1", "i2"], "layers": ["#
        + #"{"neurons": ["h1", "h2"], "activation": "sigmoid", "bias": "shared"}, "#
        + #"{"neurons": ["O"], "activation": "sigmoid", "bias": "shared"}], "loss": "squared-error", "#
        + #""values": {"i1": 0.4, "i2": 0.7, "w1": 0.2, "w2": -0.2, "w3": -0.4, "w4": -0.7, "w5": -0.1, "w6": -1.2, "#
        + #""b1": -0.9, "b2": -0.5, "target": 0.9}, "learningRate": 0.8, "held": []}"#)
  }
}
