import Glibc

extension Function {
  /// The value at x in IEEE arithmetic: ln 0 is −∞, √−1 is NaN, and nothing overflows on the way to a finite value.
  package func value(at x: Double) -> Double {
    switch self {
    case .sigmoid:
      // On each side the exponential that cannot overflow.
      if x >= 0 { return 1 / (1 + Glibc.exp(-x)) }
      let power = Glibc.exp(x)
      return power / (1 + power)
    case .tanh: return Glibc.tanh(x)
    case .relu: return x.isNaN ? x : Swift.max(0, x)
    case .leakyRelu: return x < 0 ? Self.leak * x : x
    case .elu: return x < 0 ? expm1(x) : x
    case .exp: return Glibc.exp(x)
    case .ln: return Glibc.log(x)
    case .sqrt: return x.squareRoot()
    case .abs: return x.magnitude
    // max(x, 0) + ln(1 + e^−|x|): the small term is never lost against the large one.
    case .softplus: return x.isNaN ? x : Swift.max(x, 0) + log1p(Glibc.exp(-x.magnitude))
    // erfc keeps its digits where 1 + erf would lose them.
    case .normal: return 0.5 * erfc(-x * 0.5.squareRoot())
    }
  }

  /// Leaky ReLU's slope below 0.
  package static let leak = 0.01

  /// The derivative at x; 0 where relu has its corner, NaN where |x| has.
  package func slope(at x: Double) -> Double {
    switch self {
    // f(x)·f(−x) instead of f(x)(1 − f(x)): the second factor stays exact when f(x) rounds to 1.
    case .sigmoid: return value(at: x) * value(at: -x)
    case .tanh:
      // 1/cosh²x, which keeps its digits when tanh x rounds to ±1.
      let cosine = cosh(x)
      return 1 / (cosine * cosine)
    case .relu: return x.isNaN ? x : (x > 0 ? 1 : 0)
    case .leakyRelu: return x.isNaN ? x : (x > 0 ? 1 : Self.leak)
    case .elu: return x > 0 ? 1 : Glibc.exp(x)
    case .exp: return Glibc.exp(x)
    case .ln: return 1 / x
    case .sqrt: return 0.5 / x.squareRoot()
    case .abs: return x > 0 ? 1 : (x < 0 ? -1 : .nan)
    case .softplus: return Function.sigmoid.value(at: x)
    case .normal: return Glibc.exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
    }
  }

  /// The derivative at an expression, written out: f(u)(1 − f(u)).
  ///
  /// Relu's, its kin's and |x|'s stay f′(u), having no formula.
  package func slopeWrittenOut(at argument: Expression) -> Expression {
    let call = Expression.call(self, argument)
    return switch self {
    case .sigmoid: .product([call, .sum([.number(1), .negation(call)])])
    case .tanh: .sum([.number(1), .negation(.power(call, .number(2)))])
    case .relu, .leakyRelu, .elu, .abs: .slope(self, argument)
    case .exp: call
    case .ln: .quotient(.number(1), argument)
    case .sqrt: .quotient(.number(1), .product([.number(2), call]))
    case .softplus: .call(.sigmoid, argument)
    case .normal:
      .quotient(
        .call(.exp, .negation(.quotient(.power(argument, .number(2)), .number(2)))),
        .call(.sqrt, .product([.number(2), .symbol("pi")])))
    }
  }

  /// The second derivative at an expression; 0 where relu and |x| have one.
  func secondDerivative(at argument: Expression) -> Expression {
    let call = Expression.call(self, argument)
    let slope = Expression.slope(self, argument)
    return switch self {
    case .sigmoid: .product([slope, .sum([.number(1), .negation(.product([.number(2), call]))])])
    case .tanh: .negation(.product([.number(2), call, slope]))
    case .relu, .leakyRelu, .abs: .number(0)
    // e^u below 0 and 0 above, where both slopes are 1.
    case .elu: .sum([slope, .negation(.slope(.relu, argument))])
    case .exp: call
    case .ln: .negation(.quotient(.number(1), .power(argument, .number(2))))
    case .sqrt: .negation(.quotient(.number(1), .product([.number(4), argument, call])))
    case .softplus: .slope(.sigmoid, argument)
    case .normal: .negation(.product([argument, slope]))
    }
  }
}
