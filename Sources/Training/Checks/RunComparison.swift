package import Networks

/// Two runs side by side that differ in one thing, and the first place where their numbers part.
package final class RunComparison {
  package let change: WhatIf
  package let original: TrainingRun
  package let changed: TrainingRun
  /// nil as long as both are the same to the last bit.
  package private(set) var parting: Parting?

  /// The first place where two runs differ.
  package struct Parting: Equatable, Sendable {
    /// 0 before the first update, then the number of the update.
    package let step: Int
    /// Where the original was when that step began.
    package let epoch: Int
    package let batch: Int
    /// The first quantity that differs, in the order of computation: forward pass, backward pass, update.
    package let quantity: Quantity
    package let original: Double
    package let changed: Double
  }

  private var steps = 0

  /// A run, which goes on itself, beside one that is changed where it is.
  package init(_ original: TrainingRun, change: WhatIf) throws(WhatIf.Fault) {
    let (network, settings) = try change.applied(to: original.network(sample: 0), original.settings)
    let made = TrainingRun(
      network, data: original.data, settings: settings, heldOut: original.heldOut, holdOut: original.holdOut)
    guard let changed = made else { throw .dataDoesNotFit }
    // Mistakes are made sample by sample. Then both go so, that they part where they are different and not where a sum
    // was taken in another order.
    if [original, changed].contains(where: { $0.settings.mistake != nil }) {
      (original.batchPass, changed.batchPass) = (nil, nil)
    }
    changed.branch(from: original)
    self.change = change
    self.original = original
    self.changed = changed
    let count = network.architecture.parameterCount
    if let parameter = (0..<count).first(where: { differs(original.parameter($0), changed.parameter($0)) }) {
      parting = Parting(
        step: 0, epoch: original.epoch, batch: original.batch, quantity: .parameter(parameter),
        original: original.parameter(parameter),
        changed: changed.parameter(parameter))
    }
  }

  /// Trains both; one that diverges for good stops there.
  ///
  /// Costs twice a run.
  package func train(epochs: Int) {
    let end = original.epoch + max(0, epochs)
    // Between two steps, so that both have taken the same ones; they mostly part at the first.
    let interruption = original.interruption
    (original.interruption, changed.interruption) = (nil, nil)
    while parting == nil, original.epoch < end, !(interruption?() ?? false) { stepBoth() }
    (original.interruption, changed.interruption) = (interruption, interruption)
    for run in [original, changed] {
      while run.epoch < end {
        let stop = run.train(epochs: 1)
        if case .diverged(let divergence) = stop, divergence.isFinal { break }
        if stop == .interrupted { break }
      }
    }
  }

  private func stepBoth() {
    steps += 1
    let (epoch, batch) = (original.epoch, original.batch)
    original.setGradients()
    changed.setGradients()
    var found = firstDifferenceOfPasses()
    original.update()
    changed.update()
    found = found ?? firstDifferenceOfUpdates()
    if let found {
      parting = Parting(
        step: steps, epoch: epoch, batch: batch, quantity: found.0, original: found.1, changed: found.2)
    }
    original.advance()
    changed.advance()
  }

  /// Of the last sample of the batch, then of the mean gradient from the outputs back.
  private func firstDifferenceOfPasses() -> (Quantity, Double, Double)? {
    let architecture = original.plan.architecture
    let (one, other) = (original.plan, changed.plan)
    for run in [original, changed] { run.showLastSample() }
    for neuron in 0..<architecture.neuronCount {
      if differs(one.nets[neuron], other.nets[neuron]) { return (.net(neuron), one.nets[neuron], other.nets[neuron]) }
      if differs(one.outs[neuron], other.outs[neuron]) { return (.out(neuron), one.outs[neuron], other.outs[neuron]) }
    }
    for block in architecture.blocks.reversed() {
      for weight in block.firstWeight..<block.firstWeight + block.neuronCount * block.sourceCount
      where differs(original.gradients[weight], changed.gradients[weight]) {
        return (.gradient(.parameter(weight)), original.gradients[weight], changed.gradients[weight])
      }
    }
    for bias in architecture.weightCount..<architecture.parameterCount
    where differs(original.gradients[bias], changed.gradients[bias]) {
      return (.gradient(.parameter(bias)), original.gradients[bias], changed.gradients[bias])
    }
    return nil
  }

  private func firstDifferenceOfUpdates() -> (Quantity, Double, Double)? {
    for parameter in 0..<original.parameterCount {
      let (one, other) = (original.plan.parameters[parameter], changed.plan.parameters[parameter])
      if differs(one, other) { return (.updated(parameter), one, other) }
    }
    return nil
  }
}

/// Bit by bit, so that NaN equals itself.
private func differs(_ one: Double, _ other: Double) -> Bool { one.bitPattern != other.bitPattern }
