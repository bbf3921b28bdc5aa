import Arguments
import Diagnostics
import Formats
import Glibc
import Networks
import Reports
import Screen
import Terminal
import Training
import Tutor

/// What `bptutor train` does.
struct TrainCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let setup = try TrainingSetup(invocation)
    let run = try setup.run()
    let architecture = run.start.architecture
    let shown = try quantities(architecture)
    let comparison = try comparison(setup, run)
    try checkFiles()
    let way = try watch(run, comparison, epochs: setup.epochs) ?? train(run, comparison, epochs: setup.epochs)
    let report = TrainingReport(
      run, rows: way.rows, changedRows: way.changed, comparison: comparison, plots: plots(of: run), shown: shown)
    // What was trained is kept however it ended.
    try writeFiles(report)
    if way.isGone { return way.code }
    let text =
      invocation.value(of: .format) == "json"
      ? report.json.pretty + "\n"
      : report.report(Look(onOutput: preferences)).text(in: Coloring(onOutput: invocation, preferences))
    _ = try WrittenResult.write(text, to: nil)
    return way.code
  }

  /// Where the runs were on their way, and how it ended.
  private struct Way {
    var rows: [TellingRow] = []
    var changed: [TellingRow] = []
    /// Of a signal, where one came.
    var code = ExitCode.success
    /// Whether no one is there any more to read a report.
    var isGone = false
  }

  /// On the whole screen where that was asked for and can be.
  private func watch(_ run: TrainingRun, _ comparison: RunComparison?, epochs: Int) throws(Failure) -> Way? {
    guard invocation.has(.watch), !preferences.isPlain else { return nil }
    if comparison != nil {
      throw .message(
        Words(en: "--watch shows one run, --what-if trains two", zh: "--watch 只看一个训练过程，--what-if 会训练两个"),
        help: Words(en: "leave out one of them", zh: "请去掉其中一个"))
    }
    let recorder = try preferences.record.map { path throws(Failure) in try Recorder(path) }
    let first = TellingRow(run)
    var way = Way()
    do throws(TerminalFault) {
      let scene = Self.scene(of: run, epochs: epochs, begins: true)
      var start = Start(
        scene, network: run.start, language: preferences.language, notation: preferences.notation)
      start.now = Clock.now()
      start.keys = preferences.keys
      start.notice = preferences.notice
      let options = Terminal.Options(preferences)
      var session = try ScreenSession(start, ProgressLog(), options, run: run, recorder: recorder)
      var code = session.run()
      if let recorder { code = recorder.exitCode(after: code, preferences.language) }
      if code != ExitCode.success { (way.code, way.isGone) = (code, true) }
    } catch {
      if error.suitsPlainLines { return nil }
      throw .terminal(error)
    }
    way.rows = run.epoch == first.epoch ? [first] : [first, TellingRow(run)]
    return way
  }

  /// A run on the whole screen.
  static func scene(of run: TrainingRun, epochs: Int, begins: Bool) -> Start.Scene {
    let side: TrainingActivity.Side = run.start.inputs.count == 2 && run.data.count > 1 ? .boundary : .weights
    return .training(
      title: SourceText.harmless(run.data.name), epoch: run.epoch, epochs: epochs, side: side, begins: begins)
  }

  /// Trains to the end, to a divergence or to Ctrl-C, and keeps where the run was on its way.
  private func train(_ run: TrainingRun, _ comparison: RunComparison?, epochs: Int) -> Way {
    var way = Way()
    func note() {
      way.rows.append(TellingRow(run))
      if let comparison { way.changed.append(TellingRow(comparison.changed)) }
    }
    note()
    let end = run.epoch.addingReportingOverflow(max(0, epochs))
    let target = end.overflow ? Int.max : end.partialValue
    var bar = ProgressBar(
      isShown: !preferences.isPlain && !invocation.has(.quiet), from: run.epoch, to: target,
      language: preferences.language)
    defer { bar.clear() }
    var interrupt = HeldInterrupt()
    // One epoch may take minutes: it is given up in the middle.
    for run in [run, comparison?.changed].compactMap({ $0 }) {
      run.interruption = { [interrupt] in interrupt.signal != nil }
    }
    defer {
      for run in [run, comparison?.changed].compactMap({ $0 }) { run.interruption = nil }
      interrupt.release()
    }
    var pace = 1
    for milestone in TellingRow.epochs(from: run.epoch, to: target) {
      while run.epoch < milestone {
        let (before, started) = (run.epoch, Clock.now())
        let chunk = min(pace, milestone - run.epoch)
        if let comparison { comparison.train(epochs: chunk) } else { run.train(epochs: chunk) }
        // About twenty pieces a second, so that the bar moves.
        let passed = Clock.now() - started
        if passed < 25 { pace = min(pace * 2, 1 << 20) } else if passed > 100 { pace = max(1, pace / 2) }
        bar.show(epoch: run.epoch, loss: run.loss)
        if let signal = interrupt.signal {
          way.code = Terminal.exitCode(after: signal)
          // Only after Ctrl-C there is someone to read a report, whose numbers take a pass over all samples.
          way.isGone = signal != SIGINT
          if !way.isGone { note() }
          return way
        }
        if run.epoch == before || comparison == nil && run.divergence != nil {
          note()
          return way
        }
      }
      note()
    }
    return way
  }

  private func comparison(_ setup: TrainingSetup, _ run: TrainingRun) throws(Failure) -> RunComparison? {
    guard let text = invocation.value(of: .whatIf) else { return nil }
    let change: WhatIf
    do throws(Diagnostic) {
      change = try WhatIf.parse(text, for: run.start.architecture)
    } catch { throw .faults([error], in: SourceText(name: "--what-if", text)) }
    do throws(WhatIf.Fault) { return try RunComparison(run, change: change) } catch { throw .message(error.message) }
  }

  private func plots(of run: TrainingRun) -> [TrainingPlot] {
    guard let text = invocation.value(of: .plot) else { return TrainingPlot.usual(for: run) }
    return text.split(separator: ",").compactMap { TrainingPlot(rawValue: String($0)) }
  }

  private func quantities(_ architecture: Architecture) throws(Failure) -> [Quantity] {
    var found: [Quantity] = []
    for name in invocation.values(of: .show).flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let quantity = architecture.quantity(spelled: name) else {
        throw .message(
          Words(en: "'\(name)' is not a quantity of this network", zh: "这个网络没有“\(name)”这个量"),
          help: Suggestion.didYouMean(Suggestion.nearest(to: name, in: architecture.names())))
      }
      found.append(quantity)
    }
    return found
  }

  /// What cannot be written is said before hours of training, not after them.
  private func checkFiles() throws(Failure) {
    for name in [Option.save, .history, .svg].compactMap({ invocation.value(of: $0) }) where name != "-" {
      var status = stat()
      if stat(name, &status) == 0 {
        if status.st_mode & S_IFMT == S_IFDIR { throw .unwritable(.init(name: name, code: EISDIR)) }
        continue
      }
      let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? "."
      guard access(folder, W_OK | X_OK) == 0 else { throw .unwritable(.init(name: name, code: errno)) }
    }
  }

  private func writeFiles(_ report: TrainingReport) throws(Failure) {
    let run = report.run
    if let name = invocation.value(of: .save) {
      _ = try WrittenResult.write(TrainingFile.json(run).oneLine + "\n", to: name)
    }
    if let name = invocation.value(of: .history) {
      let architecture = run.start.architecture
      let text =
        name.hasSuffix(".json") ? run.history.json(architecture).pretty + "\n" : run.history.csv(architecture)
      _ = try WrittenResult.write(text, to: name)
    }
    if let name = invocation.value(of: .svg) {
      _ = try WrittenResult.write(report.svg(Look(onOutput: preferences)), to: name)
    }
  }
}
