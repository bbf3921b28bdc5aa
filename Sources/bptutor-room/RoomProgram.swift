import Classroom
import Glibc

/// Speaks MQTT for `bptutor`: orders come in by standard input, what the broker says goes out by standard output.
///
/// It is a program of its own so that the tutor stays as small and starts as fast as without it, and so that the threads of the
/// client library have nothing to do with the terminal.
@main
enum RoomProgram {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    var link: BrokerLink?
    var rest: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest += buffer[..<count]
      while let end = rest.firstIndex(of: 0x0A) {
        if let order = LinkLine.read(LinkOrder.self, rest[..<end]) { obey(order, &link) }
        rest.removeFirst(end + 1)
      }
      // Nothing that is ordered is as long.
      if rest.count > 4 * ScreenMessage.maxBytes { rest = [] }
    }
    link?.end()
    exit(0)
  }

  private static func obey(_ order: LinkOrder, _ link: inout BrokerLink?) {
    switch order {
    case .connect(let connection): if link == nil { link = BrokerLink(connection) }
    case .publish(let topic, let payload, let isRetained): link?.publish(topic, payload, isRetained: isRetained)
    }
  }
}
