import Diagnostics
import Reports
import Screen
import Terminal
import Training
import Tutor

/// The training run behind a session: does what its effects ask for, and reports.
final class Trainer {
  private let run: TrainingRun
  private let look: Look
  private var sample = 0
  /// The run's pictures after the last report.
  private(set) var progress: TrainingProgress

  init(_ run: TrainingRun, _ look: Look) {
    (self.run, self.look) = (run, look)
    progress = TrainingProgress(run, sample: 0, look)
  }

  /// What the run has come to.
  func report() -> Event {
    progress = TrainingProgress(run, sample: sample, look)
    return .trained(progress.status)
  }

  /// In pieces, so that a key never waits for long.
  func train(_ epochs: Int, isAwaited: () -> Bool) -> Event {
    let deadline = Clock.now() + TrainingActivity.tick
    var rest = epochs
    var piece = 1
    while rest > 0, Clock.now() < deadline, !isAwaited() || rest == epochs {
      let count = min(piece, rest)
      if case .diverged = run.train(epochs: count) { break }
      rest -= count
      piece = min(piece * 2, 1 << 16)
    }
    return report()
  }

  func go(toEpoch epoch: Int) -> Event {
    run.go(toEpoch: epoch)
    return report()
  }

  func look(atSample sample: Int) -> Event {
    self.sample = sample
    return report()
  }

  func apply(_ change: WhatIf) -> Event {
    if case .parameters(let values) = change {
      for (parameter, value) in values.sorted(by: { $0.key < $1.key }) { run.setParameter(parameter, to: value) }
    } else if let (_, settings) = try? change.applied(to: run.start, run.settings) {
      run.change(settings)
    }
    return report()
  }

  /// Brings the run to where a presentation had brought it.
  func perform(_ work: [PresentationRun.Work]) -> Event {
    for piece in work {
      switch piece {
      case .go(let epoch): run.go(toEpoch: epoch)
      case .change(let change): _ = apply(change)
      case .look(let sample): self.sample = sample
      }
    }
    return report()
  }

  /// The walk through the next update, on the numbers of the moment.
  func derivation() -> Event { .derivation(TrainingMoment(run, sample: sample)) }
}
