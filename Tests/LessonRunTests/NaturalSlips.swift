import Diagnostics
import Expressions
import Networks
import Traces

/// The numbers that students come to instead of the right one: worked out from the values of the pass alone, and not by
/// the catalogue that is to recognize them.
struct NaturalSlips {
  /// A number, and what was done.
  typealias Slip = (value: Double, what: String)

  private let network: Network
  private let pass: Pass
  private let before: Pass?

  init(_ network: Network, before: Network?) {
    self.network = network
    pass = Pass(network)
    self.before = before.flatMap { $0.architecture == network.architecture && $0 != network ? Pass($0) : nil }
  }

  private var architecture: Architecture { network.architecture }
  private func value(_ quantity: Quantity) -> Double { pass.value(of: quantity) }

  /// What is done at any quantity, and what only there.
  func all(_ quantity: Quantity) -> [Slip] {
    let stale: [Slip] = before.map { [($0.value(of: quantity), "of the round before")] } ?? []
    return own(quantity) + stale
  }

  private func own(_ quantity: Quantity) -> [Slip] {
    switch quantity {
    case .net(let neuron): net(neuron)
    case .out(let neuron): out(neuron)
    case .loss, .partialLoss: loss(quantity)
    case .derivative(of: .out(let neuron), by: .net): slope(neuron)
    case .derivative(of: .net(let neuron), by: .parameter(let parameter)): last(neuron, parameter)
    case .derivative(of: .net(let neuron), by: .out(let source)): between(neuron, source)
    case .derivative(of: .loss, by: let variable): gradient(quantity, variable)
    case .derivative: [(-value(quantity), "sign turned"), (2 * value(quantity), "doubled")]
    case .updated(let parameter): update(parameter)
    case .lossAfterUpdate: [(value(.loss), "E before"), (2 * value(quantity), "no ½"), (-value(quantity), "negative")]
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep: []
    }
  }

  // MARK: Forward

  private func sent(_ source: Int) -> Double {
    source < architecture.inputs.count ? value(.input(source)) : value(.out(source - architecture.inputs.count))
  }

  private func net(_ neuron: Int) -> [Slip] {
    let sources = Array(architecture.sources(ofNeuron: neuron))
    let weights = sources.map { value(.parameter(architecture.weight(from: $0, to: neuron))) }
    let inputs = sources.map(sent)
    let terms = zip(inputs, weights).map { $0 * $1 }
    let sum = terms.reduce(0, +)
    let bias = value(.net(neuron)) - sum
    var slips: [Slip] = [(sum, "without the bias"), (value(.out(neuron)), "out for net")]
    for other in architecture.weightCount..<architecture.parameterCount where value(.parameter(other)) != bias {
      slips.append((sum + value(.parameter(other)), "another bias"))
    }
    for (place, term) in terms.enumerated() {
      slips.append((sum - term + bias, "a term lost"))
      if weights[place] < 0 { slips.append((sum - 2 * term + bias, "a sign lost")) }
    }
    if bias < 0 { slips.append((sum - bias, "the bias's sign lost")) }
    if inputs.count == 2 {
      slips.append((inputs[0] * weights[1] + inputs[1] * weights[0] + bias, "weights exchanged"))
    }
    for source in sources where source >= architecture.inputs.count {
      let hidden = source - architecture.inputs.count
      let weight = value(.parameter(architecture.weight(from: source, to: neuron)))
      slips.append((value(.net(neuron)) + weight * (value(.net(hidden)) - sent(source)), "net for one out"))
    }
    return slips
  }

  private func out(_ neuron: Int) -> [Slip] {
    let (net, out) = (value(.net(neuron)), value(.out(neuron)))
    let block = architecture.block(ofNeuron: neuron)
    let siblings = block.firstNeuron..<block.firstNeuron + block.neuronCount
    return [
      (net, "no activation"), (1 - out, "exponent's sign"), (out * (1 - out), "the slope"), (-out, "negative"),
    ] + siblings.filter { $0 != neuron }.map { (value(.out($0)), "the sibling's") }
  }

  private func loss(_ quantity: Quantity) -> [Slip] {
    guard architecture.outputCount == 1 else { return [(2 * value(quantity), "no ½"), (-value(quantity), "negative")] }
    let (target, out) = (value(.target(0)), value(.out(architecture.firstOutput)))
    let error = target - out
    return [
      (error / 2, "no square"), (error * error, "no ½"), (error, "the difference"), (-error * error / 2, "negative"),
      ((target * target - out * out) / 2, "squared first"),
      (
        (target - value(.net(architecture.firstOutput))) * (target - value(.net(architecture.firstOutput))) / 2,
        "net for out"
      ),
    ]
  }

  // MARK: Backward

  private func slope(_ neuron: Int) -> [Slip] {
    let (net, out) = (value(.net(neuron)), value(.out(neuron)))
    let other = neuron == architecture.firstOutput ? 0 : architecture.firstOutput
    return [
      (out, "out itself"), (1 - out, "1 − out"), (out * out, "out²"), (net * (1 - net), "net(1 − net)"),
      (value(.derivative(of: .out(other), by: .net(other))), "another neuron's"), (-out * (1 - out), "negative"),
    ]
  }

  private func last(_ neuron: Int, _ parameter: Int) -> [Slip] {
    let right = value(.derivative(of: .net(neuron), by: .parameter(parameter)))
    var slips: [Slip] = [
      (value(.parameter(parameter)), "the weight"), (value(.parameter(parameter)) * right, "w kept"),
    ]
    for source in architecture.sources(ofNeuron: neuron) { slips.append((sent(source), "another source")) }
    if case .edge(let source, _) = architecture.place(ofParameter: parameter), source >= architecture.inputs.count {
      slips.append((value(.net(source - architecture.inputs.count)), "net for out"))
    }
    return slips
  }

  private func between(_ neuron: Int, _ source: Int) -> [Slip] {
    var slips: [Slip] = [(value(.out(source)), "the output")]
    for other in architecture.sources(ofNeuron: neuron) {
      slips.append((value(.parameter(architecture.weight(from: other, to: neuron))), "another weight"))
    }
    slips.append(
      (value(.updated(architecture.weight(from: architecture.inputs.count + source, to: neuron))), "new weight"))
    return slips
  }

  private func gradient(_ quantity: Quantity, _ variable: Quantity) -> [Slip] {
    let right = value(quantity)
    var slips: [Slip] = [(-right, "sign turned"), (2 * right, "doubled"), (right / 2, "halved")]
    if case .out(let neuron) = variable, architecture.isOutput(neuron) {
      return slips + [(value(.loss), "the loss"), (value(.out(neuron)), "the output")]
    }
    let paths = Trace(network, goals: []).localDerivatives(of: .loss, by: variable) ?? []
    let products = paths.map { $0.map(value).reduce(1, *) }
    if paths.count > 1 {
      slips += products.map { ($0, "one path alone") }
      slips.append((right / Double(paths.count), "the mean of the paths"))
      slips.append((products.reduce(1, *), "paths multiplied"))
    }
    if case .parameter(let parameter) = variable, parameter >= architecture.weightCount {
      slips += [(0, "zero"), (right * value(.parameter(parameter)), "times the bias")]
    }
    guard let path = paths.first, paths.count == 1, path.count > 1 else { return slips }
    for factor in path where abs(value(factor)) > 1e-9 && value(factor) != 1 {
      slips.append((right / value(factor), "a factor left out"))
      if case .derivative(of: .out(let neuron), by: .net) = factor {
        slips.append((right / value(factor) * value(.out(neuron)), "out for the slope"))
        slips.append((right / value(factor) * (1 - value(.out(neuron))), "1 − out for the slope"))
      }
      if case .derivative(of: .net, by: .parameter(let weight)) = factor {
        slips.append((right / value(factor) * value(.parameter(weight)), "the weight at the end"))
      }
    }
    slips.append((path.map(value).reduce(0, +), "factors added"))
    return slips
  }

  private func update(_ parameter: Int) -> [Slip] {
    let (old, slope, rate) = (
      value(.parameter(parameter)), value(.gradient(.parameter(parameter))), network.learningRate
    )
    return [
      (old + rate * slope, "uphill"), (old - slope, "no η"), (-rate * slope, "the step alone"), (old, "no step"),
      (slope, "the gradient"), (old - rate * value(.loss), "E for the gradient"), (rate * (old - slope), "η outside"),
      (old - rate * abs(slope), "always down"),
    ]
  }
}
