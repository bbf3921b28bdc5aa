import Arguments
import Classroom
import Diagnostics
import Glibc
import Networks
import Screen
import Tutor

/// What `bptutor join CODE@HOST` does: a student's place in a room, on the whole screen or line by line.
struct JoinCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let (code, address) = try place()
    let name = invocation.value(of: .name)
    guard let link = SeatLink(code, address, name: name) else { throw RoomSetup.noHelper }
    guard !preferences.isPlain, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      return try JoinedLines(code: code, preferences: preferences, link: link).run()
    }
    var start = Start(
      .seat(code, first: Int(Clock.date())), network: BundledNetworks.default, language: preferences.language,
      notation: preferences.notation)
    start.now = Clock.now()
    return try Session.run(start, preferences, ProgressLog(isKeeping: false), stage: RoomFollower(code, link))
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
}
