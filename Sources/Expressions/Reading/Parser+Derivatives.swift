import Diagnostics

/// Derivatives, on one line and as LaTeX fractions.
extension Parser {
  /// E of dE, nil for everything that is no differential.
  func afterD(_ name: String) -> String? {
    guard name.hasPrefix("d"), !name.hasPrefix("delta_"), name.unicodeScalars.count > 1 else { return nil }
    let quantity = String(name.dropFirst())
    return names.contains(quantity) ? quantity : Lexer.withoutUnderscore(quantity) ?? quantity
  }

  func differential(ahead: Int) -> (name: String, token: Token)? {
    guard let token = peek(ahead), case .name(let name) = token.kind, let variable = afterD(name) else {
      return nil
    }
    return (variable, token)
  }

  /// Where the parenthesis that opens at `start` closes.
  func indexOfClosing(from start: Int) -> Int? {
    var depth = 0
    for place in start..<tokens.count {
      if tokens[place].kind == .opening { depth += 1 }
      if tokens[place].kind == .closing { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  /// The quantity `dE/dw5` may be known as a whole, or E and w5 each.
  func check(
    derivativeOf quantity: String, _ above: Token, by variable: String, _ below: Token
  ) throws(Diagnostic) {
    if names.contains("d\(quantity)/d\(variable)") { return }
    try check(quantity, at: above.range)
    try check(variable, at: below.range)
  }

  /// ∂E/∂w5 or ∂(…)/∂w5, on one line.
  mutating func parseDerivative() throws(Diagnostic) -> Part {
    let start = index
    index += 1
    if let operand = try parseBareQuantity() {
      return try parseDerivative(ofQuantity: operand, from: start)
    }
    return try parseDerivative(of: try parseDerivativeOperand(), from: start)
  }

  /// A name alone, which is a quantity and not yet looked up.
  private mutating func parseBareQuantity() throws(Diagnostic) -> (name: String, token: Token)? {
    if case .superscript? = peek()?.kind { throw fault(.higherDerivative) }
    guard let token = peek(), case .name(let name) = token.kind, peek(1)?.kind != .opening, peek(1)?.kind != .prime
    else { return nil }
    index += 1
    if peek()?.kind == .raisedPlus {
      index += 1
      return (name + "+", token)
    }
    return (name, token)
  }

  mutating func parseDerivativeOperand() throws(Diagnostic) -> Part {
    derivativeNesting += 1
    defer { derivativeNesting -= 1 }
    if derivativeNesting > Expression.Limit.derivatives { throw fault(.tooDeep(limit: Expression.Limit.derivatives)) }
    return try parsePrimary()
  }

  private mutating func parseDerivative(
    ofQuantity operand: (name: String, token: Token), from start: Int
  ) throws(Diagnostic) -> Part {
    let variable = try parseVariable(from: start, after: .divided)
    try check(derivativeOf: operand.name, operand.token, by: variable.name, variable.token)
    return try make(.derivative(of: .symbol(operand.name), by: variable.name))
  }

  mutating func parseDerivative(of operand: Part, from start: Int? = nil) throws(Diagnostic) -> Part {
    let variable = try parseVariable(from: start ?? index, after: .divided)
    try check(variable.name, at: variable.token.range)
    return try make(.derivative(of: operand.expression, by: variable.name), over: [operand])
  }

  /// `/∂w5` or `/dw5`; in a LaTeX fraction without the stroke.
  private mutating func parseVariable(
    from start: Int, after separator: Token.Kind?
  ) throws(Diagnostic) -> (name: String, token: Token) {
    let from = tokens[min(start, tokens.count - 1)].range.lowerBound
    let incomplete = ExpressionFault.incompleteDerivative.diagnostic(at: from..<(peek()?.range.lowerBound ?? end))
    if let separator {
      guard peek()?.kind == separator else { throw incomplete }
      index += 1
    }
    if let variable = differential(ahead: 0) {
      index += 1
      return variable
    }
    guard peek()?.kind == .partial, let token = peek(1), case .name(let name) = token.kind else { throw incomplete }
    index += 2
    return (name, token)
  }

  // MARK: LaTeX fractions

  /// `\frac{a}{b}`, which is a derivative if both parts begin with ∂, or are differentials.
  mutating func parseFraction(_ token: Token) throws(Diagnostic) -> Part {
    let start = index
    index += 1
    let incomplete = ExpressionFault.incompleteFraction.diagnostic(at: token.range)
    guard peek()?.kind == .openingBrace else { throw incomplete }
    let isPartial = peek(1)?.kind == .partial
    if isPartial || isFractionOfDifferentials {
      return try parseDerivativeFraction(from: start, skipping: isPartial ? 2 : 1)
    }
    let numerator = try parseFractionPart(incomplete)
    let denominator = try parseFractionPart(incomplete)
    return try make(.quotient(numerator.expression, denominator.expression), over: [numerator, denominator])
  }

  /// Whether both parts of a fraction are differentials, as dE and dw_5 are.
  private var isFractionOfDifferentials: Bool {
    guard let above = differential(ahead: 1), peek(2)?.kind == .closingBrace, peek(3)?.kind == .openingBrace,
      let below = differential(ahead: 4), peek(5)?.kind == .closingBrace
    else { return false }
    return !(names.contains("d" + above.name) && names.contains("d" + below.name))
  }

  private mutating func parseDerivativeFraction(from start: Int, skipping count: Int) throws(Diagnostic) -> Part {
    index += count
    let incomplete = ExpressionFault.incompleteDerivative.diagnostic(at: tokens[start].range)
    var quantity: (name: String, token: Token)?
    var operand: Part?
    if count == 1, let differential = differential(ahead: 0) {
      quantity = differential
      index += 1
    } else {
      quantity = try parseBareQuantity()
      if quantity == nil { operand = try parseDerivativeOperand() }
    }
    guard peek()?.kind == .closingBrace, peek(1)?.kind == .openingBrace else { throw incomplete }
    index += 2
    let variable = try parseVariable(from: start, after: nil)
    guard peek()?.kind == .closingBrace else { throw incomplete }
    index += 1
    if let quantity {
      try check(derivativeOf: quantity.name, quantity.token, by: variable.name, variable.token)
      return try make(.derivative(of: .symbol(quantity.name), by: variable.name))
    }
    try check(variable.name, at: variable.token.range)
    guard let operand else { throw incomplete }
    return try make(.derivative(of: operand.expression, by: variable.name), over: [operand])
  }

  private mutating func parseFractionPart(_ incomplete: Diagnostic) throws(Diagnostic) -> Part {
    guard let opening = peek(), opening.kind == .openingBrace else { throw incomplete }
    return try parseGroup(opening, until: .closingBrace)
  }
}
