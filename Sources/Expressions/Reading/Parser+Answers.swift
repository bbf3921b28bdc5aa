import Diagnostics

extension Parser {
  /// The last side of an equation, and the name on the first: `w5+ = w5 - 0.8*0.1 = 0.3`.
  ///
  /// What is between is how someone came there.
  mutating func runAnswer() throws(Diagnostic) -> (subject: String?, expression: Expression) {
    guard let last = tokens.lastIndex(where: { $0.kind == .equals }), last > 0 else { return (nil, try run()) }
    let first = tokens.firstIndex { $0.kind == .equals } ?? last
    var left = Parser(tokens: Array(tokens[..<first]), names: names, end: tokens[first].range.lowerBound)
    let name = (try? left.run())?.leafName
    var right = Parser(tokens: Array(tokens[(last + 1)...]), names: names, end: end)
    return (name, try right.run())
  }
}
