import Formats
package import Screen

/// A session as what its screen showed, in the lines of asciicast v2, which asciinema and its players read.
///
/// Source: https://docs.asciinema.org/manual/asciicast/v2
package enum Asciicast {
  /// The first line; `time` in seconds since 1970.
  package static func header(_ size: Size, time: Int, title: String, terminal: String?) -> String {
    let environment = terminal.map { [(key: "TERM", value: JSONText.string($0))] } ?? []
    return JSONText.object([
      ("version", .number(2)), ("width", .number(Double(size.columns))), ("height", .number(Double(size.rows))),
      ("timestamp", .number(Double(time))), ("title", .string(title)), ("env", .object(environment)),
    ]).oneLine
  }

  /// What was written to the terminal, so many milliseconds after the beginning.
  package static func output(at time: Int, _ bytes: [UInt8]) -> String {
    event(at: time, "o", String(decoding: bytes, as: UTF8.self))
  }

  /// The terminal has another size.
  package static func resize(at time: Int, _ size: Size) -> String {
    event(at: time, "r", "\(size.columns)x\(size.rows)")
  }

  private static func event(at time: Int, _ code: String, _ data: String) -> String {
    JSONText.array([.number(Double(max(0, time)) / 1_000), .string(code), .string(data)]).oneLine
  }
}
