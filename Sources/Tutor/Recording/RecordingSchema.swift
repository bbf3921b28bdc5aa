package import Diagnostics
package import Formats

/// The lines of a recording (`walk --record`): the first one, one for each event, the last one.
package enum RecordingSchema {
  /// What an event can be, by the name of its case.
  package static let events = [
    "key", "line", "select", "goTo", "read", "time", "progress", "banner", "choose", "presented", "seed", "revised",
    "trained", "derivation", "printed",
  ]

  /// JSON Schema (2020-12) of a line; `$defs` names the three kinds.
  package static func json(_ language: Language) -> JSONText {
    func about(_ schema: JSONSchema, _ en: String, _ zh: String) -> JSONSchema {
      schema.about(Words(en: en, zh: zh), language)
    }
    let numbered: [(String, JSONSchema)] = [
      ("n", about(.whole, "from 1, without gaps", "从 1 开始连续编号")),
      ("t", about(.whole, "milliseconds since the beginning", "距开始的毫秒数")),
    ]
    let header = JSONSchema.object([
      ("format", .constant(Recording.format)), ("version", .constant(Recording.version)),
      ("program", about(.string, "the version of the program that made it", "录制它的程序版本")), ("columns", .whole),
      ("rows", .whole),
      (
        "start",
        about(
          .object([("scene", .either(.string, .map(.anything))), ("network", .map(.anything))], isOpen: true),
          "all that the session begins with", "会话开始时的全部内容")
      ),
    ])
    let event = JSONSchema.object(
      numbered + [("event", about(.oneOf(names: events), "what happened", "发生的事件"))])
    let end = JSONSchema.object(
      numbered + [("end", about(.hexadecimal, "the digest of the state that it comes to", "最终状态的摘要"))])
    return JSONSchema.document(
      "recording", .either(.reference("header"), .reference("event"), .reference("end")),
      definitions: [("header", header), ("event", event), ("end", end)])
  }
}
