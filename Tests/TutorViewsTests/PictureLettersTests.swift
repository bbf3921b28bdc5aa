import Diagnostics
import Expressions
import Networks
import Screen
import Testing
import Traces
@testable import Tutor

@testable import TutorViews

/// The picture in the letters of every notation: its boxes say what the book says, and nothing is cut.
@Suite struct PictureLettersTests {
  private static let networks: [Network] =
    [BundledNetworks.default] + BundledNetworks.names.compactMap(BundledNetworks.network(named:)) + [softmax]

  private static let softmax = classifier(.softmax)

  private static func classifier(_ activation: Activation) -> Network {
    let architecture = Architecture(
      inputs: ["i1", "i2"],
      layers: [
        Layer(neurons: ["h1", "h2"], activation: .sigmoid, bias: .shared),
        Layer(neurons: ["o1", "o2", "o3"], activation: activation, bias: .each),
      ], loss: .squaredError)
    return Network(name: "classifier", architecture: architecture).randomized(seed: 4)
  }

  /// A picture at the end of the walk, where every value is known.
  private func picture(
    _ network: Network, _ size: Size, _ language: Language = .en, _ style: TextStyle = .unicode, deltas: Bool = false
  ) throws -> (view: PictureView, grid: Grid) {
    var state = State(network: network, language: language, notation: style)
    if deltas { _ = state.update(.line(":view delta")) }
    _ = state.update(.line(":last"))
    var view = try #require(PictureView(state, Typesetter(state), left: 2, top: 1, size: size))
    var grid = Grid(Size(columns: size.columns + 4, rows: size.rows + 2))
    view.draw(on: &grid)
    return (view, grid)
  }

  @Test(arguments: BundledNotations.names) func nothingIsCut(_ name: String) throws {
    let notation = try #require(BundledNotations.notation(named: name))
    for network in Self.networks {
      let lettered = try network.lettered(in: notation)
      for language in Language.allCases {
        for size in [Size(columns: 76, rows: 9), Size(columns: 196, rows: 24)] {
          // Spelled out in ASCII, a θ⁽²⁾ with its number is wider than a box of the small picture.
          for style in size.columns > 100 ? [TextStyle.unicode, .ascii] : [.unicode] {
            let (view, grid) = try picture(lettered, size, language, style)
            let sight = "\(name) \(network.name) \(language) \(size)\n" + grid.lines.joined(separator: "\n")
            for label in view.labels {
              #expect(!label.text.contains(style == .unicode ? "…" : "~"), "'\(label.text)' in \(sight)")
            }
            // What is given stands there with its name and at least two digits.
            for quantity in network.architecture.inputs.indices.map(Quantity.input) {
              let name = view.type.name(of: quantity)
              let pair = view.labels.first { $0.text.hasPrefix(name + " ") }?.text.dropFirst(name.count + 1)
              let number = pair.flatMap { Double($0.replacing("−", with: "-")) }
              #expect(number.map { abs($0 - lettered[given: quantity]!) < 0.05 } == true, "\(name) in \(sight)")
            }
          }
        }
      }
    }
  }

  /// Each book's own words, as its authors print them.
  @Test(arguments: [
    ("net-out", ["net", "out", "target"], ["z"]), ("z-a", ["z", "a", "y₁"], ["net", "out", "target"]),
    ("nielsen", ["z", "a", "y₁"], ["net", "out", "target"]), ("qiu", ["z", "a", "y₁"], ["net", "out", "target"]),
    ("han-kamber", ["I", "O", "T₅"], ["net", "out", "target"]),
    ("negnevitsky", ["X", "y", "y_d,5"], ["net", "out", "target"]),
    ("zhou", ["α", "b", "β", "ŷ", "y₁"], ["net", "out", "target"]),
  ])
  func theBooksWords(_ name: String, _ words: [String], _ others: [String]) throws {
    let notation = try #require(BundledNotations.notation(named: name))
    let (view, grid) = try picture(
      try BundledNetworks.default.lettered(in: notation), Size(columns: 76, rows: 9))
    let texts = Set(view.labels.map(\.text))
    for word in words { #expect(texts.contains(word), "\(word)\n\(grid.lines.joined(separator: "\n"))") }
    for word in others { #expect(!texts.contains(word), "\(word)\n\(grid.lines.joined(separator: "\n"))") }
  }

  /// Err = O(1 − O)(T − O): positive where the output is to rise, as the book prints it.
  @Test func theBooksSign() throws {
    for (name, letter, value) in [("han-kamber", "Err", 0.126165), ("z-a", "δ", -0.126165)] {
      let notation = try #require(BundledNotations.notation(named: name))
      let (view, _) = try picture(
        try BundledNetworks.default.lettered(in: notation), Size(columns: 76, rows: 9), deltas: true)
      let text = try #require(view.labels.last { $0.text.contains("\(letter) ") }?.text)
      let number = try #require(Double(text.split(separator: " ")[1].replacing("−", with: "-")))
      #expect(abs(number - value) < 1e-3, "\(text)")
    }
  }

  /// Softmax ties its neurons together, with boxes and with lines; other layers are not tied.
  @Test func softmaxIsTied() throws {
    func ties(_ network: Network, _ size: Size) throws -> Int {
      let (view, grid) = try picture(network, size)
      let last = try #require(view.layout.columns.last)
      let (first, end) = (last.items[0].rows.lowerBound, last.items[last.items.count - 1].rows.upperBound)
      return (first..<end).count {
        ["│", "┬", "┴"].contains(grid[last.right - 1, $0].text) && view.layout.detail == .lines
          || ["┬", "┴"].contains(grid[last.right - 2, $0].text)
      }
    }
    let plain = Self.classifier(.sigmoid)
    #expect(try ties(Self.softmax, Size(columns: 76, rows: 9)) >= 2)
    #expect(try ties(plain, Size(columns: 76, rows: 9)) == 0)
    #expect(try ties(Self.softmax, Size(columns: 196, rows: 24)) == 4)
    #expect(try ties(plain, Size(columns: 196, rows: 24)) == 0)
  }
}
