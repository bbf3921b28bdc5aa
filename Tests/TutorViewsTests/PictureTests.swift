import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Screen
import Testing
import Traces
@testable import Tutor

@testable import TutorViews

/// What holds of the picture of any network at any size.
@Suite struct PictureTests {
  /// A picture of a random network at a random place of its walk, alone on its screen.
  private struct Sample {
    let state: State
    let view: PictureView
    let grid: Grid
    let size: Size

    init?(_ seed: UInt64) {
      var random = RandomSource(seed: seed)
      let network =
        seed % 4 == 0
        ? RandomNetworks.network(
          [[6, 6, 6], [99, 20, 10], [2, 8, 8, 1], [3, 4, 2], [12, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1]].randomElement(
            using: &random) ?? [2, 2, 1], bias: Bias.allCases.randomElement(using: &random) ?? .each, seed: seed)
        : RandomNetworks.network(seed, depth: 5, width: 8)
      var state = State(network: network)
      state.notation = Bool.random(using: &random) ? .unicode : .ascii
      state.language = Bool.random(using: &random) ? .en : .zh
      if Bool.random(using: &random) { _ = state.update(.key(.character("d"))) }
      let parameter = Int.random(in: 0..<network.architecture.parameterCount, using: &random)
      _ = state.update(.line(":walk \(network.architecture.name(of: .gradient(.parameter(parameter))))"))
      _ = state.update(.goTo(stop: Int.random(in: 0..<state.walk.stops.count, using: &random)))
      size = Size(columns: Int.random(in: 40...180, using: &random), rows: Int.random(in: 3...46, using: &random))
      guard var view = PictureView(state, Typesetter(state), left: 2, top: 1, size: size) else { return nil }
      var grid = Grid(Size(columns: size.columns + 4, rows: size.rows + 2))
      view.draw(on: &grid)
      (self.state, self.view, self.grid) = (state, view, grid)
    }
  }

  private static var samples: [Sample] { (UInt64(1)...250).compactMap(Sample.init) }

  /// Six layers of six at the most are drawn in full: every edge has its name, and beside it its value.
  @Test func everyEdgeOfSixBySixHasItsValue() {
    let network = RandomNetworks.network([6, 6, 6, 6], bias: .shared, seed: 3)
    let lines = View.render(State(network: network), Size(columns: 200, rows: 60)).lines.joined(separator: "\n")
    for weight in 0..<108 {
      let name = network.architecture.name(of: .parameter(weight))
      let value = lines.split(separator: " " + name + " ").dropFirst().first?.drop { $0 == " " }.prefix {
        $0 != "→" && $0 != "▶"
      }
      let number = value.flatMap { Double($0.replacing("−", with: "-")) }
      #expect(number.map { abs($0 - network.parameters[weight]) < 0.006 } == true, "\(name): \(value ?? "-")")
    }
  }

  /// However many neurons are left out, those that a path leads through are not.
  @Test func bothEndsOfALitEdgeAreShown() throws {
    let network = RandomNetworks.network([30, 40, 20], bias: .each, seed: 5)
    let architecture = network.architecture
    var state = State(network: network)
    // Through the seventh hidden neuron, which is no example of the others.
    _ = state.update(.line(":walk dE/dw\(6 * 30 + 11)"))
    var seen = 0
    for (index, stop) in state.walk.stops.enumerated() {
      let step = state.walk.trace.steps[stop.step - 1]
      guard [.chain, .factor].contains(step.kind), index % 3 == 0 else { continue }
      _ = state.update(.goTo(stop: index))
      let view = try #require(PictureView(state, Typesetter(state), left: 1, top: 1, size: Size(columns: 78, rows: 9)))
      let shown = Set(view.layout.columns.flatMap { $0.items.map(\.item) })
      for case .weight(let weight) in view.highlight.lit {
        guard case .edge(let source, let neuron) = architecture.place(ofParameter: weight) else { continue }
        // ∂E/∂out of a hidden neuron lights all that it feeds, which is more than there are rows.
        if view.highlight.lit.count > 8 { continue }
        seen += 1
        #expect(shown.contains(.neuron(neuron)), "place \(index)")
        #expect(shown.contains(source < 30 ? .input(source) : .neuron(source - 30)), "place \(index)")
      }
    }
    #expect(seen > 20)
  }

  /// Every text stands where it was put, whole: nothing was drawn over it, and nothing lies outside.
  @Test func noLabelIsOverwrittenOrCut() {
    let samples = Self.samples
    #expect(samples.count > 200)
    for sample in samples {
      for label in sample.view.labels {
        let width = Screen.width(of: label.text)
        let shown = (label.column..<label.column + width).map { sample.grid[$0, label.row].text }.joined()
        #expect(shown == label.text, "\(sample.size) \(sample.grid.lines.joined(separator: "\n"))")
        #expect(label.column >= 2 && label.column + width <= 2 + sample.size.columns)
        #expect(label.row >= 1 && label.row < 1 + sample.size.rows)
      }
    }
  }

  /// Whatever the step is about is there by its name, as far as there are rows for it.
  @Test func nodesAtHandAreNamed() {
    for sample in Self.samples {
      let (view, architecture) = (sample.view, sample.state.walk.network.architecture)
      for column in view.layout.columns {
        let lit = view.highlight.lit.compactMap { part -> (PictureLayout.Item, String)? in
          switch part {
          case .input(let input): (.input(input), architecture.inputs[input])
          case .neuron(let neuron): (.neuron(neuron), architecture.neuronName(neuron))
          default: nil
          }
        }.filter { item, _ in Self.belongs(item, to: column, of: view) }
        guard 2 * lit.count + 4 <= sample.size.rows / (view.layout.detail == .lines ? 1 : 4) else { continue }
        for (item, name) in lit {
          let placed = column.items.first { $0.item == item }
          #expect(placed != nil, "\(name) at \(sample.size)")
          let isNamed = view.labels.contains {
            placed?.rows.contains($0.row) == true && $0.text.split(separator: " ").contains { $0 == name }
          }
          #expect(isNamed, "\(name) at \(sample.size) \(sample.grid.lines.joined(separator: "\n"))")
        }
      }
    }
  }

  /// Whether a node would be drawn in that column, if there is room.
  private static func belongs(_ item: PictureLayout.Item, to column: PictureLayout.Column, of view: PictureView) -> Bool
  {
    let architecture = view.state.walk.network.architecture
    guard let number = view.layout.columns.firstIndex(where: { $0.left == column.left }) else { return false }
    let layer = view.layout.layers.lowerBound + number - 1
    switch item {
    case .input: return layer < 0
    case .neuron(let neuron): return layer >= 0 && architecture.layer(ofNeuron: neuron) == layer
    default: return false
    }
  }

  /// Nodes neither overlap nor leave the area, and what is left out is counted.
  @Test func nodesStandApart() {
    for sample in Self.samples {
      let layout = sample.view.layout
      for (one, next) in zip(layout.columns, layout.columns.dropFirst()) { #expect(one.right < next.left) }
      #expect((layout.columns.last?.right ?? 0) + layout.lossWidth <= 2 + sample.size.columns, "\(sample.size)")
      for column in layout.columns {
        var end = 1
        for placed in column.items {
          #expect(placed.rows.lowerBound >= end)
          end = placed.rows.upperBound
        }
        #expect(end <= 1 + sample.size.rows)
      }
      // Of the layer's neurons each is placed or counted.
      for (number, layer) in layout.layers.enumerated() {
        let count = layout.columns[number + 1].items.reduce(0) { count, placed in
          switch placed.item {
          case .neuron: count + 1
          case .more(let left, _, let last): count + left - (Self.isBias(last) ? 1 : 0)
          default: count
          }
        }
        #expect(count == sample.state.walk.network.architecture.blocks[layer].neuronCount)
      }
    }
  }

  private static func isBias(_ item: PictureLayout.Item) -> Bool { if case .bias = item { true } else { false } }

  /// Layers up to 6×6 are drawn in full where they fit: every weight has its name and value.
  @Test(arguments: [[2, 2, 1], [3, 4, 2], [6, 6, 6], [1, 1, 1], [4, 6, 2], [2, 3, 3, 2]], Bias.allCases)
  func smallNetworksAreDrawnInFull(_ sizes: [Int], _ bias: Bias) throws {
    let network = RandomNetworks.network(sizes, bias: bias)
    let lines = View.render(State(network: network), Size(columns: 200, rows: 60)).lines
    let words = Set(lines.flatMap { $0.split { " →▶│╭╰".contains($0) }.map(String.init) })
    for weight in 0..<network.architecture.weightCount { #expect(words.contains("w\(weight + 1)"), "w\(weight + 1)") }
    for neuron in 0..<network.architecture.neuronCount {
      #expect(words.contains(network.architecture.neuronName(neuron)))
    }
  }
}
