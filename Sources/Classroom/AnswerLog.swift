import Diagnostics
import Formats

/// The room's messages as they are written down before they are acknowledged, a line for each.
package enum AnswerLog {
  /// The line of a message; nil for an oversized one, or one that is no text.
  package static func line(topic: String, payload: [UInt8]) -> String? {
    guard payload.count <= RoomAnswer.maxBytes, let text = String(validating: payload, as: UTF8.self) else {
      return nil
    }
    return JSONText.object([("topic", .string(topic)), ("payload", .string(text))]).oneLine + "\n"
  }

  /// The topic and the message of a line; nil for one that was cut in two, or is of something else.
  package static func message(inLine line: ArraySlice<UInt8>) -> (topic: String, payload: [UInt8])? {
    guard let value = try? JSONValue.parse(SourceText(name: "", utf8: Array(line))),
      case .string(let topic, _)? = value["topic"], case .string(let payload, _)? = value["payload"]
    else { return nil }
    return (topic, Array(payload.utf8))
  }
}
