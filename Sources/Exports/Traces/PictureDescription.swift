import Diagnostics
import Expressions
import Networks
import Traces

/// A picture in words, for those who do not see it: who feeds whom, and what is lit.
struct PictureDescription {
  let text: String

  /// More neurons or sources than this are counted instead of named.
  private static let maxNamed = 12

  init(_ trace: Trace, lit: LitPath, language: Language) {
    let architecture = trace.network.architecture
    let separator = TraceWords.listSeparator[language]
    func name(_ quantity: Quantity) -> String { NetworkPicture.text(architecture.expression(of: quantity)) }
    func sourceName(_ source: Int) -> String {
      let inputs = architecture.inputs.count
      return source < inputs ? architecture.inputs[source] : architecture.neuronName(source - inputs)
    }
    var text = ""
    for block in architecture.blocks {
      guard block.neuronCount <= Self.maxNamed, block.sourceCount <= Self.maxNamed else {
        text += TraceWords.wiring(block.neuronCount, sources: block.sourceCount)[language]
        continue
      }
      for neuron in block.firstNeuron..<block.firstNeuron + block.neuronCount {
        var sources = architecture.sources(ofNeuron: neuron).map { source in
          TraceWords.via(name(.parameter(architecture.weight(from: source, to: neuron))), sourceName(source))[language]
        }
        if let bias = architecture.biasParameter(ofNeuron: neuron) { sources.append(name(.parameter(bias))) }
        text +=
          TraceWords.wiring(architecture.neuronName(neuron), sources: sources.joined(separator: separator))[language]
      }
    }
    var path = lit.inputs.sorted().map { architecture.inputs[$0] }
    path += lit.parameters.sorted().prefix(Self.maxNamed).map { name(.parameter($0)) }
    path += lit.neurons.sorted().prefix(Self.maxNamed).map(architecture.neuronName)
    if !path.isEmpty { text += TraceWords.lit((path + [name(.loss)]).joined(separator: separator))[language] }
    self.text = text.last == " " ? String(text.dropLast()) : text
  }
}
