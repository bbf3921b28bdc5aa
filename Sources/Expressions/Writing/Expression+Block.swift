package import Diagnostics

extension Expression {
  /// The formula as on a board: fractions stacked, exponents raised, parentheses as tall as what they hold.
  ///
  /// What fits on one line stays on one, ½ and ² included. Beyond 2,000 nodes it is one line throughout.
  package func block(
    _ style: TextStyle, in letters: (any Lettering)? = nil, numberDigits: Int? = nil
  ) -> TextBlock {
    guard isWithin(nodes: 2_000, depth: 200) else {
      return TextBlock(text(style, in: letters, numberDigits: numberDigits))
    }
    let isUnicode = style == .unicode
    let builder = FormulaBuilder(
      isStacked: true, hasHalf: isUnicode, juxtaposes: isUnicode, numberDigits: numberDigits, letters: letters)
    return BlockWriter(line: LineWriter(style: style, letters: letters)).block(builder.formula(self))
  }
}

/// Writes a layout in two dimensions.
private struct BlockWriter {
  let line: LineWriter

  private var style: TextStyle { line.style }

  func block(_ formula: Formula) -> TextBlock {
    switch formula {
    case .number, .operation, .half: return TextBlock(line.text(formula))
    case .symbol(let name): return TextBlock(line.symbol(name))
    case .row(let parts): return row(parts)
    case .parentheses(let inner): return block(inner).parenthesised(style: style)
    case .call(let function, let argument, let isSlope):
      let name = TextBlock(line.name(of: function, isSlope: isSlope))
      return .row([name, block(argument).parenthesised(style: style)])
    case .fraction(let numerator, let denominator):
      return .fraction(block(numerator), block(denominator), style: style)
    case .power(let base, let exponent):
      if style == .unicode, let raised = LineWriter.superscript(line.text(exponent)) {
        return block(base).raised(to: TextBlock(raised), isRaisedText: true)
      }
      return block(base).raised(to: block(exponent), isRaisedText: false)
    case .derivative(let operand, let variable):
      let sign = TextBlock(line.partial)
      return .fraction(
        .row([sign, block(operand)]), TextBlock(line.partial + line.symbol(variable)), style: style)
    }
  }

  /// Signs that touch a fraction's bar would look like a part of it.
  private func row(_ parts: [Formula]) -> TextBlock {
    let blocks = parts.map(block)
    var row: [TextBlock] = []
    for (index, part) in parts.enumerated() {
      guard case .operation(let operation) = part else {
        row.append(blocks[index])
        continue
      }
      let before = index > 0 ? blocks[index - 1].height : 1
      let after = index + 1 < blocks.count ? blocks[index + 1].height : 1
      switch operation {
      case .negative where after > 1: row.append(TextBlock(line.text(.negative) + " "))
      case .times where max(before, after) > 1: row.append(TextBlock(line.text(.wideTimes)))
      case .juxtaposition where before > 1: row.append(TextBlock(" "))
      default: row.append(blocks[index])
      }
    }
    return .row(row)
  }
}
