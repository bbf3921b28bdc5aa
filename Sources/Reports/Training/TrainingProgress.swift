import Diagnostics
package import Networks
package import Screen
package import Training

/// What a run looks like at one moment, as a value: it can be kept, compared and drawn without the run.
package struct TrainingProgress: Equatable, Sendable {
  package let status: TrainingStatus
  package let curves: [TrainingPlot: LinePlot]
  private let answers: ConfusionReport?

  /// Beyond so many samples times parameters answers are not counted for every picture.
  private static let maxWork = 30_000_000
  /// The samples on the plane of both inputs; empty where there are not two.
  package let marks: [HeatMap.Sample]
  private let names: HeatMap.SampleNames
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>

  /// Cost: a forward pass a sample, and the recorded points of the curves.
  package init(_ run: TrainingRun, sample: Int, _ look: Look) {
    let isQuick = run.data.count < Self.maxWork / max(1, run.start.parameters.count)
    answers = isQuick ? run.confusion().map { ConfusionReport($0, run) } : nil
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

  /// What the run as it is now confuses with what; empty where samples have no classes.
  package func confusion(_ look: Look) -> [String] {
    lines(look) { $0.addTable(to: &$1, look) }
  }

  /// Samples that were mistaken, the first layer's weights and samples of each class, where these are square pictures; else empty.
  package func pictures(_ look: Look) -> [String] {
    lines(look) { $0.addPictures(to: &$1, look) }
  }

  private func lines(_ look: Look, _ add: (ConfusionReport, inout Report) -> Void) -> [String] {
    guard let answers else { return [] }
    var report = Report()
    add(answers, &report)
    return report.text(in: nil).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
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
