import Glibc

/// A student's client: MQTT 3.1.1 over TCP, as much of it as a student needs.
final class Student {
  /// Its client id.
  let secret: String
  private(set) var descriptor: Int32 = -1
  private(set) var isConnected = false
  private(set) var isRefused = false
  private var buffer: [UInt8] = []
  private let room: Room
  /// The last screen, and when it came, in nanoseconds.
  private(set) var screen: [UInt8] = []
  private(set) var seen = 0
  /// The last result.
  private(set) var result: [UInt8] = []
  /// What was answered last, which is sent again after each connection, and whether it was acknowledged.
  private(set) var answer: (topic: String, payload: String)?
  private(set) var isAcknowledged = true
  private var number = 0

  struct Room {
    let port: Int
    let code: String
  }

  init(_ number: Int, _ room: Room) {
    self.room = room
    let digits = String(number, radix: 16)
    secret = "bench" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  deinit { drop() }

  /// Begins to connect; the socket blocks until it is, which on this machine takes no time.
  func connect() -> Bool {
    drop()
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(clamping: room.port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isOpen = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isOpen else {
      drop()
      return false
    }
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    let present = "bptutor/\(room.code)/present/\(secret)"
    send(0x10, Self.text("MQTT") + [4, 0xEE, 0, 60] + [secret, present, "", "student", room.code].flatMap(Self.text))
    return true
  }

  func drop() {
    if descriptor >= 0 { close(descriptor) }
    (descriptor, isConnected, buffer) = (-1, false, [])
  }

  /// Answers at quality of service 1.
  func give(_ text: String, question: String, round: Int) {
    number += 1
    let payload = "{\"round\": \(round), \"number\": \(number), \"answer\": \"\(text)\"}"
    answer = ("bptutor/\(room.code)/answer/\(question)/\(secret)", payload)
    isAcknowledged = false
    sendAnswer()
  }

  func forget() { answer = nil }

  private func sendAnswer() {
    guard let answer, isConnected else { return }
    send(0x32, Self.text(answer.topic) + [0, 7] + Array(answer.payload.utf8))
  }

  // MARK: Packets

  private static func text(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
  }

  private func send(_ head: UInt8, _ body: [UInt8]) {
    var packet = [head]
    var size = body.count
    repeat {
      packet.append(UInt8(size & 0x7F) | (size > 0x7F ? 0x80 : 0))
      size >>= 7
    } while size > 0
    packet += body
    var start = 0
    while start < packet.count {
      let count = packet[start...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      start += count
    }
  }

  /// Reads what has come; false once the connection is gone.
  func receive(_ chunk: inout [UInt8], at now: Int) -> Bool {
    let count = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
    if count < 0, errno == EAGAIN || errno == EINTR { return true }
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    while let (head, body, end) = packet() {
      handle(head, body, now)
      buffer.removeFirst(end)
    }
    return true
  }

  private func packet() -> (UInt8, ArraySlice<UInt8>, Int)? {
    guard buffer.count >= 2 else { return nil }
    var (size, index, shift) = (0, 1, 0)
    while true {
      guard index < buffer.count, shift <= 21 else { return nil }
      let byte = buffer[index]
      size |= Int(byte & 0x7F) << shift
      (index, shift) = (index + 1, shift + 7)
      if byte < 0x80 { break }
    }
    guard buffer.count >= index + size else { return nil }
    return (buffer[0], buffer[index..<index + size], index + size)
  }

  private func handle(_ head: UInt8, _ body: ArraySlice<UInt8>, _ now: Int) {
    switch head >> 4 {
    case 2:
      isRefused = body.last != 0
      isConnected = !isRefused
      let room = "bptutor/\(room.code)"
      send(0x82, [0, 1] + Self.text("\(room)/screen") + [1] + Self.text("\(room)/result/+") + [1])
      send(0x31, Self.text("\(room)/present/\(secret)") + Array("here".utf8))
    case 3:
      guard body.count > 2 else { return }
      let length = Int(body[body.startIndex]) << 8 | Int(body[body.startIndex + 1])
      var start = body.startIndex + 2 + length
      let topic = body[body.startIndex + 2..<min(start, body.endIndex)]
      if head & 6 != 0, start + 1 < body.endIndex {
        send(0x40, [body[start], body[start + 1]])
        start += 2
      }
      let payload = Array(body[min(start, body.endIndex)...])
      if topic.last == UInt8(ascii: "n") {
        (screen, seen) = (payload, now)
        // As the page does: the presenter may have missed it.
        sendAnswer()
      } else {
        result = payload
      }
    case 4: isAcknowledged = true
    default: break
    }
  }
}
