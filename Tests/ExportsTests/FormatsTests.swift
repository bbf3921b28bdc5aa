import Diagnostics
import Exports
import Networks
import ScreenTesting
import Testing

@Suite struct FormatsTests {
  @Test(arguments: FrameworkFormat.allCases, Language.allCases)
  func lessonNetwork(_ format: FrameworkFormat, _ language: Language) {
    let text = format.text(of: BundledNetworks.default, language: language)
    if let difference = Golden.difference(text, from: "2-2-1.\(language.rawValue)", as: format.rawValue) {
      Issue.record("\(difference)")
    }
  }

  @Test func namesOfTheCommandLine() {
    #expect(FrameworkFormat.allCases.map(\.rawValue) == ["pytorch", "numpy", "jax", "csv", "graphviz"])
  }

  /// No line of a program may be longer than people read, however large the network.
  @Test(arguments: [FrameworkFormat.numpy, .pytorch, .jax])
  func linesAreShort(_ format: FrameworkFormat) {
    let layers = (1...12).map { layer in
      Layer(neurons: (1...40).map { "h\(layer * 100 + $0)" }, activation: .tanh, bias: .each)
    }
    let network = Network(
      name: "wide", architecture: Architecture(inputs: ["a", "b"], layers: layers, loss: .squaredError)
    ).randomized(seed: 1)
    for line in format.text(of: network, language: .en).split(separator: "\n") {
      #expect(line.count <= 130, "\(line)")
    }
  }

  /// Quoted cells, quotation marks doubled, and nothing that a spreadsheet would compute.
  @Test func tableOfHostileNames() {
    let text = FrameworkFormat.csv.text(of: HostileNames.network, language: .en)
    #expect(text.hasPrefix("quantity,value\r\n'=1+1,"))
    #expect(text.contains("\r\n\"#\r\nimport os\","))
    #expect(text.contains("\r\n\"net_h\"\"1\","))
    #expect(text.contains("\r\n\"out_o', 1)\","))
  }

  /// Quotation marks and backslashes are escaped, line ends and invisible characters are gone.
  @Test func drawingOfHostileNames() {
    let text = FrameworkFormat.graphviz.text(of: HostileNames.network, language: .en)
    #expect(text.contains("label=\"h\\\"1\\nnet = "))
    #expect(text.contains("label=\"h\\\\\\nnet = "))
    #expect(text.contains("label=\"o&amp;lt;\\nnet = "))
    #expect(text.contains("digraph \"coding: utf-7�raise SystemExit(7)�\\\"\\\"\\\"�[31m\" {\n"))
    for line in text.split(separator: "\n") {
      let quotes = line.replacing("\\\\", with: "").replacing("\\\"", with: "").count { $0 == "\"" }
      #expect(quotes.isMultiple(of: 2), "\(line)")
    }
  }
}
