import Diagnostics
import Expressions
import Networks
import Traces

/// The first and the last part: what is given, and what came of it.
extension DocumentBuilder {
  /// More values of one kind are not listed.
  private static let maxValues = 60

  mutating func appendNetwork() {
    let network = trace.network
    var blocks: [Block] = [.picture(NetworkPicture(trace, goal: nil, language: language))]
    let hidden = architecture.layers.count - 1
    for (number, layer) in architecture.layers.enumerated() {
      let label = number == hidden ? TraceWords.outputLayer : TraceWords.hiddenLayer(number + 1, of: hidden)
      let sentence = TraceWords.layer(layer.neurons, activations: layer.activations, bias: layer.bias)
      blocks.append(.labelled(label[language], .prose([words(sentence)])))
    }
    blocks.append(
      .labelled(TraceWords.lossFunction[language], .prose([words(architecture.loss.words)])))
    if architecture.layers.contains(where: { $0.activations.contains(.sigmoid) }) {
      // Any letter that is no quantity here: of an input `x` it would be read.
      let x = Expression.symbol(["x", "u", "s", "v"].first { architecture.quantity(named: $0) == nil } ?? "x")
      let power = Expression.power(.symbol("e"), .negation(x))
      blocks.append(
        .labelled(
          TraceWords.sigmoidIs[language],
          .equation(.call(.sigmoid, x), [.quotient(.number(1), .sum([.number(1), power]))])))
    }
    let weights = 0..<architecture.weightCount
    let biases = architecture.weightCount..<architecture.parameterCount
    for (label, quantities) in [
      (TraceWords.inputs, architecture.inputs.indices.map(Quantity.input)),
      (TraceWords.weights, weights.prefix(Self.maxValues + 1).map(Quantity.parameter)),
      (TraceWords.biases, biases.prefix(Self.maxValues + 1).map(Quantity.parameter)),
      (TraceWords.targets, (0..<architecture.outputCount).map(Quantity.target)),
      (TraceWords.learningRate, [.learningRate]),
    ] where !quantities.isEmpty {
      blocks.append(.labelled(label[language], values(of: quantities)))
    }
    if !network.held.isEmpty {
      let names = network.held.sorted().prefix(Self.maxValues).map { architecture.name(of: .parameter($0)) }
      blocks.append(.note([words(TraceWords.held(names.joined(separator: TraceWords.listSeparator[language])))]))
    }
    blocks.append(.note([words(TraceWords.rounding)]))
    append(TraceDocument.Section(level: 2, heading: [words(TraceWords.network)], blocks: blocks))
  }

  mutating func appendSummary() {
    var shown = Array(0..<architecture.parameterCount)
    var blocks: [Block] = []
    if shown.count > Self.maxValues {
      shown = trace.goals.compactMap { goal in
        if case .derivative(of: .loss, by: .parameter(let parameter)) = goal { parameter } else { nil }
      }
      blocks.append(.note([words(TraceWords.moreParameters(architecture.parameterCount))]))
    }
    let rows = shown.map { parameter in
      [
        expression(.parameter(parameter)), value(.parameter(parameter)), value(.gradient(.parameter(parameter))),
        value(.updated(parameter)),
      ]
    }
    blocks.append(.table(head: TraceWords.tableHead.map { $0[language] }, rows: rows))
    blocks.append(.labelled(TraceWords.lossBefore[language], .equation(expression(.loss), [value(.loss)])))
    blocks.append(
      .labelled(TraceWords.lossAfter[language], .equation(expression(.lossAfterUpdate), [value(.lossAfterUpdate)])))
    appendErrorTerms(to: &blocks)
    append(TraceDocument.Section(level: 2, heading: [words(TraceWords.summary)], blocks: blocks))
  }

  /// In the letters of a book its error terms, which may have the other sign than ∂E/∂net.
  private func appendErrorTerms(to blocks: inout [Block]) {
    guard architecture.letters != nil else { return }
    let values = (0..<min(architecture.neuronCount, Self.maxValues)).map { neuron in
      (
        name: architecture.deltaSymbol(neuron),
        value: Expression.number(architecture.negatesDelta ? 0 - trace.pass.deltas[neuron] : trace.pass.deltas[neuron])
      )
    }
    blocks.append(
      .labelled(
        TraceWords.errorTerms[language], .values(values, isShortened: architecture.neuronCount > Self.maxValues)))
  }

  private func values(of quantities: [Quantity]) -> TraceDocument.Content {
    .values(
      quantities.prefix(Self.maxValues).map { (expression($0), value($0)) },
      isShortened: quantities.count > Self.maxValues)
  }
}
