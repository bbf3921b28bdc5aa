package import Lessons
package import Training

/// A presentation that was cut off, brought to where it was by its events.
package struct PresentationRun: Sendable {
  package private(set) var state: State
  /// The epoch that the training run behind it had come to; nil where there is none.
  private var epoch: Int?

  /// What has to be done with a training run, in order, to bring it to where it was.
  package enum Work: Equatable, Sendable {
    case go(toEpoch: Int)
    case change(WhatIf)
    case look(sample: Int)
  }

  /// What has to be done with the training run behind it.
  package private(set) var work: [Work] = []
  /// How long it has been going on, in milliseconds.
  package var elapsed = 0
  /// The lesson as its file has it by now; nil where there is no file.
  package var revised: LessonCatalogue.Entry?

  package init(_ start: Start, _ events: [Event]) {
    state = State(start)
    for event in events { happen(event) }
    work += arrival
  }

  /// Where training led to is known by what came of it; what else had to be done was done then, or is known by the events
  /// behind it.
  private mutating func happen(_ event: Event) {
    if case .trained(let status) = event { epoch = status.epoch }
    for effect in state.update(event) {
      if case .change(let change) = effect { work += arrival + [.change(change)] }
      if case .look(let sample) = effect { work.append(.look(sample: sample)) }
    }
  }

  private var arrival: [Work] { epoch.map { [.go(toEpoch: $0)] } ?? [] }
}
