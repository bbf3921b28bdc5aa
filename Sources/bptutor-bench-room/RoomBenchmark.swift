import CBaseline
import Glibc

/// A room of many students on this machine, with the real broker and the real program:
/// `swift run -c release bptutor-bench-room [STUDENTS]`.
///
/// How soon a step is seen by all, how soon all answers are in and diagnosed, and whether one is lost or counted twice while the
/// broker and the presenter are killed. Only this machine is connected to, with at most 1,000 students, for at most two minutes.
@main
enum RoomBenchmark {
  static func main() {
    let count = max(1, min(CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000, 1_000))
    var limit = rlimit(rlim_cur: 4_096, rlim_max: 4_096)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    signal(SIGPIPE, SIG_IGN)
    alarm(120)
    do throws(Trouble) {
      try Lesson(count).run()
    } catch {
      print("bptutor-bench-room: \(error.text)")
      exit(1)
    }
  }
}

struct Trouble: Error { let text: String }
