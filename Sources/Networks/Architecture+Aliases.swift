package import Expressions

/// What is read of an architecture besides its identities: the names of its notation, then other courses' words.
package struct Reading: Lettering {
  private let architecture: Architecture

  init(_ architecture: Architecture) { self.architecture = architecture }

  package func written(_ identity: String) -> WrittenName? { architecture.letters?.written(identity) }

  package func identity(of name: WrittenName) -> String? {
    architecture.letters?.identity(of: name) ?? architecture.alias(name).map(architecture.name(of:))
  }
}

extension Architecture {
  /// For whoever reads a formula about this network.
  package var reading: Reading { Reading(self) }

  /// Another word for a quantity, as courses write it, where it can mean nothing else here: `L`, `a_o1`, `t1`, `W5`,
  /// `w5_new`, `h1` for out_h1.
  func alias(_ name: WrittenName) -> Quantity? {
    guard name.above == nil, !isName(name) else { return nil }
    let index = name.below ?? ""
    let word = name.base + (index.isEmpty || name.isCompact ? "" : "_") + index
    if let neuron = neuron(named: name.base + index), Function(written: word) == nil, !["e", "pi", "d"].contains(word) {
      return .out(neuron)
    }
    switch name.base {
    case "L" where outputCount > 1 && !index.isEmpty:
      if let neuron = neuron(named: index), isOutput(neuron) { return .partialLoss(neuron - firstOutput) }
    case "L", "J", "C", "E", "Etotal", "Loss", "loss", "cost":
      if name.base == "E" ? ["total", "tot"].contains(index) : index.isEmpty || index == "total" { return .loss }
    case "lr", "alpha", "learning": return index.isEmpty || word == "learning_rate" ? .learningRate : nil
    case "a", "output", "z":
      if let neuron = neuron(named: index) { return name.base == "z" ? .net(neuron) : .out(neuron) }
      if word == "output", outputCount == 1 { return .out(firstOutput) }
    case "yhat", "y":
      // A bare y is the target in one book and the output in the next.
      guard name.base == "yhat" || index == "hat" else { return nil }
      if index.isEmpty || index == "hat" { return outputCount == 1 ? .out(firstOutput) : nil }
      return output(index).map { .out(firstOutput + $0) }
    case "t", "target":
      if index.isEmpty { return outputCount == 1 ? .target(0) : nil }
      return output(index).map(Quantity.target)
    default: break
    }
    return parameterAlias(word)
  }

  /// Whether it is a name of the network as it is, LaTeX's underscore included.
  private func isName(_ name: WrittenName) -> Bool {
    let index = name.below ?? ""
    return quantity(named: name.base + index) != nil || quantity(named: "\(name.base)_\(index)") != nil
  }

  /// The output that is called so, or has this number in its name.
  private func output(_ index: String) -> Int? {
    if let neuron = neuron(named: index), isOutput(neuron) { return neuron - firstOutput }
    guard !index.isEmpty, index.allSatisfy(\.isNumber) else { return nil }
    let fitting = (0..<min(outputCount, 200)).filter {
      neuronName(firstOutput + $0).drop { $0.isLetter } == index[...]
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// `W5`, `w5_new`, `w5new`.
  private func parameterAlias(_ word: String) -> Quantity? {
    if word.hasSuffix("new") {
      let plain = word.dropLast(word.hasSuffix("_new") ? 4 : 3)
      if case .parameter(let parameter)? = quantity(named: String(plain)) { return .updated(parameter) }
    }
    guard "WB".contains(word.prefix(1)), case .parameter(let parameter)? = quantity(named: word.lowercased()) else {
      return nil
    }
    return .parameter(parameter)
  }
}
