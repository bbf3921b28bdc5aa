import Diagnostics

extension Lexer {
  /// A name, `w₅` and LaTeX's `w_{5}` included, under its ASCII name.
  mutating func lexName() throws(Diagnostic) {
    if lexWord() { return }
    let start = position
    var name = ""
    while let scalar = peek(), isNameStart(scalar) || isDigit(scalar) || subscriptDigit(scalar) != nil {
      name.unicodeScalars.append(subscriptDigit(scalar) ?? scalar)
      position += 1
    }
    // `ηδ_O` is a product: no name begins with η, nor with λ or μ.
    if let letter = name.first, "ηλμ".contains(letter), name.count > 1, !names.contains(name) {
      name = String(letter)
      position = start + 1
    }
    try finishName(name, from: start)
  }

  /// Takes a subscript in braces along and makes the token.
  mutating func finishName(_ base: String, from start: Int) throws(Diagnostic) {
    var name = base
    if name.hasSuffix("_") && peek() == "{" {
      position += 1
      name = Self.joined(String(name.dropLast()), try lexGroup(openedAt: position - 1))
    } else if peek() == "_", peek(1) == "{" {
      position += 2
      name = Self.joined(name, try lexGroup(openedAt: position - 1))
    } else if peek() == "_" {
      // `\mathrm{net}_O`: a subscript without braces.
      position += 1
      let index = position
      while let scalar = peek(), isNameStart(scalar) || isDigit(scalar) { position += 1 }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[index..<position])
      name = Self.joined(name, text)
    } else if let plain = Self.withoutUnderscore(name), !names.contains(name) {
      // LaTeX's `w_5` is w5, unless someone named a quantity so.
      name = plain
    }
    switch name {
    case "η": name = "eta"
    case "λ": name = "lambda"
    case "μ", "µ": name = "mu"
    case "π": name = "pi"
    case _ where Self.notFinite.contains(name.lowercased()) && !names.contains(name):
      throw ExpressionFault.notFinite(name).diagnostic(at: range(start..<position))
    default: break
    }
    if let parts = gluedNames(name) {
      for part in parts { append(.name(part), from: start) }
      return
    }
    append(.name(name), from: start)
    joinDifferential()
  }

  /// Makes one name of a d and what it is before: `\mathrm{d}w_5`, `d\mathrm{out}_O`, `d w_5` where no d is known.
  mutating func joinDifferential() {
    guard tokens.count > 1, case .name(let name) = tokens[tokens.count - 1].kind,
      case let before = tokens[tokens.count - 2], before.kind == .name("d")
    else { return }
    let range = before.range.lowerBound..<tokens[tokens.count - 1].range.upperBound
    let touches = before.range.upperBound == tokens[tokens.count - 1].range.lowerBound
    let isUpright = before.text.hasPrefix("\\")
    guard touches || isUpright || !names.isEmpty && !names.contains("d") else { return }
    let text = before.text + tokens[tokens.count - 1].text
    tokens.removeLast(2)
    tokens.append(Token(kind: .name("d" + name), range: range, text: text))
  }

  private static let notFinite: Set<String> = ["nan", "inf", "infinity", "infty"]

  private func subscriptDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x2080...0x2089).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x2080 + 0x30)
  }

  /// `w` and `5` are w5; `out` and `h1` are out_h1.
  private static func joined(_ base: String, _ index: String) -> String {
    let isNumber = index.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    return base.count == 1 && isNumber ? base + index : base + "_" + index
  }

  /// `w_5` is w5, and only where one letter is numbered.
  static func withoutUnderscore(_ name: String) -> String? {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count > 2, scalars[0] != "_", scalars[1] == "_" else { return nil }
    guard scalars[2...].allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return name.replacing("_", with: "")
  }

  // MARK: LaTeX

  private static let commands: [String: Token.Kind?] = [
    "cdot": .times, "times": .times, "ast": .times, "div": .divided, "partial": .partial, "frac": .frac,
    "dfrac": .frac, "tfrac": .frac, "sqrt": .root, "prime": .prime, "sigma": .name("σ"), "eta": .name("eta"),
    "lambda": .name("lambda"), "mu": .name("mu"),
    "pi": .name("pi"), "tanh": .name("tanh"), "exp": .name("exp"), "ln": .name("ln"), "log": .name("log"),
    "odot": .times, "circ": .times, "otimes": .times, "approx": .equals, "simeq": .equals, "lvert": .bar, "rvert": .bar,
    "vert": .bar, "lbrack": .opening, "rbrack": .closing,
    // Only room or size.
    "left": nil, "right": nil, "quad": nil, "qquad": nil, "displaystyle": nil,
    "big": nil, "Big": nil, "bigl": nil, "bigr": nil, "limits": nil,
    "Bigl": nil, "Bigr": nil, "bigg": nil, "Bigg": nil, "boldsymbol": nil, "bm": nil,
  ]
  private static let textCommands: Set<String> = [
    "mathrm", "text", "mathit", "mathsf", "operatorname", "textrm", "mathbf",
  ]

  /// `\frac`, `\cdot`, `\mathrm{out}_{h1}` and the like.
  mutating func lexCommand() throws(Diagnostic) {
    let start = position
    position += 1
    guard let first = peek(), first.properties.isAlphabetic else {
      // `\,` `\;` `\!` and `\ ` are spaces.
      // `\(…\)` and `\[…\]` only say that it is a formula.
      guard let sign = peek(), ",;:! ()[]".unicodeScalars.contains(sign) else {
        throw ExpressionFault.unexpectedCharacter("\\").diagnostic(at: range(start..<start + 1))
      }
      position += 1
      return
    }
    var name = ""
    while let scalar = peek(), scalar.isASCII, scalar.properties.isAlphabetic {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    if Self.textCommands.contains(name), peek() == "{" {
      position += 1
      let group = try lexGroup(openedAt: position - 1)
      if !group.isEmpty { try finishName(group, from: start) }
      return
    }
    if name == "delta" {
      // An error term's name: `\delta_{h1}`.
      try finishName("δ", from: start)
      return
    }
    if name == "hat" || name == "widehat" {
      while let scalar = peek(), scalar.properties.isWhitespace { position += 1 }
      var letter = ""
      if peek() == "{" {
        position += 1
        letter = try lexGroup(openedAt: position - 1)
      } else if let scalar = peek(), scalar.properties.isAlphabetic {
        letter.unicodeScalars.append(scalar)
        position += 1
      }
      if !letter.isEmpty { try finishName(letter == "y" ? "ŷ" : letter + "hat", from: start) }
      return
    }
    if name == "left" || name == "right", peek() == "|" {
      // Bars that say which way they face can be nested.
      position += 1
      if name == "left" { append(.name("abs"), from: start) }
      append(name == "left" ? .opening : .closing, from: start)
      return
    }
    if Self.commands[name] == nil, let function = Function.latexCommands[name] {
      return append(.name(function.rawValue), from: start)
    }
    guard let kind = Self.commands[name] else {
      let nearest = Suggestion.nearest(to: name, in: (Self.commands.keys + ["delta", "hat"]).sorted()).map { "\\" + $0 }
      throw ExpressionFault.unknownCommand(shortened(start..<position), nearest: nearest)
        .diagnostic(at: range(start..<position))
    }
    if let kind { append(kind, from: start) }
  }

  /// The letters and digits up to the closing brace, without inner braces, underscores and `\mathrm`: `h_{1}` is h1.
  private mutating func lexGroup(openedAt opening: Int) throws(Diagnostic) -> String {
    var text = ""
    var depth = 1
    while let scalar = peek() {
      switch scalar {
      case "{": depth += 1
      case "}": depth -= 1
      case "_" where text.isEmpty || peek(1) == "{" || peek(1).map(isDigit) ?? false: break
      case "\\":
        while let next = peek(1), next.isASCII, next.properties.isAlphabetic { position += 1 }
      case _ where scalar.properties.isWhitespace: break
      case _ where isNameStart(scalar) || isDigit(scalar): text.unicodeScalars.append(scalar)
      default:
        guard let digit = subscriptDigit(scalar) else {
          throw ExpressionFault.unexpectedCharacter(original[position]).diagnostic(at: range(position..<position + 1))
        }
        text.unicodeScalars.append(digit)
      }
      position += 1
      if depth == 0 { return text }
    }
    throw ExpressionFault.unclosed("{").diagnostic(at: range(opening..<opening + 1))
  }
}
