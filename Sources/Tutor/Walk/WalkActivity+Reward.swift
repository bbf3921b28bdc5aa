import Diagnostics
package import Networks
import Traces

/// What a walk ends with: every parameter updated, the pass run again, and η to be played with.
extension WalkActivity {
  /// Goes beyond the last stop; η is chosen, so that `+` and `-` say what another one would do.
  mutating func showReward() {
    board.rewardIndex = board.walk.index
    if board.selection == nil { board.selection = .learningRate }
  }

  /// Back from it; true where it was there.
  mutating func hideReward() -> Bool {
    let wasShown = board.showsReward
    board.rewardIndex = nil
    if wasShown, board.selection == .learningRate { board.selection = nil }
    return wasShown
  }
}

extension Board {
  /// Whether the walk is at its end and shows what came of it.
  package var showsReward: Bool {
    rewardIndex == walk.index && walk.index == walk.stops.count - 1 && asking == nil
  }

  /// The network after one step of every parameter.
  package var updatedNetwork: Network {
    var network = walk.network
    network.parameters = walk.trace.pass.updatedParameters
    return network
  }

  /// E after one step of every parameter with another η.
  ///
  /// Cost: a pass, of a batch one for each sample.
  package func lossAfterUpdate(learningRate: Double) -> Double {
    var trace = walk.trace
    var network = walk.network
    network.learningRate = learningRate
    trace.setNetwork(network)
    return trace.pass.lossAfterUpdate
  }
}
