package import Expressions

extension Architecture {
  /// The ASCII name of a quantity: `w5`, `net_h1`, `dE/dw5`, `w5+`.
  package func name(of quantity: Quantity) -> String {
    switch quantity {
    case .input(let number): inputs[number]
    case .target(let output): outputCount == 1 ? "target" : "target_\(neuronName(firstOutput + output))"
    case .parameter(let parameter):
      parameter < weightCount ? "w\(parameter + 1)" : "b\(parameter - weightCount + 1)"
    case .learningRate: "eta"
    case .weightDecay: "lambda"
    case .momentum: "mu"
    case .lastStep(let parameter): "step_\(name(of: .parameter(parameter)))"
    case .net(let neuron): "net_\(neuronName(neuron))"
    case .out(let neuron): "out_\(neuronName(neuron))"
    case .partialLoss(let output): "E_\(neuronName(firstOutput + output))"
    case .loss: "E"
    case .derivative(let dependent, let variable): "d\(name(of: dependent))/d\(name(of: variable))"
    case .updated(let parameter): name(of: .parameter(parameter)) + "+"
    case .lossAfterUpdate: "E+"
    }
  }

  /// Whether the network has such a quantity: its numbers lie within the counts.
  package func has(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .input(let number): inputs.indices.contains(number)
    case .target(let output), .partialLoss(let output): (0..<outputCount).contains(output)
    case .parameter(let parameter), .updated(let parameter): (0..<parameterCount).contains(parameter)
    case .net(let neuron), .out(let neuron): (0..<neuronCount).contains(neuron)
    case .derivative(let dependent, let variable): has(dependent) && has(variable)
    case .weightDecay: conventions.hasWeightDecay
    case .momentum: conventions.hasMomentum
    case .lastStep(let parameter): conventions.hasMomentum && (0..<parameterCount).contains(parameter)
    case .learningRate, .loss, .lossAfterUpdate: true
    }
  }

  /// The quantity as a leaf of a formula.
  package func expression(of quantity: Quantity) -> Expression {
    guard case .derivative(let dependent, let variable) = quantity else { return .symbol(name(of: quantity)) }
    return .derivative(of: expression(of: dependent), by: name(of: variable))
  }

  /// The quantity with this ASCII name; nil where the network has none.
  package func quantity(named name: String) -> Quantity? {
    if let simple = undifferentiated(name) { return simple }
    if name.hasPrefix("d"), let slash = name.firstIndex(of: "/") {
      let (above, below) = (name[name.index(after: name.startIndex)..<slash], name[name.index(after: slash)...])
      guard below.hasPrefix("d") else { return nil }
      guard let dependent = undifferentiated(String(above)), let variable = undifferentiated(String(below.dropFirst()))
      else { return nil }
      switch (dependent, variable) {
      case (.updated, _), (_, .updated), (.lossAfterUpdate, _), (_, .lossAfterUpdate), (_, .learningRate),
        (_, .weightDecay), (_, .momentum), (_, .lastStep), (.lastStep, _):
        return nil
      default: return .derivative(of: dependent, by: variable)
      }
    }
    return nil
  }

  private func undifferentiated(_ name: String) -> Quantity? {
    if let input = input(named: name) { return .input(input) }
    switch name {
    case "E": return .loss
    case "E+": return .lossAfterUpdate
    case "eta": return .learningRate
    case "lambda": return conventions.hasWeightDecay ? .weightDecay : nil
    case "mu": return conventions.hasMomentum ? .momentum : nil
    case "target": return outputCount == 1 ? .target(0) : nil
    default: break
    }
    if name.hasSuffix("+") {
      guard case .parameter(let parameter)? = undifferentiated(String(name.dropLast())) else { return nil }
      return .updated(parameter)
    }
    if let parameter = parameter(named: name) { return .parameter(parameter) }
    if conventions.hasMomentum, name.hasPrefix("step_"),
      let parameter = self.parameter(named: String(name.dropFirst(5)))
    {
      return .lastStep(parameter)
    }
    guard let underscore = name.firstIndex(of: "_"),
      let neuron = neuron(named: String(name[name.index(after: underscore)...]))
    else { return nil }
    switch name[..<underscore] {
    case "net": return .net(neuron)
    case "out": return .out(neuron)
    case "target" where outputCount > 1 && isOutput(neuron): return .target(neuron - firstOutput)
    case "E" where outputCount > 1 && isOutput(neuron): return .partialLoss(neuron - firstOutput)
    default: return nil
    }
  }

  /// `w1`… and `b1`… without leading zeros.
  private func parameter(named name: String) -> Int? {
    let digits = name.utf8.dropFirst()
    guard let kind = name.utf8.first, let first = digits.first, first != UInt8(ascii: "0"), digits.count <= 9,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(name.dropFirst())
    else { return nil }
    switch kind {
    case UInt8(ascii: "w"): return number <= weightCount ? number - 1 : nil
    case UInt8(ascii: "b"): return number <= biasCount ? weightCount + number - 1 : nil
    default: return nil
    }
  }

  /// Every name that has a value before anything is derived, for suggestions and completion; at most `limit` of each kind.
  package func names(limit: Int = 200) -> [String] {
    var quantities: [Quantity] = inputs.indices.prefix(limit).map(Quantity.input)
    quantities += (0..<parameterCount).prefix(limit).map(Quantity.parameter)
    if biasCount > 0, parameterCount > limit {
      quantities += (weightCount..<parameterCount).prefix(limit).map(Quantity.parameter)
    }
    quantities += (0..<neuronCount).prefix(limit).flatMap { [.net($0), .out($0)] }
    quantities += (0..<outputCount).prefix(limit).map(Quantity.target)
    if outputCount > 1 { quantities += (0..<outputCount).prefix(limit).map(Quantity.partialLoss) }
    quantities += [.learningRate, .loss, .lossAfterUpdate]
    if conventions.hasWeightDecay { quantities.append(.weightDecay) }
    if conventions.hasMomentum {
      quantities += [.momentum] + (0..<parameterCount).prefix(limit).map(Quantity.lastStep)
    }
    return quantities.map(name(of:))
  }
}
