package import Diagnostics
import Networks
package import Screen
package import Training

/// The pictures of a run, by their names on the command line.
package enum TrainingPlot: String, CaseIterable, Sendable {
  case loss
  case weights
  case gradients
  /// Of networks with two inputs.
  case boundary
}

/// A picture, of whatever kind.
package enum Picture {
  case lines(LinePlot)
  case map(HeatMap)
}

extension TrainingPlot {
  /// The pictures that show most of a run.
  package static func usual(for run: TrainingRun) -> [TrainingPlot] {
    run.start.inputs.count == 2 && run.data.count > 1 ? [.loss, .boundary] : [.loss, .weights]
  }

  /// The picture of a run, beside a second one where there are two; nil where the network has no such picture.
  package func picture(of runs: [NamedRun], _ look: Look) -> Picture? {
    guard let first = runs.first?.run else { return nil }
    let lines = PlotMaker(runs: runs, look: look)
    switch self {
    case .loss: return .lines(lines.loss)
    case .weights: return .lines(lines.parameters)
    case .gradients: return .lines(lines.gradients)
    case .boundary: return first.boundary(look).map(Picture.map)
    }
  }
}

/// A run and what it is called among others.
package struct NamedRun {
  package let name: Words
  package let run: TrainingRun

  package init(_ name: Words, _ run: TrainingRun) { (self.name, self.run) = (name, run) }
}

/// Curves out of the histories of runs.
struct PlotMaker {
  let runs: [NamedRun]
  let look: Look

  /// As many curves as have marks of their own.
  static let curves = 8

  var loss: LinePlot {
    let curves = runs.flatMap { named in
      let name = runs.count == 1 ? "E" : look[named.name]
      let heldOut = named.run.history.heldOutLosses.column(0)
      let all = [(name, named.run.history.losses.column(0))]
      let out = look[Words(en: "held out", zh: "留出的样本")]
      let others = heldOut.isEmpty ? [] : [(runs.count == 1 ? out : "\(name): \(out)", heldOut)]
      return (all + others).map { name, points in
        Curve(name, points.map { PlotPoint(Double($0.epoch), $0.value) })
      }
    }
    let positive = curves.flatMap(\.points).map(\.y).filter { $0 > 0 && $0.isFinite }
    // A loss that falls over decades is a line at the bottom otherwise.
    let spread = (positive.max() ?? 1) / (positive.min() ?? 1)
    return plot(
      Words(en: "Loss", zh: "损失"), "E", curves, yScale: spread > 30 ? .logarithmic : .linear)
  }

  var parameters: LinePlot {
    history(Words(en: "Weights and biases", zh: "权重与偏置"), Words("w"), { .parameter($0) }) {
      $0.history.values(ofParameter: $1)
    }
  }

  var gradients: LinePlot {
    history(
      Words(en: "Gradients of the mean loss", zh: "平均损失的梯度"), Words("∂E/∂w"), { .gradient(.parameter($0)) }
    ) { $0.history.gradients(ofParameter: $1) }
  }

  /// Of many parameters those that moved most; of two runs as many of each as there is room for.
  private func history(
    _ title: Words, _ label: Words, _ quantity: (Int) -> Quantity,
    _ points: (TrainingRun, Int) -> [(epoch: Int, value: Double)]
  ) -> LinePlot {
    guard let first = runs.first?.run else { return LinePlot([]) }
    let architecture = first.start.architecture
    let shown = first.liveliest(max(1, Self.curves / runs.count))
    let isCut = shown.count < architecture.parameterCount
    let curves = runs.enumerated().flatMap { number, named in
      shown.map { parameter in
        let name = look.name(quantity(parameter), architecture) + (number == 0 ? "" : "′")
        return Curve(name, points(named.run, parameter).map { PlotPoint(Double($0.epoch), $0.value) })
      }
    }
    let cut = Words(en: " (the \(shown.count) that moved most)", zh: "（变化最大的 \(shown.count) 个）")
    let prime = runs.count > 1 ? Words(en: "; ′ is \(runs[1].name.en)", zh: "；带 ′ 的是：\(runs[1].name.zh)") : Words("")
    return plot(
      Words(en: title.en + (isCut ? cut.en : "") + prime.en, zh: title.zh + (isCut ? cut.zh : "") + prime.zh),
      look[label], curves)
  }

  private func plot(_ title: Words, _ yLabel: String, _ curves: [Curve], yScale: AxisScale = .linear) -> LinePlot {
    LinePlot(
      title: look[title], xLabel: look[Words(en: "epoch", zh: "轮次")], yLabel: yLabel, yScale: yScale,
      countsX: true, curves)
  }
}

extension HeatMap.SampleNames {
  /// By the target, as the answers are judged.
  static func classes(_ look: Look) -> Self {
    Self(
      high: look[Words(en: "target ≥ 0.5", zh: "目标值 ≥ 0.5")], low: look[Words("< 0.5")],
      wrong: look[Words(en: "wrong", zh: "判错")])
  }
}

extension TrainingRun {
  /// The parameters that moved most among those whose way is recorded, in their own order.
  package func liveliest(_ count: Int) -> [Int] {
    let tracked = history.tracked
    if tracked.count <= count { return tracked }
    let moved = tracked.map { parameter in
      let values = history.values(ofParameter: parameter).map(\.value).filter(\.isFinite)
      return (parameter, (values.max() ?? 0) - (values.min() ?? 0))
    }
    return moved.sorted { $0.1 > $1.1 }.prefix(count).map(\.0).sorted()
  }

  /// The output over the plane of both inputs, with the samples; nil where there are not two inputs.
  package func boundary(_ look: Look) -> HeatMap? {
    let network = network(sample: 0)
    guard let function = PlaneFunction(network) else { return nil }
    let architecture = network.architecture
    // More would hide the picture.
    let shown = stride(from: 0, to: data.count, by: max(1, data.count / 400))
    let outputs = outputs()
    let samples = shown.map { sample in
      let inputs = Array(data.inputs(ofSample: sample))
      let target = data.targets(ofSample: sample).first ?? 0
      return HeatMap.Sample(
        x: inputs[0], y: inputs[1], isHigh: target >= 0.5,
        isWrong: ((outputs[sample].first ?? 0) >= 0.5) != (target >= 0.5))
    }
    return HeatMap(
      title: look[
        Words(
          en: "\(architecture.name(of: .out(architecture.firstOutput))) after epoch \(epoch)",
          zh: "第 \(epoch) 轮之后的 \(architecture.name(of: .out(architecture.firstOutput)))")],
      xLabel: architecture.inputs[0], yLabel: architecture.inputs[1], x: data.range(ofInput: 0),
      y: data.range(ofInput: 1), samples: samples, names: .classes(look)
    ) { function($0, $1) }
  }
}
