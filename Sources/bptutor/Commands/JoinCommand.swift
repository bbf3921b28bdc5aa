import Arguments
import Classroom
import Diagnostics
import Files
import Glibc
import Screen

/// What `bptutor join CODE@HOST` does: a student's terminal, line by line.
struct JoinCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let (code, address) = try place()
    guard let helper = BoundProgram.path(beside: Installation.helperName) else { throw RoomSetup.noHelper }
    var seat = Seat(secret: Self.secret(of: code), language: preferences.language)
    let present = RoomTopic.present(student: seat.secret).text(in: code)
    guard let link = BoundProgram([helper]) else { throw RoomSetup.noHelper }
    let connection = LinkOrder.Connection(
      uri: address.uri, user: BrokerFiles.student, password: code.text, client: seat.secret,
      topics: [RoomTopic.screen.text(in: code), "bptutor/\(code.text)/result/+"], will: present,
      maxBytes: 2 * ScreenMessage.maxBytes, certificates: getenv("BPTUTOR_BROKER_CA").map { String(cString: $0) })
    send(.connect(connection), link)
    var input = PipedInput()
    var isConnected = false
    while true {
      var places = [STDIN_FILENO, link.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if input.hasEnded { places[0].fd = -1 }
      if poll(&places, 2, link.isWaiting ? 20 : -1) < 0, errno != EINTR { break }
      link.flush()
      for line in link.lines() {
        guard let report = LinkLine.read(LinkReport.self, line) else { continue }
        try write(take(report, code, &seat, &isConnected, link))
      }
      if link.hasEnded { throw RoomSetup.noHelper }
      for line in places[0].revents != 0 ? input.lines() : [] {
        if [":q", ":quit", "quit"].contains(line) { return ExitCode.success }
        let (said, answer) = seat.type(line, at: Int(Clock.date()))
        try write(said)
        if let answer { give(answer, code, link) }
      }
      if input.hasEnded { break }
    }
    return ExitCode.success
  }

  private func take(
    _ report: LinkReport, _ code: RoomCode, _ seat: inout Seat, _ isConnected: inout Bool, _ link: BoundProgram
  ) -> [String] {
    switch report {
    case .connected:
      isConnected = true
      return [Words(en: "In room \(code.text). :q leaves.", zh: "已进入房间 \(code.text)，输入 :q 离开。")[preferences.language]]
    case .lost:
      isConnected = false
      return [
        Words(en: "The connection is lost; your answer is kept and sent again.", zh: "连接中断，答案已保存，恢复后自动发送。")[
          preferences.language]
      ]
    case .failed:
      return isConnected
        ? []
        : [Words(en: "No room answers there yet; trying again …", zh: "还没有连上房间，正在重试……")[preferences.language]]
    case .refused, .unlogged: return []
    case .message(let topic, let payload):
      switch RoomTopic(topic, in: code) {
      case .screen?:
        guard let screen = RoomMessage.read(ScreenMessage.self, Array(payload.utf8)) else { return [] }
        let lines = seat.see(screen)
        if let answer = seat.answerToRepeat { give(answer, code, link) }
        return lines
      case .result?: return RoomMessage.read(ResultMessage.self, Array(payload.utf8)).map { seat.see($0) } ?? []
      case .answer?, .present?, nil: return []
      }
    }
  }

  private func give(_ answer: RoomAnswer, _ code: RoomCode, _ link: BoundProgram) {
    let topic = RoomTopic.answer(question: answer.question, student: answer.student).text(in: code)
    send(.publish(topic: topic, payload: answer.payload, isRetained: false), link)
  }

  private func send(_ order: LinkOrder, _ link: BoundProgram) {
    if let line = LinkLine.text(order) { link.write(line) }
  }

  /// What comes from elsewhere is made harmless before it reaches the terminal.
  private func write(_ lines: [String]) throws(Failure) {
    let text = lines.map { SafeText($0).text + "\n" }.joined()
    if text.isEmpty { return }
    do throws(Output.Failure) { try Output.standard.write(text) } catch { throw .output(error) }
  }

  // MARK: Where to

  /// `CODE@HOST[:PORT]`, or a code and `--broker`.
  private func place() throws(Failure) -> (RoomCode, BrokerAddress) {
    let operand = invocation.operands.first ?? ""
    let parts = operand.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if let code = RoomCode(parts[0]) {
      if parts.count == 1, let address = invocation.value(of: .broker).flatMap({ BrokerAddress($0) }) {
        return (code, address)
      }
      if parts.count == 2, let address = BrokerAddress("ws://\(parts[1])"), address.user == nil {
        let hasPort = parts[1].contains(":")
        return (code, hasPort ? address : BrokerAddress(.ws, host: address.host, port: Self.usualPort))
      }
    }
    throw .message(
      Words(en: "'\(operand)' is no room", zh: "“\(operand)”不是房间"),
      help: Words(
        en: "for example: bptutor join f3k9qa@192.0.2.7:8080, or bptutor join CODE --broker mqtts://HOST",
        zh: "例如：bptutor join f3k9qa@192.0.2.7:8080，或 bptutor join CODE --broker mqtts://HOST"))
  }

  private static let usualPort = 8_080

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

/// Standard input without waiting, line by line.
private struct PipedInput {
  private var rest: [UInt8] = []
  private(set) var hasEnded = false

  /// More is no line of an answer.
  private static let maxBytes = 1 << 16

  mutating func lines() -> [String] {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 { rest += buffer[..<count] }
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { hasEnded = true }
    var lines: [String] = []
    while let end = rest.firstIndex(of: 0x0A) {
      lines.append(String(decoding: rest[..<end], as: UTF8.self))
      rest.removeFirst(end + 1)
    }
    if rest.count > Self.maxBytes { rest = [] }
    return lines
  }
}
