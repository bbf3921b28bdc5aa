import Diagnostics

extension HeatMap {
  /// Patches across and down.
  private static let patches = 64
  /// Colours; neighbours of the same are one patch.
  private static let levels = 32

  /// The map within the origin and the size of a page's part: blue is high, orange is low.
  func svg(_ look: Look) -> String {
    let x = Axis(low: self.x.lowerBound, high: self.x.upperBound, scale: .linear)
    let y = Axis(low: self.y.lowerBound, high: self.y.upperBound, scale: .linear)
    let frame = SVGFrame(x: x, y: y, isLooseY: false, isSquare: true)
    let side = frame.height / Double(Self.patches)
    var patches = ""
    for row in 0..<Self.patches {
      let levels = (0..<Self.patches).map { column in
        level(
          value(
            x.value(at: (Double(column) + 0.5) / Double(Self.patches)),
            y.value(at: 1 - (Double(row) + 0.5) / Double(Self.patches))), of: Self.levels)
      }
      var start = 0
      while start < levels.count {
        let end = levels[start...].firstIndex { $0 != levels[start] } ?? levels.count
        // A little overlap, so that no background shines through between patches.
        patches += "<rect x=\"\(SVG.number(frame.left + Double(start) * side))\""
        patches += " y=\"\(SVG.number(frame.top + Double(row) * side))\""
        patches += " width=\"\(SVG.number(Double(end - start) * side + 0.3))\" height=\"\(SVG.number(side + 0.3))\""
        patches += " fill=\"\(Self.color(levels[start]))\"/>\n"
        start = end
      }
    }
    return patches + frame.text(title: title, xLabel: xLabel, yLabel: yLabel) + marks(frame) + key(frame)
      + explanation(look, frame)
  }

  private func explanation(_ look: Look, _ frame: SVGFrame) -> String {
    let parts = explained(look).map { $0.marks + $0.text }
    return parts.isEmpty ? "" : SVG.text(parts.joined(separator: "   "), frame.left + 8, frame.top - 12)
  }

  private func level(_ value: Double, of count: Int) -> Int? {
    if value.isNaN { return nil }
    let fraction = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return whole((fraction * Double(count)).rounded(.down), in: 0...count - 1)
  }

  /// From orange over white to blue; grey for what is no number.
  private static func color(_ level: Int?) -> String {
    guard let level else { return "#BBBBBB" }
    let side = (Double(level) + 0.5) / Double(levels) * 2 - 1
    let end: (Double, Double, Double) = side < 0 ? (230, 159, 0) : (86, 180, 233)
    func part(_ channel: Double) -> Int { whole(255 + (channel - 255) * side.magnitude, in: 0...255) }
    return "rgb(\(part(end.0)),\(part(end.1)),\(part(end.2)))"
  }

  /// Discs and rings for the classes; what is answered wrongly is a diamond.
  private func marks(_ frame: SVGFrame) -> String {
    samples.compactMap { sample in
      guard let fx = frame.x.axis.fraction(of: sample.x), let fy = frame.y.axis.fraction(of: sample.y),
        (0...1).contains(fx), (0...1).contains(fy)
      else { return nil }
      let (x, y) = (frame.column(fx), frame.row(fy))
      let look = "fill=\"\(sample.isHigh ? "#00497A" : "white")\" stroke=\"\(sample.isHigh ? "white" : "#9A4A00")\""
      if !sample.isWrong { return "<circle cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"3.2\" \(look)/>\n" }
      let corners = [(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)].map { "\(SVG.number($0.0)),\(SVG.number($0.1))" }
      return "<polygon points=\"\(corners.joined(separator: " "))\" \(look) stroke-width=\"1.5\"/>\n"
    }.joined()
  }

  private func key(_ frame: SVGFrame) -> String {
    let (left, side) = (frame.left + frame.width + 24, frame.height / Double(Self.levels))
    var text = ""
    for level in 0..<Self.levels {
      text += "<rect x=\"\(SVG.number(left))\" y=\"\(SVG.number(frame.top + Double(Self.levels - 1 - level) * side))\""
      text += " width=\"14\" height=\"\(SVG.number(side + 0.3))\" fill=\"\(Self.color(level))\"/>\n"
    }
    for part in 0...4 {
      let fraction = Double(part) / 4
      let value = range.lowerBound + (range.upperBound - range.lowerBound) * fraction
      text += SVG.text(DecimalText.significant(value, digits: 3), left + 20, frame.row(fraction) + 4)
    }
    return text
  }
}
