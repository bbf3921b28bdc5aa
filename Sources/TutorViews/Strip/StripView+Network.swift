import Networks
import Screen
import Traces
import Tutor

/// The numbers of the network itself.
extension StripView {
  /// In columns as the network is drawn where that fits, else one behind the other; of a large network what is needed.
  func networkRows(columns: Int, atMost limit: Int) -> [StyledRow] {
    if architecture.parameterCount <= Self.maxTable {
      for digits in [6, 5, 4] {
        let table = table(digits: digits)
        if let rows = rows(of: table, columns: columns), rows.count <= limit { return rows }
      }
    }
    let all = architecture.parameterCount > Self.maxNetwork ? neededQuantities : quantities
    for digits in [6, 5, 4] where all.count <= Self.maxTable {
      let rows = StyledRow.flow(all.map { cell(of: $0, digits: digits) }, columns: columns)
      if rows.count <= limit { return rows }
    }
    return neededRows(all, columns: columns, atMost: limit)
  }

  private static let maxTable = 60
  /// In larger ones what is not needed is not even looked at.
  private static let maxNetwork = 2_000

  // MARK: A table

  /// Columns of cells: what feeds a layer, the weights into each of its neurons, its neurons, and so on to the loss.
  private func table(digits: Int) -> [[[Part]]] {
    var columns: [[[Part]]] = [architecture.inputs.indices.map { cell(.input($0), digits: digits) }]
    for block in architecture.blocks {
      let neurons = block.firstNeuron..<block.firstNeuron + block.neuronCount
      let sources = block.firstSource..<block.firstSource + block.sourceCount
      for neuron in neurons {
        var cells = sources.map { source in
          cell(.parameter(architecture.weight(from: source, to: neuron)), digits: digits)
        }
        // A shared bias once, under the first neuron's weights.
        let isOwn = block.bias == .each || neuron == neurons.lowerBound
        if isOwn, let bias = architecture.biasParameter(ofNeuron: neuron) {
          cells.append(cell(.parameter(bias), digits: digits))
        }
        columns.append(cells)
      }
      columns.append(neurons.map { cell(ofNeuron: $0, digits: digits) })
    }
    return columns.dropLast() + last(columns.last ?? [], digits: digits)
  }

  /// The outputs with what belongs to the loss; of several outputs in a column of its own.
  private func last(_ outputs: [[Part]], digits: Int) -> [[[Part]]] {
    let targets = (0..<architecture.outputCount).map { cell(.target($0), digits: digits) }
    let gap: [Part] = [("  ", Style())]
    let rest = others.map { cell($0, digits: digits) }
    let loss = cell(.loss, digits: digits)
    if outputs.count == 1, let target = targets.first {
      return [outputs + [target + gap + loss] + (rest.isEmpty ? [] : [Array(rest.joined(separator: gap))])]
    }
    let parts = (0..<architecture.outputCount).map { cell(.partialLoss($0), digits: digits) }
    return [outputs, zip(targets, parts).map { $0 + gap + $1 } + [Array(([loss] + rest).joined(separator: gap))]]
  }

  /// What an update takes beside the gradient.
  private var others: [Quantity] {
    [.learningRate]
      + [.weightDecay, .momentum].filter { trace.network[given: $0] != nil }
  }

  /// nil where it is too wide.
  private func rows(of table: [[[Part]]], columns: Int) -> [StyledRow]? {
    let widths = table.map { $0.map(StyledRow.width).max() ?? 0 }
    guard widths.reduce(0, +) + 3 * (widths.count - 1) <= columns || widths.reduce(0, +) + widths.count - 1 <= columns
    else { return nil }
    let isAiry = widths.reduce(0, +) + 3 * (widths.count - 1) <= columns
    let bar = isAiry ? " " + type.sign(.upright) + " " : type.sign(.upright)
    return (0..<(table.map(\.count).max() ?? 0)).map { row in
      var styled = StyledRow()
      for (number, cells) in table.enumerated() {
        if number > 0 { styled.parts.append((bar, Style(.faint))) }
        let cell = cells.indices.contains(row) ? cells[row] : []
        styled.parts += cell
        let spare = widths[number] - StyledRow.width(of: cell)
        if number < table.count - 1, spare > 0 { styled.parts.append((String(repeating: " ", count: spare), Style())) }
      }
      return styled
    }
  }

  // MARK: One behind the other

  /// A quantity in the flow; a neuron's net input and output value are one cell, under the name of the output value.
  private func cell(of quantity: Quantity, digits: Int) -> [Part] {
    if case .out(let neuron) = quantity { return cell(ofNeuron: neuron, digits: digits) }
    return cell(quantity, digits: digits)
  }

  /// Everything, layer by layer.
  private var quantities: [Quantity] {
    var all: [Quantity] = architecture.inputs.indices.map(Quantity.input)
    for block in architecture.blocks {
      let neurons = block.firstNeuron..<block.firstNeuron + block.neuronCount
      let weights = block.firstWeight..<block.firstWeight + block.neuronCount * block.sourceCount
      all += weights.map(Quantity.parameter)
      let biases = neurons.compactMap(architecture.biasParameter(ofNeuron:))
      all += (block.bias == .shared ? Array(biases.prefix(1)) : biases).map(Quantity.parameter)
      all += neurons.map(Quantity.out)
    }
    all += (0..<architecture.outputCount).map(Quantity.target)
    if architecture.outputCount > 1 { all += (0..<architecture.outputCount).map(Quantity.partialLoss) }
    return all + [.loss] + others
  }

  /// What the answer is made of, the nearest first.
  private var neededQuantities: [Quantity] {
    var seen: Set<Quantity> = []
    return (Array(asked) + needs).compactMap { quantity -> Quantity? in
      switch quantity {
      case .net(let neuron): .out(neuron)
      case .derivative, .updated, .lossAfterUpdate, .lastStep: nil
      case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .out, .partialLoss, .loss: quantity
      }
    }.filter { seen.insert($0).inserted }
  }

  /// Of what does not fit, that which the answer is made of, the nearest first; all of it in the network's order.
  private func neededRows(_ all: [Quantity], columns: Int, atMost limit: Int) -> [StyledRow] {
    var places: [Quantity: Int] = [:]
    for (place, quantity) in (Array(asked) + needs).enumerated() {
      var shown = quantity
      if case .net(let neuron) = quantity { shown = .out(neuron) }
      if places[shown] == nil { places[shown] = place }
    }
    let wanted = all.filter { places[$0] != nil }
    // Without a question, as many as fit from the beginning.
    let ranked = wanted.isEmpty ? all : wanted.sorted { places[$0, default: 0] < places[$1, default: 0] }
    let more: [Part] = [(type.sign(.ellipsis), Style(.faint))]
    var best: [StyledRow] = []
    for digits in [6, 5, 4] {
      let rows = StyledRow.flow(all.filter(Set(ranked).contains).map { cell(of: $0, digits: digits) }, columns: columns)
      if rows.count <= limit { return rows }
    }
    // As many as fit, found by halving.
    var (fits, tooMany) = (0, min(ranked.count, Self.maxTable * 4))
    while fits + 1 < tooMany {
      let count = (fits + tooMany) / 2
      let kept = Set(ranked.prefix(count))
      let rows = StyledRow.flow(all.filter(kept.contains).map { cell(of: $0, digits: 4) } + [more], columns: columns)
      if rows.count <= limit { (fits, best) = (count, rows) } else { tooMany = count }
    }
    return best
  }
}
