import Diagnostics
import Formats

/// What a student reads: retained messages of the presenter, checked before anything of them is used.
package enum RoomMessage {
  /// nil for what is no such message, or is too large.
  package static func read<Message: Decodable>(_ type: Message.Type, _ payload: [UInt8]) -> Message? {
    guard payload.count <= 2 * ScreenMessage.maxBytes,
      let value = try? JSONValue.parse(SourceText(name: "", utf8: payload))
    else { return nil }
    return try? JSONCoder.decode(type, from: value)
  }
}
