import Diagnostics

/// Recursive descent over the tokens: sum, product, sign, power, and what they are made of.
struct Parser {
  /// A finished part and how many levels its tree has, since a tree too deep would overflow the stack when freed.
  struct Part {
    var expression: Expression
    var depth = 1
  }

  let tokens: [Token]
  let names: Set<String>
  /// UTF-8 offset of the end of the text.
  let end: Int
  var index = 0
  var nesting = 0
  var derivativeNesting = 0
  /// Bars opened since the last parenthesis: the next bar closes the last of them.
  var openBars = 0
  private var nodes = 0

  init(tokens: [Token], names: Set<String>, end: Int) {
    self.tokens = tokens
    self.names = names
    self.end = end
  }

  mutating func run() throws(Diagnostic) -> Expression {
    // As it is copied out of a line: = 0.3.
    if peek()?.kind == .equals { index += 1 }
    if peek() == nil { throw ExpressionFault.empty.diagnostic(at: end..<end) }
    let part = try parseSum()
    guard let token = peek() else { return part.expression }
    switch token.kind {
    case .equals: throw fault(.equation)
    case .closing, .closingBrace, .bar: throw fault(.unopened(token.text))
    case .prime: throw fault(.primeWithoutFunction(tokens[max(0, index - 1)].text))
    default: throw fault(.expectedOperator(found: token.text))
    }
  }

  // MARK: Levels of the grammar

  mutating func parseSum() throws(Diagnostic) -> Part {
    try enter()
    defer { nesting -= 1 }
    var terms = [try parseSignedTerm()]
    while let kind = peek()?.kind, kind == .plus || kind == .minus {
      index += 1
      let term = try parseSignedTerm()
      terms.append(kind == .plus ? term : try make(.negation(term.expression), over: [term]))
    }
    return terms.count == 1 ? terms[0] : try make(.sum(terms.map(\.expression)), over: terms)
  }

  /// A product with signs in front, which belong to the whole of it: −a·b is −(a·b).
  private mutating func parseSignedTerm() throws(Diagnostic) -> Part {
    let signs = skipSigns()
    return try negated(try parseProduct(), times: signs)
  }

  private mutating func parseProduct() throws(Diagnostic) -> Part {
    var factors = [try parsePower()]
    while let token = peek() {
      switch token.kind {
      case .times:
        index += 1
        factors.append(try parseSignedPower())
      case .divided:
        index += 1
        let (numerator, denominator) = (try product(of: factors), try parseSignedPower())
        factors = [
          try make(.quotient(numerator.expression, denominator.expression), over: [numerator, denominator])
        ]
      case .number, .superscript: throw fault(.expectedOperator(found: token.text))
      default:
        guard startsOperand(token.kind) else { return try product(of: factors) }
        factors.append(try parsePower())
      }
    }
    return try product(of: factors)
  }

  private mutating func product(of factors: [Part]) throws(Diagnostic) -> Part {
    factors.count == 1 ? factors[0] : try make(.product(factors.map(\.expression)), over: factors)
  }

  private mutating func parseSignedPower() throws(Diagnostic) -> Part {
    let signs = skipSigns()
    return try negated(try parsePower(), times: signs)
  }

  private mutating func parsePower() throws(Diagnostic) -> Part {
    var base = try parsePrimary()
    while case .superscript(let exponent)? = peek()?.kind {
      index += 1
      base = try make(.power(base.expression, .number(exponent)), over: [base])
    }
    guard peek()?.kind == .power else { return base }
    index += 1
    try enter()
    defer { nesting -= 1 }
    let exponent = try parseSignedPower()
    return try make(.power(base.expression, exponent.expression), over: [base, exponent])
  }

  private mutating func skipSigns() -> Int {
    var count = 0
    while let kind = peek()?.kind, kind == .minus || kind == .plus {
      if kind == .minus { count += 1 }
      index += 1
    }
    return count
  }

  private mutating func negated(_ part: Part, times count: Int) throws(Diagnostic) -> Part {
    guard count > 0 else { return part }
    var result = part
    var left = count
    if case .number(let value) = part.expression, value.sign == .plus {
      result.expression = .number(-value)
      left -= 1
    }
    for _ in 0..<left { result = try make(.negation(result.expression), over: [result]) }
    return result
  }

  // MARK: Help

  func peek(_ ahead: Int = 0) -> Token? {
    index + ahead < tokens.count ? tokens[index + ahead] : nil
  }

  func startsOperand(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .number, .name, .fraction, .opening, .openingBrace, .root, .partial, .frac: true
    case .bar: openBars == 0
    default: false
    }
  }

  mutating func enter() throws(Diagnostic) {
    nesting += 1
    if nesting > Expression.Limit.depth { throw fault(.tooDeep(limit: Expression.Limit.depth)) }
  }

  /// The only place where nodes come to be, and where they are counted.
  mutating func make(_ expression: Expression, over parts: [Part] = []) throws(Diagnostic) -> Part {
    nodes += 1
    if nodes > Expression.Limit.nodes { throw fault(.tooManyNodes(limit: Expression.Limit.nodes)) }
    let depth = parts.reduce(0) { max($0, $1.depth) } + 1
    if depth > Expression.Limit.depth { throw fault(.tooDeep(limit: Expression.Limit.depth)) }
    return Part(expression: expression, depth: depth)
  }

  /// A fault at the token at hand, or at the end of the text.
  func fault(_ fault: ExpressionFault) -> Diagnostic {
    fault.diagnostic(at: peek()?.range ?? end..<end)
  }
}
