import Diagnostics
import Exports
import Networks

/// The network drawn with its names and nothing that was worked out, for a sheet without answers.
struct SheetPicture {
  private struct Node {
    let name: String
    let x: Double
    let y: Double
  }

  private let columns: [[Node]]
  private let edges: [(from: Node, to: Node, name: String)]
  let width: Double
  let height: Double

  /// Layers with more nodes than this are listed in words only.
  private static let maxNodes = 8

  /// nil of a network too wide to be drawn.
  init?(_ architecture: Architecture) {
    let names = [architecture.inputs] + architecture.layers.map(\.neurons)
    guard names.allSatisfy({ $0.count <= Self.maxNodes }), names.count <= 6 else { return nil }
    let rows = Double(names.map(\.count).max() ?? 1)
    height = rows * 90 + 10
    width = Double(names.count) * 190 - 80
    let height = height
    columns = names.enumerated().map { column, names in
      names.enumerated().map { row, name in
        Node(
          name: name, x: 45 + Double(column) * 190,
          y: height / 2 + (Double(row) - Double(names.count - 1) / 2) * 90)
      }
    }
    var edges: [(Node, Node, String)] = []
    for neuron in 0..<architecture.neuronCount {
      let layer = architecture.layer(ofNeuron: neuron)
      let to = columns[layer + 1][neuron - architecture.blocks[layer].firstNeuron]
      for (place, source) in architecture.sources(ofNeuron: neuron).enumerated() {
        edges.append(
          (columns[layer][place], to, architecture.name(of: .parameter(architecture.weight(from: source, to: neuron)))))
      }
    }
    self.edges = edges
  }

  /// With a title and a description in words.
  func svg(_ language: Language) -> String {
    func n(_ value: Double) -> String { DecimalText.shortest((value * 10).rounded() / 10) }
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(n(width)) \(n(height))\" role=\"img\""
        + " style=\"max-width:\(n(width))px\">",
      "<title>\(Words(en: "The network", zh: "网络")[language])</title>",
      "<desc>\(MarkupText.html(edges.map { Self.words($0.name, $0.from.name, $0.to.name)[language] }.joined()))</desc>",
    ]
    for edge in edges {
      lines.append(
        "<line x1=\"\(n(edge.from.x))\" y1=\"\(n(edge.from.y))\" x2=\"\(n(edge.to.x))\" y2=\"\(n(edge.to.y))\"/>")
    }
    for edge in edges {
      // A third of the way, where edges that cross are still apart.
      let (x, y) = (edge.from.x + (edge.to.x - edge.from.x) * 0.36, edge.from.y + (edge.to.y - edge.from.y) * 0.36)
      lines.append("<text class=\"edge\" x=\"\(n(x))\" y=\"\(n(y + 4))\">\(MarkupText.html(edge.name))</text>")
    }
    for node in columns.flatMap({ $0 }) {
      lines.append("<circle cx=\"\(n(node.x))\" cy=\"\(n(node.y))\" r=\"26\"/>")
      lines.append("<text x=\"\(n(node.x))\" y=\"\(n(node.y + 5))\">\(MarkupText.html(node.name))</text>")
    }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  private static func words(_ name: String, _ from: String, _ to: String) -> Words {
    Words(en: "\(name) leads from \(from) to \(to). ", zh: "\(name) 从 \(from) 到 \(to)。")
  }

  var tikz: String {
    func point(_ node: Node) -> String {
      "(\(DecimalText.significant(node.x / 50, digits: 4)),\(DecimalText.significant(-node.y / 50, digits: 4)))"
    }
    var lines = ["\\begin{tikzpicture}[font=\\small]"]
    for edge in edges {
      lines.append(
        "\\draw[->,gray] \(point(edge.from)) -- \(point(edge.to)) node[pos=0.36,fill=white,inner sep=1pt,text=black]"
          + " {\(MarkupText.latex(edge.name))};")
    }
    for node in columns.flatMap({ $0 }) {
      lines.append(
        "\\node[draw,circle,fill=white,minimum size=10mm] at \(point(node)) {\(MarkupText.latex(node.name))};")
    }
    return (lines + ["\\end{tikzpicture}"]).joined(separator: "\n")
  }
}
