package import Diagnostics
import Expressions
package import Networks
package import Traces

/// The drawn network as data: where each node and edge is, what is written there, and what is lit.
///
/// Of wide layers some nodes are left out, the lit ones never.
package struct NetworkPicture {
  struct Node {
    enum Kind { case input, neuron, bias, loss, omission }

    let kind: Kind
    /// The name, then what is known of it.
    let lines: [String]
    let isLit: Bool
    /// The middle.
    var x = 0.0
    var y = 0.0

    var width: Double { kind == .neuron ? 126 : 92 }
    var height: Double { kind == .omission ? 24 : 22 + 17 * Double(lines.count) }
  }

  struct Edge {
    let from: Node
    let to: Node
    /// Name and value; nil on the way from an output to E.
    let label: String?
    let isLit: Bool
    /// How far along the label stands, from 0 to 1.
    let labelPlace: Double

    /// The ends, on the nodes' borders.
    var start: (x: Double, y: Double) { (from.x + from.width / 2, from.y) }
    var end: (x: Double, y: Double) { (to.x - to.width / 2, to.y) }
    var labelPoint: (x: Double, y: Double) {
      (start.x + (end.x - start.x) * labelPlace, start.y + (end.y - start.y) * labelPlace)
    }
  }

  package let title: String
  package let description: String
  let nodes: [Node]
  private(set) var edges: [Edge]
  let width: Double
  let height: Double

  /// Takes the gradient whose path is lit, nil for none; values that are not known yet are left out.
  package init(
    _ trace: Trace, goal: Quantity?, language: Language, knows: @escaping (Quantity) -> Bool = { _ in true }
  ) {
    let architecture = trace.network.architecture
    var layout = NetworkPictureLayout(trace, goal: goal, language: language, knows: knows)
    layout.arrange()
    nodes = layout.nodes
    edges = layout.edges
    (width, height) = (layout.width, layout.height)
    let path = goal.map { TraceWords.picture(path: architecture.text(of: $0, .unicode))[language] }
    title = path ?? TraceWords.picture(of: trace.network.name)[language]
    let text = PictureDescription(trace, lit: layout.lit, language: language).text
    description = architecture.lettered(text, .unicode, language)
  }

  /// The same with the edges of the lit path alone, where one is lit: what a phone has room for.
  package var litAlone: NetworkPicture {
    var picture = self
    if edges.contains(where: \.isLit) { picture.edges = edges.filter(\.isLit) }
    return picture
  }

  static func text(_ expression: Expression) -> String {
    expression.text(.unicode, numberDigits: TraceDocument.digits)
  }
}
