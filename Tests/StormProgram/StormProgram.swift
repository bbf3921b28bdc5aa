import Diagnosis
import Glibc
import Lessons
import Storms

/// `bptutor-storm EVENTS [LIMIT] [SEED]`: a storm of random events over every activity, in sessions of LIMIT events (2,000),
/// with the memory that it takes as it goes; `bptutor-storm day` is one session of a day of use, an event every second.
@main
struct StormProgram {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let isDay = arguments.first == "day"
    let day = 24 * 60 * 60
    let numbers = arguments.compactMap { Int($0) }
    let wanted = isDay ? day : numbers.first ?? 20_000
    let limit = isDay ? day : numbers.dropFirst().first ?? 2_000
    let seed = UInt64(clamping: isDay ? numbers.first ?? 1 : numbers.dropFirst(2).first ?? 1)
    let context = LessonContext(mistakes: Catalogue.mistakes.map(\.id))
    let lessons = LessonCatalogue(Curriculum.lessons, context: context).entries
    var storm = Storm(seed: seed, library: lessons, limit: max(1, limit))
    let start = seconds()
    let step = max(1, wanted / 20)
    var next = step
    print("  events   seconds   memory")
    do {
      while storm.tally.events < wanted {
        try storm.session(milliseconds: 1_000) { tally in
          guard tally.events >= next else { return }
          print(padded(tally.events, 8), padded(Int(seconds() - start), 9), padded(resident() >> 10, 6), "kB")
          fflush(nil)
          next += step
        }
      }
    } catch {
      print("FAULT: \(error)")
      exit(1)
    }
    let tally = storm.tally
    print("\(tally.events) events in \(tally.sessions) sessions, no trap")
    for (kind, count) in tally.activities.sorted(by: { $0.key < $1.key }) { print("  \(kind): \(count)") }
    print("\(tally.frames) screens drawn, \(tally.undos) edits taken back")
    print("\(tally.replays) sessions recorded (\(tally.recorded >> 20) MB), read and replayed to the same state")
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Bytes in memory.
  private static func resident() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 200)
    guard fgets(&buffer, 200, file) != nil else { return 0 }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
