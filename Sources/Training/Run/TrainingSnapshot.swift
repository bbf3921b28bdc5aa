import Networks

/// A run at one point, complete enough to go on from there.
struct TrainingSnapshot: Equatable, Sendable {
  /// Bytes that checkpoints may take.
  static let memory = 8 << 20

  var epoch: Int
  var batch: Int
  var settings: TrainingSettings
  var parameters: [Double]
  var velocities: [Double]
  /// As the run reported it then.
  var loss: Double
  var watch: DivergenceWatch
}

extension TrainingRun {
  func snapshot() -> TrainingSnapshot {
    TrainingSnapshot(
      epoch: epoch, batch: batch, settings: settings,
      parameters: Array(UnsafeBufferPointer(start: plan.parameters, count: parameterCount)),
      velocities: Array(UnsafeBufferPointer(start: velocities, count: parameterCount)), loss: loss,
      watch: watch)
  }

  func restore(_ snapshot: TrainingSnapshot) {
    epoch = snapshot.epoch
    batch = snapshot.batch
    settings = snapshot.settings
    loss = snapshot.loss
    watch = snapshot.watch
    for (number, value) in snapshot.parameters.enumerated() { plan.parameters[number] = value }
    for (number, value) in snapshot.velocities.enumerated() { velocities[number] = value }
    setOrder()
  }

  /// Takes up the history of another run that has begun, and goes on from there with the parameters and settings at hand.
  func branch(from run: TrainingRun) {
    guard (run.epoch, run.batch) > (0, 0) else { return }
    let own = snapshot()
    var state = run.snapshot()
    for (parameter, value) in own.parameters.enumerated() where value != state.parameters[parameter] {
      state.velocities[parameter] = 0
    }
    if own.settings.batch != state.settings.batch { state.batch = 0 }
    (state.settings, state.parameters, state.loss) = (own.settings, own.parameters, own.loss)
    state.watch = DivergenceWatch()
    resume(state, edits: run.edits + [state], history: run.history)
  }

  /// Takes up a run where a file says that it was.
  func resume(_ state: TrainingSnapshot, edits: [TrainingSnapshot], history: TrainingHistory) {
    checkpoints.removeAll()
    self.edits = edits
    anchor = state
    self.history = history
    restore(state)
    divergence = nonFinite()
  }
}
