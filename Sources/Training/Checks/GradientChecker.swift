package import Networks

/// Makes gradient checks of one network and its samples.
package final class GradientChecker {
  private let plan: Plan
  private let feed: SampleFeed
  private let architecture: Architecture
  private let analytic: [Double]
  private let loss: Double
  /// A net input of a neuron where its slope jumps.
  private struct Kink {
    let neuron: Int
    let net: Double
  }

  /// Every kink, and for each sample on which side of it its neuron is.
  private let kinked: [Kink]
  private var sides: [Bool] = []

  /// Checks the mean loss of the data, else the loss of the network's own sample; nil if the data does not fit.
  ///
  /// `gradients` are those to be checked, else the backward pass is.
  package init?(_ network: Network, data: DataSet? = nil, gradients: [Double]? = nil) {
    let data = data ?? DataSet(of: network)
    let count = network.architecture.parameterCount
    guard data.fits(network.architecture), data.count > 0, gradients?.count ?? count == count else { return nil }
    architecture = network.architecture
    plan = Plan(architecture)
    plan.load(network)
    feed = SampleFeed(data)
    kinked = (0..<network.architecture.neuronCount).flatMap { neuron in
      network.architecture.activation(ofNeuron: neuron).function.kinks.map { Kink(neuron: neuron, net: $0) }
    }
    let mean = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
    defer { mean.deallocate() }
    loss = feed.meanGradients(plan, into: mean)
    analytic = gradients ?? Array(UnsafeBufferPointer(start: mean, count: count))
    for sample in 0..<(kinked.isEmpty ? 0 : data.count) {
      feed.load(sample, into: plan)
      plan.forward()
      sides += kinked.map { plan.nets[$0.neuron] > $0.net }
    }
  }

  /// Sweeps ε for one parameter; nil if there is none of that number.
  ///
  /// Cost: two forward passes a sample for each ε.
  package func check(_ parameter: Int, epsilons: [Double] = GradientCheck.decades) -> GradientCheck? {
    guard (0..<architecture.parameterCount).contains(parameter) else { return nil }
    let value = plan.parameters[parameter]
    defer { plan.parameters[parameter] = value }
    let analytic = analytic[parameter]
    var kinks: Set<Int> = []
    var points: [GradientCheck.Point] = []
    for epsilon in epsilons {
      let (above, below) = (value + epsilon, value - epsilon)
      // Beside a very large parameter a small ε is nothing, and there is no difference.
      if above == below { continue }
      var crossed: Set<Int> = []
      let lossAbove = lossAndCrossings(parameter, above, &crossed)
      let lossBelow = lossAndCrossings(parameter, below, &crossed)
      // The distance that was really gone, not 2ε: p ± ε are rounded.
      let numeric = (lossAbove - lossBelow) / (above - below)
      let error = (analytic - numeric).magnitude
      let scale = max(analytic.magnitude, numeric.magnitude)
      if GradientCheck.judged.contains(epsilon) { kinks = crossed }
      points.append(
        GradientCheck.Point(
          epsilon: epsilon, numeric: numeric, error: error, relativeError: error == 0 ? 0 : error / scale,
          crossesKink: !crossed.isEmpty))
    }
    return GradientCheck(
      parameter: parameter, analytic: analytic, points: points, kinks: kinks.sorted(), loss: loss)
  }

  /// Checks of all parameters, or of that many drawn among them where there are more.
  package func checks(limit: Int = 1000, seed: UInt64 = 1) -> [GradientCheck] {
    var parameters = Array(0..<architecture.parameterCount)
    if parameters.count > max(0, limit) {
      var random = RandomSource(seed: seed)
      parameters.shuffle(using: &random)
      parameters = parameters.prefix(max(0, limit)).sorted()
    }
    return parameters.compactMap { check($0) }
  }

  private func lossAndCrossings(_ parameter: Int, _ value: Double, _ crossed: inout Set<Int>) -> Double {
    plan.parameters[parameter] = value
    if kinked.isEmpty { return feed.meanLoss(plan) }
    var sum = 0.0
    for sample in 0..<feed.count {
      feed.load(sample, into: plan)
      plan.forward()
      sum += plan.loss
      for (index, kink) in kinked.enumerated()
      where (plan.nets[kink.neuron] > kink.net) != sides[sample * kinked.count + index] {
        crossed.insert(kink.neuron)
      }
    }
    return sum / Double(feed.count)
  }
}
