import Networks
import Testing

/// The numbers that the specification prints for the lessons' network.
@Suite struct DerivationTableTests {
  static let pass = Pass(BundledNetworks.default)

  @Test(
    arguments: [
      ("net_h1", -0.96), ("out_h1", 0.27687819487561016), ("net_h2", -1.55), ("out_h2", 0.17508626816403985),
      ("net_O", -0.7377913412844088), ("out_O", 0.32348730529405545), ("E", 0.16618344357855483),
      ("dE/dw5", -0.03493259287751622), ("dE/dw6", -0.02208992054056765), ("dE/db2", -0.12616592250325084),
      ("dE/dw1", 0.0010104207847705972), ("dE/dw2", 0.0017682363733485449), ("dE/dw3", 0.008746693818758155),
      ("dE/dw4", 0.015306714182826768), ("dE/db1", 0.02439278650882188), ("w5+", -0.07205392569798703),
      ("w1+", 0.19919166337218353), ("E+", 0.15143361134765754),
    ] as [(String, Double)])
  func asPrinted(_ name: String, value: Double) {
    #expect(Self.pass[name].isClose(to: value, relative: 1e-12), "\(name) is \(Self.pass[name])")
  }

  /// The factors, each by the formula of the derivation.
  @Test func factors() {
    let pass = Self.pass
    let (o, h1) = (pass["out_O"], pass["out_h1"])
    let expected = [
      ("dE/dout_O", -(0.9 - o)), ("dout_O/dnet_O", o * (1 - o)), ("dnet_O/dw5", h1), ("dnet_O/dw6", pass["out_h2"]),
      ("dnet_O/db2", 1), ("dnet_O/dout_h1", -0.1), ("dnet_O/dout_h2", -1.2), ("dout_h1/dnet_h1", h1 * (1 - h1)),
      ("dnet_h1/dw1", 0.4), ("dnet_h1/dw2", 0.7), ("dnet_h2/dw3", 0.4), ("dnet_h2/dw4", 0.7), ("dnet_h1/db1", 1),
      ("dnet_h2/db1", 1), ("dnet_h1/dw3", 0), ("dnet_h2/dw1", 0), ("dnet_h1/di2", -0.2), ("dnet_h2/di1", -0.4),
      ("dE/dnet_O", pass["dE/db2"]), ("dE/dnet_h1", pass["dE/dw1"] / 0.4),
      ("dE/dout_h1", -(0.9 - o) * o * (1 - o) * -0.1),
      ("dE/di1", pass["dE/dnet_h1"] * 0.2 + pass["dE/dnet_h2"] * -0.4),
      ("dout_O/dw1", o * (1 - o) * -0.1 * h1 * (1 - h1) * 0.4),
    ]
    for (name, value) in expected {
      #expect(pass[name].isClose(to: value, relative: 1e-12), "\(name) is \(pass[name]), not \(value)")
    }
  }

  /// Held parameters keep their value, and the loss after the update knows it.
  @Test func heldParameters() throws {
    var network = BundledNetworks.default
    let free = Pass(network)
    network.held = [0, 7]
    let pass = Pass(network)
    #expect(pass["w1+"] == 0.2)
    #expect(pass["b2+"] == -0.5)
    #expect(pass["w2+"] == free["w2+"])
    #expect(pass["dE/dw1"] == free["dE/dw1"])
    var after = network
    after.parameters = pass.updatedParameters
    #expect(pass.lossAfterUpdate == Pass(after).loss)
    #expect(pass.lossAfterUpdate != free.lossAfterUpdate)
  }
}
