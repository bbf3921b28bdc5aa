import Diagnostics

/// Appends values to a growing text.
struct JSONWriter {
  let isPretty: Bool
  private(set) var text = ""
  private var level = 0

  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  mutating func write(_ value: JSONText) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): write(value)
    case .digits(let digits): text += digits
    case .string(let string): write(string)
    case .array(let elements):
      write("[", "]", count: elements.count) { writer, index in writer.write(elements[index]) }
    case .object(let members):
      write("{", "}", count: members.count) { writer, index in
        writer.write(members[index].key)
        writer.text += ": "
        writer.write(members[index].value)
      }
    }
  }

  private mutating func write(
    _ opening: String, _ closing: String, count: Int, element: (inout JSONWriter, Int) -> Void
  ) {
    text += opening
    level += 1
    for index in 0..<count {
      if index > 0 { text += isPretty ? "," : ", " }
      if isPretty { breakLine() }
      element(&self, index)
    }
    level -= 1
    if isPretty, count > 0 { breakLine() }
    text += closing
  }

  private mutating func breakLine() {
    text += "\n" + String(repeating: "  ", count: level)
  }

  private mutating func write(_ value: Double) {
    if value.isNaN {
      text += "\"NaN\""
    } else if value.isInfinite {
      text += value < 0 ? "\"-Infinity\"" : "\"Infinity\""
    } else {
      text += DecimalText.shortest(value)
    }
  }

  /// Everything that a terminal or an HTML page could act on is escaped, not only what JSON demands.
  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
