package import Diagnostics

extension Expression {
  /// The formula on one line; the parser reads back an expression of the same value.
  ///
  /// With `numberDigits` numbers are rounded to that many significant digits, else they are given in full. Quantities
  /// have the names of `letters`; without, their identities.
  package func text(
    _ style: TextStyle, in letters: (any Lettering)? = nil, numberDigits: Int? = nil
  ) -> String {
    let isUnicode = style == .unicode
    let builder = FormulaBuilder(
      isStacked: false, hasHalf: isUnicode, juxtaposes: isUnicode, numberDigits: numberDigits, letters: letters)
    let writer = LineWriter(style: style, letters: letters)
    if case .symbol(let name) = self { return writer.symbol(name) }
    return writer.text(builder.formula(self))
  }
}

/// Writes a layout on one line.
struct LineWriter {
  let style: TextStyle
  var letters: (any Lettering)?

  func text(_ formula: Formula) -> String {
    switch formula {
    case .number(let digits): return number(digits)
    // `w5+ - 1` would read as w5 + (−1).
    case .symbol(let name): return style == .ascii && name.hasSuffix("+") ? "(\(symbol(name)))" : symbol(name)
    case .operation(let operation): return text(operation)
    case .row(let parts): return parts.map(text).joined()
    case .parentheses(let inner): return "(\(textInParentheses(inner)))"
    case .call(let function, let argument, let isSlope):
      return name(of: function, isSlope: isSlope) + "(\(textInParentheses(argument)))"
    case .fraction(let numerator, let denominator):
      let (over, under) = (text(numerator), text(denominator))
      return looksLikeDerivative(over, under) ? "(\(over))/\(under)" : "\(over)/\(under)"
    case .power(let base, let exponent):
      let raised = text(exponent)
      return text(base) + ((style == .unicode ? Self.superscript(raised) : nil) ?? "^\(raised)")
    case .derivative(let operand, let variable):
      return "\(partial)\(text(operand))/\(partial)\(symbol(variable))"
    case .half: return "½"
    }
  }

  /// Where parentheses stand already, `w5+` needs none of its own.
  private func textInParentheses(_ formula: Formula) -> String {
    if case .symbol(let name) = formula { symbol(name) } else { text(formula) }
  }

  /// A quantity as it is read: η for `eta`, w5⁺ for `w5+`; the letters stay as they are.
  func symbol(_ name: String) -> String {
    if let written = letters?.written(name) { return written.text(style) }
    // The terms that a long sum leaves out.
    guard style == .unicode else { return name == "…" ? "..." : name }
    if name.hasSuffix("+") { return symbol(String(name.dropLast())) + "⁺" }
    if name.hasPrefix("delta_") { return "δ" + name.dropFirst(5) }
    switch name {
    case "eta": return "η"
    case "lambda": return "λ"
    case "mu": return "μ"
    case "pi": return "π"
    default: return name
    }
  }

  /// `f`, or `f′` for its slope.
  func name(of function: Function, isSlope: Bool) -> String {
    function.writtenName(style) + (isSlope ? (style == .unicode ? "′" : "'") : "")
  }

  /// The operator with the room that it has on a line.
  func text(_ operation: Formula.Operator) -> String {
    let isUnicode = style == .unicode
    return switch operation {
    case .plus: " + "
    case .minus: isUnicode ? " − " : " - "
    case .negative: isUnicode ? "−" : "-"
    case .times: isUnicode ? "·" : "*"
    case .wideTimes: isUnicode ? " · " : " * "
    case .juxtaposition: ""
    }
  }

  /// Digits; in Unicode with a true minus sign in the exponent and ∞.
  func number(_ digits: String) -> String {
    switch digits {
    case "inf" where style == .unicode: "∞"
    case "nan" where style == .unicode: "NaN"
    default: digits
    }
  }

  var partial: String {
    style == .unicode ? "∂" : "d"
  }

  /// Digits and minus sign raised, nil if there is anything else.
  static func superscript(_ text: String) -> String? {
    let raised: [Character: Character] = [
      "−": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
    let characters = text.compactMap { raised[$0] }
    return characters.count == text.count && text.count <= 4 ? String(characters) : nil
  }

  /// True if `over/under` would read as a derivative although it is a quotient: dE/dw5 with quantities dE and dw5.
  private func looksLikeDerivative(_ over: String, _ under: String) -> Bool {
    guard under.first == "d" else { return false }
    let word = over.unicodeScalars.reversed().prefix { $0 == "_" || $0.properties.isAlphabetic || $0.isNumeral }
    return word.last == "d" || over.hasSuffix(")")
  }
}

extension Unicode.Scalar {
  /// A digit of any script or style.
  var isNumeral: Bool {
    properties.numericType != nil
  }
}
