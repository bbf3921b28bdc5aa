import Diagnostics
import Networks
import Screen
import Training

/// What is confused with what: as a table, and where samples are pictures, as pictures.
struct ConfusionReport: Sendable {
  private let table: ConfusionTable
  /// What was answered: held-out samples, where there are any.
  private let data: DataSet
  private let isHeldOut: Bool
  private let network: Network

  init(_ table: ConfusionTable, _ run: TrainingRun) {
    self.table = table
    (data, isHeldOut) = (run.heldOut ?? run.data, run.heldOut != nil)
    network = run.network(sample: 0)
  }

  /// More columns than this fit nowhere.
  private static let classLimit = 12
  private static let confusionLimit = 5

  func add(to report: inout Report, _ look: Look) {
    // Of a handful every answer is shown as it is.
    guard table.total > 8 else { return }
    report.add("")
    addTable(to: &report, look)
    for (title, pictures) in sections {
      report.add("", look[title])
      report.add(PixelPicture.rows(pictures, look))
    }
  }

  /// Who was taken for whom.
  func addTable(to report: inout Report, _ look: Look) {
    report.add(title, look)
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
  }

  /// Pictures for a part of a screen: of each kind as many as its room allows, what was mistaken first.
  func addPictures(to report: inout Report, _ look: Look) {
    let sections = sections
    guard let side = sections.first?.pictures.first?.side else { return }
    let ordered = sections.dropFirst() + sections.prefix(1)
    let perRow = max(1, (look.size.columns - 2) / (2 * side + 2))
    let rows = max(1, look.size.rows / (sections.count * (side + 2)))
    for (title, pictures) in ordered {
      report.add(look[title])
      report.add(PixelPicture.rows(Array(pictures.prefix(perRow * rows)), look))
    }
  }

  private var title: Words {
    !isHeldOut
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
  private var sections: [(title: Words, pictures: [PixelPicture])] {
    guard let side = PixelPicture.side(of: data.inputCount) else { return [] }
    func picture(_ sample: Int, _ caption: String) -> PixelPicture {
      PixelPicture(Array(data.inputs(ofSample: sample)), side: side, caption: caption)
    }
    let samples = table.classes.indices.compactMap { number in
      (0..<data.count).first { data.classNumber(ofSample: $0) == number }.map { picture($0, name(number)) }
    }
    var sections = [(Words(en: "Samples", zh: "样本"), samples)]
    let mistaken = table.mistaken.prefix(10).map { picture($0.sample, "\(name($0.right)) > \(name($0.answered))") }
    if !mistaken.isEmpty { sections.append((Words(en: "Mistaken (right > answered)", zh: "判错的（正确 > 判断）"), mistaken)) }
    let architecture = network.architecture
    guard let block = architecture.blocks.first, architecture.blocks.count > 1 else { return sections }
    let weights = (0..<min(block.neuronCount, 10)).map { neuron in
      let first = block.firstWeight + neuron * block.sourceCount
      return PixelPicture(
        weights: Array(network.parameters[first..<first + block.sourceCount]), side: side,
        caption: architecture.neuronName(block.firstNeuron + neuron))
    }
    let title = Words(en: "Weights of the first layer (empty: negative, full: positive)", zh: "第一层的权重（空白：负，实心：正）")
    return sections + [(title, weights)]
  }
}
