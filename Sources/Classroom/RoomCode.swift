/// What lets a student into a room: its password, and a part of every topic.
package struct RoomCode: Hashable, Codable, Sendable {
  package let text: String

  /// Letters and digits that are not taken for each other, on a projector or when read aloud.
  private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

  /// Of a room that was not named: 31⁸ of them, so that none is guessed during a class.
  private static let length = 8

  /// nil for anything but 4 to 24 letters, digits and hyphens; capitals are read as small letters.
  package init?(_ text: String) {
    let small = text.lowercased()
    let isPlain = small.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard (4...24).contains(small.utf8.count), isPlain else { return nil }
    self.text = small
  }

  /// One that no one can foresee, from the system's random numbers.
  package static func random() -> RoomCode {
    RoomCode(unchecked: String((0..<length).map { _ in alphabet[Int.random(in: alphabet.indices)] }))
  }

  private init(unchecked text: String) { self.text = text }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let code = RoomCode(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no room code")
    }
    self = code
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
