import Arguments
import Classroom
import Diagnostics
import Glibc
import Screen

/// A student's place in a room, line by line.
struct JoinedLines {
  let code: RoomCode
  let preferences: Preferences
  let link: SeatLink

  private enum Room {
    case isTried, connected
    /// It has been said that no room answers, and that this goes on being tried.
    case isMissing
  }

  func run() throws(Failure) -> Int32 {
    var seat = Seat(secret: link.secret, language: preferences.language)
    var input = PipedInput()
    var room = Room.isTried
    while true {
      var places = [STDIN_FILENO, link.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if input.hasEnded { places[0].fd = -1 }
      if poll(&places, 2, link.isWaiting ? 20 : -1) < 0, errno != EINTR { break }
      for report in link.reports() { try write(take(report, &seat, &room)) }
      if link.hasEnded { throw RoomSetup.noHelper }
      for line in places[0].revents != 0 ? input.lines() : [] {
        if [":q", ":quit", "quit"].contains(line) { return ExitCode.success }
        let (said, answer) = seat.type(line, at: Int(Clock.date()))
        try write(said)
        if let answer { link.give(answer) }
      }
      if input.hasEnded { break }
    }
    return ExitCode.success
  }

  private func take(_ report: LinkReport, _ seat: inout Seat, _ room: inout Room) -> [String] {
    let language = preferences.language
    switch report {
    case .connected:
      room = .connected
      return [Words(en: "In room \(code.text). :q leaves.", zh: "已进入房间 \(code.text)，输入 :q 离开。")[language]]
    case .lost:
      room = .isMissing
      return [SeatWords.isLost[language]]
    case .failed:
      guard room == .isTried else { return [] }
      room = .isMissing
      return [SeatWords.isTried[language]]
    case .refused, .unlogged: return []
    case .message(let topic, let payload):
      switch RoomTopic(topic, in: code) {
      case .screen?:
        guard let screen = RoomMessage.read(ScreenMessage.self, Array(payload.utf8)) else { return [] }
        let lines = seat.see(screen)
        if let answer = seat.answerToRepeat { link.give(answer) }
        return lines
      case .result?: return RoomMessage.read(ResultMessage.self, Array(payload.utf8)).map { seat.see($0) } ?? []
      case .answer?, .present?, nil: return []
      }
    }
  }

  /// What comes from elsewhere is made harmless before it reaches the terminal.
  private func write(_ lines: [String]) throws(Failure) {
    let text = lines.map { SafeText($0).text + "\n" }.joined()
    if text.isEmpty { return }
    do throws(Output.Failure) { try Output.standard.write(text) } catch { throw .output(error) }
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
