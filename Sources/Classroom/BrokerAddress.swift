/// Where a broker is: `mqtt://HOST`, `mqtts://USER@HOST:8883`, `ws://HOST:8080`, `wss://HOST`.
package struct BrokerAddress: Equatable, Sendable {
  package let scheme: Scheme
  package let host: String
  package let port: Int
  /// Whose name the presenter logs in with; nil for the usual one.
  package let user: String?

  /// What is spoken with it.
  package enum Scheme: String, CaseIterable, Sendable {
    case mqtt, mqtts, ws, wss

    package var usualPort: Int {
      switch self {
      case .mqtt: 1_883
      case .mqtts: 8_883
      case .ws: 80
      case .wss: 443
      }
    }

    /// As the client library writes it.
    fileprivate var library: String {
      switch self {
      case .mqtt: "tcp"
      case .mqtts: "ssl"
      case .ws: "ws"
      case .wss: "wss"
      }
    }
  }

  package init(_ scheme: Scheme, host: String, port: Int) {
    (self.scheme, self.host, self.port, user) = (scheme, host, port, nil)
  }

  /// nil for what is no such address; a password has no place in it, as everyone on the machine can see a command line.
  package init?(_ text: String) {
    guard text.utf8.count <= 300, let scheme = Scheme.allCases.first(where: { text.hasPrefix($0.rawValue + "://") })
    else { return nil }
    var rest = text.dropFirst(scheme.rawValue.count + 3)
    if rest.last == "/" { rest = rest.dropLast() }
    var user: String?
    if let at = rest.lastIndex(of: "@") {
      user = String(rest[..<at])
      guard user.map(RoomTopic.isName) == true else { return nil }
      rest = rest[rest.index(after: at)...]
    }
    var port = scheme.usualPort
    if let colon = rest.lastIndex(of: ":") {
      guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number) else { return nil }
      port = number
      rest = rest[..<colon]
    }
    let host = String(rest)
    guard RoomTopic.isName(host) else { return nil }
    (self.scheme, self.host, self.port, self.user) = (scheme, host, port, user)
  }

  /// As a student types it, without the presenter's name.
  package var text: String { "\(scheme.rawValue)://\(host)" + (port == scheme.usualPort ? "" : ":\(port)") }

  /// As the client library takes it.
  package var uri: String { "\(scheme.library)://\(host):\(port)" }
}
