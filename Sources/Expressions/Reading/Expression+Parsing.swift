package import Diagnostics

extension Expression {
  /// What the parser accepts, so that no text can exhaust stack, memory or patience.
  package enum Limit {
    /// Bytes of text.
    package static let bytes = 65_536
    /// Numbers, names and operators.
    package static let nodes = 10_000
    /// Parentheses inside each other, and levels of the tree.
    package static let depth = 200
    /// ∂ inside of ∂: carrying each out multiplies the size.
    package static let derivatives = 3
  }

  /// Reads a formula as people write it: `out_O(1-out_O)`, `½(target − out_O)²`, `∂E/∂w5`, `dE/dw5`, `w5⁺`, LaTeX.
  ///
  /// With `names`, any other name is a fault that suggests the nearest one (`e` and `pi` are always known).
  /// `dX/dY` is a derivative unless `names` has both `dX` and `dY`; `name(…)` is a product unless it is a function;
  /// `w5+` is the updated parameter where no operand follows. Products without a sign bind like `*`: 1/2x is ½·x.
  /// Ranges of faults are UTF-8 offsets. Cost: linear in the text.
  /// Names that `letters` knows are read as the identities that they mean.
  package static func parse(
    _ text: String, names: Set<String> = [], letters: (any Lettering)? = nil
  ) throws(Diagnostic) -> Expression {
    let size = text.utf8.count
    guard size <= Limit.bytes else {
      throw ExpressionFault.textTooLong(bytes: size, limit: Limit.bytes).diagnostic(at: 0..<0)
    }
    var lexer = Lexer(text, names: names, letters: letters)
    var parser = Parser(tokens: try lexer.run(), names: names, end: size)
    return try parser.run()
  }

  /// Reads an answer: what `parse` reads, and equations, of which the last side is the answer.
  ///
  /// `subject` is the name on the first side, where there is one.
  package static func parseAnswer(
    _ text: String, names: Set<String> = [], letters: (any Lettering)? = nil
  ) throws(Diagnostic) -> (subject: String?, expression: Expression) {
    let size = text.utf8.count
    guard size <= Limit.bytes else {
      throw ExpressionFault.textTooLong(bytes: size, limit: Limit.bytes).diagnostic(at: 0..<0)
    }
    var lexer = Lexer(text, names: names, letters: letters)
    var parser = Parser(tokens: try lexer.run(), names: names, end: size)
    return try parser.runAnswer()
  }
}
