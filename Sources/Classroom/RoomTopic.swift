import Formats

/// Where a message belongs, as MQTT topics say it: `bptutor/ROOM/answer/QUESTION/STUDENT`.
package enum RoomTopic: Equatable, Sendable {
  /// What the room sees; retained, written by the presenter alone.
  case screen
  /// An answer; written by its student alone.
  case answer(question: String, student: String)
  /// What came of a question; retained, after the answer was revealed.
  case result(question: String)
  /// Whether a student is there; retained, taken back by the broker as the student's last will.
  case present(student: String)

  private static let product = "bptutor"

  /// The longest name of a question or a student, in bytes.
  package static let maxNameLength = 96
  /// A student's name is its secret: shorter ones could be guessed.
  package static let minSecretLength = 16

  /// The topic as it is on the wire.
  package func text(in code: RoomCode) -> String {
    let path =
      switch self {
      case .screen: "screen"
      case .answer(let question, let student): "answer/\(question)/\(student)"
      case .result(let question): "result/\(question)"
      case .present(let student): "present/\(student)"
      }
    return "\(Self.product)/\(code.text)/\(path)"
  }

  /// nil for any topic that is none of the room's.
  package init?(_ text: String, in code: RoomCode) {
    guard text.utf8.count <= 512 else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, parts[0] == Self.product, parts[1] == code.text else { return nil }
    switch (parts[2], parts.count) {
    case ("screen", 3): self = .screen
    case ("answer", 5) where Self.isName(parts[3]) && Self.isSecret(parts[4]):
      self = .answer(question: parts[3], student: parts[4])
    case ("result", 4) where Self.isName(parts[3]): self = .result(question: parts[3])
    case ("present", 4) where Self.isSecret(parts[3]): self = .present(student: parts[3])
    case (_, _): return nil
    }
  }

  /// Whether a text can be a level of a topic: ASCII letters, digits, `.`, `_`, `-`.
  package static func isName(_ text: String) -> Bool {
    (1...maxNameLength).contains(text.utf8.count) && text.utf8.allSatisfy(isPlain)
  }

  /// Whether a text can be a student: a name that is too long to be guessed.
  package static func isSecret(_ text: String) -> Bool { isName(text) && text.utf8.count >= minSecretLength }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2E, 0x5F, 0x2D: true
    default: false
    }
  }

  /// The name on the wire of a question that is known as `key` here: what cannot stand in a topic is written in hexadecimal,
  /// so that two keys never become one.
  package static func name(of key: String) -> String {
    var result = ""
    for byte in key.utf8 {
      if byte == 0x2F {
        result += "."
      } else if isPlain(byte), byte != 0x2E, byte != 0x5F {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    guard result.utf8.count > maxNameLength else { return result }
    // What is cut off is kept apart by its hash.
    return String(result.prefix(maxNameLength - 17)) + "-" + String(Fingerprint(of: key).value, radix: 16)
  }
}
