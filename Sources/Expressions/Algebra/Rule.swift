package import Diagnostics

/// A rule of differentiation under the name that a textbook gives it; the raw value is a stable id.
package enum Rule: String, CaseIterable, Sendable {
  case constant
  case identity
  case sum
  case negation
  case constantMultiple = "constant-multiple"
  case product
  case quotient
  case power
  case exponential
  case generalPower = "general-power"
  case chain
  case sigmoidDerivative = "sigmoid-derivative"
  case tanhDerivative = "tanh-derivative"
  case reluDerivative = "relu-derivative"
  case leakyReluDerivative = "leaky-relu-derivative"
  case eluDerivative = "elu-derivative"
  case softplusDerivative = "softplus-derivative"
  case normalDerivative = "normal-derivative"
  /// Of a softmax output by any net input of its layer.
  case softmaxDerivative = "softmax-derivative"
  case logarithm
  case squareRoot = "square-root"
  case absoluteValue = "absolute-value"
  case secondDerivative = "second-derivative"

  /// The standard term, in lower case in English.
  package var name: Words {
    switch self {
    case .constant: Words(en: "derivative of a constant", zh: "常数的导数")
    case .identity: Words(en: "derivative of the variable itself", zh: "变量对自身的导数")
    case .sum: Words(en: "sum rule", zh: "加法法则")
    case .negation: Words(en: "derivative of a negative", zh: "相反数的导数")
    case .constantMultiple: Words(en: "product with a constant", zh: "常数倍法则")
    case .product: Words(en: "product rule", zh: "乘法法则")
    case .quotient: Words(en: "quotient rule", zh: "除法法则")
    case .power: Words(en: "power rule", zh: "幂法则")
    case .exponential: Words(en: "derivative of the exponential function", zh: "指数函数的导数")
    case .generalPower: Words(en: "logarithmic differentiation", zh: "对数求导法")
    case .chain: Words(en: "chain rule", zh: "链式法则")
    case .sigmoidDerivative: Words(en: "derivative of the sigmoid", zh: "Sigmoid 函数的导数")
    case .tanhDerivative: Words(en: "derivative of tanh", zh: "tanh 函数的导数")
    case .reluDerivative: Words(en: "derivative of ReLU", zh: "ReLU 函数的导数")
    case .leakyReluDerivative: Words(en: "derivative of leaky ReLU", zh: "Leaky ReLU 函数的导数")
    case .eluDerivative: Words(en: "derivative of ELU", zh: "ELU 函数的导数")
    case .softplusDerivative: Words(en: "derivative of softplus", zh: "softplus 函数的导数")
    case .normalDerivative: Words(en: "derivative of the normal distribution", zh: "标准正态分布函数的导数")
    case .softmaxDerivative: Words(en: "derivative of softmax", zh: "softmax 函数的导数")
    case .logarithm: Words(en: "derivative of the natural logarithm", zh: "自然对数的导数")
    case .squareRoot: Words(en: "derivative of the square root", zh: "平方根的导数")
    case .absoluteValue: Words(en: "derivative of the absolute value", zh: "绝对值的导数")
    case .secondDerivative: Words(en: "second derivative", zh: "二阶导数")
    }
  }

  /// The rule as one line of mathematics; u and v depend on the variable x, c and n do not.
  package var formula: String {
    switch self {
    case .constant: "c′ = 0"
    case .identity: "x′ = 1"
    case .sum: "(u + v)′ = u′ + v′"
    case .negation: "(−u)′ = −u′"
    case .constantMultiple: "(c·u)′ = c·u′"
    case .product: "(u·v)′ = u′·v + u·v′"
    case .quotient: "(u/v)′ = (u′·v − u·v′)/v²"
    case .power: "(uⁿ)′ = n·uⁿ⁻¹·u′"
    case .exponential: "(eᵘ)′ = eᵘ·u′, (cᵘ)′ = cᵘ·ln(c)·u′"
    case .generalPower: "(uᵛ)′ = uᵛ·(v′·ln(u) + v·u′/u)"
    case .chain: "g(u)′ = g′(u)·u′"
    case .sigmoidDerivative: "f′(x) = f(x)(1 − f(x))"
    case .tanhDerivative: "tanh′(x) = 1 − tanh(x)²"
    case .reluDerivative: "relu′(x) = 1 if x > 0, else 0"
    case .leakyReluDerivative: "leakyrelu′(x) = 1 if x > 0, else 0.01"
    case .eluDerivative: "elu′(x) = 1 if x > 0, else exp(x)"
    case .softplusDerivative: "softplus′(x) = f(x)"
    case .normalDerivative: "Φ′(x) = exp(−x²/2)/√(2π)"
    case .softmaxDerivative: "∂out_j/∂net_k = out_j(1 − out_j) if j = k, else −out_j·out_k"
    case .logarithm: "ln′(x) = 1/x"
    case .squareRoot: "(√x)′ = 1/(2·√x)"
    case .absoluteValue: "|x|′ = 1 if x > 0, −1 if x < 0"
    case .secondDerivative: "g′(u)′ = g″(u)·u′"
    }
  }
}

extension Rule {
  /// The line of mathematics with what words it has in both languages.
  package var statement: Words {
    switch self {
    case .reluDerivative: Words(en: formula, zh: "relu′(x) = 1（x > 0 时），否则为 0")
    case .leakyReluDerivative: Words(en: formula, zh: "leakyrelu′(x) = 1（x > 0 时），否则为 0.01")
    case .eluDerivative: Words(en: formula, zh: "elu′(x) = 1（x > 0 时），否则为 exp(x)")
    case .softmaxDerivative:
      Words(en: formula, zh: "∂out_j/∂net_k = out_j(1 − out_j)（j = k 时），否则为 −out_j·out_k")
    case .absoluteValue: Words(en: formula, zh: "|x|′ = 1（x > 0 时），−1（x < 0 时）")
    default: Words(formula)
    }
  }
}

extension Function {
  /// The rule that differentiates this function at the variable itself.
  package var derivativeRule: Rule {
    switch self {
    case .sigmoid: .sigmoidDerivative
    case .tanh: .tanhDerivative
    case .relu: .reluDerivative
    case .leakyRelu: .leakyReluDerivative
    case .elu: .eluDerivative
    case .exp: .exponential
    case .ln: .logarithm
    case .sqrt: .squareRoot
    case .abs: .absoluteValue
    case .softplus: .softplusDerivative
    case .normal: .normalDerivative
    }
  }
}
