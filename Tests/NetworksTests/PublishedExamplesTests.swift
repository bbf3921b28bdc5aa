import Diagnostics
import Glibc
import Networks
import Testing

/// Worked examples that others have published, their mistakes included.
@Suite struct PublishedExamplesTests {
  private static func pass(_ name: String) throws -> Pass {
    Pass(try #require(BundledNetworks.network(named: name)))
  }

  /// The update that uses the *new* output weights in the hidden layer's gradients: the mistake that both articles make.
  private static func updatedWithNewOutputWeights(_ pass: Pass) -> Network {
    let network = pass.network
    let architecture = network.architecture
    var after = network
    after.parameters = pass.updatedParameters
    for neuron in 0..<architecture.firstOutput {
      let upstream = architecture.targets(ofNeuron: neuron).reduce(0.0) {
        let weight = architecture.weight(from: network.inputs.count + neuron, to: $1)
        return $0 + pass.deltas[$1] * pass.updatedParameters[weight]
      }
      for source in architecture.sources(ofNeuron: neuron) {
        let weight = architecture.weight(from: source, to: neuron)
        let gradient = upstream * pass.slopes[neuron] * pass.value(ofSource: source)
        after.parameters[weight] = network.parameters[weight] - network.learningRate * gradient
      }
    }
    return after
  }

  @Test(arguments: [
    ("net_h1", "0.3775"), ("out_h1", "0.593269992"), ("out_h2", "0.596884378"), ("net_o1", "1.105905967"),
    ("out_o1", "0.75136507"), ("out_o2", "0.772928465"), ("E_o1", "0.274811083"), ("E_o2", "0.023560026"),
    ("E", "0.298371109"), ("dE/dout_o1", "0.74136507"), ("dout_o1/dnet_o1", "0.186815602"), ("dE/dw5", "0.082167041"),
    ("dE/dout_h1", "0.036350306"), ("dout_h1/dnet_h1", "0.241300709"), ("dE/dw1", "0.000438568"),
    ("w1+", "0.149780716"), ("w2+", "0.19956143"), ("w3+", "0.24975114"), ("w4+", "0.29950229"),
    ("w5+", "0.35891648"), ("w6+", "0.408666186"), ("w7+", "0.511301270"), ("w8+", "0.561370121"), ("b1+", "0.35"),
    ("b2+", "0.60"),
  ])
  func mazur(_ name: String, printed: String) throws {
    let pass = try Self.pass("mazur-2-2-2")
    #expect(pass[name].rounds(to: printed), "\(name) is \(pass[name])")
  }

  /// The article's E⁺ is the one of the mistake that the article warns of.
  @Test func mazurPrintsTheMistakesLoss() throws {
    let pass = try Self.pass("mazur-2-2-2")
    #expect(pass["E+"].isClose(to: 0.29102777369, relative: 1e-10))
    let mistaken = Pass(Self.updatedWithNewOutputWeights(pass))
    #expect(mistaken.loss.isClose(to: 0.29102792390544197, relative: 1e-12))
    #expect(mistaken.loss.rounds(to: "0.291027924"))
    #expect(!pass["E+"].rounds(to: "0.291027924"))
  }

  @Test(arguments: [
    ("E", "0.274811083176155"), ("dE/dw1", "0.000668396021"), ("dE/dw2", "0.001336792042"),
    ("dE/dw3", "0.000749803774"), ("dE/dw4", "0.001499607549"), ("dE/dw5", "0.082167040564"),
    ("dE/dw6", "0.082667627848"), ("dE/db1", "0.028363995912"), ("dE/db2", "0.138498561629"),
    ("E+", "0.257828790931"),
  ])
  func mazurCutToOneOutput(_ name: String, printed: String) throws {
    let pass = try Self.pass("mazur-2-2-1")
    #expect(pass[name].rounds(to: printed), "\(name) is \(pass[name])")
  }

  @Test(arguments: [
    ("out_h1", "0.680267"), ("out_h2", "0.663739"), ("out_O", "0.690283"), ("w5+", "0.2723260"),
    ("w6+", "0.8729984"), ("w1+", "0.0990709"), ("w2+", "0.7976110"), ("w3+", "0.3971399"), ("w4+", "0.5926455"),
  ])
  func rgu(_ name: String, printed: String) throws {
    let pass = try Self.pass("rgu-2-2-1")
    #expect(pass[name].rounds(to: printed), "\(name) is \(pass[name])")
  }

  /// RGU's hidden weights come from the updated output weights: they fit those to the last digit printed (the sheet
  /// goes on with a δ of three digits and cuts off instead of rounding), and not the right ones.
  @Test(arguments: [(0, 0.09916, 1e-5), (1, 0.7978, 1e-4), (2, 0.3972, 1e-4), (3, 0.5928, 1e-4)])
  func rguPrintsTheMistake(_ weight: Int, printed: Double, unit: Double) throws {
    let pass = try Self.pass("rgu-2-2-1")
    let mistaken = Self.updatedWithNewOutputWeights(pass)
    let (miss, rightMiss) = (mistaken.parameters[weight] - printed, pass.updatedParameters[weight] - printed)
    #expect(miss.magnitude < unit, "\(mistaken.parameters[weight])")
    #expect(miss.magnitude < 0.5 * rightMiss.magnitude)
  }

  /// Thresholds are subtracted, as in the book (Negnevitsky, Artificial Intelligence, section 6.4); its error gradients
  /// (δ5 = −0.1274, δ3 = 0.0381, δ4 = −0.0147) have the sign opposite to ∂E/∂net.
  @Test(arguments: [
    ("out_n3", "0.524979"), ("out_n4", "0.880797"), ("out_n5", "0.509724"), ("dE/dnet_n5", "0.1274"),
    ("dE/dnet_n3", "-0.0381"), ("dE/dnet_n4", "0.0147"), ("w1+", "0.5038"), ("w3+", "0.8985"), ("w2+", "0.4038"),
    ("w4+", "0.9985"), ("w5+", "-1.2067"), ("w6+", "1.0888"), ("b1+", "0.7962"), ("b2+", "-0.0985"),
    ("b3+", "0.3127"), ("dnet_n5/db3", "-1"),
  ])
  func negnevitsky(_ name: String, printed: String) throws {
    let pass = try Self.pass("negnevitsky-xor")
    #expect(pass[name].rounds(to: printed), "\(name) is \(pass[name])")
  }

  /// A course's example whose loss has no ½: printed to four decimals.
  @Test(arguments: [
    ("E", "0.1578"), ("dE/dnet_y", "-0.1903"), ("dE/dw5", "-0.1229"), ("dE/dw6", "-0.0810"), ("dE/dnet_h1", "-0.0261"),
    ("w5+", "0.7229"),
  ])
  func sumOfSquares(_ name: String, printed: String) throws {
    let text = """
      {"name": "course", "inputs": ["x1", "x2"],
       "layers": [{"neurons": ["h1", "h2"], "bias": "each"}, {"neurons": ["y"], "bias": "each"}],
       "loss": "sum-of-squares", "learningRate": 1,
       "values": {"x1": 1, "x2": 0, "w1": 0.5, "w2": 0.3, "w3": -0.2, "w4": 0.8, "w5": 0.6, "w6": -0.4, "b1": 0.1,
         "b2": -0.1, "b3": 0.2, "target": 1}}
      """
    let pass = Pass(try NetworkFile.parse(SourceText(text)))
    // Four decimals were carried on the way, so that the last one may be off by one.
    let value = try #require(Double(printed))
    #expect((pass[name] - value).magnitude <= 1.5e-4, "\(name) is \(pass[name])")
  }

  /// Softmax behind a hidden layer; each share computed here from the net inputs as they are printed.
  @Test func softmax() throws {
    let text = """
      {"name": "softmax", "inputs": ["x1", "x2", "x3"],
       "layers": [{"neurons": ["h1", "h2"]}, {"neurons": ["o1", "o2"], "activation": "softmax"}],
       "loss": "categorical-cross-entropy",
       "values": {"x1": 1, "x2": 2, "x3": -1, "w1": 0.2, "w2": -0.3, "w3": 0.4, "w4": -0.5, "w5": 0.1, "w6": 0.2,
         "w7": 0.3, "w8": 0.4, "w9": -0.1, "w10": 0.2, "b1": 0.5, "b2": 0.1, "target_o1": 1, "target_o2": 0}}
      """
    let pass = Pass(try NetworkFile.parse(SourceText(text)))
    #expect(pass["net_h1"].isClose(to: -0.3, relative: 1e-12) && pass["net_h2"].magnitude < 1e-12)
    let h1 = 1 / (1 + exp(0.3))
    let share = 1 / (1 + exp(-(0.4 * h1 + 0.5 * 0.2)))
    #expect(pass["out_o1"].isClose(to: share, relative: 1e-12) && pass["E"].isClose(to: -log(share), relative: 1e-12))
    #expect(pass["dout_o1/dnet_o2"].isClose(to: -share * (1 - share), relative: 1e-12))
    #expect(pass["dE/dw7"].isClose(to: (share - 1) * h1, relative: 1e-12))
    #expect(pass["dE/dw1"].isClose(to: (share - 1) * (0.3 + 0.1) * h1 * (1 - h1), relative: 1e-12))
  }
}
