import Diagnostics
import Networks
import RandomNetworks
import Testing
import Traces

@testable import Exports

@Suite struct PictureTests {
  private static func picture(_ network: Network, _ goal: Quantity?) -> NetworkPicture {
    NetworkPicture(Trace(network, goals: []), goal: goal, language: .en)
  }

  /// On a phone the edges off the path are left out; where none is lit all are drawn.
  @Test func theLitPathAlone() {
    func edges(_ picture: NetworkPicture) -> (lit: Int, other: Int) {
      let text = picture.svg(id: "p")
      return (text.split(separator: "class=\"edge lit\"").count - 1, text.split(separator: "class=\"edge\"").count - 1)
    }
    let trace = Trace(BundledNetworks.default, goals: [])
    let whole = NetworkPicture(trace, goal: .gradient(.parameter(0)), language: .en)
    let alone = edges(whole.litAlone)
    // w1, w5 and the way from O to E.
    #expect(alone.lit == 3 && alone.other == 0 && edges(whole).other > 3)
    let unlit = NetworkPicture(trace, goal: nil, language: .en)
    #expect(edges(unlit.litAlone) == edges(unlit) && edges(unlit).other > 6)
  }

  /// No node covers another one, and everything lies inside.
  @Test func nodesLieApart() {
    for seed in 0..<80 as Range<UInt64> {
      let network = RandomNetworks.network(seed, depth: 4, width: 9)
      let picture = Self.picture(network, .gradient(.parameter(0)))
      for (index, one) in picture.nodes.enumerated() {
        #expect(one.x - one.width / 2 >= 0 && one.x + one.width / 2 <= picture.width)
        #expect(one.y - one.height / 2 >= 0 && one.y + one.height / 2 <= picture.height)
        for other in picture.nodes[(index + 1)...] {
          let isApart =
            (one.x - other.x).magnitude >= (one.width + other.width) / 2
            || (one.y - other.y).magnitude >= (one.height + other.height) / 2
          #expect(isApart, "seed \(seed): \(one.lines) and \(other.lines)")
        }
      }
    }
  }

  /// Labels of edges do not cover each other: those of one column of edges stand at different heights.
  @Test func labelsLieApart() {
    for sizes in [[2, 2, 1], [2, 2, 2], [3, 3, 1], [4, 4, 4, 1], [1, 6, 2]] {
      let picture = Self.picture(RandomNetworks.network(sizes), nil)
      let labels = picture.edges.compactMap { $0.label == nil ? nil : $0.labelPoint }
      for (index, one) in labels.enumerated() {
        for other in labels[(index + 1)...] where (one.x - other.x).magnitude < 60 {
          #expect((one.y - other.y).magnitude >= 12, "\(sizes)")
        }
      }
    }
  }

  @Test func everyEdgeIsNamed() {
    for bias in Bias.allCases {
      let network = RandomNetworks.network([3, 3, 2], bias: bias)
      let picture = Self.picture(network, nil)
      let labels = picture.edges.compactMap(\.label)
      for weight in 1...15 { #expect(labels.contains { $0.hasPrefix("w\(weight) = ") }) }
      #expect(labels.filter { $0.hasPrefix("E_") }.count == 2)
      #expect(labels.filter { $0.hasPrefix("b") }.count == (bias == .shared ? 5 : 0))
      let lines = picture.nodes.flatMap(\.lines)
      #expect(lines.filter { $0.hasPrefix("b1") }.count == (bias == .none ? 0 : 1))
      #expect(lines.filter { $0.hasPrefix("b5") }.count == (bias == .each ? 1 : 0))
    }
  }

  /// What is lit lies between the variable and E, all paths of it.
  @Test func litPaths() {
    let network = BundledNetworks.default
    func lit(_ name: String) -> String {
      guard case .derivative(_, by: let variable)? = network.architecture.quantity(named: name) else { return "" }
      let path = LitPath(to: variable, in: network.architecture)
      let names =
        path.inputs.sorted().map { network.architecture.inputs[$0] }
        + path.parameters.sorted().map { network.architecture.name(of: .parameter($0)) }
        + path.neurons.sorted().map(network.architecture.neuronName)
      return names.joined(separator: " ")
    }
    #expect(lit("dE/dw5") == "w5 O")
    #expect(lit("dE/dw1") == "i1 w1 w5 h1 O")
    #expect(lit("dE/dw4") == "i2 w4 w6 h2 O")
    #expect(lit("dE/db2") == "b2 O")
    #expect(lit("dE/db1") == "w5 w6 b1 h1 h2 O")
    #expect(lit("dE/di2") == "i2 w2 w4 w5 w6 h1 h2 O")
    #expect(lit("dE/dout_h2") == "w6 h2 O")
    #expect(lit("dE/dnet_O") == "O")
  }

  @Test func rulesInOtherNotations() {
    #expect(ASCIIText.symbolsSpelled("(uⁿ)′ = n·uⁿ⁻¹·u′") == "(u^n)' = n*u^(n-1)*u'")
    #expect(ASCIIText.symbolsSpelled("(u/v)′ = (u′·v − u·v′)/v²") == "(u/v)' = (u'*v - u*v')/v^2")
    #expect(
      RuleNotation.mathML("(cᵘ)′ = v²")
        == "<mrow><mo form=\"prefix\" stretchy=\"false\">(</mo><msup><mi>c</mi><mi>u</mi></msup>"
        + "<msup><mo form=\"postfix\" stretchy=\"false\">)</mo><mo>′</mo></msup><mo>=</mo>"
        + "<msup><mi>v</mi><mn>2</mn></msup></mrow>")
    #expect(RuleNotation.latex("(uⁿ)′ = n·uⁿ⁻¹·u′") == "(u^{n})' = n \\cdot u^{n-1} \\cdot u'")
    #expect(RuleNotation.latex("tanh′(x) = 1 − tanh(x)²") == "\\tanh'(x) = 1 - \\tanh(x)^{2}")
    #expect(
      RuleNotation.latex("relu′(x) = 1 if x > 0, else 0")
        == "\\operatorname{relu}'(x) = 1 \\text{ if } x > 0, \\text{ else } 0")
  }
}
