import Diagnostics

extension NetworkPicture {
  /// The picture as a TikZ drawing, as wide as the text at most.
  package var tikz: [String] {
    var lines = [
      "\\begin{center}\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%",
      "\\begin{tikzpicture}[x=0.64pt,y=-0.52pt,font=\\scriptsize]",
    ]
    // The lit edges last, so that they lie above.
    for edge in edges.filter({ !$0.isLit }) + edges.filter(\.isLit) {
      let style = edge.isLit ? "lit,line width=1pt" : "gray"
      lines.append(
        "\\draw[->,\(style)] \(Self.point(edge.start)) -- \(Self.point(edge.end));")
    }
    for edge in edges {
      guard let label = edge.label else { continue }
      let colour = edge.isLit ? ",text=lit" : ""
      lines.append(
        "\\node[fill=white,inner sep=1pt\(colour)] at \(Self.point(edge.labelPoint)) {\(MarkupText.latex(label))};")
    }
    for node in nodes { lines.append(Self.tikz(node)) }
    return lines + ["\\end{tikzpicture}}\\end{center}"]
  }

  private static func tikz(_ node: Node) -> String {
    let text = node.lines.map(MarkupText.latex).enumerated().map { $0 == 0 ? "\\textbf{\($1)}" : $1 }
      .joined(separator: "\\\\")
    if node.kind == .omission { return "\\node at \(point((node.x, node.y))) {\(text)};" }
    let colour = node.isLit ? "draw=lit,line width=1pt,fill=lit!8" : "draw=black,fill=white"
    let shape =
      switch node.kind {
      case .loss: "rounded corners=1pt"
      case .bias: "rounded corners=4pt,dashed"
      default: "rounded corners=8pt"
      }
    return "\\node[\(colour),\(shape),align=center,inner sep=2pt,minimum width=\(number(node.width * 0.55))pt,"
      + "minimum height=\(number(node.height * 0.5))pt] at \(point((node.x, node.y))) {\(text)};"
  }

  private static func point(_ point: (x: Double, y: Double)) -> String { "(\(number(point.x)),\(number(point.y)))" }

  /// To a tenth, which no eye can tell.
  static func number(_ value: Double) -> String { DecimalText.shortest((value * 10).rounded() / 10) }
}
