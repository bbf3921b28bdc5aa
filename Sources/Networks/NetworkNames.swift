import Expressions

/// Which names inputs and neurons may have.
enum NetworkNames {
  /// A letter, then letters and digits, of ASCII: what formulas can hold and every terminal shows.
  static func isUsable(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= NetworkFile.Limit.nameLength else { return false }
    return isLetter(first) && name.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }

  static let reservedWords: Set = ["E", "e", "eta", "pi", "target", "d", "net", "out", "w", "b", "f"]

  /// Names of inputs stand in formulas bare, where these are read as something else.
  static func isReserved(_ name: String) -> Bool {
    if reservedWords.contains(name) { return true }
    if functions.contains(name.lowercased()) { return true }
    // w5 and b1 are parameters; dE and dw5 are differentials.
    let rest = name.utf8.dropFirst()
    switch name.utf8.first {
    case UInt8(ascii: "w"), UInt8(ascii: "b"): return rest.allSatisfy(isDigit)
    case UInt8(ascii: "d"): return true
    default: return false
    }
  }

  /// Everything of more than a letter that formulas read as a function, and names of activation functions, in lower case.
  static let functions = Set(
    (Function.writtenNames.filter { $0.count > 1 } + ActivationRegistry.names + ["nan", "inf", "infinity"])
      .map { $0.lowercased() })

  /// The names that updates with weight decay or momentum take for λ and μ.
  static func isReserved(_ name: String, by conventions: Conventions) -> Bool {
    name == "lambda" && conventions.hasWeightDecay || name == "mu" && conventions.hasMomentum
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
