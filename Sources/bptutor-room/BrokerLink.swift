import CPaho
import Classroom
import Glibc

/// A connection to a broker, which is made again whenever it is lost.
///
/// The library calls back on a thread of its own; nothing here changes after it was made but the flag, which that thread alone
/// has.
final class BrokerLink: @unchecked Sendable {
  private let connection: LinkOrder.Connection
  private let handle: MQTTAsync
  private let log: Int32
  private var isUnlogged = false

  /// nil where the address is none that the library can use.
  init?(_ connection: LinkOrder.Connection) {
    self.connection = connection
    var created: MQTTAsync?
    let result = MQTTAsync_create(&created, connection.uri, connection.client, MQTTCLIENT_PERSISTENCE_NONE, nil)
    guard result == MQTTASYNC_SUCCESS, let created else {
      ReportLines.write(.failed("\(result)"))
      return nil
    }
    handle = created
    log = connection.log.map { open($0, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600) } ?? -1
    if connection.log != nil, log < 0 { ReportLines.write(.unlogged) }
    let own = Unmanaged.passUnretained(self).toOpaque()
    MQTTAsync_setCallbacks(
      handle, own,
      { _, _ in ReportLines.write(.lost) },
      { own, topic, length, message in
        guard let own, let topic, let message else { return 1 }
        let link = Unmanaged<BrokerLink>.fromOpaque(own).takeUnretainedValue()
        link.arrive(topic, Int(length), message.pointee)
        var done: UnsafeMutablePointer<MQTTAsync_message>? = message
        MQTTAsync_freeMessage(&done)
        MQTTAsync_free(topic)
        return 1
      }, nil)
    MQTTAsync_setConnected(handle, own) { own, _ in
      own.map { Unmanaged<BrokerLink>.fromOpaque($0).takeUnretainedValue().listen() }
    }
    connect()
  }

  private func connect() {
    let isWeb = connection.uri.hasPrefix("ws")
    var options = isWeb ? paho_web_connect_options() : paho_connect_options()
    options.keepAliveInterval = 20
    options.connectTimeout = 5
    // What is sent while the connection is down comes again by itself: the broker keeps nothing for us.
    options.cleansession = 1
    options.maxInflight = 1_000
    options.automaticReconnect = 1
    options.minRetryInterval = 1
    options.maxRetryInterval = 2
    options.context = Unmanaged.passUnretained(self).toOpaque()
    options.onFailure = { own, data in
      ReportLines.write(.failed(data.map { "\($0.pointee.code)" } ?? ""))
      guard let own else { return }
      // The library tries again by itself only once it was connected.
      sleep(1)
      Unmanaged<BrokerLink>.fromOpaque(own).takeUnretainedValue().connect()
    }
    var (will, secure) = (paho_will_options(), paho_ssl_options())
    will.retained = 1
    will.qos = 1
    let certificates = connection.certificates
    secure.enableServerCertAuth = 1
    secure.verify = 1
    connection.user.withCString { user in
      connection.password.withCString { password in
        (connection.will ?? "").withCString { topic in
          "".withCString { empty in
            withOptionalCString(certificates) { trusted in
              withUnsafeMutablePointer(to: &will) { will in
                withUnsafeMutablePointer(to: &secure) { secure in
                  options.username = user
                  options.password = password
                  will.pointee.topicName = topic
                  will.pointee.message = empty
                  if connection.will != nil { options.will = will }
                  secure.pointee.trustStore = trusted
                  let isSecure = connection.uri.hasPrefix("ssl:") || connection.uri.hasPrefix("wss:")
                  if isSecure { options.ssl = secure }
                  let result = MQTTAsync_connect(handle, &options)
                  if result != MQTTASYNC_SUCCESS { ReportLines.write(.failed("\(result)")) }
                }
              }
            }
          }
        }
      }
    }
  }

  private func withOptionalCString<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }

  // MARK: What the broker says

  /// Connected, a first time or again; the last subscription reports it.
  private func listen() {
    for (number, topic) in connection.topics.enumerated() {
      var options = paho_response_options()
      if number + 1 == connection.topics.count { options.onSuccess = { _, _ in ReportLines.write(.connected) } }
      MQTTAsync_subscribe(handle, topic, 1, &options)
    }
    if let will = connection.will { publish(will, "here", isRetained: true) }
    if connection.topics.isEmpty { ReportLines.write(.connected) }
  }

  /// Written down before it is acknowledged, which the library does when this returns.
  private func arrive(_ name: UnsafeMutablePointer<CChar>, _ length: Int, _ message: MQTTAsync_message) {
    let bytes = message.payload.map { UnsafeRawBufferPointer(start: $0, count: Int(max(0, message.payloadlen))) }
    let payload = bytes.map(Array.init) ?? []
    let topic =
      length > 0
      ? String(decoding: UnsafeRawBufferPointer(start: name, count: length), as: UTF8.self) : String(cString: name)
    guard payload.count <= connection.maxBytes, let text = String(validating: payload, as: UTF8.self) else {
      return ReportLines.write(.refused)
    }
    if log >= 0, topic.contains("/answer/"), let line = AnswerLog.line(topic: topic, payload: payload),
      !ReportLines.write(all: Array(line.utf8), to: log), !isUnlogged
    {
      isUnlogged = true
      ReportLines.write(.unlogged)
    }
    ReportLines.write(.message(topic: topic, payload: text))
  }

  // MARK: Orders

  func publish(_ topic: String, _ payload: String, isRetained: Bool) {
    var message = paho_message()
    message.qos = 1
    message.retained = isRetained ? 1 : 0
    var options = paho_response_options()
    var bytes = Array(payload.utf8)
    bytes.withUnsafeMutableBytes { bytes in
      message.payload = bytes.baseAddress
      message.payloadlen = Int32(clamping: bytes.count)
      _ = MQTTAsync_sendMessage(handle, topic, &message, &options)
    }
  }

  /// Says that it leaves, and leaves.
  func end() {
    if let will = connection.will { publish(will, "", isRetained: true) }
    var options = paho_disconnect_options()
    options.timeout = 200
    MQTTAsync_disconnect(handle, &options)
    // What is on its way leaves before the program does.
    usleep(150_000)
  }
}
