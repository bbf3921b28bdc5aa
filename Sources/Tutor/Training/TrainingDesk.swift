package import Diagnostics
import Expressions
import Networks
package import Screen
package import Training
package import TrainingReports

/// A training run that is watched: it can be stopped at any epoch, looked into, changed, and taken back.
///
/// The run itself lives outside; what it came to arrives as `TrainingProgress`. While nothing runs nothing happens.
package struct TrainingDesk: Equatable, Sendable {
  package var language: Language
  package var notation: TextStyle
  /// For people: the samples' name.
  package let title: String
  /// How the run stands; nil until the first report.
  package internal(set) var progress: TrainingProgress?
  package internal(set) var isRunning = false
  /// The epoch where it stops by itself.
  package internal(set) var end: Int
  /// Epochs from one picture to the next.
  package internal(set) var pace: Int
  /// What is drawn beside the loss.
  package internal(set) var side: TrainingPlot
  /// The line being typed; nil while keys are commands.
  package internal(set) var prompt: LineEditor?
  package internal(set) var notice: Words?
  /// How many epochs are added when it goes on behind its end.
  private let length: Int

  /// Milliseconds from one picture to the next.
  package static let tick = 50
  /// A run is shown in about so many pictures, unless somebody makes it faster or slower.
  static let pictures = 160

  /// What happens to the desk.
  package enum Event: Equatable, Sendable {
    case key(Key)
    /// The time asked for by `Effect.wake` has come.
    case tick
    /// How the run stands after an effect.
    case progress(TrainingProgress)
  }

  /// What the desk asks its owner to do.
  package enum Effect: Equatable, Sendable {
    case quit
    case suspend
    case redraw
    /// Send `Event.tick` after so many milliseconds.
    case wake(Int)
    /// Train so many epochs, fewer if that takes long, and report.
    case train(Int)
    /// Go to an epoch, back or forward, and report.
    case go(Int)
    /// Change the run from here on, and report.
    case change(WhatIf)
    /// Report with another sample.
    case look(sample: Int)
    /// Walk through the derivation of the sample at hand, then report.
    case derive
  }

  package init(
    title: String, from epoch: Int, epochs: Int, side: TrainingPlot, language: Language = .en,
    notation: TextStyle = .unicode
  ) {
    self.title = title
    (self.language, self.notation, self.side) = (language, notation, side)
    length = max(1, min(epochs, 1 << 40))
    end = max(0, min(epoch, 1 << 40)) + length
    pace = max(1, length / Self.pictures)
  }

  /// The one way in which anything changes; returns what is to be done outside, in this order.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .progress(let progress): return arrived(progress)
    case .tick:
      guard isRunning, let progress else { return [] }
      return [.train(max(1, min(pace, end - progress.epoch)))]
    case .key(let key): return prompt == nil ? press(key) : type(key)
    }
  }

  private mutating func arrived(_ progress: TrainingProgress) -> [Effect] {
    let isStuck = isRunning && self.progress?.epoch == progress.epoch
    self.progress = progress
    if isRunning, progress.divergence != nil || isStuck || progress.epoch >= end { isRunning = false }
    return isRunning ? [.wake(Self.tick)] : []
  }

  /// Goes on; behind the end, for the same number of epochs again.
  mutating func resume() -> [Effect] {
    guard let progress else { return [] }
    if progress.epoch >= end { end = progress.epoch + length }
    isRunning = true
    return [.wake(0)]
  }
}
