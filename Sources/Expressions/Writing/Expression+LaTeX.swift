import Diagnostics

extension Expression {
  /// The formula in LaTeX for math mode, amsmath at hand; names are escaped, and the parser reads it back.
  package func latex(in letters: (any Lettering)? = nil, numberDigits: Int? = nil) -> String {
    let builder = FormulaBuilder(
      isStacked: true, hasHalf: false, juxtaposes: true, numberDigits: numberDigits, letters: letters)
    return LaTeXWriter(letters: letters).text(builder.formula(self))
  }
}

/// Writes a layout in LaTeX.
private struct LaTeXWriter {
  let letters: (any Lettering)?

  func text(_ formula: Formula) -> String {
    switch formula {
    case .number(let digits): number(digits)
    case .symbol(let name): symbol(name)
    case .operation(let operation): text(operation)
    case .row(let parts): parts.map(text).joined()
    case .parentheses(let inner): "\\left(\(text(inner))\\right)"
    case .call(.sqrt, let argument, isSlope: false): "\\sqrt{\(text(argument))}"
    case .call(.abs, let argument, isSlope: false): "\\left|\(text(argument))\\right|"
    case .call(let function, let argument, let isSlope):
      function.latexName + (isSlope ? "'" : "") + "\\left(\(text(argument))\\right)"
    case .fraction(let numerator, let denominator): "\\frac{\(text(numerator))}{\(text(denominator))}"
    // The braces keep a base that ends in ^{+} from getting a second exponent.
    case .power(.symbol(let name), let exponent) where name.hasSuffix("+"): "{\(symbol(name))}^{\(text(exponent))}"
    case .power(let base, let exponent): "\(text(base))^{\(text(exponent))}"
    case .derivative(let operand, let variable): "\\frac{\\partial \(text(operand))}{\\partial \(symbol(variable))}"
    case .half: "\\frac{1}{2}"
    }
  }

  private func text(_ operation: Formula.Operator) -> String {
    switch operation {
    case .plus: " + "
    case .minus: " - "
    case .negative: "-"
    case .times, .wideTimes: " \\cdot "
    case .juxtaposition: ""
    }
  }

  private func number(_ digits: String) -> String {
    if digits == "inf" { return "\\infty" }
    if digits == "nan" { return "\\mathrm{NaN}" }
    guard let mark = digits.firstIndex(of: "e"), let exponent = Int(digits[digits.index(after: mark)...]) else {
      return digits
    }
    return "\(digits[..<mark]) \\times 10^{\(exponent)}"
  }

  private func symbol(_ name: String) -> String {
    // The terms that a long sum leaves out.
    if name == "…" { return "\\cdots " }
    if let written = letters?.written(name) { return written.latex }
    let quantity = QuantityName(name)
    var text = base(quantity)
    if let index = quantity.index { text += index.count == 1 ? "_\(escaped(index))" : "_{\(escaped(index))}" }
    return quantity.isUpdated ? text + "^{+}" : text
  }

  private func base(_ quantity: QuantityName) -> String {
    switch quantity.greek {
    case "η": return "\\eta"
    case "λ": return "\\lambda"
    case "μ": return "\\mu"
    case "δ": return "\\delta"
    case "π": return "\\pi"
    default: break
    }
    if quantity.base.count == 1, quantity.base.first?.isASCII ?? false { return escaped(quantity.base) }
    let isPlain = quantity.base.utf8.allSatisfy { $0 < 0x80 }
    return (isPlain ? "\\mathrm{" : "\\text{") + escaped(quantity.base) + "}"
  }

  /// Names come from files: everything that LaTeX could take for a command is made harmless.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "_", "&", "%", "$", "#", "{", "}": result += "\\\(character)"
      case "\\": result += "\\backslash "
      case "^", "~": result += "\\\(character){}"
      default: if DisplayWidth.of(character) > 0 { result.append(character) }
      }
    }
    return result
  }
}
