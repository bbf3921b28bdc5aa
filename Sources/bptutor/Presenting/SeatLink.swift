import Classroom
import Formats
import Glibc

/// A student's connection to a room: by the program that speaks MQTT, under a secret of the student's own.
final class SeatLink {
  let code: RoomCode
  /// The student's name on the wire.
  let secret: String
  private let name: String?
  private let program: BoundProgram

  /// nil where the program that speaks MQTT cannot be started.
  init?(_ code: RoomCode, _ address: BrokerAddress, name: String?) {
    guard let helper = BoundProgram.path(beside: Installation.helperName),
      let program = BoundProgram([helper], memory: BoundProgram.strangersMemory)
    else {
      return nil
    }
    (self.code, self.name, self.program) = (code, name, program)
    secret = Self.secret(of: code)
    let connection = LinkOrder.Connection(
      uri: address.uri, user: BrokerFiles.student, password: code.text, client: secret,
      topics: [RoomTopic.screen.text(in: code), "bptutor/\(code.text)/result/+"],
      will: RoomTopic.present(student: secret).text(in: code), maxBytes: 2 * ScreenMessage.maxBytes,
      certificates: RoomSetup.certificates)
    send(.connect(connection))
  }

  var descriptor: Int32 { program.descriptor }
  var isWaiting: Bool { program.isWaiting }
  var hasEnded: Bool { program.hasEnded }

  /// What has come since the last call.
  func reports() -> [LinkReport] {
    program.flush()
    return program.lines().compactMap { LinkLine.read(LinkReport.self, $0) }
  }

  /// Sends an answer, with the student's secret and name.
  func give(_ answer: RoomAnswer) {
    let signed = answer.signed(by: secret, name)
    let topic = RoomTopic.answer(question: signed.question, student: secret).text(in: code)
    send(.publish(topic: topic, payload: signed.payload, isRetained: false))
  }

  private func send(_ order: LinkOrder) {
    if let line = LinkLine.text(order) { program.write(line) }
  }

  /// The student's own secret in this room: the same one when it comes back, so that it counts once.
  private static func secret(of code: RoomCode) -> String {
    let new = (0..<2).map { _ in
      let text = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    guard let folder = try? PresentationFolder() else { return new }
    let path = "\(folder.path)/seat-\(code.text)"
    guard let file = PresentationFolder.open(path, O_RDWR | O_CREAT) else { return new }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 128)
    let count = pread(file, &buffer, buffer.count, 0)
    let known = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    if RoomTopic.isSecret(known) { return known }
    ftruncate(file, 0)
    try? Output(descriptor: file).write(new)
    return new
  }
}
