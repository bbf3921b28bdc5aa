import Arguments
import Diagnosis
import Diagnostics
import Expressions
import Formats
import Glibc
import Homework
import Networks
import Screen

/// What `bptutor examine -- COMMAND…` does: runs a program on many networks and says which mistake is in it.
struct ExamineCommand {
  let invocation: Invocation
  let preferences: Preferences

  /// Networks at most; a few dozen leave no doubt.
  private static let maxNetworks = 10_000
  /// Runs that give nothing before the rest is left out.
  private static let maxFailures = 3

  private var language: Language { preferences.language }

  func run(_ base: Network) throws(Failure) -> Int32 {
    if let name = invocation.value(of: .template), let template = ProgramTemplate(rawValue: name) {
      return try WrittenResult.write(template.text(language), to: invocation.value(of: .output))
    }
    let words = invocation.operands
    guard !words.isEmpty else {
      throw .message(
        Words(en: "examine needs a program to run", zh: "examine 需要一个要运行的程序"),
        help: Words(en: "for example bptutor examine -- python3 my.py", zh: "例如 bptutor examine -- python3 my.py"))
    }
    let cases = try networks(base)
    var runs: [ExaminedRun] = []
    var failures: [(seed: UInt64, words: Words)] = []
    var knowledge: [Architecture: Knowledge] = [:]
    var bar = CountBar(total: cases.count, language: language, isQuiet: invocation.has(.quiet))
    for (index, entry) in cases.enumerated() {
      bar.show(index)
      let shared =
        knowledge[entry.network.architecture] ?? Knowledge(entry.network.architecture, held: entry.network.held)
      knowledge[entry.network.architecture] = shared
      let run = try start(words, entry.network)
      let examined = ExaminedRun(
        seed: entry.seed, checker: Checker(entry.network, knowledge: shared), output: run.output)
      // A program that prints everything and then fails was right all the same, and one that prints nothing is not.
      if !examined.printed.values.isEmpty { runs.append(examined) }
      if let words = complaint(run, hasValues: !examined.printed.values.isEmpty) {
        failures.append((entry.seed, words))
        if runs.isEmpty, failures.count >= Self.maxFailures { break }
        if run.end == .tooSlow, failures.count >= Self.maxFailures { break }
      }
    }
    bar.clear()
    return try report(runs, failures, total: cases.count, words)
  }

  private func report(
    _ runs: [ExaminedRun], _ failures: [(seed: UInt64, words: Words)], total: Int, _ words: [String]
  ) throws(Failure) -> Int32 {
    let command = words.map(ShellWord.quoted).joined(separator: " ")
    let report = ExaminationReport(
      Examination(runs), command: command, total: total, failures: failures, again: { again($0, command) })
    let text =
      invocation.value(of: .format) == "json"
      ? report.json.pretty + "\n" : SafeText(report.text(language, preferences.notation)).text
    let code = try WrittenResult.write(text, to: invocation.value(of: .output))
    guard invocation.has(.exitCode) else { return code }
    if runs.isEmpty { return ExitCode.usage }
    return report.isRight && failures.isEmpty ? code : ExitCode.notRight
  }

  /// What shows one network again.
  private func again(_ seed: UInt64, _ command: String) -> [String] {
    let network = invocation.value(of: .network).map { " --network " + ShellWord.quoted($0) } ?? ""
    if invocation.has(.fixed) { return ["bptutor trace\(network)"] }
    let shapes = invocation.value(of: .shape).map { " --shape " + $0 } ?? ""
    let once = "bptutor examine\(network)\(shapes) --networks 1 --random \(seed) -- \(command)"
    return shapes.isEmpty ? ["bptutor trace\(network) --random \(seed)", once] : [once]
  }

  // MARK: Networks

  private func networks(_ base: Network) throws(Failure) -> [(seed: UInt64, network: Network)] {
    let count = invocation.value(of: .networks).flatMap(Int.init) ?? 30
    guard count <= Self.maxNetworks else {
      throw .message(
        Words(en: "at most \(Self.maxNetworks) networks are tried", zh: "最多使用 \(Self.maxNetworks) 个网络"))
    }
    let first = invocation.value(of: .random).flatMap(UInt64.init) ?? 1
    // The program's own numbers are those of --network.
    if invocation.has(.fixed) { return [(first, base)] }
    var bases = [base]
    if let shapes = invocation.value(of: .shape) {
      bases = []
      for shape in shapes.split(separator: ",") {
        guard let network = NetworkShape(String(shape))?.network(like: base) else {
          throw .message(
            Words(en: "'\(shape)' is not a shape", zh: "“\(shape)”不是网络的形状"),
            help: Words(en: "such as 2-2-1: inputs, hidden neurons, outputs", zh: "例如 2-2-1：输入、隐藏层、输出的个数"))
        }
        bases.append(network)
      }
    }
    return (0..<count).map { index in
      let seed = first &+ UInt64(index)
      return (seed, bases[index % bases.count].randomized(seed: seed))
    }
  }

  // MARK: One run

  private func start(_ words: [String], _ network: Network) throws(Failure) -> ProgramRun {
    let line = NetworkFile.json(network).oneLine + "\n"
    var limits = ProgramRun.Limits()
    if let seconds = invocation.value(of: .timeout).flatMap(Double.init), seconds > 0 {
      limits.milliseconds = Int(min(3_600, max(0.01, seconds)) * 1_000)
    }
    guard words.contains(where: { $0.contains("{file}") }) else { return try run(words, line, limits) }
    let file = try TemporaryFile(line)
    defer { file.remove() }
    return try run(words.map { $0.replacing("{file}", with: file.name) }, "", limits)
  }

  private func run(_ words: [String], _ input: String, _ limits: ProgramRun.Limits) throws(Failure) -> ProgramRun {
    do throws(ProgramRun.SpawnFault) {
      return try ProgramRun.run(words, input: input, limits: limits)
    } catch {
      let reason = SystemError.words(for: error.code)
      let name = words.first ?? ""
      throw .message(
        Words(en: "cannot start '\(name)': \(reason.en)", zh: "无法启动“\(name)”：\(reason.zh)"),
        help: Words(
          en: "the program and its arguments follow --, without a shell: bptutor examine -- python3 my.py",
          zh: "程序和参数写在 -- 之后，不经过 shell：bptutor examine -- python3 my.py"))
    }
  }

  /// What went wrong with a run, beyond its numbers.
  private func complaint(_ run: ProgramRun, hasValues: Bool) -> Words? {
    let said = run.errors.split(whereSeparator: \.isNewline).last.map { SourceText.harmless(String($0.prefix(200))) }
    let tail = said.map { Words(en: ": \($0)", zh: "：\($0)") } ?? Words("")
    switch run.end {
    case .tooSlow: return Words(en: "it was stopped, it took too long", zh: "运行超时，已停止")
    case .tooMuchOutput: return Words(en: "it was stopped, it printed too much", zh: "输出过多，已停止")
    case .signal(let signal):
      let name = strsignal(signal).map { String(cString: $0) } ?? "\(signal)"
      return Words(en: "it was ended by signal \(signal) (\(name))\(tail.en)", zh: "因信号 \(signal)（\(name)）结束\(tail.zh)")
    case .exited(let code) where code != 0:
      return Words(en: "it ended with exit code \(code)\(tail.en)", zh: "退出码为 \(code)\(tail.zh)")
    case .exited:
      if hasValues { return nil }
      return run.output.isEmpty
        ? Words(en: "it printed nothing\(tail.en)", zh: "没有任何输出\(tail.zh)")
        : Words(en: "it printed nothing that could be read\(tail.en)", zh: "输出中没有可读的内容\(tail.zh)")
    }
  }
}

/// A file for a program that cannot read standard input.
private struct TemporaryFile {
  let name: String

  init(_ text: String) throws(Failure) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/bptutor-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    let code = errno
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw .unwritable(WrittenFile.Fault(name: path, code: code)) }
    defer { close(descriptor) }
    do throws(Output.Failure) { try Output(descriptor: descriptor).write(text) } catch {
      unlink(path)
      throw .unwritable(WrittenFile.Fault(name: path, code: error.code))
    }
    name = path
  }

  func remove() { unlink(name) }
}
