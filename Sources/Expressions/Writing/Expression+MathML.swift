import Diagnostics

extension Expression {
  /// The formula as a `<math>` element of MathML Core, escaped for HTML; `isBlock` sets it on a line of its own.
  package func mathML(isBlock: Bool = false, in letters: (any Lettering)? = nil, numberDigits: Int? = nil) -> String {
    let display = isBlock ? " display=\"block\"" : ""
    let content = mathMLElement(in: letters, numberDigits: numberDigits)
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"\(display)>\(content)</math>"
  }

  /// The formula as one element inside of a `<math>`, for equations that are put together of several formulas.
  package func mathMLElement(in letters: (any Lettering)? = nil, numberDigits: Int? = nil) -> String {
    let builder = FormulaBuilder(
      isStacked: true, hasHalf: false, juxtaposes: true, numberDigits: numberDigits, letters: letters)
    return MathMLWriter(letters: letters).element(builder.formula(self))
  }
}

/// Writes a layout as MathML elements, each complete in itself.
private struct MathMLWriter {
  let letters: (any Lettering)?
  /// Said by screen readers and not shown.
  private static let invisibleTimes = "\u{2062}"
  private static let functionApplication = "\u{2061}"

  func element(_ formula: Formula) -> String {
    switch formula {
    case .number(let digits): number(digits)
    case .symbol(let name): symbol(name)
    case .operation(let operation): self.operation(operation)
    case .row(let parts): row(parts.map(element))
    case .parentheses(let inner): row(fenced("(", inner, ")"))
    case .call(.sqrt, let argument, isSlope: false): "<msqrt>\(element(argument))</msqrt>"
    case .call(.abs, let argument, isSlope: false): row(fenced("|", argument, "|"))
    case .call(let function, let argument, let isSlope):
      row([name(of: function, isSlope: isSlope), mo(Self.functionApplication)] + fenced("(", argument, ")"))
    case .fraction(let numerator, let denominator): "<mfrac>\(element(numerator))\(element(denominator))</mfrac>"
    case .power(let base, let exponent): "<msup>\(element(base))\(element(exponent))</msup>"
    case .derivative(let operand, let variable):
      "<mfrac>\(row([mo("∂"), element(operand)]))\(row([mo("∂"), symbol(variable)]))</mfrac>"
    case .half: "<mfrac><mn>1</mn><mn>2</mn></mfrac>"
    }
  }

  /// In parentheses, which grow only where something tall is in them: stretchy ones are set with room around.
  private func fenced(_ opening: String, _ inner: Formula, _ closing: String) -> [String] {
    let stretchy = inner.isTall ? "" : " stretchy=\"false\""
    return [
      "<mo form=\"prefix\"\(stretchy)>\(opening)</mo>", element(inner),
      "<mo form=\"postfix\"\(stretchy)>\(closing)</mo>",
    ]
  }

  private func operation(_ operation: Formula.Operator) -> String {
    switch operation {
    case .plus: mo("+")
    case .minus: mo("−")
    case .negative: "<mo form=\"prefix\">−</mo>"
    case .times, .wideTimes: mo("·")
    case .juxtaposition: mo(Self.invisibleTimes)
    }
  }

  private func name(of function: Function, isSlope: Bool) -> String {
    let name = "<mi>\(function.writtenName(.unicode))</mi>"
    return isSlope ? "<msup>\(name)<mo>′</mo></msup>" : name
  }

  private func number(_ digits: String) -> String {
    if digits == "inf" { return "<mi>∞</mi>" }
    if digits == "nan" { return "<mi>NaN</mi>" }
    guard let mark = digits.firstIndex(of: "e"), let exponent = Int(digits[digits.index(after: mark)...]) else {
      return "<mn>\(digits)</mn>"
    }
    let power =
      exponent < 0 ? row(["<mo form=\"prefix\">−</mo>", "<mn>\(exponent.magnitude)</mn>"]) : "<mn>\(exponent)</mn>"
    return row(["<mn>\(digits[..<mark])</mn>", mo("×"), "<msup><mn>10</mn>\(power)</msup>"])
  }

  private func symbol(_ name: String) -> String {
    if let written = letters?.written(name) { return written.mathML }
    let quantity = QuantityName(name)
    let base = "<mi>\(escaped(quantity.greek ?? quantity.base))</mi>"
    let index = quantity.index.map { index in
      Int(index) == nil ? "<mi>\(escaped(index))</mi>" : "<mn>\(escaped(index))</mn>"
    }
    return switch (index, quantity.isUpdated) {
    case (let index?, true): "<msubsup>\(base)\(index)\(mo("+"))</msubsup>"
    case (let index?, false): "<msub>\(base)\(index)</msub>"
    case (nil, true): "<msup>\(base)\(mo("+"))</msup>"
    case (nil, false): base
    }
  }

  private func row(_ elements: [String]) -> String {
    "<mrow>\(elements.joined())</mrow>"
  }

  private func mo(_ sign: String) -> String {
    "<mo>\(sign)</mo>"
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: if DisplayWidth.of(character) > 0 { result.append(character) }
      }
    }
    return result
  }
}
