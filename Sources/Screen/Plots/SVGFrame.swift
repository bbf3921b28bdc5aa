/// Title, axes and labels of a plot in SVG, and where its picture lies.
struct SVGFrame {
  let x: Ticks
  let y: Ticks
  let (left, top, width, height): (Double, Double, Double, Double)
  private let hasGrid: Bool

  /// `isSquare` makes both sides of the picture equal.
  init(x: Axis, y: Axis, isLooseY: Bool, isSquare: Bool) {
    self.x = Ticks(x, atMost: isSquare ? 6 : 10, isLoose: false, isASCII: false)
    self.y = Ticks(y, atMost: 7, isLoose: isLooseY, isASCII: false)
    (left, top, height) = (72, 64, SVGPage.height - 64 - 52)
    // Lines across would cut a map.
    hasGrid = !isSquare
    width = isSquare ? height : SVGPage.width - 72 - 24
  }

  func column(_ fraction: Double) -> Double { left + fraction * width }
  func row(_ fraction: Double) -> Double { top + (1 - fraction) * height }

  func text(title: String, xLabel: String, yLabel: String) -> String {
    var text = SVG.text(title, left, 24, extra: " font-size=\"16\" font-weight=\"bold\"")
    for tick in y.ticks {
      guard let fraction = y.axis.fraction(of: tick.value) else { continue }
      let end = hasGrid ? left + width : left - 5
      text += SVG.line(left, row(fraction), end, row(fraction), hasGrid ? "#E0E0E0" : "#606060")
      text += SVG.text(tick.label, left - 8, row(fraction) + 4, anchor: "end")
    }
    for tick in x.ticks {
      guard let fraction = x.axis.fraction(of: tick.value) else { continue }
      text += SVG.line(column(fraction), top + height, column(fraction), top + height + 5, "#606060")
      text += SVG.text(tick.label, column(fraction), top + height + 20, anchor: "middle")
    }
    text += SVG.line(left, top, left, top + height, "#606060")
    text += SVG.line(left, top + height, left + width, top + height, "#606060")
    text += SVG.text(xLabel, left + width / 2, top + height + 40, anchor: "middle")
    return text + SVG.text(yLabel, left - 8, top - 12, anchor: "end")
  }
}
