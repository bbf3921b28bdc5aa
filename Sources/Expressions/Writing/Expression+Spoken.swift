package import Diagnostics

extension Expression {
  /// The formula as it is said: "partial E by partial w 5", "E 对 w 5 的偏导数".
  ///
  /// For speech engines, which read signs at will or not at all; quantities have the names of `letters`.
  package func spoken(in letters: (any Lettering)? = nil, numberDigits: Int? = nil) -> Words {
    SpokenWriter(letters: letters, numberDigits: numberDigits).words(self)
  }
}

/// Says formulas.
private struct SpokenWriter {
  let letters: (any Lettering)?
  let numberDigits: Int?

  func words(_ expression: Expression) -> Words {
    switch expression {
    case .number(let value): return number(value)
    case .symbol(let name): return symbol(name)
    case .sum(let terms): return sum(terms)
    case .product(let factors):
      return Self.joined(factors.map(factor), Words(en: " times ", zh: " 乘 "))
    case .negation(let operand):
      let inner = factor(operand)
      return Words(en: "minus " + inner.en, zh: "负 " + inner.zh)
    case .quotient(.number(1), .number(2)): return Words(en: "one half", zh: "二分之一")
    case .quotient(let above, let below):
      let (over, under) = (words(above), words(below))
      guard above.isSaidAtOnce, below.isSaidAtOnce else {
        return Words(
          en: "the fraction \(over.en) over \(under.en), end of fraction", zh: "分式：分子 \(over.zh)，分母 \(under.zh)，分式完")
      }
      return Words(en: "\(over.en) over \(under.en)", zh: "\(under.zh) 分之 \(over.zh)")
    case .power(.symbol("e"), let exponent): return exponential(exponent)
    case .power(let base, let exponent): return power(base, exponent)
    case .call(let function, let argument): return call(function, argument)
    case .slope(let function, let argument):
      let (name, inner) = (function.writtenName(.ascii), argumentWords(argument))
      return Words(en: "\(name) prime of \(inner.en)", zh: "\(name) 撇 \(inner.zh)")
    case .derivative(let operand, let variable):
      let (above, below) = (operand.isSaidAtOnce ? words(operand) : bracketed(operand), symbol(variable))
      return Words(en: "partial \(above.en) by partial \(below.en)", zh: "\(above.zh) 对 \(below.zh) 的偏导数")
    }
  }

  private static func joined(_ parts: [Words], _ separator: Words) -> Words {
    Words(en: parts.map(\.en).joined(separator: separator.en), zh: parts.map(\.zh).joined(separator: separator.zh))
  }

  private func sum(_ terms: [Expression]) -> Words {
    var (en, zh) = ("", "")
    for (index, term) in terms.enumerated() {
      var (term, isNegative) = (term, false)
      if index > 0 {
        switch term {
        case .negation(let operand): (term, isNegative) = (operand, true)
        case .number(let value) where value < 0: (term, isNegative) = (.number(-value), true)
        default: break
        }
        en += isNegative ? " minus " : " plus "
        zh += isNegative ? " 减 " : " 加 "
      }
      let said = if case .sum = term { bracketed(term) } else { words(term) }
      en += said.en
      zh += said.zh
    }
    return Words(en: en, zh: zh)
  }

  /// Within a product a sum or a negative number is said with its brackets.
  private func factor(_ expression: Expression) -> Words {
    switch expression {
    case .sum, .negation: bracketed(expression)
    case .number(let value) where value < 0: bracketed(expression)
    case .number, .symbol, .product, .quotient, .power, .call, .slope, .derivative: words(expression)
    }
  }

  private func bracketed(_ expression: Expression) -> Words {
    let inner = words(expression)
    return Words(en: "open bracket \(inner.en) close bracket", zh: "左括号 \(inner.zh) 右括号")
  }

  /// What a function is applied to: a name as it is, all else in brackets.
  private func argumentWords(_ argument: Expression) -> Words {
    argument.isSaidAtOnce ? words(argument) : bracketed(argument)
  }

  private func power(_ base: Expression, _ exponent: Expression) -> Words {
    let said = base.isSaidAtOnce ? words(base) : bracketed(base)
    switch exponent {
    case .number(2): return Words(en: "\(said.en) squared", zh: "\(said.zh) 的平方")
    case .number(3): return Words(en: "\(said.en) cubed", zh: "\(said.zh) 的立方")
    default:
      let raised = words(exponent)
      return Words(
        en: "\(said.en) to the power \(raised.en), end of power", zh: "\(said.zh) 的 \(raised.zh) 次方")
    }
  }

  private func exponential(_ exponent: Expression) -> Words {
    let raised = words(exponent)
    return Words(en: "e to the power \(raised.en), end of power", zh: "e 的 \(raised.zh) 次方")
  }

  private func call(_ function: Function, _ argument: Expression) -> Words {
    let inner = argumentWords(argument)
    switch function {
    case .exp: return exponential(argument)
    case .ln: return Words(en: "natural log of \(inner.en)", zh: "\(inner.zh) 的自然对数")
    case .sqrt: return Words(en: "square root of \(inner.en)", zh: "\(inner.zh) 的平方根")
    case .abs: return Words(en: "absolute value of \(inner.en)", zh: "\(inner.zh) 的绝对值")
    case .sigmoid, .tanh, .relu, .leakyRelu, .elu, .softplus, .normal:
      let name = function.writtenName(.ascii)
      return Words(en: "\(name) of \(inner.en)", zh: "\(name) \(inner.zh)")
    }
  }

  private func number(_ value: Double) -> Words {
    let text = DecimalText.significant(value.magnitude, digits: numberDigits)
    let parts = text.split(separator: "e", maxSplits: 1)
    let sign = value < 0 ? Words(en: "minus ", zh: "负 ") : Words("")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return Words(en: sign.en + text, zh: sign.zh + text) }
    let (en, zh) =
      exponent < 0 ? ("minus \(exponent.magnitude)", "负 \(exponent.magnitude)") : ("\(exponent)", "\(exponent)")
    return Words(
      en: "\(sign.en)\(parts[0]) times 10 to the power \(en)", zh: "\(sign.zh)\(parts[0]) 乘 10 的 \(zh) 次方")
  }

  /// A quantity; without letters its identity is taken apart: `net_h1` is "net h 1".
  private func symbol(_ name: String) -> Words {
    if let written = letters?.written(name) { return written.spoken }
    if name == "…" { return Words(en: "and so on", zh: "等等") }
    var rest = Substring(name)
    let isUpdated = rest.hasSuffix("+")
    if isUpdated { rest = rest.dropLast() }
    let parts = rest.split(separator: "_", maxSplits: 1)
    let letter = rest.prefix { !$0.isNumber }
    let (base, below) =
      parts.count == 2 ? (String(parts[0]), String(parts[1])) : (String(letter), String(rest.dropFirst(letter.count)))
    var written = WrittenName(base: base, below: below.isEmpty ? nil : below)
    written.isUpdated = isUpdated
    return written.spoken
  }
}

extension Expression {
  /// Whether it is one thing when it is said, so that where it ends is heard.
  fileprivate var isSaidAtOnce: Bool {
    switch self {
    case .number(let value): value >= 0
    case .symbol: true
    case .sum, .product, .negation, .quotient, .power, .call, .slope, .derivative: false
    }
  }
}
