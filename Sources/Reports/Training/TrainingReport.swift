import Diagnostics
import Expressions
package import Networks
package import Screen
package import Training

/// What a run, or two side by side, says to people.
package struct TrainingReport {
  package let run: TrainingRun
  package let comparison: RunComparison?
  package let plots: [TrainingPlot]
  /// The quantities whose way is reported in numbers, the most wanted first; empty for those that moved most.
  package let shown: [Quantity]

  /// Where the run stood on its way.
  private let rows: [TellingRow]
  /// Where the other run stood at the same epochs.
  private let changedRows: [TellingRow]

  /// At most so many rows are shown, the latest ones besides the first.
  private static let rowLimit = 14

  package init(
    _ run: TrainingRun, rows: [TellingRow], changedRows: [TellingRow] = [], comparison: RunComparison? = nil,
    plots: [TrainingPlot],
    shown: [Quantity] = []
  ) {
    (self.run, self.comparison, self.plots, self.shown) = (run, comparison, plots, shown)
    func cut(_ rows: [TellingRow]) -> [TellingRow] {
      rows.count <= Self.rowLimit ? rows : rows.prefix(1) + rows.suffix(Self.rowLimit - 1)
    }
    (self.rows, self.changedRows) = (cut(rows), cut(changedRows))
  }

  /// The runs with the names of their curves.
  package var runs: [NamedRun] {
    guard let comparison else { return [NamedRun(Words("E"), run)] }
    let architecture = run.start.architecture
    return [
      NamedRun(Words(en: "as it is", zh: "原来的"), comparison.original),
      NamedRun(comparison.change.words(architecture), comparison.changed),
    ]
  }

  /// The report as text and pictures.
  package func report(_ look: Look) -> Report {
    var report = Report()
    report.add(heading(look))
    report.add("")
    for named in runs { for sentence in outcome(named, look) { report.add(sentence, look) } }
    if let unevenness { report.add(unevenness, look) }
    if let comparison {
      let parting = comparison.parting?.words(run.start.architecture)
      report.add(parting ?? Words(en: "They never part: all numbers are the same.", zh: "两者始终相同，所有数值都一样。"), look)
    }
    report.add("")
    report.add(way(look))
    report.add(outputs(look))
    if let confusion = run.confusion() { ConfusionReport(confusion, run).add(to: &report, look) }
    for plot in plots {
      report.add("")
      for picture in pictures(plot, look) { report.add(picture) }
    }
    return report
  }

  // MARK: Words

  private func heading(_ look: Look) -> [String] {
    let (settings, architecture) = (run.settings, run.start.architecture)
    let sizes = ([architecture.inputs.count] + architecture.layers.map(\.neurons.count)).map(String.init)
    let activations = architecture.layers.map(\.activationNames)
    let data = SourceText.harmless(run.data.name)
    let batch =
      run.batchSize == run.data.count
      ? Words("") : Words(en: ", \(run.batchSize) an update", zh: "，每次更新用 \(run.batchSize) 个样本")
    let momentum = settings.momentum == 0 ? "" : ", " + DecimalText.significant(settings.momentum, digits: 4)
    let rate = DecimalText.significant(settings.learningRate, digits: 6)
    return [
      Words(
        en: "\(sizes.joined(separator: "-")) (\(activations.joined(separator: ", "))), \(architecture.loss.words.en)",
        zh: "\(sizes.joined(separator: "-"))（\(activations.joined(separator: "、"))），\(architecture.loss.words.zh)"),
      Words(
        en:
          "\(data): \(Self.count(run.data.count, "sample"))\(batch.en)\(prepared.en)",
        zh: "\(data)：\(run.data.count) 个样本\(batch.zh)\(prepared.zh)"),
      Words(
        en: "η = \(rate)" + (momentum.isEmpty ? "" : ", momentum\(momentum.dropFirst())"),
        zh: "η = \(rate)" + (momentum.isEmpty ? "" : "，动量\(momentum.dropFirst())")),
    ].map { look[$0] }
  }

  /// What was done to the samples before training.
  private var prepared: Words {
    let out = run.heldOut.map { Words(en: ", \($0.count) held out", zh: "，留出 \($0.count) 个") } ?? Words("")
    let scaling: Words =
      switch run.data.scaling?.kind {
      case .standard?:
        Words(en: ", inputs scaled to mean 0 and deviation 1", zh: "，输入已缩放为均值 0、标准差 1")
      case .minmax?: Words(en: ", inputs scaled to 0…1", zh: "，输入已缩放到 0…1")
      case nil: Words("")
      }
    return Words(en: out.en + scaling.en, zh: out.zh + scaling.zh)
  }

  /// Advice where one input is far larger than another, so that its weights learn far faster.
  private var unevenness: Words? {
    guard run.data.scaling == nil, let uneven = run.data.unevenInputs else { return nil }
    func name(_ input: Int) -> String {
      let names = run.data.inputNames.isEmpty ? run.start.architecture.inputs : run.data.inputNames
      return names.indices.contains(input) ? SourceText.harmless(names[input]) : String(input + 1)
    }
    let (small, large) = (name(uneven.small), name(uneven.large))
    let rounded = DecimalText.significant(uneven.ratio, digits: 2)
    // 1800, not 1.8e+03.
    let ratio = Double(rounded).map(DecimalText.shortest) ?? rounded
    return Words(
      en: "Input \(large) varies \(ratio) times as much as \(small), which slows learning: try --scale standard.",
      zh: "输入 \(large) 的变化范围是 \(small) 的 \(ratio) 倍，学习会变慢：可用 --scale standard。")
  }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func outcome(_ named: NamedRun, _ look: Look) -> [Words] {
    let run = named.run
    let first = DecimalText.significant(run.history.losses.values.first ?? .nan, digits: 6)
    let last = DecimalText.significant(run.loss, digits: 6)
    let prefix = comparison == nil ? Words("") : Words(en: named.name.en + ": ", zh: named.name.zh + "：")
    var line = Words(
      en: "\(prefix.en)\(Self.count(run.epoch, "epoch")), E from \(first) to \(last)",
      zh: "\(prefix.zh)\(run.epoch) 轮，E 从 \(first) 到 \(last)")
    if run.hasClasses {
      let right = (run.accuracy() * Double(run.data.count)).rounded()
      let share = "\(DecimalText.shortest(right))/\(run.data.count)"
      line = Words(en: line.en + ", \(share) samples right", zh: line.zh + "，\(share) 个样本正确")
    }
    var lines = [line]
    if let heldOut = run.heldOut, let loss = run.heldOutLoss, let accuracy = run.heldOutAccuracy() {
      let number = DecimalText.significant(loss, digits: 6)
      var line = Words(en: "\(prefix.en)held out: E \(number)", zh: "\(prefix.zh)留出的样本：E 为 \(number)")
      if run.hasClasses {
        let right = (accuracy * Double(heldOut.count)).rounded()
        let share = "\(DecimalText.shortest(right))/\(heldOut.count)"
        let percent = DecimalText.significant(accuracy * 100, digits: 3)
        line = Words(
          en: line.en + ", \(share) samples right (\(percent)%)", zh: line.zh + "，\(share) 个样本正确（\(percent)%）")
      }
      lines.append(line)
    }
    if let divergence = run.divergence {
      let advice = divergence.advice(learningRate: run.settings.learningRate, momentum: run.settings.momentum)
      lines += [divergence.message, advice]
    }
    return lines
  }

  // MARK: Numbers

  /// The way of the loss and of some quantities, in as many columns as find room.
  private func way(_ look: Look) -> [String] {
    let architecture = run.start.architecture
    let quantities = shown.isEmpty ? run.liveliest(8).map(Quantity.parameter) : shown
    let values = rows.map { $0.values(of: quantities) }
    var columns = [[look[Words(en: "epoch", zh: "轮次")]] + rows.map { String($0.epoch) }]
    columns.append(["E"] + rows.map { DecimalText.significant($0.loss, digits: 6) })
    if let comparison {
      let name = "E (\(look[comparison.change.words(architecture)]))"
      columns.append([name] + changedRows.map { DecimalText.significant($0.loss, digits: 6) })
    }
    for (number, quantity) in quantities.enumerated() {
      columns.append(
        [look.name(quantity, architecture)] + values.map { DecimalText.significant($0[number], digits: 6) })
    }
    let room = ColumnChoice.fitting(columns, in: look.size.columns)
    var lines = room.lines
    if room.left > 0 {
      let names = quantities.suffix(room.left).prefix(6).map { look.name($0, architecture) }.joined(separator: ", ")
      lines.append(
        look[
          Words(
            en: "  no room for \(names)\(room.left > 6 ? ", …" : ""); choose with --show",
            zh: "  放不下 \(names)\(room.left > 6 ? " 等" : "")；可用 --show 选择")])
    }
    return lines
  }

  /// What the trained network answers, where there are few samples.
  private func outputs(_ look: Look) -> [String] {
    let architecture = run.start.architecture
    guard run.data.count <= 8, run.data.columnCount + architecture.outputCount <= 16 else { return [] }
    let outs = (architecture.firstOutput..<architecture.neuronCount).map { look.name(.out($0), architecture) }
    let targets = (0..<architecture.outputCount).map { look.name(.target($0), architecture) }
    var columns = (architecture.inputs + targets + outs).map { [$0] }
    for (sample, outputs) in run.outputs().enumerated() {
      let given = run.data.inputs(ofSample: sample) + run.data.targets(ofSample: sample)
      let values =
        given.map { DecimalText.significant($0, digits: 6) } + outputs.map { DecimalText.significant($0, digits: 8) }
      for (column, value) in values.enumerated() { columns[column].append(value) }
    }
    return [""] + ColumnChoice.fitting(columns, in: look.size.columns).lines
  }

  // MARK: Pictures

  /// Maps of two runs stand side by side where there is room.
  private func pictures(_ plot: TrainingPlot, _ look: Look) -> [Grid] {
    let origin = Point(column: 0, row: 0)
    if plot == .boundary, runs.count == 2 {
      var half = look
      half.size = Size(columns: look.size.columns / 2 - 1, rows: look.size.rows)
      return [
        look.picture { grid in
          for (number, named) in runs.enumerated() {
            guard case .map(var map)? = plot.picture(of: [named], half) else { continue }
            map.title = look[named.name]
            map.draw(in: &grid, at: Point(column: number * (half.size.columns + 2), row: 0), half.size, look)
          }
        }
      ]
    }
    switch plot.picture(of: runs, look) {
    case .lines(let lines)?: return [look.picture { lines.draw(in: &$0, at: origin, $0.size, look) }]
    case .map(let map)?: return [look.picture { map.draw(in: &$0, at: origin, $0.size, look) }]
    case nil: return []
    }
  }
}
