package import Diagnostics
import Expressions
import Glibc
package import Lessons
package import Networks
package import Screen
import Training

/// The curve that a lesson shows, on the numbers that it is shown on.
package struct ShownPlot: Sendable {
  package let plot: Show.Plot
  package let network: Network

  /// Takes the numbers of the lesson's run; a setting of the block's own goes before them.
  package init(_ plot: Show.Plot, from base: Network) {
    self.plot = plot
    network = plot.setting.networks(from: base).first ?? base
  }

  private static let points = 160
  /// Numbers that a training curve may compute, so that a screen is drawn at once whatever the network.
  private static let maxWork = 400_000

  private var architecture: Architecture { network.architecture }

  // MARK: The curves

  /// Cost: 160 passes at the most, or as many updates as are shown.
  package func picture(_ look: Look, _ name: (Quantity) -> String) -> LinePlot {
    let title = look[plot.title(architecture)]
    switch plot.kind {
    case .activation(let neuron):
      let net = Pass(network).value(of: .net(neuron))
      let range = plot.range ?? min(-6, net - 1)...max(6, net + 1)
      let curve = samples(range).map { PlotPoint($0, value(at: $0, of: neuron)) }
      return LinePlot(
        title: title, xLabel: name(.net(neuron)), yLabel: name(.out(neuron)),
        [
          Curve(name(.out(neuron)), curve),
          Curve(look[Words(en: "tangent", zh: "切线")], tangent(at: net, of: neuron, curve)),
          Curve(look[Words(en: "here", zh: "当前")], drop(at: net, value(at: net, of: neuron), curve)),
        ])
    case .loss(let quantity):
      let own = network[given: quantity] ?? 0
      let range = plot.range ?? own - 4...own + 4
      let curve = samples(range).map { PlotPoint($0, loss(at: $0, of: quantity)) }
      return LinePlot(
        title: title, xLabel: name(quantity), yLabel: "E",
        [
          Curve("E", curve),
          Curve(look[Words(en: "here", zh: "当前")], drop(at: own, loss(at: own, of: quantity), curve)),
        ])
    case .training:
      let curve = losses.enumerated().map { PlotPoint(Double($0.offset), $0.element) }
      return LinePlot(
        title: title, xLabel: look[Words(en: "updates", zh: "更新次数")], yLabel: "E", countsX: true, [Curve("E", curve)])
    }
  }

  private func samples(_ range: ClosedRange<Double>) -> [Double] {
    (0...Self.points).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(Self.points)
    }
  }

  /// A line down from the curve to its lowest value, which shows where one is.
  private func drop(at x: Double, _ y: Double, _ curve: [PlotPoint]) -> [PlotPoint] {
    let low = curve.map(\.y).filter(\.isFinite).min() ?? y
    return [PlotPoint(x, low), PlotPoint(x, y)]
  }

  // MARK: Activations

  /// out over its own net input; of a function over its whole layer the other net inputs stay.
  private func value(at net: Double, of neuron: Int) -> Double {
    let activation = architecture.activation(ofNeuron: neuron)
    if activation.takesWholeLayer {
      let pass = Pass(network)
      let others = architecture.neurons(behindOut: neuron).filter { $0 != neuron }
      // Shifted by the largest, so that no exponential overflows.
      let nets = others.map { pass.value(of: .net($0)) }
      let top = max(net, nets.max() ?? net)
      return exp(net - top) / (exp(net - top) + nets.reduce(0) { $0 + exp($1 - top) })
    }
    return (try? activation.applied(to: .symbol("x")).evaluated { $0 == "x" ? net : nil }) ?? .nan
  }

  /// The slope at a net input, as the pass has it.
  package func slope(of neuron: Int) -> Double {
    Pass(network).value(of: .derivative(of: .out(neuron), by: .net(neuron)))
  }

  /// A piece of the tangent that stays where the curve is.
  private func tangent(at net: Double, of neuron: Int, _ curve: [PlotPoint]) -> [PlotPoint] {
    let (slope, out) = (slope(of: neuron), value(at: net, of: neuron))
    let width = (curve.last?.x ?? 1) - (curve.first?.x ?? 0)
    let heights = curve.map(\.y).filter(\.isFinite)
    let height = (heights.max() ?? 1) - (heights.min() ?? 0)
    let reach = min(width / 4, slope == 0 ? .infinity : height / 2 / slope.magnitude)
    return [-reach, 0, reach].map { PlotPoint(net + $0, out + slope * $0) }
  }

  // MARK: Loss

  private func loss(at value: Double, of quantity: Quantity) -> Double {
    var other = network
    other[given: quantity] = value
    return Pass(other).value(of: .loss)
  }

  /// E before the first update and after each; ends where it is no number any more.
  package var losses: [Double] {
    guard case .training(let rounds, let eta) = plot.kind else { return [] }
    var network = self.network
    if let eta { network.learningRate = eta }
    let data = DataSet(of: network)
    let count = min(rounds, max(1, Self.maxWork / max(1, network.parameters.count)))
    var losses = [Pass(network).value(of: .loss)]
    for _ in 0..<count {
      guard let descent = GradientDescent(network, on: data, rounds: 1), descent.divergence == nil else { break }
      network = descent.network
      losses.append(descent.loss.after)
    }
    return losses
  }

  // MARK: In words

  /// What the curve shows where it cannot be seen.
  package func sentences(_ name: (Quantity) -> String, _ number: (Double) -> String) -> [Words] {
    let title = plot.title(architecture)
    let start = Words(en: "Plot: \(title.en).", zh: "曲线：\(title.zh)。")
    switch plot.kind {
    case .activation(let neuron):
      let pass = Pass(network)
      let (net, out) = (number(pass.value(of: .net(neuron))), number(pass.value(of: .out(neuron))))
      let slope = number(slope(of: neuron))
      return [
        start,
        Words(
          en: "At \(name(.net(neuron))) = \(net) it is \(out), and the tangent's slope is \(slope).",
          zh: "在 \(name(.net(neuron))) = \(net) 处，值为 \(out)，切线的斜率为 \(slope)。"),
      ]
    case .loss(let quantity):
      let own = network[given: quantity] ?? 0
      let range = plot.range ?? own - 4...own + 4
      let lowest = samples(range).min { loss(at: $0, of: quantity) < loss(at: $1, of: quantity) } ?? own
      let (here, there) = (number(loss(at: own, of: quantity)), number(loss(at: lowest, of: quantity)))
      let at = DecimalText.significant(lowest, digits: 3)
      return [
        start,
        Words(
          en: "At \(name(quantity)) = \(number(own)) E is \(here); it is lowest near \(at): \(there).",
          zh: "\(name(quantity)) = \(number(own)) 时 E 为 \(here)；在 \(at) 附近最低：\(there)。"),
      ]
    case .training:
      let losses = self.losses
      let (first, last) = (number(losses.first ?? .nan), number(losses.last ?? .nan))
      return [
        start,
        Words(
          en: "E goes from \(first) to \(last) in \(losses.count - 1) updates.",
          zh: "\(losses.count - 1) 次更新后，E 从 \(first) 变为 \(last)。"),
      ]
    }
  }
}
