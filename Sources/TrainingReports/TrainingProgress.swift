import Diagnostics
package import Networks
package import Plots
package import Screen
package import Training

/// What a run looks like at one moment, as a value: it can be kept, compared and drawn without the run.
package struct TrainingProgress: Equatable, Sendable {
  package let status: TrainingStatus
  package let curves: [TrainingPlot: LinePlot]
  /// The samples on the plane of both inputs; empty where there are not two.
  package let marks: [HeatMap.Sample]
  private let names: HeatMap.SampleNames
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>

  /// Cost: a forward pass a sample, and the recorded points of the curves.
  package init(_ run: TrainingRun, sample: Int, _ look: Look) {
    status = TrainingStatus(run, sample: sample)
    let maker = PlotMaker(runs: [NamedRun(.init("E"), run)], look: look)
    curves = [.loss: maker.loss, .weights: maker.parameters, .gradients: maker.gradients]
    marks = run.boundary(look)?.samples ?? []
    names = .classes(look)
    x = run.data.range(ofInput: 0)
    y = run.data.range(ofInput: 1)
  }

  package var network: Network { status.network }

  package static func == (one: TrainingProgress, other: TrainingProgress) -> Bool {
    one.status == other.status && one.curves == other.curves && one.marks == other.marks
  }

  /// The output over the plane; nil where there are not two inputs.
  package func boundary(title: String) -> HeatMap? {
    guard let function = PlaneFunction(network) else { return nil }
    let inputs = network.architecture.inputs
    return HeatMap(
      title: title, xLabel: inputs[0], yLabel: inputs[1], x: x, y: y, samples: marks, names: names
    ) { function($0, $1) }
  }
}
