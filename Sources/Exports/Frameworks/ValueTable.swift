import Diagnostics
import Networks

/// Every quantity of one pass and its value, as CSV for a spreadsheet (RFC 4180).
struct ValueTable {
  let text: String

  init(_ network: Network) {
    let (architecture, pass) = (network.architecture, Pass(network))
    let parameters = 0..<architecture.parameterCount
    var rows: [(Quantity, Double)] = network.givenQuantities.map { ($0, network[given: $0] ?? .nan) }
    rows.append((.learningRate, network.learningRate))
    for neuron in 0..<architecture.neuronCount {
      rows += [(.net(neuron), pass.nets[neuron]), (.out(neuron), pass.outs[neuron])]
    }
    if architecture.outputCount > 1 {
      rows += pass.partialLosses.enumerated().map { (.partialLoss($0), $1) }
    }
    rows.append((.loss, pass.loss))
    for neuron in (0..<architecture.neuronCount).reversed() {
      rows += [
        (.gradient(.out(neuron)), pass.upstreamGradients[neuron]), (.gradient(.net(neuron)), pass.deltas[neuron]),
      ]
    }
    rows += parameters.map { (.gradient(.parameter($0)), pass.gradients[$0]) }
    rows += parameters.map { (.updated($0), pass.updatedParameters[$0]) }
    rows.append((.lossAfterUpdate, pass.lossAfterUpdate))
    text =
      "quantity,value\r\n"
      + rows.map { "\(Self.field(architecture.name(of: $0)))," + DecimalText.shortest($1) + "\r\n" }.joined()
  }

  /// What a spreadsheet would take for a formula gets an apostrophe in front.
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { "\",\r\n;\t".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
