import Diagnostics
import Expressions
import Formats
import Networks
import RandomNetworks
import Testing

/// Every bundled notation over random networks: names are distinct, and read back in every form.
struct NotationTests {
  private static func networks(in notation: Notation) throws -> [Network] {
    let networks =
      (0..<24).map { RandomNetworks.network($0) }
      + BundledNetworks.names.compactMap(BundledNetworks.network(named:))
    return try networks.map { try $0.lettered(in: notation) }
  }

  private static func quantities(of architecture: Architecture) -> [Expression] {
    var quantities: [Quantity] = architecture.inputs.indices.map { .input($0) }
    quantities += (0..<architecture.parameterCount).flatMap {
      [.parameter($0), .updated($0), .gradient(.parameter($0))]
    }
    for neuron in 0..<architecture.neuronCount {
      quantities += [.net(neuron), .out(neuron), .gradient(.out(neuron)), .gradient(.net(neuron))]
      quantities.append(.derivative(of: .out(neuron), by: .net(neuron)))
    }
    for output in 0..<architecture.outputCount {
      quantities.append(.target(output))
      if architecture.outputCount > 1 { quantities.append(.partialLoss(output)) }
    }
    quantities += [.loss, .learningRate, .lossAfterUpdate]
    return quantities.map(architecture.expression(of:))
      + (0..<architecture.neuronCount).map(architecture.deltaSymbol)
  }

  @Test(arguments: BundledNotations.names) func readsBackEveryName(name: String) throws {
    let notation = try #require(BundledNotations.notation(named: name))
    for network in try Self.networks(in: notation) {
      let architecture = network.architecture
      let letters = architecture.letters
      for quantity in Self.quantities(of: architecture) {
        for text in [
          quantity.text(.ascii, in: letters), quantity.text(.unicode, in: letters), quantity.latex(in: letters),
        ] {
          let read = try Expression.parse(text, letters: letters)
          // Plain δ stays as it is written.
          let plain = read == .symbol("δ" + (quantity.leafName ?? "").dropFirst(5)) ? quantity : read
          #expect(plain == quantity, "\(text) in \(architecture.layers.map(\.neurons))")
        }
      }
    }
  }

  @Test(arguments: BundledNotations.names) func givesEachQuantityItsOwnName(name: String) throws {
    let notation = try #require(BundledNotations.notation(named: name))
    for network in try Self.networks(in: notation) {
      let architecture = network.architecture
      let quantities = Self.quantities(of: architecture)
      for text in [
        quantities.map { $0.text(.ascii, in: architecture.letters) },
        quantities.map { $0.text(.unicode, in: architecture.letters) },
        quantities.map { $0.latex(in: architecture.letters) },
        quantities.map { $0.mathML(in: architecture.letters) },
      ] {
        #expect(Set(text).count == text.count, "\(text)")
      }
    }
  }

  @Test(arguments: BundledNotations.names) func readsTheLessonsLettersToo(name: String) throws {
    let notation = try #require(BundledNotations.notation(named: name))
    for network in try Self.networks(in: notation) {
      let architecture = network.architecture
      let hasEnds = notation.numbering == .running
      for quantity in Self.quantities(of: architecture) {
        let text = quantity.text(.ascii)
        // w13 is the weight between nodes 1 and 3 where weights are called so.
        if hasEnds, architecture.weightCount > 11, text.contains("w") { continue }
        let asked = architecture.asked(spelled: text)
        #expect(asked == architecture.asked(quantity), "\(text)")
      }
    }
  }

  @Test(arguments: BundledNotations.names) func readsFormulasBack(name: String) throws {
    let notation = try #require(BundledNotations.notation(named: name))
    for network in try Self.networks(in: notation).prefix(12) {
      let architecture = network.architecture
      let letters = architecture.letters
      let leaves = Self.quantities(of: architecture)
      func leaf(_ number: Int) -> Expression { leaves[number % leaves.count] }
      for number in stride(from: 0, to: 4 * leaves.count, by: 7) {
        let (a, b, c) = (leaf(number), leaf(3 * number + 1), leaf(5 * number + 2))
        let formula = Expression.sum([
          .product([a, .sum([.number(1), .negation(b)])]), .negation(.power(c, .number(2))),
          .quotient(b, .power(a, .number(2))), .call(.sigmoid, c),
        ])
        for text in [
          formula.text(.ascii, in: letters), formula.text(.unicode, in: letters), formula.latex(in: letters),
        ] {
          let read = try Expression.parse(text, letters: letters)
          let values = { (name: String) -> Double? in Self.value(of: name) }
          let (one, other) = (try read.evaluated(values), try formula.evaluated(values))
          #expect((one - other).magnitude <= 1e-9 * other.magnitude, "\(text)")
        }
      }
    }
  }

  /// A number of its own for each name; δ_h1 and delta_h1 are one.
  private static func value(of name: String) -> Double {
    let name = name.hasPrefix("δ_") ? "delta_" + name.dropFirst(2) : name
    var hash: UInt64 = 1469
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return 0.5 + Double(hash % 10_007) / 10_007
  }
}

/// The names that books print, and the ways in which people type them.
struct BookNameTests {
  @Test(arguments: [
    ("han-kamber", "w14", "w1"), ("han-kamber", "w_{46}", "w7"), ("han-kamber", "θ6", "b3"),
    ("han-kamber", "\\theta_6", "b3"), ("han-kamber", "O_4", "out_n4"), ("han-kamber", "O4", "out_n4"),
    ("han-kamber", "I_6", "net_n6"), ("han-kamber", "T_6", "target"), ("han-kamber", "T", "target"),
    ("han-kamber", "l", "eta"), ("han-kamber", "w1", "w1"), ("han-kamber", "w46+", "w7+"),
    ("han-kamber", "dE/dw46", "dE/dw7"), ("han-kamber", "∂E/∂I_6", "dE/dnet_n6"),
    ("zhou", "b_1", "out_n4"), ("zhou", "b1", "b1"), ("zhou", "b₁", "out_n4"), ("zhou", "ŷ_1", "out_n6"),
    ("zhou", "ŷ", "out_n6"), ("zhou", "\\hat{y}_1", "out_n6"), ("zhou", "\\hat y", "out_n6"), ("zhou", "y_1", "target"),
    ("zhou", "v_31", "w3"), ("zhou", "w_21", "w8"), ("zhou", "γ_2", "b2"), ("zhou", "E_k", "E"),
    ("zhou", "α1", "net_n4"),
    ("zhou", "dE_k/dw_21", "dE/dw8"), ("zhou", "∂E_k/∂w₂₁", "dE/dw8"), ("zhou", "x_2", "x2"),
    ("z-a", "w_{12}^{(1)}", "w2"), ("z-a", "w^{(1)}_{12}", "w2"), ("z-a", "w_12^(1)", "w2"), ("z-a", "w₁₂⁽¹⁾", "w2"),
    ("z-a", "w_{1,2}^{(1)}", "w2"), ("z-a", "a_2^(1)", "out_n5"), ("z-a", "a_3^(0)", "x3"), ("z-a", "C", "E"),
    ("z-a", "\\frac{\\partial C}{\\partial w_{11}^{(2)}}", "dE/dw7"), ("z-a", "dC/dw_11^(2)", "dE/dw7"),
    ("z-a", "w_{11}^{(2)+}", "w7+"), ("z-a", "w_{11}^{(2)}⁺", "w7+"), ("z-a", "a_2^1", "out_n5"),
    ("nielsen", "a^2_1", "out_n4"), ("nielsen", "a^3_1", "out_n6"), ("nielsen", "w^3_{12}", "w8"),
    ("nielsen", "z²₂", "net_n5"),
    ("negnevitsky", "X_4", "net_n4"), ("negnevitsky", "y_{d,6}", "target"), ("negnevitsky", "y_d,6", "target"),
    ("negnevitsky", "α", "eta"), ("qiu", "L", "E"), ("qiu", "W_{12}^{(1)}", "w2"),
  ]) func readsWhatBooksPrint(notation: String, text: String, identity: String) throws {
    let network = try #require(BundledNetworks.network(named: "han-kamber"))
      .lettered(in: try #require(BundledNotations.notation(named: notation)))
    let read = try Expression.parse(text, letters: network.architecture.letters)
    #expect(read.leafName == identity)
    #expect(network.architecture.asked(spelled: text)?.quantity == network.architecture.quantity(named: identity))
  }

  @Test func productsNeedNoSign() throws {
    let network = try #require(BundledNetworks.network(named: "han-kamber"))
      .lettered(in: try #require(BundledNotations.notation(named: "zhou")))
    let letters = network.architecture.letters
    #expect(
      try Expression.parse("ηg_1b_1", letters: letters)
        == .product([.symbol("eta"), .symbol("delta_n6"), .symbol("out_n4")]))
    #expect(
      try Expression.parse("b_1(1-b_1)w_{11}g_1", letters: letters)
        == Expression.parse("out_n4*(1-out_n4)*w7*delta_n6"))
  }

  @Test(arguments: [
    ("net-out", "∂E/∂w5", "\\frac{\\partial E}{\\partial w_5}"),
    ("z-a", "∂C/∂w₁₁⁽²⁾", "\\frac{\\partial C}{\\partial w_{11}^{(2)}}"),
    ("nielsen", "∂C/∂w³₁₁", "\\frac{\\partial C}{\\partial w_{11}^3}"),
    ("han-kamber", "∂E/∂w₃₅", "\\frac{\\partial E}{\\partial w_{35}}"),
    ("zhou", "∂E_k/∂w₁₁", "\\frac{\\partial E_k}{\\partial w_{11}}"),
    ("qiu", "∂L/∂w₁₁⁽²⁾", "\\frac{\\partial L}{\\partial w_{11}^{(2)}}"),
  ]) func writesTheGradientOfTheLessons(notation: String, line: String, latex: String) throws {
    let network = try BundledNetworks.default.lettered(in: try #require(BundledNotations.notation(named: notation)))
    let gradient = network.architecture.expression(of: .gradient(.parameter(4)))
    #expect(gradient.text(.unicode, in: network.architecture.letters) == line)
    #expect(gradient.latex(in: network.architecture.letters) == latex)
  }

  @Test func largeNetworksHaveNamesToo() throws {
    let layers = [
      Layer(neurons: (1...128).map { "h\($0)" }, activation: .sigmoid, bias: .each),
      Layer(neurons: (1...10).map { "o\($0)" }, activation: .sigmoid, bias: .each),
    ]
    let architecture = Architecture(inputs: (1...784).map { "i\($0)" }, layers: layers, loss: .squaredError)
    for name in BundledNotations.names.dropFirst() {
      let own = try architecture.lettered(in: try #require(BundledNotations.notation(named: name)))
      for weight in [0, 783, 784, 9 * 784 + 11, 100_351, 100_352, 101_000, 101_631] {
        let leaf = own.expression(of: .gradient(.parameter(weight)))
        let text = leaf.text(.unicode, in: own.letters)
        // Where no comma is needed, a network of this size has none of its weights listed.
        guard text.contains(",") else { continue }
        #expect(try Expression.parse(text, letters: own.letters) == leaf, "\(text)")
      }
    }
  }
}

/// Names that would be ambiguous are refused, with reason and place.
struct AmbiguousNameTests {
  private static func fault(_ letters: String) -> (id: String, place: String)? {
    let text = #"""
      {"inputs": ["i1", "i2"], "layers": [{"neurons": ["h1", "h2"], "bias": "each"}, {"neurons": ["o"], "bias": "none"}],
       "values": {"i1": 1, "i2": 2, "w1": 1, "w2": 1, "w3": 1, "w4": 1, "w5": 1, "w6": 1, "b1": 0, "b2": 0, "target": 1},
      """# + letters + "}"
    do {
      _ = try NetworkFile.parse(SourceText(text))
      return nil
    } catch {
      let bytes = Array(text.utf8)
      return (error.diagnostics[0].id, String(decoding: bytes[error.diagnostics[0].range], as: UTF8.self))
    }
  }

  @Test(arguments: [
    (#""names": {"w1": "J", "E": "J"}"#, "notation.ambiguous-name", #""J""#),
    (#""names": {"w1": "w2"}"#, "notation.ambiguous-name", #""w2""#),
    (#""names": {"w1": "w2", "w2": "w1"}"#, "notation.ambiguous-name", #""w"#),
    (#""names": {"w1": "e"}"#, "notation.ambiguous-name", #""e""#),
    (#""names": {"w1": "f"}"#, "notation.ambiguous-name", #""f""#),
    (#""names": {"w1": "sqrt"}"#, "notation.ambiguous-name", #""sqrt""#),
    (#""names": {"w1": "net_h1"}"#, "notation.ambiguous-name", #""net_h1""#),
    (#""names": {"w1": "delta_h1"}"#, "notation.ambiguous-name", #""delta_h1""#),
    (#""names": {"w1": "2w"}"#, "network.unusable-letters", #""2w""#),
    (#""names": {"w1": "a b"}"#, "network.unusable-letters", #""a b""#),
    (#""names": {"w1": ""}"#, "network.unusable-letters", #""""#),
    (#""names": {"w99": "v"}"#, "network.unknown-value", #""w99""#),
    (#""names": {"w1": 3}"#, "network.wrong-kind", "3"),
    (#""names": ["w1"]"#, "network.not-an-object", #"["w1"]"#),
    (#""notation": "zhuo""#, "network.unknown-choice", #""zhuo""#),
    (
      #""notation": {"name": "x", "names": {"net": "a_{node}", "out": "a_{node}"}}"#, "notation.ambiguous-name",
      #""a_{node}""#
    ),
    (#""notation": {"name": "x", "names": {"nett": "a_{node}"}}"#, "notation.unknown-member", #""nett""#),
    (#""notation": {"name": "x", "names": {"net": "a_{from}"}}"#, "notation.wrong-blank", #""a_{from}""#),
    (#""notation": {"name": "x", "names": {"net": "a_{"}}"#, "notation.unusable-name", #""a_{""#),
    (#""notation": {"name": "x", "delta": "plus"}"#, "notation.unknown-choice", #""plus""#),
    (#""notation": {"names": {}}"#, "notation.missing-name", "{"),
    (#""notation": "zhou", "names": {"E": "b_1"}"#, "notation.ambiguous-name", #""b_1""#),
  ]) func refuses(letters: String, id: String, place: String) throws {
    let fault = try #require(Self.fault(letters))
    #expect(fault.id == id)
    #expect(fault.place.hasPrefix(place))
  }

  @Test(arguments: [
    #""names": {"w1": "w13", "E": "J"}"#, #""names": {"E": "E_total"}"#, #""names": {"w1": "my_weight_1"}"#,
    #""notation": "z-a", "names": {"E": "J"}"#,
  ]) func accepts(letters: String) throws { #expect(Self.fault(letters)?.id == nil) }

  @Test func renamedQuantitiesAreWrittenAndRead() throws {
    let text = #"""
      {"inputs": ["i1"], "layers": [{"neurons": ["o"], "bias": "none"}], "values": {"i1": 1, "w1": 1, "target": 1},
       "names": {"w1": "w_1_in", "E": "J"}}
      """#
    let network = try NetworkFile.parse(SourceText(text))
    let letters = network.architecture.letters
    let gradient = network.architecture.expression(of: .gradient(.parameter(0)))
    #expect(gradient.text(.unicode, in: letters) == "∂J/∂w_1_in")
    #expect(try Expression.parse("∂J/∂w_1_in", letters: letters) == gradient)
    #expect(try Expression.parse("dE/dw1", letters: letters) == gradient)
    // The file keeps what it said.
    let again = try NetworkFile.parse(SourceText(NetworkFile.json(network).pretty))
    #expect(again == network)
  }

  @Test func filesOfNotationsAreKeptInNetworkFiles() throws {
    for name in BundledNotations.names {
      let network = try BundledNetworks.default.lettered(in: try #require(BundledNotations.notation(named: name)))
      #expect(try NetworkFile.parse(SourceText(NetworkFile.json(network).pretty)) == network)
      var own = network.architecture.notation
      own.name = "mine"
      let changed = try BundledNetworks.default.lettered(in: own)
      #expect(try NetworkFile.parse(SourceText(NetworkFile.json(changed).pretty)) == changed)
    }
  }
}
