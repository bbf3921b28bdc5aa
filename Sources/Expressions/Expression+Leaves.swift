extension Expression {
  /// The ASCII name under which a leaf is looked up: `w5`, `w5+`, `dE/dw5`; nil for everything that is no leaf.
  package var leafName: String? {
    switch self {
    case .symbol(let name): name
    case .derivative(.symbol(let quantity), let name): "d\(quantity)/d\(name)"
    default: nil
    }
  }

  /// The parts that this expression is made of, in reading order; of a derivative, what is differentiated.
  package var children: [Expression] {
    switch self {
    case .number, .symbol: []
    case .sum(let parts), .product(let parts): parts
    case .negation(let part), .call(_, let part), .slope(_, let part), .derivative(let part, _): [part]
    case .quotient(let first, let second), .power(let first, let second): [first, second]
    }
  }

  /// The names of all leaves, each once, in reading order: what must be known to evaluate this.
  package var leafNames: [String] {
    var seen: Set<String> = []
    var names: [String] = []
    collectLeafNames(into: &names, seen: &seen)
    return names
  }

  private func collectLeafNames(into names: inout [String], seen: inout Set<String>) {
    if let name = leafName {
      if seen.insert(name).inserted { names.append(name) }
    } else {
      for child in children { child.collectLeafNames(into: &names, seen: &seen) }
    }
  }

  /// Whether a symbol of that name occurs.
  ///
  /// A known quantity such as ∂E/∂w5 counts as constant, like any other leaf.
  package func contains(symbol name: String) -> Bool {
    // Without `children`, which would make a list for every node.
    switch self {
    case .number, .derivative(.symbol, _): false
    case .symbol(let own): own == name
    case .sum(let parts), .product(let parts): parts.contains { $0.contains(symbol: name) }
    case .negation(let part), .call(_, let part), .slope(_, let part), .derivative(let part, _):
      part.contains(symbol: name)
    case .quotient(let first, let second), .power(let first, let second):
      first.contains(symbol: name) || second.contains(symbol: name)
    }
  }

  /// Replaces whatever `replacement` answers for, from the outside in; what it returns is not searched again.
  ///
  /// Asked for every subexpression: leaves (to put numbers in) and compounds (to fold `f(net_O)` into `out_O`).
  /// What is under a ∂ is left alone, as ∂(3·w5)/∂0.4 would mean nothing; the derivative as a whole is asked for.
  package func substituting(_ replacement: (Expression) -> Expression?) -> Expression {
    if let replaced = replacement(self) { return replaced }
    return switch self {
    case .number, .symbol, .derivative: self
    default: mappingChildren { $0.substituting(replacement) }
    }
  }

  /// The same shape with every child exchanged.
  package func mappingChildren(_ transform: (Expression) -> Expression) -> Expression {
    switch self {
    case .number, .symbol: self
    case .sum(let parts): .sum(parts.map(transform))
    case .product(let parts): .product(parts.map(transform))
    case .negation(let part): .negation(transform(part))
    case .quotient(let first, let second): .quotient(transform(first), transform(second))
    case .power(let first, let second): .power(transform(first), transform(second))
    case .call(let function, let part): .call(function, transform(part))
    case .slope(let function, let part): .slope(function, transform(part))
    case .derivative(let part, let name): .derivative(of: transform(part), by: name)
    }
  }

  /// Whether the tree is small and flat enough for recursive work on an ordinary stack; stops looking at the limits.
  package func isWithin(nodes: Int, depth: Int) -> Bool {
    var budget = nodes
    return isWithin(&budget, depth)
  }

  private func isWithin(_ budget: inout Int, _ depth: Int) -> Bool {
    budget -= 1
    guard budget >= 0, depth > 0 else { return false }
    // Without `children`, which would make a list for every node.
    switch self {
    case .number, .symbol: return true
    case .sum(let parts), .product(let parts): return parts.allSatisfy { $0.isWithin(&budget, depth - 1) }
    case .negation(let part), .call(_, let part), .slope(_, let part), .derivative(let part, _):
      return part.isWithin(&budget, depth - 1)
    case .quotient(let first, let second), .power(let first, let second):
      return first.isWithin(&budget, depth - 1) && second.isWithin(&budget, depth - 1)
    }
  }
}
