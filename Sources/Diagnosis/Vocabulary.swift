import Diagnostics
import Expressions
import Networks

/// The names that answers about an architecture may use, and what they stand for.
final class Vocabulary {
  /// With more names than this a text is read first and its names are looked up afterwards.
  private static let mostNames = 2_000

  let architecture: Architecture
  private let names: [String]
  private let known: Set<String>
  /// Other words for quantities: `output`, ŷ.
  private let aliases: [String: Quantity]
  private var quantities: [String: Quantity?] = [:]

  init(_ architecture: Architecture) {
    self.architecture = architecture
    names = architecture.names()
    let deltas = (0..<min(architecture.neuronCount, 200)).flatMap { neuron in
      ["delta_", "δ_", "δ"].map { $0 + architecture.neuronName(neuron) }
    }
    aliases = Self.aliases(architecture, besides: Set(names))
    let isSmall = architecture.parameterCount + 2 * architecture.neuronCount < Self.mostNames
    known = isSmall ? Set(names + deltas + aliases.keys) : []
  }

  /// Reads an answer; every leaf of it is a quantity, δ_h1 having become ∂E/∂net_h1.
  func read(_ text: String) throws(Diagnostic) -> Expression { try readAnswer(text).expression }

  /// Reads an answer, and which quantity it says it is about: `w6+ = …`.
  func readAnswer(_ text: String) throws(Diagnostic) -> (subject: Quantity?, expression: Expression) {
    let written = try Expression.parseAnswer(text, names: known)
    let subject = written.subject.flatMap { quantity(named: $0) ?? meaning(of: $0) }
    return (subject, try resolved(written.expression, text))
  }

  private func resolved(_ written: Expression, _ text: String) throws(Diagnostic) -> Expression {
    let expression = written.substituting { part in
      guard case .symbol(let name) = part else { return nil }
      return meaning(of: name).map(architecture.expression(of:))
    }
    for name in expression.leafNames where quantity(named: name) == nil && !Self.isConstant(name) {
      let nearest = NameSuggestion.nearest(to: name, in: Set(names))
      throw AnswerFault.unknownQuantity(name, nearest: nearest).diagnostic(at: 0..<text.utf8.count)
    }
    return expression
  }

  func quantity(named name: String) -> Quantity? {
    if let known = quantities[name] { return known }
    let quantity = architecture.quantity(named: name)
    if quantities.count > 20_000 { quantities = [:] }
    quantities[name] = .some(quantity)
    return quantity
  }

  /// What a quantity may be asked as: its name in either notation, δ included; nil where the network has none.
  func quantity(asked text: String) throws(Diagnostic) -> Quantity {
    if let quantity = quantity(named: text) { return quantity }
    let expression = try read(text)
    guard let name = expression.leafName, let quantity = quantity(named: name) else {
      throw AnswerFault.notAQuantity.diagnostic(at: 0..<text.utf8.count)
    }
    return quantity
  }

  /// The values of names at a pass, for evaluation.
  func lookup(_ pass: Pass) -> (String) -> Double? {
    { [self] name in quantity(named: name).map(pass.value(of:)) }
  }

  static func isConstant(_ name: String) -> Bool { name == "e" || name == "pi" }

  /// What a word stands for that is no name of its own.
  private func meaning(of name: String) -> Quantity? {
    if let alias = aliases[name] { return alias }
    return neuron(ofDelta: name).map(Quantity.delta)
  }

  private static func aliases(_ architecture: Architecture, besides names: Set<String>) -> [String: Quantity] {
    var aliases: [String: Quantity] = [:]
    for neuron in 0..<min(architecture.neuronCount, 200) {
      let name = architecture.neuronName(neuron)
      aliases["output_" + name] = .out(neuron)
      if architecture.isOutput(neuron) { aliases["ŷ_" + name] = .out(neuron) }
    }
    if architecture.outputCount == 1 {
      for word in ["output", "ŷ", "yhat", "y_hat"] { aliases[word] = .out(architecture.firstOutput) }
    }
    return aliases.filter { !names.contains($0.key) }
  }

  private func neuron(ofDelta name: String) -> Int? {
    for prefix in ["delta_", "δ_", "δ"] where name.hasPrefix(prefix) {
      return architecture.neuron(named: String(name.dropFirst(prefix.count)))
    }
    return nil
  }
}
