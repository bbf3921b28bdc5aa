/// An expression as it is laid out: signs, operators and parentheses decided, the notation still open.
///
/// One builder makes it; ASCII, Unicode, two-dimensional text, LaTeX and MathML are interpreters of it, so that none of
/// them can put a parenthesis in another place.
indirect enum Formula {
  /// A number without its sign, as text.
  case number(String)
  case symbol(String)
  case operation(Operator)
  case row([Formula])
  case parentheses(Formula)
  case call(Function, Formula, isSlope: Bool)
  case fraction(Formula, Formula)
  case power(Formula, Formula)
  /// ∂(what)/∂name; `what` brings its own parentheses.
  case derivative(Formula, by: String)
  /// One half, which has a sign of its own.
  case half

  enum Operator {
    case plus
    case minus
    /// A minus sign in front.
    case negative
    /// Between factors.
    case times
    /// Between factors that are products or derivatives themselves: with room around it.
    case wideTimes
    /// Between factors where nothing needs to be written, as in 2(a + b).
    case juxtaposition
  }

  /// Whether it takes more than a line where fractions are stacked.
  var isTall: Bool {
    switch self {
    case .number, .symbol, .operation: false
    case .fraction, .derivative, .half: true
    case .row(let parts): parts.contains(where: \.isTall)
    case .parentheses(let inner), .call(_, let inner, _): inner.isTall
    case .power(let base, let exponent): base.isTall || exponent.isTall
    }
  }
}
