/// A JSON value to be written: no places, and no value that JSON lacks.
package indirect enum JSONText: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The shortest digits that read back as the same double: `1`, `0.1`, `1e-07`. Not finite: `"NaN"`, `"Infinity"`.
  case number(Double)
  /// A number's digits as they were read; an identity may have more than a double holds.
  case digits(String)
  case string(String)
  case array([JSONText])
  /// In this order.
  case object([(key: String, value: JSONText)])

  package static func == (one: JSONText, other: JSONText) -> Bool {
    switch (one, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b || a.isNaN && b.isNaN
    case (.string(let a), .string(let b)), (.digits(let a), .digits(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// The value on one line, with a space after each comma and colon.
  package var oneLine: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self)
    return writer.text
  }

  /// The value with an indentation of two spaces.
  package var pretty: String {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.text
  }
}
