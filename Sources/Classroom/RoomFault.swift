/// Why a message from the room changes nothing; it is counted, and no one's answer is touched.
package enum RoomFault: Error, Equatable, Sendable {
  /// Longer than `maxBytes`.
  case oversized
  /// The topic is none of this room's, or its student is no secret.
  case topic
  /// No JSON object.
  case text
  /// This member is missing or is not what it should be.
  case member(String)
}
