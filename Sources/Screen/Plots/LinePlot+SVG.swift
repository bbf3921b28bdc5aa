extension LinePlot {
  /// The plot within the origin and the size of a page's part.
  func svg(_ look: Look) -> String {
    guard let xAxis, let yAxis = axis(\.y, yScale) else {
      return SVG.text(title, 72, 24, extra: " font-size=\"16\" font-weight=\"bold\"")
        + SVG.text(look[Self.nothingToDraw], SVGPage.width / 2, SVGPage.height / 2, anchor: "middle")
    }
    let frame = SVGFrame(x: xAxis, y: yAxis, isLooseY: true, isSquare: false)
    var text = frame.text(title: title, xLabel: xLabel, yLabel: yLabel)
    for (number, curve) in curves.enumerated() {
      for piece in pieces(of: curve, frame) {
        let points = Self.thinned(piece).map { "\(SVG.number($0.x)),\(SVG.number($0.y))" }
        text += "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" \(Self.stroke(number))/>\n"
        if marksPoints || piece.count == 1 {
          for point in piece {
            text += "<circle cx=\"\(SVG.number(point.x))\" cy=\"\(SVG.number(point.y))\" r=\"3\""
            text += " fill=\"\(SVG.colors[number % SVG.colors.count])\"/>\n"
          }
        }
      }
    }
    return text + (curves.count > 1 ? legend(frame) : "")
  }

  private static func stroke(_ number: Int) -> String {
    let dash = SVG.dashes[number % SVG.dashes.count]
    return "stroke=\"\(SVG.colors[number % SVG.colors.count])\" stroke-width=\"1.8\" stroke-linejoin=\"round\""
      + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
  }

  /// The parts of a curve between its gaps.
  private func pieces(of curve: Curve, _ frame: SVGFrame) -> [[(x: Double, y: Double)]] {
    var pieces: [[(x: Double, y: Double)]] = []
    var isOpen = false
    for point in curve.points {
      guard let x = frame.x.axis.fraction(of: point.x), let y = frame.y.axis.fraction(of: point.y),
        (0...1).contains(x), (-0.001...1.001).contains(y)
      else {
        isOpen = false
        continue
      }
      if !isOpen { pieces.append([]) }
      isOpen = true
      pieces[pieces.count - 1].append((frame.column(x), frame.row(y)))
    }
    return pieces
  }

  /// Of many points in one column of dots only the first, the lowest, the highest and the last, which look the same.
  private static func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    if points.count <= 1500 { return points }
    var result: [(x: Double, y: Double)] = []
    var start = 0
    while start < points.count {
      var end = start
      while end < points.count, points[end].x - points[start].x < 1 { end += 1 }
      let column = start..<end
      let low = column.min { points[$0].y < points[$1].y } ?? start
      let high = column.max { points[$0].y < points[$1].y } ?? start
      result += Set([start, low, high, end - 1]).sorted().map { points[$0] }
      start = end
    }
    return result
  }

  private func legend(_ frame: SVGFrame) -> String {
    var text = ""
    var at = frame.left + 12
    for (number, curve) in curves.enumerated() where at < SVGPage.width - 40 {
      text +=
        "<line x1=\"\(SVG.number(at))\" y1=\"47\" x2=\"\(SVG.number(at + 26))\" y2=\"47\" \(Self.stroke(number))/>\n"
      text += SVG.text(curve.name, at + 31, 51)
      at += 31 + 7.5 * Double(width(of: curve.name)) + 14
    }
    return text
  }
}
