import Networks

/// Literals and lists as Python reads them.
enum PythonText {
  /// How long a line may become before it is wrapped.
  static let width = 100

  /// The shortest decimal that reads back as the same double.
  static func number(_ value: Double) -> String { value.isFinite ? value.description : "float(\"\(value)\")" }

  /// In quotation marks, in ASCII, so that nothing in a name can end the string or a line.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(Character(scalar))
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        let (letter, length) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
        result += "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
      }
    }
    return result + "\""
  }

  /// A list of strings; numbered names in a row become a comprehension where that is shorter.
  static func names(_ names: [String]) -> String {
    if names.count > 8, let numbered = numbered(names) { return numbered }
    return "[" + names.map(string).joined(separator: ", ") + "]"
  }

  private static func numbered(_ names: [String]) -> String? {
    guard let first = names.first, let digits = first.lastIndex(where: { !$0.isASCII || !$0.isNumber }),
      let start = Int(first[first.index(after: digits)...]), start < 1_000_000
    else { return nil }
    let stem = first[...digits]
    guard stem.utf8.allSatisfy({ $0.isLetterOrUnderscore }),
      names.indices.allSatisfy({ names[$0] == "\(stem)\(start + $0)" })
    else { return nil }
    return "[f\"\(stem){n}\" for n in range(\(start), \(start + names.count))]"
  }

  /// `before` + items with commas + `after`, on as many lines as they need; what is wrapped is indented between.
  static func call(_ before: String, _ items: [String], _ after: String, indent: String = "") -> [String] {
    let line = indent + before + items.joined(separator: ", ") + after
    if line.count <= width { return [line] }
    return [indent + before] + wrapped(items, indent: indent + "    ") + [indent + after]
  }

  /// Items with a comma behind each, in lines of limited width.
  static func wrapped(_ items: [String], indent: String) -> [String] {
    var lines: [String] = []
    var line = indent
    for item in items {
      if line.utf8.count + item.utf8.count + 2 > width, line != indent {
        lines.append(line)
        line = indent
      }
      line += (line == indent ? "" : " ") + item + ","
    }
    if line != indent { lines.append(line) }
    return lines
  }
}

extension UInt8 {
  fileprivate var isLetterOrUnderscore: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}
