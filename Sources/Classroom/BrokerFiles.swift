/// What mosquitto is told: who may write what, where it listens, and where the page is.
///
/// A student logs in with the room's code and is, on the wire, a client id of its own: a secret of the student's, by
/// which the broker lets it write its own answers alone.
package struct BrokerFiles: Sendable {
  package let code: RoomCode
  /// Where MQTT and the page are served to the room, on one port.
  package let port: Int
  /// Where the presenter connects, on this machine alone.
  package let innerPort: Int
  package let presenterPassword: String
  /// A folder of the presenter's own.
  package let folder: String
  /// The name of the account that mosquitto runs as where it is started by root; nil elsewhere.
  package let account: String?
  /// Whether clients that speak MQTT without WebSocket are let in too, through the inner port.
  package let isOnlyLocal: Bool

  package static let student = "student"
  package static let presenter = "presenter"

  package init(
    code: RoomCode, port: Int, innerPort: Int, presenterPassword: String, folder: String, account: String?,
    isOnlyLocal: Bool = false
  ) {
    (self.code, self.port, self.innerPort, self.presenterPassword) = (code, port, innerPort, presenterPassword)
    (self.folder, self.account, self.isOnlyLocal) = (folder, account, isOnlyLocal)
  }

  package var configurationPath: String { folder + "/mosquitto.conf" }
  package var passwordPath: String { folder + "/passwords" }
  package var accessPath: String { folder + "/access" }
  /// What is served by HTTP; the page is named by the code, so that who does not know it finds nothing.
  package var pageFolder: String { folder + "/page" }
  package var pagePath: String { pageFolder + "/" + code.text }

  package var configuration: String {
    """
    per_listener_settings false
    allow_anonymous false
    password_file \(passwordPath)
    acl_file \(accessPath)
    persistence false
    pid_file \(folder)/broker.pid
    log_dest stderr
    log_type error
    log_type warning
    set_tcp_nodelay true
    max_keepalive 120
    max_queued_messages 20000
    message_size_limit \(2 * ScreenMessage.maxBytes)
    \(account.map { "user \($0)" } ?? "# mosquitto is not started by root")
    listener \(innerPort) 127.0.0.1
    listener \(port)\(isOnlyLocal ? " 127.0.0.1" : "")
    protocol websockets
    http_dir \(pageFolder)

    """
  }

  /// `mosquitto_passwd -U` replaces these by their hashes.
  package var passwords: String {
    "\(Self.student):\(code.text)\n\(Self.presenter):\(presenterPassword)\n"
  }

  package var access: String {
    let room = "bptutor/\(code.text)"
    return """
      user \(Self.presenter)
      topic readwrite \(room)/#

      user \(Self.student)
      topic read \(room)/screen
      topic read \(room)/result/+

      pattern write \(room)/answer/+/%c
      pattern write \(room)/present/%c

      """
  }
}
