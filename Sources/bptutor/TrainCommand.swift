import Arguments
import Diagnostics
import JSON
import Networks
import Terminal
import Training
import TrainingReports

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
    let subject = comparison?.original ?? run
    let watched = try watch(subject, comparison, epochs: setup.epochs)
    if let code = watched?.code { return code }
    let (rows, changedRows) = watched?.rows ?? train(subject, comparison, epochs: setup.epochs)
    let plots = plots(of: subject)
    let report = TrainingReport(
      subject, rows: rows, changedRows: changedRows, comparison: comparison, plots: plots, shown: shown)
    try writeFiles(report)
    if invocation.value(of: .format) == "json" { return try WrittenResult.write(report.json.pretty + "\n", to: nil) }
    let text = report.report(OutputLook.look(preferences)).text(
      isColored: OutputLook.isColored(invocation, preferences))
    return try WrittenResult.write(text, to: nil)
  }

  typealias Rows = (rows: [TellingRow], changed: [TellingRow])

  /// On the whole screen where that was asked for and can be; a code where a signal ended it.
  private func watch(
    _ run: TrainingRun, _ comparison: Comparison?, epochs: Int
  ) throws(Failure) -> (code: Int32?, rows: Rows)? {
    guard invocation.has(.watch), !preferences.isPlain else { return nil }
    if comparison != nil {
      throw .message(
        Words(en: "--watch shows one run, --what-if trains two", zh: "--watch 只看一个训练过程，--what-if 会训练两个"),
        help: Words(en: "leave out one of them", zh: "请去掉其中一个"))
    }
    let first = TellingRow(run)
    do throws(TerminalFault) {
      var screen = try TrainingScreen(run, epochs: epochs, preferences)
      if let code = screen.watch() { return (code, ([], [])) }
    } catch {
      if error.suitsPlainLines { return nil }
      throw .terminal(error)
    }
    return (nil, (run.epoch == first.epoch ? [first] : [first, TellingRow(run)], []))
  }

  /// Trains to the end or to a divergence, and keeps where the run stood on its way.
  private func train(
    _ run: TrainingRun, _ comparison: Comparison?, epochs: Int
  ) -> Rows {
    var rows: Rows = ([], [])
    func note() {
      rows.rows.append(TellingRow(run))
      if let comparison { rows.changed.append(TellingRow(comparison.changed)) }
    }
    note()
    let end = run.epoch.addingReportingOverflow(max(0, epochs))
    let target = end.overflow ? Int.max : end.partialValue
    var bar = ProgressBar(isShown: !preferences.isPlain, from: run.epoch, to: target, language: preferences.language)
    defer { bar.clear() }
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
        if run.epoch == before || comparison == nil && run.divergence != nil {
          note()
          return rows
        }
      }
      note()
    }
    return rows
  }

  private func comparison(_ setup: TrainingSetup, _ run: TrainingRun) throws(Failure) -> Comparison? {
    guard let text = invocation.value(of: .whatIf) else { return nil }
    let change: WhatIf
    do throws(Diagnostic) {
      change = try WhatIf.parse(text, for: run.start.architecture)
    } catch { throw .faults([error], in: SourceText(name: "--what-if", text)) }
    do throws(WhatIf.Fault) { return try Comparison(run, change: change) } catch { throw .message(error.message) }
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
          help: Suggestion.nearest(to: name, in: architecture.names()).map {
            Words(en: "did you mean '\($0)'?", zh: "是不是“\($0)”？")
          })
      }
      found.append(quantity)
    }
    return found
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
      _ = try WrittenResult.write(report.svg(OutputLook.look(preferences)), to: name)
    }
  }
}
