import Diagnostics
import Expressions
import Networks

/// The names that answers about an architecture may use, and what they stand for.
final class Vocabulary {
  /// With more names than this a text is read first and its names are looked up afterwards.
  private static let maxNames = 2_000

  let architecture: Architecture
  private let names: [String]
  private let known: Set<String>
  private var quantities: [String: Quantity?] = [:]

  init(_ architecture: Architecture) {
    self.architecture = architecture
    names = architecture.names()
    let deltas = (0..<min(architecture.neuronCount, 200)).flatMap { neuron in
      ["delta_", "δ_", "δ"].map { $0 + architecture.neuronName(neuron) }
    }
    let isSmall = architecture.parameterCount + 2 * architecture.neuronCount < Self.maxNames
    known = isSmall ? Set(names + deltas) : []
  }

  /// Reads an answer; every leaf of it is a quantity, δ_h1 having become ∂E/∂net_h1.
  func read(_ text: String) throws(Diagnostic) -> Expression { try readAnswer(text).expression }

  /// Reads an answer, and which quantity it says it is about: `w6+ = …`.
  func readAnswer(_ text: String) throws(Diagnostic) -> (subject: AskedQuantity?, expression: Expression) {
    let written = try Expression.parseAnswer(text, names: known, letters: architecture.reading)
    let subject = written.subject.flatMap { name in
      architecture.asked(.symbol(name))
        ?? quantity(named: name).map { AskedQuantity(quantity: $0, isNegated: false) }
    }
    return (subject, try resolved(written.expression, text))
  }

  private func resolved(_ written: Expression, _ text: String) throws(Diagnostic) -> Expression {
    let expression = architecture.resolvingDeltas(written)
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
  func quantity(asked text: String) throws(Diagnostic) -> AskedQuantity {
    if architecture.letters == nil, let quantity = quantity(named: text) {
      return AskedQuantity(quantity: quantity, isNegated: false)
    }
    if let asked = architecture.asked(spelled: text) { return asked }
    let expression = try read(text)
    guard let asked = architecture.asked(expression) else {
      throw AnswerFault.notAQuantity.diagnostic(at: 0..<text.utf8.count)
    }
    return asked
  }

  /// The values of names at a pass, for evaluation.
  func lookup(_ pass: Pass) -> (String) -> Double? {
    { [self] name in quantity(named: name).map(pass.value(of:)) }
  }

  static func isConstant(_ name: String) -> Bool { name == "e" || name == "pi" }
}
