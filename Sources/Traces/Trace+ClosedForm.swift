package import Diagnostics
package import Expressions
package import Networks

extension Trace {
  /// More paths than this are not written out in a closed form.
  private static let maxPaths = 12

  /// The value of an expression over the network's quantities.
  ///
  /// Throws where a name is unknown.
  package func value(of expression: Expression) throws(Diagnostic) -> Double {
    let (architecture, pass) = (network.architecture, pass)
    return try carryingOut(expression).evaluated { name in architecture.quantity(named: name).map(pass.value(of:)) }
  }

  /// An expression in terms of what it is made of: a quantity by its definition, derivatives carried out.
  ///
  /// nil where there is nothing more to say than the expression itself.
  package func closedForm(of expression: Expression) -> Expression? {
    let architecture = network.architecture
    var result: Expression
    if let quantity = expression.leafName.flatMap(architecture.quantity(named:)) {
      if network[given: quantity] != nil { return nil }
      result = closedForm(of: quantity)
    } else {
      let carried = carryingOut(expression)
      result = carried.substituting { leaf in
        guard case .derivative = leaf else { return nil }
        return leaf.leafName.flatMap(architecture.quantity(named:)).map(closedForm(of:)) ?? leaf
      }
      if result == expression || carried != expression { result = result.simplified() }
    }
    return result == expression ? nil : result
  }

  private func closedForm(of quantity: Quantity) -> Expression {
    guard case .derivative(let dependent, let variable) = quantity else {
      if case .updated(let parameter) = quantity, !network.held.contains(parameter), batchPasses.isEmpty {
        let gradient = closedForm(of: .gradient(.parameter(parameter)))
        return network.architecture.update(of: parameter, gradient: gradient)
      }
      return definition(of: quantity)
    }
    guard let paths = localDerivatives(of: dependent, by: variable) else {
      return network.architecture.expression(of: quantity)
    }
    if paths.isEmpty { return .number(0) }
    return Self.sum(paths.map { Self.productOfFactors($0.map(symbolic(ofFactor:))) })
  }

  /// Every path from a quantity down to a variable, as the local derivatives along it; nil where they are too many.
  package func localDerivatives(of dependent: Quantity, by variable: Quantity) -> [[Quantity]]? {
    var counter = PathCounter(architecture: network.architecture, variable: variable)
    guard counter.count(from: dependent) <= Self.maxPaths else { return nil }
    return paths(from: dependent, to: variable, &counter)
  }

  private func paths(from dependent: Quantity, to variable: Quantity, _ counter: inout PathCounter) -> [[Quantity]] {
    if dependent == variable { return [[]] }
    var found: [[Quantity]] = []
    for part in counter.parts(of: dependent) where counter.count(from: part) > 0 {
      found += paths(from: part, to: variable, &counter).map { [.derivative(of: dependent, by: part)] + $0 }
    }
    return found
  }
}

/// How many paths lead from a quantity to the variable; each node is counted once.
private struct PathCounter {
  let architecture: Architecture
  let variable: Quantity
  private var counts: [Quantity: Int] = [:]

  init(architecture: Architecture, variable: Quantity) {
    self.architecture = architecture
    self.variable = variable
  }

  mutating func count(from quantity: Quantity) -> Int {
    if quantity == variable { return 1 }
    if let known = counts[quantity] { return known }
    var total = 0
    // Capped: in a deep network the number of paths outgrows every integer.
    for part in parts(of: quantity) { total = min(total + count(from: part), 1_000_000) }
    counts[quantity] = total
    return total
  }

  /// What a quantity is computed from, one level down, as far as the variable can be among it.
  func parts(of quantity: Quantity) -> [Quantity] {
    switch quantity {
    case .loss where architecture.outputCount > 1: return (0..<architecture.outputCount).map(Quantity.partialLoss)
    case .loss: return [.out(architecture.firstOutput), .target(0)]
    case .partialLoss(let output): return [.out(architecture.firstOutput + output), .target(output)]
    case .out(let neuron): return architecture.neurons(behindOut: neuron).map(Quantity.net)
    case .net(let neuron):
      var parts: [Quantity] = architecture.sources(ofNeuron: neuron).map { source in
        source < architecture.inputs.count ? .input(source) : .out(source - architecture.inputs.count)
      }
      if case .parameter(let parameter) = variable, enters(parameter, neuron) { parts.append(variable) }
      return parts
    default: return []
    }
  }

  private func enters(_ parameter: Int, _ neuron: Int) -> Bool {
    switch architecture.place(ofParameter: parameter) {
    case .edge(_, let fed): fed == neuron
    case .neurons(let fed): fed.contains(neuron)
    }
  }
}

extension Trace {
  /// How many paths lead from a quantity down to a variable, a million at the most.
  package func pathCount(from quantity: Quantity, to variable: Quantity) -> Int {
    var paths = PathCounter(architecture: network.architecture, variable: variable)
    return paths.count(from: quantity)
  }

  /// Whether nudging the variable moves the quantity.
  package func depends(_ quantity: Quantity, on variable: Quantity) -> Bool {
    pathCount(from: quantity, to: variable) > 0
  }
}
