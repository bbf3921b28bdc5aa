import Networks
package import Training

/// A run as it stood at one epoch, in the numbers that a table may want of it.
package struct TellingRow {
  package let epoch: Int
  let loss: Double
  /// With the parameters of that epoch and the first sample.
  private let network: Network
  /// Of the mean loss.
  private let gradients: [Double]

  /// Cost: a pass over all samples.
  package init(_ run: TrainingRun) {
    (epoch, loss, network, gradients) = (run.epoch, run.loss, run.network(sample: 0), run.meanGradients())
  }

  /// The loss and the gradients of the parameters are means over the samples; all else is of the first sample.
  func values(of quantities: [Quantity]) -> [Double] {
    var pass: Pass?
    return quantities.map { quantity in
      switch quantity {
      case .loss: return loss
      case .parameter(let parameter): return network.parameters[parameter]
      case .derivative(of: .loss, by: .parameter(let parameter)): return gradients[parameter]
      default:
        let made = pass ?? Pass(network)
        pass = made
        return made.value(of: quantity)
      }
    }
  }

  /// The epochs worth a row up to an end: 1, 2, 5, 10, 20 …, then the end itself.
  package static func epochs(from start: Int, to end: Int) -> [Int] {
    var epochs: [Int] = []
    var decade = 1
    while decade <= end {
      epochs += [1, 2, 5].map { $0 * decade }.filter { $0 > start && $0 < end }
      if decade > Int.max / 10 { break }
      decade *= 10
    }
    return end > start ? epochs + [end] : []
  }
}
