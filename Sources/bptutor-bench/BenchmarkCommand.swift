import CBaseline
import Formats
import Glibc

/// `swift run -c release bptutor-bench`: the table "Speed and size", measured.
@main
struct BenchmarkCommand {
  private let options: Options
  private var figures: [Figure] = []

  static func main() {
    var problem = ""
    guard let options = Options(Array(CommandLine.arguments.dropFirst()), problem: &problem) else {
      printError("bptutor-bench: \(problem)")
      exit(2)
    }
    if options.wantsHelp {
      print(Options.help)
      return
    }
    var command = BenchmarkCommand(options: options)
    command.run()
    command.report()
  }

  private init(options: Options) { self.options = options }

  private mutating func run() {
    let stopwatch = Stopwatch(pairs: options.isQuick ? 101 : 1001)
    let few = Stopwatch(pairs: options.isQuick ? 11 : 101)
    runNumeric(stopwatch)
    runSymbolic(few)
    add("frame") { _ in FrameFigures(stopwatch: stopwatch).step() }
    runTerminal()
  }

  private mutating func runNumeric(_ stopwatch: Stopwatch) {
    let numeric = NumericFigures(stopwatch: stopwatch)
    figures += numeric.straight(options.wants)
    figures += numeric.layered([2, 2, 1], named: "2-2-1", options.wants)
    figures += numeric.layered([2, 16, 16, 1], named: "2-16-16-1", options.wants)
    figures += numeric.layered([784, 128, 10], named: "784-128-10", options.wants)
    figures += numeric.layered([2] + Array(repeating: 2, count: 50) + [1], named: "2-(2×50)-1", options.wants)
    let batches = BatchFigures(
      stopwatch: Stopwatch(pairs: max(11, stopwatch.pairs / 10)), python: options.python)
    add("batch.784-128-10") { _ in batches.step([784, 128, 10], named: "784-128-10", ratio: 1.5) }
    add("batch.2-16-16-1") { _ in batches.step([2, 16, 16, 1], named: "2-16-16-1", ratio: 0.25) }
    add("batch.epoch.784-128-10") { _ in batches.epoch([784, 128, 10], named: "784-128-10") }
    let growth = NumericFigures(stopwatch: Stopwatch(pairs: max(11, stopwatch.pairs / 10)))
    add("growth.wide") {
      growth.growth($0, "wide  update, growth with edges", [8, 16, 32, 64, 128].map { [$0, $0, 1] })
    }
    add("growth.deep") {
      growth.growth(
        $0, "deep  update, growth with edges",
        [8, 16, 32, 64, 128].map { [2] + Array(repeating: 4, count: $0) + [1] })
    }
  }

  private mutating func runSymbolic(_ stopwatch: Stopwatch) {
    let symbolic = SymbolicFigures(stopwatch: stopwatch)
    add("symbolic.walk") { _ in symbolic.walkFormulas() }
    add("symbolic.closed") { _ in symbolic.closedFormulas() }
    add("symbolic.lines") { _ in symbolic.everyLine() }
    add("walk.784-128-10") { _ in symbolic.largeWalk() }
    add("growth.trace") { _ in symbolic.growth() }
    let check = CheckFigures(stopwatch: stopwatch)
    add("check.jsonl") { _ in check.jsonLines() }
  }

  private mutating func add(_ id: String, _ measure: (String) -> Figure) {
    if options.wants(id) { figures.append(measure(id)) }
  }

  private mutating func runTerminal() {
    let groups: [(ids: [String], measure: (TerminalFigures) throws(SessionFault) -> [Figure])] = [
      (["start", "start.static", "bytes.page"], { terminal throws(SessionFault) in try terminal.startUp() }),
      (
        ["key", "key.jump", "key.leap", "key.static", "bytes.key", "bytes.key-most"],
        { terminal throws(SessionFault) in try terminal.keys() }
      ),
      (["idle.time", "idle.wake-ups"], { terminal throws(SessionFault) in try terminal.idle() }),
      (
        ["memory.pss", "memory.uss", "memory.many", "memory.many.static", "memory.many.used"],
        { terminal throws(SessionFault) in try terminal.memory() }
      ),
    ]
    let wanted = groups.filter { $0.ids.contains(where: options.wants) }
    guard !wanted.isEmpty else { return }
    let home = Self.temporaryFolder()
    defer { session_remove_folder(home) }
    let terminal = terminal(home: home)
    for group in wanted {
      do throws(SessionFault) {
        figures += try group.measure(terminal).filter { options.wants($0.id) }
      } catch {
        let id = group.ids.first(where: options.wants) ?? ""
        figures.append(Figure(id: id, title: id, unit: .count, note: error.text))
      }
    }
  }

  private func terminal(home: String) -> TerminalFigures {
    let folder = Self.ownFolder()
    func tutor(_ path: String) -> Program { Program(path: path, arguments: ["walk"]) }
    return TerminalFigures(
      ours: tutor(options.program ?? folder + "/bptutor"), ourStatic: options.ourStatic.map(tutor),
      screen: folder + "/bptutor-bench-screen", home: home, isQuick: options.isQuick)
  }

  private func report() {
    if options.isJSON {
      print(JSONText.array(figures.map(\.json)).pretty)
    } else {
      print(Table(figures: figures).text)
    }
    let missing = figures.filter { $0.ours == nil }
    guard !missing.isEmpty else { return }
    for figure in missing { Self.printError("not measured: \(figure.id): \(figure.note ?? "")") }
    exit(1)
  }

  private static func printError(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  private static func ownFolder() -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let path = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func temporaryFolder() -> String {
    var template = Array("/tmp/bptutor-bench-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    return made ?? "/nonexistent"
  }
}
