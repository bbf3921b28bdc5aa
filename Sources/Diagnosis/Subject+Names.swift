import Diagnostics
import Expressions
import Networks

/// Names as learners read them, for questions.
extension Subject {
  func text(_ quantity: Quantity) -> String { leaf(quantity).text(.unicode) }

  func parameterName(_ parameter: Int) -> String { text(.parameter(parameter)) }

  func sourceName(_ source: Int) -> String {
    let inputs = architecture.inputs.count
    return source < inputs ? architecture.inputs[source] : architecture.neuronName(source - inputs)
  }

  /// What the loss is derived by, or what is updated: `w1`, `b1`, `net_h1`.
  var variable: String {
    switch quantity {
    case .derivative(_, by: let variable): text(variable)
    case .updated(let parameter): parameterName(parameter)
    default: parameterName(architecture.blocks.last?.firstWeight ?? 0)
    }
  }

  /// The neuron that a question is about: the one in focus, or the first that is on the way.
  func neuron(at focus: Focus) -> Int {
    switch focus {
    case .neuron(let neuron): neuron
    case .parameter(let parameter): neurons(fedBy: parameter).lowerBound
    case .input, .loss: architecture.firstOutput
    }
  }

  func neuronName(at focus: Focus) -> String { architecture.neuronName(neuron(at: focus)) }

  /// The weight, or bias, in focus, else the one that the question is about.
  func parameter(at focus: Focus) -> Int {
    if case .parameter(let parameter) = focus { return parameter }
    return parameter ?? architecture.blocks.last?.firstWeight ?? 0
  }

  func parameterName(at focus: Focus) -> String { parameterName(parameter(at: focus)) }

  /// The two ends of the edge that belongs to a weight; of a bias, nothing and the first neuron it feeds.
  func ends(ofParameter parameter: Int) -> (source: Int?, neuron: Int) {
    switch architecture.place(ofParameter: parameter) {
    case .edge(let source, let neuron): (source, neuron)
    case .neurons(let neurons): (nil, neurons.lowerBound)
    }
  }

  /// What a parameter is multiplied by in net: the source's value, or 1.
  func multiplierName(ofParameter parameter: Int) -> String {
    ends(ofParameter: parameter).source.map { text(sent(bySource: $0)) }
      ?? (architecture.conventions.hasThresholds ? "−1" : "1")
  }
}
