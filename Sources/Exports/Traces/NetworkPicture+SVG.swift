extension NetworkPicture {
  /// The picture as an `<svg>` element with title and description; its colours are classes of the page.
  ///
  /// `id` must be different for each picture of a page.
  package func svg(id: String) -> String {
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\""
        + " role=\"img\" aria-labelledby=\"\(id)-title \(id)-description\""
        + " style=\"max-width:\(Self.number(width))px\">",
      "<title id=\"\(id)-title\">\(MarkupText.html(title))</title>",
      "<desc id=\"\(id)-description\">\(MarkupText.html(description))</desc>",
    ]
    for edge in edges.filter({ !$0.isLit }) + edges.filter(\.isLit) {
      lines.append(
        "<line class=\"edge\(edge.isLit ? " lit" : "")\" x1=\"\(Self.number(edge.start.x))\""
          + " y1=\"\(Self.number(edge.start.y))\" x2=\"\(Self.number(edge.end.x))\" y2=\"\(Self.number(edge.end.y))\"/>"
      )
    }
    for edge in edges {
      guard let label = edge.label else { continue }
      let (x, y) = edge.labelPoint
      lines.append(
        "<text class=\"label\(edge.isLit ? " lit" : "")\" x=\"\(Self.number(x))\" y=\"\(Self.number(y + 4))\">"
          + "\(MarkupText.html(label))</text>")
    }
    for node in nodes { lines += Self.svg(node) }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  private static func svg(_ node: Node) -> [String] {
    let first = node.y - 17 * Double(node.lines.count - 1) / 2 + 5
    let text = node.lines.enumerated().map { index, line in
      "<text class=\"\(index == 0 ? "name" : "value")\" x=\"\(number(node.x))\""
        + " y=\"\(number(first + 17 * Double(index)))\">\(MarkupText.html(line))</text>"
    }
    if node.kind == .omission { return text }
    let kind =
      switch node.kind {
      case .input: "input"
      case .neuron: "neuron"
      case .bias: "bias"
      case .loss, .omission: "loss"
      }
    let radius = node.kind == .loss ? 4 : min(node.height / 2, 26)
    return [
      "<g class=\"node \(kind)\(node.isLit ? " lit" : "")\">",
      "<rect x=\"\(number(node.x - node.width / 2))\" y=\"\(number(node.y - node.height / 2))\""
        + " width=\"\(number(node.width))\" height=\"\(number(node.height))\" rx=\"\(number(radius))\"/>",
    ] + text + ["</g>"]
  }
}
