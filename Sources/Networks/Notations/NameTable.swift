import Diagnostics
package import Expressions

/// A notation applied to an architecture: how each quantity is written, and what each name means.
///
/// Names are made when someone asks. Cost of making the table: about a microsecond a quantity, for up to 20,000 of
/// them; of a larger network the weights are found by their ends instead of being listed.
package final class NameTable: Sendable {
  package let notation: Notation
  /// The same network in plain letters.
  let architecture: Architecture
  private let identities: [WrittenName: String]
  private static let largest = 20_000

  /// Throws the first two quantities that would have one name.
  package init(_ notation: Notation, for architecture: Architecture) throws(NotationClash) {
    self.notation = notation
    self.architecture = architecture
    var identities: [WrittenName: String] = [:]
    let maker = NameMaker(notation, architecture)
    for quantity in Self.named(of: architecture) {
      let identity = architecture.identity(of: quantity)
      guard let written = maker.written(quantity) else { continue }
      if let fault = NotationClash.reserved(written, of: quantity, in: architecture) { throw fault }
      let key = Self.key(written)
      if let other = identities[key], other != identity {
        throw NotationClash(
          identity: identity, kind: maker.kind(of: quantity), name: written, reason: .taken(by: other))
      }
      identities[key] = identity
    }
    // What a network calls otherwise must not be the identity of another quantity either: files would mean that one.
    for (identity, template) in notation.renamed {
      let written = template.filled { _ in "" }
      let plain = written.text(.ascii)
      if plain != identity, architecture.named(plain) != nil {
        throw NotationClash(identity: identity, kind: nil, name: written, reason: .identity)
      }
    }
    for quantity in Self.named(of: architecture) {
      let identity = architecture.identity(of: quantity)
      for other in maker.read(quantity) where identities[Self.key(other)] == nil {
        identities[Self.key(other)] = identity
      }
    }
    self.identities = identities
  }

  /// Everything that can be named, the weights of a large network left out.
  private static func named(of architecture: Architecture) -> [NamedQuantity] {
    var quantities: [NamedQuantity] = architecture.inputs.indices.map { .quantity(.input($0)) }
    let isLarge = architecture.parameterCount > largest
    quantities += ((isLarge ? architecture.weightCount : 0)..<architecture.parameterCount).map {
      .quantity(.parameter($0))
    }
    for neuron in 0..<architecture.neuronCount {
      quantities += [.quantity(.net(neuron)), .quantity(.out(neuron)), .delta(neuron)]
    }
    for output in 0..<architecture.outputCount {
      quantities.append(.quantity(.target(output)))
      if architecture.outputCount > 1 { quantities.append(.quantity(.partialLoss(output))) }
    }
    return quantities + [.quantity(.loss), .quantity(.learningRate)]
  }

  /// A name without what may be left out: parentheses, the underscore, the mark of an update.
  private static func key(_ name: WrittenName) -> WrittenName {
    WrittenName(base: name.base, below: name.below, above: name.above?.filter { $0 != "(" && $0 != ")" })
  }

  /// A weight of a network too large to be listed, by its two ends: w₁₂,₃₄₅.
  private func weight(_ name: WrittenName) -> String? {
    guard architecture.parameterCount > Self.largest, let ends = name.below?.split(separator: ","), ends.count == 2,
      let first = Int(ends[0]), let second = Int(ends[1])
    else { return nil }
    let maker = NameMaker(notation, architecture)
    for block in architecture.blocks {
      let weights = block.firstWeight..<block.firstWeight + block.neuronCount * block.sourceCount
      let sources = notation.numbering == .running ? block.firstSource : 0
      let neurons = notation.numbering == .running ? architecture.inputs.count + block.firstNeuron : 0
      for (from, to) in [(first, second), (second, first)] {
        let (column, row) = (from - 1 - sources, to - 1 - neurons)
        guard (0..<block.sourceCount).contains(column), (0..<block.neuronCount).contains(row) else { continue }
        let parameter = weights.lowerBound + row * block.sourceCount + column
        guard let written = maker.written(.quantity(.parameter(parameter))), Self.key(written) == Self.key(name) else {
          continue
        }
        return architecture.name(of: .parameter(parameter))
      }
    }
    return nil
  }
}

extension NameTable: Hashable {
  package static func == (one: NameTable, other: NameTable) -> Bool {
    one === other || one.notation == other.notation && one.architecture == other.architecture
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(notation) }
}

extension NameTable: Lettering {
  package func written(_ identity: String) -> WrittenName? {
    if identity.hasSuffix("+"), var name = written(String(identity.dropLast())) {
      name.isUpdated = true
      return name
    }
    guard let quantity = architecture.named(identity) else { return nil }
    return NameMaker(notation, architecture).written(quantity)
  }

  package func identity(of name: WrittenName) -> String? {
    // `b1` is the network's own b1 before it is a book's b₁ without its underscore; w₁₃ is written w13 in books.
    if name.isCompact, name.above == nil {
      let plain = name.base + (name.below ?? "")
      let isWeight = name.base == NameMaker.endsBase(notation)
      if !isWeight, architecture.named(plain) != nil { return nil }
    }
    var key = Self.key(name)
    if let identity = identities[key] { return identity }
    guard let below = key.below, below.contains(",") else { return nil }
    // A comma between numbers that need none.
    key.below = below.filter { $0 != "," }
    return identities[key] ?? weight(name)
  }
}
