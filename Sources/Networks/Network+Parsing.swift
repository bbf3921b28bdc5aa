package import Diagnostics
package import Expressions

extension Network {
  /// Reads an expression over this network's quantities; a fault suggests the nearest name.
  ///
  /// `own` are names of an author's own, which may be beside them.
  package func parse(_ text: String, also own: [String] = []) throws(Diagnostic) -> Expression {
    let architecture = architecture
    let isSmall = architecture.parameterCount + 2 * architecture.neuronCount < 2_000
    if !isSmall {
      // Collecting a hundred thousand names takes longer than reading; only a fault needs them.
      let expression = architecture.resolvingDeltas(try Expression.parse(text, letters: architecture.reading))
      if expression.leafNames.allSatisfy({ own.contains($0) || isKnown($0) }) { return expression }
    }
    let deltas = (0..<architecture.neuronCount).flatMap { neuron in
      ["delta_", "δ_", "δ"].map { $0 + architecture.neuronName(neuron) }
    }
    let names = Set(architecture.names(limit: .max) + deltas + own)
    let expression = architecture.resolvingDeltas(
      try Expression.parse(text, names: names, letters: architecture.reading))
    if let unknown = expression.leafNames.first(where: { !own.contains($0) && !isKnown($0) }) {
      let place = text.utf8.count
      throw Diagnostic(
        id: "network.no-such-derivative", range: 0..<place,
        message: Words(en: "'\(unknown)' is not a quantity of this network", zh: "这个网络没有“\(unknown)”这个量"),
        help: Words(en: "derivatives look like dE/dw5 or dout_O/dnet_O", zh: "导数写作 dE/dw5 或 dout_O/dnet_O"))
    }
    return expression
  }

  private func isKnown(_ name: String) -> Bool {
    name == "e" || name == "pi" || architecture.quantity(named: name) != nil
  }
}
