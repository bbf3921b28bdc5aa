import Glibc
import Progress
import Skills

/// Saves answers as fast as it can and says which of them are acknowledged: for tests that kill it, or take its disk.
///
/// `progress-probe FILE NAME COUNT [user ID] [limit BYTES] [pages COUNT]`
@main
struct ProgressProbe {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 3, let count = Int(arguments[2]) else { exit(2) }
    signal(SIGXFSZ, SIG_IGN)
    func option(_ name: String) -> Int? {
      arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil }
    }
    if let bytes = option("limit") {
      var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }
    if let user = option("user") {
      guard setgid(gid_t(user)) == 0, setuid(uid_t(user)) == 0 else { exit(3) }
    }
    var keeper = ProgressKeeper(path: arguments[0], maxPages: option("pages"))
    if keeper.notice != nil { say("notice") }
    for number in 0..<count {
      keeper.record(attempt(arguments[1], number))
      keeper.keepPlace("\(number)", in: arguments[1])
      say(keeper.isSaved ? "saved \(number)" : "kept \(number) \(keeper.fault?.id ?? "")")
    }
    say("known \(keeper.attempts.count)")
  }

  private static func attempt(_ name: String, _ number: Int) -> Attempt {
    Attempt(
      time: Int64(number), lesson: name, step: "\(number)", parameters: "0", answer: "0.1", verdict: .right,
      skills: [.sigmoid], isFirst: true)
  }

  /// In one piece and at once.
  private static func say(_ line: String) {
    var text = line + "\n"
    text.withUTF8 { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
