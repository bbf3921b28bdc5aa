import Diagnostics

extension Parser {
  /// A number, a name, a call, a derivative, or anything in parentheses.
  mutating func parsePrimary() throws(Diagnostic) -> Part {
    guard let token = peek() else { throw fault(.expectedOperand(found: nil)) }
    switch token.kind {
    case .number(let value):
      index += 1
      return try make(.number(value))
    case .fraction(let above, let below):
      index += 1
      return try make(.quotient(.number(above), .number(below)))
    case .name(let name): return try parseName(name, token)
    case .opening: return try parseGroup(token, until: .closing)
    case .openingBrace: return try parseGroup(token, until: .closingBrace)
    case .bar: return try parseAbsoluteValue(token)
    case .root:
      index += 1
      try enter()
      defer { nesting -= 1 }
      let operand = try parsePrimary()
      return try make(.call(.sqrt, operand.expression), over: [operand])
    case .partial: return try parseDerivative()
    case .frac: return try parseFraction(token)
    default: throw fault(.expectedOperand(found: token.text))
    }
  }

  /// What is between a parenthesis or brace and the one that closes it.
  mutating func parseGroup(_ opening: Token, until closing: Token.Kind) throws(Diagnostic) -> Part {
    index += 1
    let barsOutside = openBars
    openBars = 0
    let inner = try parseSum()
    openBars = barsOutside
    try close(opening, with: closing)
    return inner
  }

  private mutating func parseAbsoluteValue(_ opening: Token) throws(Diagnostic) -> Part {
    index += 1
    openBars += 1
    let inner = try parseSum()
    openBars -= 1
    try close(opening, with: .bar)
    return try make(.call(.abs, inner.expression), over: [inner])
  }

  private mutating func close(_ opening: Token, with closing: Token.Kind) throws(Diagnostic) {
    guard let token = peek() else { throw ExpressionFault.unclosed(opening.text).diagnostic(at: opening.range) }
    guard token.kind == closing else {
      switch token.kind {
      case .closing, .closingBrace, .bar: throw ExpressionFault.unclosed(opening.text).diagnostic(at: opening.range)
      default: throw fault(.expectedOperator(found: token.text))
      }
    }
    index += 1
  }

  // MARK: Names

  private mutating func parseName(_ name: String, _ token: Token) throws(Diagnostic) -> Part {
    index += 1
    let next = peek()?.kind
    if let function = Function(written: name) ?? (names.contains(name) ? nil : Function(spelled: name)) {
      if next == .prime || next == .opening || next == .openingBrace { return try parseCall(function) }
      guard names.contains(name) else {
        throw ExpressionFault.functionWithoutArgument(name).diagnostic(at: token.range)
      }
    }
    if next == .prime { throw ExpressionFault.primeWithoutFunction(name).diagnostic(at: token.range) }
    if name == "d", next == .opening, let closing = indexOfClosing(from: index),
      case .divided? = peek(closing - index + 1)?.kind, differential(ahead: closing - index + 2) != nil
    {
      return try parseDerivative(of: try parseDerivativeOperand())
    }
    if let quantity = afterD(name), next == .divided, let variable = differential(ahead: 1),
      !(names.contains(name) && names.contains("d" + variable.name))
    {
      index += 2
      try check(derivativeOf: quantity, token, by: variable.name, variable.token)
      return try make(.derivative(of: .symbol(quantity), by: variable.name))
    }
    let full = takesUpdateMark(after: token) ? name + "+" : name
    try check(full, at: token.range.lowerBound..<tokens[index - 1].range.upperBound)
    return try make(.symbol(full))
  }

  private mutating func parseCall(_ function: Function) throws(Diagnostic) -> Part {
    let isSlope = peek()?.kind == .prime
    if isSlope { index += 1 }
    guard let opening = peek() else { throw fault(.functionWithoutArgument(function.writtenName)) }
    switch opening.kind {
    case .prime: throw fault(.higherDerivative)
    case .opening, .openingBrace:
      let argument = try parseGroup(opening, until: opening.kind == .opening ? .closing : .closingBrace)
      return try make(
        isSlope ? .slope(function, argument.expression) : .call(function, argument.expression), over: [argument])
    default: throw fault(.functionWithoutArgument(function.writtenName))
    }
  }

  /// Takes `⁺`, or a `+` that touches the name and adds nothing to it: `w5+`, `(w5+)/2`, `w5+ - 1`.
  private mutating func takesUpdateMark(after name: Token) -> Bool {
    guard let mark = peek(),
      mark.kind == .raisedPlus || mark.kind == .plus && mark.range.lowerBound == name.range.upperBound
    else { return false }
    if mark.kind == .plus, let next = peek(1) {
      if startsOperand(next.kind) || next.kind == .bar && openBars == 0 { return false }
      if next.kind == .plus || next.kind == .minus {
        // A sign with room on both sides is the operator; `w5+-1` and `w5+ -1` add a negative number.
        let hasRoomBefore = next.range.lowerBound > mark.range.upperBound
        let hasRoomAfter = peek(2).map { $0.range.lowerBound > next.range.upperBound } ?? false
        guard hasRoomBefore && hasRoomAfter else { return false }
      }
    }
    index += 1
    return true
  }

  func check(_ name: String, at range: Range<Int>) throws(Diagnostic) {
    guard !names.isEmpty, !names.contains(name), name != "e", name != "pi" else { return }
    if name.hasSuffix("+"), names.contains(String(name.dropLast())) { return }
    throw ExpressionFault.unknownName(name, nearest: nearest(to: name)).diagnostic(at: range)
  }

  private func nearest(to name: String) -> String? { NameSuggestion.nearest(to: name, in: names) }
}
