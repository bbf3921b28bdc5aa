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
    var text = ""
    write(formula, to: &text)
    return text
  }

  private func write(_ formula: Formula, to text: inout String) {
    switch formula {
    case .number(let digits): text += number(digits)
    // `w5+ - 1` would read as w5 + (−1).
    case .symbol(let name) where style == .ascii && name.utf8.last == UInt8(ascii: "+"): text += "(\(symbol(name)))"
    case .symbol(let name): text += symbol(name)
    case .operation(let operation): text += self.text(operation)
    case .row(let parts): for part in parts { write(part, to: &text) }
    case .parentheses(let inner): writeInParentheses(inner, to: &text)
    case .call(let function, let argument, let isSlope):
      text += name(of: function, isSlope: isSlope)
      writeInParentheses(argument, to: &text)
    case .fraction(let numerator, let denominator):
      let (over, under) = (self.text(numerator), self.text(denominator))
      text += looksLikeDerivative(over, under) ? "(\(over))/\(under)" : "\(over)/\(under)"
    case .power(let base, let exponent):
      let raised = self.text(exponent)
      write(base, to: &text)
      text += (style == .unicode ? Self.superscript(raised) : nil) ?? "^\(raised)"
    case .derivative(let operand, let variable):
      text += partial
      write(operand, to: &text)
      text += "/\(partial)\(symbol(variable))"
    case .half: text += "½"
    }
  }

  /// Where parentheses stand already, `w5+` needs none of its own.
  private func writeInParentheses(_ formula: Formula, to text: inout String) {
    text += "("
    if case .symbol(let name) = formula { text += symbol(name) } else { write(formula, to: &text) }
    text += ")"
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
