import Arguments
import Diagnostics
import Expressions
import Networks
import Screen
import Terminal
import Training
import TrainingReports
import Tutor
import TutorViews

/// A training run on a whole screen: the desk says what is to be done, and it is done here.
struct TrainingScreen {
  private var desk: TrainingDesk
  private let run: TrainingRun
  private let terminal: Terminal
  private let look: Look
  /// Of the walks that are opened from here.
  private let log = ProgressLog()
  private var sample = 0
  private var wakeTime: Int?
  /// The code of a signal that came while the walk was on the screen.
  private var exitCode: Int32?

  init(_ run: TrainingRun, epochs: Int, _ preferences: Preferences) throws(TerminalFault) {
    terminal = try Terminal.open(Terminal.Options(preferences))
    let notation: TextStyle = terminal.usesASCII ? .ascii : preferences.notation
    look = Look(language: preferences.language, notation: notation)
    self.run = run
    let side: TrainingPlot = run.start.inputs.count == 2 && run.data.count > 1 ? .boundary : .weights
    desk = TrainingDesk(
      title: SourceText.harmless(run.data.name), from: run.epoch, epochs: epochs, side: side,
      language: preferences.language, notation: notation)
  }

  /// Runs until the person leaves; returns an exit code where a signal ended it.
  mutating func watch() -> Int32? {
    defer { terminal.close() }
    _ = dispatch(.progress(progress))
    _ = dispatch(.key(.character(" ")))
    paint()
    while true {
      let timeout = wakeTime.map { max(0, $0 - Clock.now()) }
      switch terminal.nextEvent(timeout: timeout) {
      case .key(let key):
        ProvokedCrash.happenIfWanted()
        if dispatch(.key(key)) { return exitCode }
      case .resized, .watched: break
      case .interrupted(let signal): return Terminal.exitCode(after: signal)
      case .ended: return Terminal.exitCode(after: 1)
      case .timer:
        wakeTime = nil
        if dispatch(.tick) { return exitCode }
      }
      paint()
    }
  }

  private func paint() {
    // What has been typed meanwhile is dealt with first.
    if !terminal.hasPendingInput { terminal.paint(TrainingDeskView.render(desk, size)) }
  }

  private var size: Size {
    terminal.size.columns == 0 && terminal.size.rows == 0 ? Size(columns: 80, rows: 24) : terminal.size
  }

  private var progress: TrainingProgress { TrainingProgress(run, sample: sample, look) }

  /// True once it is time to leave.
  private mutating func dispatch(_ event: TrainingDesk.Event) -> Bool {
    for effect in desk.update(event) {
      switch effect {
      case .quit: return true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .wake(let delay): wakeTime = Clock.now() + delay
      case .train(let epochs): train(epochs)
      case .go(let epoch): run.go(toEpoch: epoch)
      case .change(let change): apply(change)
      case .look(let sample): self.sample = sample
      case .derive: if derive() { return true }
      }
      if effect.isReported, dispatch(.progress(progress)) { return true }
    }
    return false
  }

  /// In pieces, so that a key never waits for long.
  private func train(_ epochs: Int) {
    let deadline = Clock.now() + TrainingDesk.tick
    var rest = epochs
    var piece = 1
    while rest > 0, Clock.now() < deadline, !terminal.hasPendingInput || rest == epochs {
      let count = min(piece, rest)
      if case .diverged = run.train(epochs: count) { return }
      rest -= count
      piece = min(piece * 2, 1 << 16)
    }
  }

  private func apply(_ change: WhatIf) {
    if case .parameters(let values) = change {
      for (parameter, value) in values.sorted(by: { $0.key < $1.key }) { run.setParameter(parameter, to: value) }
    } else if let (_, settings) = try? change.applied(to: run.start, run.settings) {
      run.change(settings)
    }
  }

  /// The walk on the numbers of the moment, on the same screen; true if a signal ended it.
  private mutating func derive() -> Bool {
    let start = Start(
      .moment(run.data, sample: sample, nextBatch: run.nextSamples, settings: run.settings),
      network: run.network(sample: sample), language: desk.language, notation: desk.notation)
    sample = State(start).samples?.shown ?? sample
    var session = ScreenSession(start, log, on: terminal)
    let code = session.walk()
    exitCode = code == ExitCode.success ? nil : code
    return exitCode != nil
  }
}

extension TrainingDesk.Effect {
  /// Whether the desk is told how the run stands afterwards.
  fileprivate var isReported: Bool {
    switch self {
    case .train, .go, .change, .look, .derive: true
    case .quit, .suspend, .redraw, .wake: false
    }
  }
}
