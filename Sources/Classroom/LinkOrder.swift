import Diagnostics
import Formats

/// What `bptutor` wants of the program that speaks MQTT for it, a line each.
package enum LinkOrder: Equatable, Codable, Sendable {
  case connect(Connection)
  /// At least once, as retained where the broker is to keep it for those who come later.
  case publish(topic: String, payload: String, isRetained: Bool)

  /// Where to, and who is there.
  package struct Connection: Equatable, Codable, Sendable {
    /// As in `tcp://127.0.0.1:1884`, `ssl://HOST:8883`, `ws://HOST:8080`, `wss://HOST`.
    package var uri: String
    package var user: String
    package var password: String
    package var client: String
    /// What is listened to.
    package var topics: [String]
    /// What is said with an empty message when the connection is lost; nil for nothing.
    package var will: String?
    /// The file that messages are written to before they are acknowledged; nil for none.
    package var log: String?
    /// Longer messages are refused, in bytes.
    package var maxBytes: Int
    /// A file of certificates to trust besides the system's; nil for those alone.
    package var certificates: String?

    package init(
      uri: String, user: String, password: String, client: String, topics: [String], will: String? = nil,
      log: String? = nil, maxBytes: Int, certificates: String? = nil
    ) {
      (self.uri, self.user, self.password, self.client) = (uri, user, password, client)
      (self.topics, self.will, self.log, self.maxBytes) = (topics, will, log, maxBytes)
      self.certificates = certificates
    }
  }
}

/// What the program that speaks MQTT answers, a line each.
package enum LinkReport: Equatable, Codable, Sendable {
  /// Subscribed to all topics, a first time or again.
  case connected
  case lost
  /// The broker does not let it in, or cannot be reached; it is tried again.
  case failed(String)
  case message(topic: String, payload: String)
  /// Too long, or no text.
  case refused
  /// Nothing can be written to the log; answers still arrive.
  case unlogged
}

/// Lines between two programs.
package enum LinkLine {
  /// The line of an order or a report; nil where it cannot be written.
  package static func text(_ value: some Encodable) -> String? { value.roomLine.map { $0 + "\n" } }

  /// nil for what is no such line.
  package static func read<Value: Decodable>(_ type: Value.Type, _ line: some Sequence<UInt8>) -> Value? {
    guard let value = try? JSONValue.parse(SourceText(name: "", utf8: Array(line))) else { return nil }
    return try? JSONCoder.decode(type, from: value)
  }
}
