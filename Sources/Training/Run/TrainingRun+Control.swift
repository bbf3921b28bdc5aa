package import Networks

extension TrainingRun {
  /// Why training stopped.
  package enum Stop: Equatable, Sendable {
    /// The epochs asked for are done.
    case finished
    /// The loss is as low as was asked for.
    case reachedGoal
    case diverged(Divergence)
    /// `interruption` said so.
    case interrupted
  }

  /// Trains for a number of epochs, less if the goal is reached or training diverges.
  ///
  /// An epoch that was begun is completed as the first. A run whose loss only grows may go on when it is asked again.
  @discardableResult
  package func train(epochs: Int, goal: Double? = nil) -> Stop {
    if let divergence, divergence.isFinal { return .diverged(divergence) }
    for _ in 0..<max(0, epochs) {
      if let goal, batch == 0, loss <= goal { return .reachedGoal }
      let now = epoch
      while epoch == now { if !step() { return .interrupted } }
      if let divergence { return .diverged(divergence) }
    }
    if let goal, batch == 0, loss <= goal { return .reachedGoal }
    return .finished
  }

  /// Goes to a point of the run: forward by training, back by recalling the nearest state kept and training from there.
  ///
  /// What came after the point is forgotten, changes made by hand included. Cost: at most the epochs between two states
  /// that are kept.
  package func go(toEpoch target: Int, batch targetBatch: Int = 0) {
    let target = (epoch: max(0, target), batch: max(0, targetBatch))
    if target < (epoch, batch) {
      recall(before: target)
    }
    while (epoch, batch) < target {
      // A batch number beyond the epoch's end means its end.
      if epoch == target.epoch, batch + 1 == batchCount, target.batch > batch { break }
      if let divergence, divergence.isFinal { break }
      if !step() { break }
    }
  }

  private func recall(before target: (epoch: Int, batch: Int)) {
    edits.removeAll { ($0.epoch, $0.batch) > target }
    if let anchor, (anchor.epoch, anchor.batch) > target { self.anchor = nil }
    guard var origin = edits.last else { return }
    if let anchor, (anchor.epoch, anchor.batch) >= (origin.epoch, origin.batch) { origin = anchor }
    if let row = checkpoints.row(before: target.epoch), checkpoints.epoch(ofRow: row) > origin.epoch {
      let values = checkpoints.row(row)
      origin.epoch = checkpoints.epoch(ofRow: row)
      origin.batch = 0
      origin.parameters = Array(values.prefix(parameterCount))
      origin.velocities = Array(values.dropFirst(parameterCount).prefix(parameterCount))
      origin.watch = DivergenceWatch(values.suffix(DivergenceWatch.width))
      restore(origin)
      loss = meanLoss() ?? loss
    } else {
      restore(origin)
    }
    history.removeRows(after: epoch)
    checkpoints.removeRows(after: epoch)
    // After a file was read there are none until the run has gone back to its beginning.
    if (epoch, batch) == (0, 0) { keepCheckpoint() }
    divergence = nil
  }

  /// Changes how training goes on from here.
  package func change(_ settings: TrainingSettings) {
    guard settings != self.settings else { return }
    // A batch of another size would begin in the middle of one: the epoch starts over.
    if settings.batch != self.settings.batch { batch = 0 }
    self.settings = settings
    noteEdit()
  }

  /// Changes a parameter by hand.
  package func setParameter(_ parameter: Int, to value: Double) {
    guard (0..<parameterCount).contains(parameter) else { return }
    plan.parameters[parameter] = value
    velocities[parameter] = 0
    loss = meanLoss() ?? loss
    noteEdit()
  }

  private func noteEdit() {
    watch = DivergenceWatch()
    if divergence?.isFinal == false { divergence = nil }
    // The beginning stays; a second change at the same point takes the place of the first.
    while edits.count > 1, let last = edits.last, (last.epoch, last.batch) >= (epoch, batch) { edits.removeLast() }
    setOrder()
    edits.append(snapshot())
  }
}

extension TrainingRun {
  /// A parameter's value now.
  package func parameter(_ parameter: Int) -> Double {
    (0..<parameterCount).contains(parameter) ? plan.parameters[parameter] : .nan
  }

  /// The network as it is now, with the numbers of a sample: what a walk or a trace of this moment needs.
  package func network(sample: Int) -> Network {
    var network = start
    network.parameters = Array(UnsafeBufferPointer(start: plan.parameters, count: parameterCount))
    network.learningRate = settings.learningRate
    network.held = settings.held
    return network.showing(sample: sample, of: data)
  }

  /// The outputs for every sample, one row each.
  package func outputs() -> [[Double]] {
    let outputs = plan.architecture.firstOutput..<plan.architecture.neuronCount
    var rows: [[Double]] = []
    rows.reserveCapacity(data.count)
    visit(feed) { _ in rows.append(outputs.map { plan.outs[$0] }) }
    return rows
  }

  /// ∂E/∂(parameter) of the mean loss where the run is.
  ///
  /// Cost: a forward and a backward pass a sample.
  package func meanGradients() -> [Double] {
    var mean = Array(repeating: 0.0, count: max(1, parameterCount))
    mean.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { _ = meanLoss(gradients: start) }
    }
    return Array(mean.prefix(parameterCount))
  }

  /// Whether every target is 0 or 1, so that a sample's answer is right or wrong.
  package var hasClasses: Bool {
    start.architecture.outputCount > 0
      && (0..<data.count).allSatisfy { data.targets(ofSample: $0).allSatisfy { $0 == 0 || $0 == 1 } }
  }

  /// The mean loss of the samples that are held out, at the parameters of now.
  ///
  /// Cost: a forward pass for each.
  package var heldOutLoss: Double? { heldOutFeed.flatMap { meanLoss(of: $0) } }

  /// The share of samples that are answered rightly: of several classes the right one has the largest output, else
  /// every output is on its target's side, closer to it than ½.
  package func accuracy() -> Double { accuracy(data, feed) }

  /// The same of the samples that are held out.
  package func heldOutAccuracy() -> Double? {
    guard let heldOut, let heldOutFeed else { return nil }
    return accuracy(heldOut, heldOutFeed)
  }

  private func accuracy(_ data: DataSet, _ feed: SampleFeed) -> Double {
    let isOneOfMany = data.classes.count > 2 && data.classes.count == data.targetCount
    let first = plan.architecture.firstOutput
    var hits = 0
    visit(feed) { sample in
      let targets = data.targets(ofSample: sample)
      let outs = UnsafeBufferPointer(start: plan.outs + first, count: targets.count)
      let isRight =
        isOneOfMany
        ? DataSet.classNumber(of: outs) == DataSet.classNumber(of: targets)
        : zip(outs, targets).allSatisfy { ($0 - $1).magnitude < 0.5 }
      if isRight { hits += 1 }
    }
    return data.count == 0 ? 0 : Double(hits) / Double(data.count)
  }

  /// Which classes are taken for which: of the samples held out where there are some, else of all; nil without classes.
  package func confusion() -> ConfusionTable? {
    let (data, feed) = heldOut.flatMap { out in heldOutFeed.map { (out, $0) } } ?? (data, feed)
    guard data.classes.count > 1 else { return nil }
    let outputs = data.targetCount
    let first = plan.architecture.firstOutput
    var table = ConfusionTable(classes: data.classes)
    visit(feed) { sample in
      let outs = UnsafeBufferPointer(start: plan.outs + first, count: outputs)
      table.count(DataSet.classNumber(of: outs), of: data.classNumber(ofSample: sample), sample: sample)
    }
    return table
  }
}
