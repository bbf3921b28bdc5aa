package import Networks

/// How many samples are behind one update.
package enum BatchSize: Hashable, Codable, Sendable {
  /// All of them: gradient descent as in textbooks.
  case full
  /// That many; their gradients are averaged. One is an update after each sample; the last batch of an epoch may be smaller.
  case samples(Int)

  /// At least 1, at most all.
  package func count(of total: Int) -> Int {
    switch self {
    case .full: max(1, total)
    case .samples(let count): max(1, min(count, total))
    }
  }
}

/// How a network is trained.
package struct TrainingSettings: Hashable, Codable, Sendable {
  /// η.
  package var learningRate: Double
  /// μ in v ← μ·v + g, w ← w − η·v (Polyak 1964, in the form that PyTorch uses); 0 is plain gradient descent.
  package var momentum: Double
  package var batch: BatchSize
  /// λ: what is added to a weight's gradient, λ·w; biases are left out.
  package var weightDecay = 0.0
  /// Whether a batch's gradients are averaged or added.
  package var reduction = BatchReduction.mean
  /// Whether each epoch takes the samples in an order of its own.
  package var isShuffled: Bool
  /// Of the orders.
  package var seed: UInt64
  /// Parameters that updates leave alone.
  package var held: Set<Int>
  /// What is done wrong on purpose.
  package var mistake: PlantedMistake?

  package init(
    learningRate: Double, momentum: Double = 0, batch: BatchSize = .full, isShuffled: Bool = false, seed: UInt64 = 1,
    held: Set<Int> = [], mistake: PlantedMistake? = nil
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.batch = batch
    self.isShuffled = isShuffled
    self.seed = seed
    self.held = held
    self.mistake = mistake
  }

  /// Other batches; small ones are drawn anew in each epoch, as everybody does it.
  package mutating func setBatch(_ batch: BatchSize) { (self.batch, isShuffled) = (batch, batch != .full) }
}
