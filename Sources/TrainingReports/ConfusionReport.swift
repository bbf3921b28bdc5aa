import Diagnostics
import Networks
import Screen
import Training

/// What is confused with what: as a table, and where samples are pictures, as pictures.
struct ConfusionReport {
  private let table: ConfusionTable
  private let run: TrainingRun

  init(_ table: ConfusionTable, _ run: TrainingRun) { (self.table, self.run) = (table, run) }

  /// More columns than this fit nowhere.
  private static let classLimit = 12
  private static let confusionLimit = 5

  func add(to report: inout Report, _ look: Look) {
    // Of a handful every answer is shown as it is.
    guard table.total > 8 else { return }
    report.add("")
    report.add(look[title])
    if table.classes.count <= Self.classLimit { report.add(lines(look)) }
    let confusions = table.confusions
    if !confusions.isEmpty, table.classes.count > 2 {
      let parts = confusions.prefix(Self.confusionLimit).map { part in
        let (right, answered) = (name(part.right), name(part.answered))
        return Words(en: "\(right) for \(answered) (\(part.count))", zh: "\(right) 误为 \(answered)（\(part.count) 次）")
      }
      report.add(
        Words(
          en: "Most often taken: " + parts.map(\.en).joined(separator: ", ") + ".",
          zh: "最常见的混淆：" + parts.map(\.zh).joined(separator: "，") + "。"), look)
    }
    addPictures(to: &report, look)
  }

  private var title: Words {
    run.heldOut == nil
      ? Words(en: "Answers by class (rows: the right one, columns: the network's)", zh: "各类别的判断（行：正确类别，列：网络的判断）")
      : Words(
        en: "Answers by class on what was held out (rows: the right one, columns: the network's)",
        zh: "留出样本各类别的判断（行：正确类别，列：网络的判断）")
  }

  private func name(_ number: Int) -> String { SourceText.harmless(table.classes[number]) }

  private func lines(_ look: Look) -> [String] {
    let columns = [[""] + table.classes.indices.map(name)]
    let counts = table.classes.indices.map { answered in
      [name(answered)]
        + table.classes.indices.map { right in
          let count = table.counts[right][answered]
          return count == 0 && right != answered ? "." : String(count)
        }
    }
    let room = ColumnChoice.fitting(columns + counts, in: look.size.columns)
    return room.lines
  }

  // MARK: Pictures

  /// Samples that are square pictures: one of each class, those that were mistaken, and what the first layer looks for.
  private func addPictures(to report: inout Report, _ look: Look) {
    guard let side = PixelPicture.side(of: run.data.inputCount) else { return }
    let data = run.heldOut ?? run.data
    let samples = table.classes.indices.compactMap { number in
      (0..<data.count).first { data.classNumber(ofSample: $0) == number }
    }
    func pictures(_ samples: [(sample: Int, caption: String)]) -> [PixelPicture] {
      samples.map { PixelPicture(Array(data.inputs(ofSample: $0.sample)), side: side, caption: $0.caption) }
    }
    report.add("", look[Words(en: "Samples", zh: "样本")])
    report.add(PixelPicture.rows(pictures(samples.map { ($0, name(data.classNumber(ofSample: $0))) }), look))
    if !table.mistaken.isEmpty {
      report.add("", look[Words(en: "Mistaken (right > answered)", zh: "判错的（正确 > 判断）")])
      let mistaken = table.mistaken.prefix(10).map { ($0.sample, "\(name($0.right)) > \(name($0.answered))") }
      report.add(PixelPicture.rows(pictures(mistaken), look))
    }
    let network = run.network(sample: 0)
    let architecture = network.architecture
    guard let block = architecture.blocks.first, architecture.blocks.count > 1 else { return }
    let weights = (0..<min(block.neuronCount, 10)).map { neuron in
      let first = block.firstWeight + neuron * block.sourceCount
      return PixelPicture(
        weights: Array(network.parameters[first..<first + block.sourceCount]), side: side,
        caption: architecture.neuronName(block.firstNeuron + neuron))
    }
    report.add(
      "", look[Words(en: "Weights of the first layer (empty: negative, full: positive)", zh: "第一层的权重（空白：负，实心：正）")])
    report.add(PixelPicture.rows(weights, look))
  }
}
