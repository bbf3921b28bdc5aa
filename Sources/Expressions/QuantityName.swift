/// A quantity's name as typesetting needs it: `out_h1` is "out" with the index "h1", `w5` is "w" with the index "5".
struct QuantityName {
  let base: String
  let index: String?
  /// Whether this is a parameter after the update: `w5+`.
  let isUpdated: Bool

  init(_ name: String) {
    isUpdated = name.hasSuffix("+")
    let plain = isUpdated ? String(name.dropLast()) : name
    let letter = plain.prefix(1)
    let rest = plain.dropFirst()
    if let underscore = plain.firstIndex(of: "_"), underscore != plain.startIndex, plain.last != "_" {
      base = String(plain[..<underscore])
      index = String(plain[plain.index(after: underscore)...])
    } else if !rest.isEmpty, letter != "_", rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      base = String(letter)
      index = String(rest)
    } else {
      base = plain
      index = nil
    }
  }

  /// Greek for the names that stand for a letter.
  var greek: String? {
    switch base {
    case "eta": "η"
    case "lambda": "λ"
    case "mu": "μ"
    case "delta": "δ"
    case "pi": "π"
    default: nil
    }
  }
}
