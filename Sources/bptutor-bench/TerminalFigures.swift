import CBaseline
import Glibc
import Screen

/// What someone at a terminal feels, beside a C program that paints the same.
struct TerminalFigures {
  let ours: Program
  /// Another build of it, if there is one to be held against it.
  let ourStatic: Program?
  /// The C program, which wants the pages that it is to paint.
  let screen: String
  /// A folder to be their home, so that no one's own files are touched.
  let home: String
  let isQuick: Bool

  /// Bytes of each of many sessions at once.
  private static let memoryBudget = 0.8 * 1024 * 1024

  private struct Start {
    var nanoseconds: [Double] = []
    var bytes = 0
  }

  /// exec to the last byte of the first frame, in turns.
  func startUp() throws(SessionFault) -> [Figure] {
    var programs = [ours, try painter()]
    if let ourStatic { programs.append(ourStatic) }
    var starts = programs.map { _ in Start() }
    // The first round only warms the page cache.
    for round in 0...(isQuick ? 9 : 41) {
      for (number, program) in programs.enumerated() {
        let frame = try Session(program, home: home).firstFrame()
        if round > 0 { starts[number].nanoseconds.append(frame.nanoseconds) }
        starts[number].bytes = frame.bytes
      }
    }
    func figure(_ id: String, _ title: String, _ start: Start, _ budget: Figure.Budget?) -> Figure {
      Figure(
        id: id, title: title, unit: .nanoseconds, ours: start.nanoseconds.median,
        baseline: starts[1].nanoseconds.median,
        ratio: zip(start.nanoseconds, starts[1].nanoseconds).map { $0 / $1 }.median, budget: budget)
    }
    var figures = [figure("start", "exec to first frame", starts[0], .ratio(1.25))]
    if ourStatic != nil {
      figures.append(figure("start.static", "exec to first frame, another build", starts[2], .ratio(1.25)))
    }
    figures.append(
      Figure(
        id: "bytes.page", title: "bytes of the first frame", unit: .count, ours: Double(starts[0].bytes),
        baseline: Double(starts[1].bytes), ratio: Double(starts[0].bytes) / Double(starts[1].bytes),
        budget: .value(2000)))
    return figures
  }

  /// A key to the last byte of what it changes, in turns.
  func keys() throws(SessionFault) -> [Figure] {
    let step = (bytes: ours.key, key: Key.right)
    let walking = try press([ours], "walk", [step])
    let jumping = try press([ours], "jump", [("\t", .tab), ("\u{1B}[Z", .backTab)])
    let leaping = try press([ours], "leap", [("G", .character("G")), ("g", .character("g"))])
    var figures = [
      figure("key", "key to frame, one step", walking),
      figure("key.jump", "key to frame, Tab and Shift-Tab", jumping),
      figure("key.leap", "key to frame, G and g", leaping),
    ]
    if let ourStatic {
      figures.append(
        figure("key.static", "key to frame, one step, another build", try press([ourStatic], "walk", [step])))
    }
    let (ourBytes, theirBytes) = (walking[0].bytes, walking[1].bytes)
    figures.append(
      Figure(
        id: "bytes.key", title: "bytes of one step, median", unit: .count, ours: ourBytes.median,
        baseline: theirBytes.median, ratio: ourBytes.median / theirBytes.median, budget: .value(300)))
    figures.append(
      Figure(
        id: "bytes.key-most", title: "bytes of one step, most", unit: .count, ours: ourBytes.max(),
        baseline: theirBytes.max(), budget: .value(2000)))
    return figures
  }

  private struct Presses {
    var nanoseconds: [Double] = []
    var bytes: [Double] = []
  }

  private func figure(_ id: String, _ title: String, _ presses: [Presses]) -> Figure {
    Figure(
      id: id, title: title, unit: .nanoseconds, ours: presses[0].nanoseconds.median,
      baseline: presses[1].nanoseconds.median,
      ratio: zip(presses[0].nanoseconds, presses[1].nanoseconds).map { $0 / $1 }.median, budget: .ratio(1.25))
  }

  /// Presses keys again and again, in the tutor and in a C program that paints the same pages, in turns.
  private func press(
    _ tutors: [Program], _ name: String, _ keys: [(bytes: String, key: Key)]
  ) throws(SessionFault) -> [Presses] {
    let count = isQuick ? 12 : 60
    let programs = tutors + [try painter(name, keys: (0..<count).map { keys[$0 % keys.count].key })]
    var sessions: [Session] = []
    for program in programs {
      let session = try Session(program, home: home)
      _ = try session.firstFrame()
      sessions.append(session)
    }
    var presses = programs.map { _ in Presses() }
    for number in 0..<count {
      let frames = programs.indices.map { sessions[$0].press(keys[number % keys.count].bytes) }
      guard frames.allSatisfy({ $0 != nil }) else { continue }
      for (index, frame) in frames.enumerated() {
        if let frame {
          presses[index].nanoseconds.append(frame.nanoseconds)
          presses[index].bytes.append(Double(frame.bytes))
        }
      }
    }
    guard presses[0].bytes.count * 2 > count else {
      throw SessionFault(text: "the key for the next step changes nothing on the screen")
    }
    return presses
  }

  /// The C program with the pages of the walk after these keys.
  private func painter(_ name: String = "start", keys: [Key] = []) throws(SessionFault) -> Program {
    Program(path: screen, arguments: [try PageFile(in: home, named: name, keys: keys).path])
  }

  /// Three seconds of nothing.
  func idle() throws(SessionFault) -> [Figure] {
    var readings: [(time: Double, switches: Double)] = []
    for program in [ours, try painter()] {
      let session = try Session(program, home: home)
      _ = try session.firstFrame()
      session.read(untilSilentFor: 300, waitingAtMost: 300)
      let before = try reading(session)
      usleep(3_000_000)
      let after = try reading(session)
      readings.append((after.processorTime - before.processorTime, after.contextSwitches - before.contextSwitches))
    }
    return [
      Figure(
        id: "idle.time", title: "processor time, idle for 3 s", unit: .nanoseconds, ours: readings[0].time,
        baseline: readings[1].time, budget: .value(0)),
      Figure(
        id: "idle.wake-ups", title: "context switches, idle for 3 s", unit: .count, ours: readings[0].switches,
        baseline: readings[1].switches, budget: .value(0)),
    ]
  }

  /// Memory of one session, and of each of many at once.
  func memory() throws(SessionFault) -> [Figure] {
    let baseline = try painter("walk", keys: Array(repeating: .right, count: 6))
    let (one, other) = (try memory(of: ours, sessions: 1), try memory(of: baseline, sessions: 1))
    var figures = [
      Figure(
        id: "memory.pss", title: "memory of one session (PSS)", unit: .bytes, ours: one.proportional,
        baseline: other.proportional, ratio: one.proportional / other.proportional),
      Figure(
        id: "memory.uss", title: "memory of one session (USS)", unit: .bytes, ours: one.unique, baseline: other.unique,
        ratio: one.unique / other.unique),
    ]
    let count = isQuick ? 20 : 100
    let many = try memory(of: baseline, sessions: count)
    func figure(_ id: String, _ build: String, _ program: Program, _ limit: Double?) throws(SessionFault) -> Figure {
      let found = try memory(of: program, sessions: count)
      return Figure(
        id: id, title: "memory of each of \(count) sessions at once (PSS)\(build)", unit: .bytes,
        ours: found.proportional, baseline: many.proportional, ratio: found.proportional / many.proportional,
        budget: limit.map(Figure.Budget.value))
    }
    figures.append(try figure("memory.many", "", ours, Self.memoryBudget))
    if let ourStatic {
      figures.append(try figure("memory.many.static", ", another build", ourStatic, Self.memoryBudget))
    }
    let (used, theirs) = (
      try memory(of: ours, sessions: count, isUsed: true), try memory(of: baseline, sessions: count, isUsed: true)
    )
    figures.append(
      Figure(
        id: "memory.many.used", title: "the same after some keys and six seconds of rest", unit: .bytes,
        ours: used.proportional, baseline: theirs.proportional, ratio: used.proportional / theirs.proportional))
    return figures
  }

  private func memory(of program: Program, sessions count: Int, isUsed: Bool = false) throws(SessionFault) -> (
    proportional: Double, unique: Double
  ) {
    var sessions: [Session] = []
    for _ in 0..<count { sessions.append(try Session(program, home: home)) }
    for session in sessions { _ = try session.firstFrame() }
    if isUsed {
      for session in sessions { for _ in 0..<6 { _ = session.press(program.key) } }
      usleep(6_000_000)
    }
    var (proportional, unique) = (0.0, 0.0)
    for session in sessions {
      let found = try reading(session)
      proportional += found.proportional
      unique += found.unique
    }
    return (proportional / Double(count), unique / Double(count))
  }

  private func reading(_ session: Session) throws(SessionFault) -> ProcessReading {
    guard let reading = ProcessReading(session.process) else {
      throw SessionFault(text: "the program ended, or /proc cannot be read")
    }
    return reading
  }
}
