import Diagnostics

/// Plots one below the other as an SVG 1.1 file, without scripts, styles or anything from outside.
package struct SVGPage {
  /// The size of each plot.
  static let (width, height) = (720.0, 400.0)

  private var plots: [String] = []
  private var title: String
  private let look: Look

  /// - Parameter title: what a reader that cannot see hears first.
  package init(title: String, _ look: Look) { (self.title, self.look) = (title, look) }

  /// Puts a line plot below the others.
  package mutating func add(_ plot: LinePlot) { plots.append(plot.svg(look)) }

  /// Puts a map below the others.
  package mutating func add(_ map: HeatMap) { plots.append(map.svg(look)) }

  package var text: String {
    let height = Self.height * Double(max(1, plots.count))
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(SVG.number(Self.width)) \(SVG.number(height))\""
    text += " width=\"\(SVG.number(Self.width))\" height=\"\(SVG.number(height))\" role=\"img\""
    text += " font-family=\"sans-serif\" font-size=\"13\">\n"
    text += "<title>\(SVG.escaped(title))</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    for (number, plot) in plots.enumerated() {
      text += "<g transform=\"translate(0 \(SVG.number(Double(number) * Self.height)))\">\n\(plot)</g>\n"
    }
    return text + "</svg>\n"
  }
}

/// Numbers, text and colours as SVG writes them.
enum SVG {
  /// Colours that the colour-blind tell apart (Okabe and Ito 2008), and dashes for those who see none.
  static let colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#808080"]
  static let dashes = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 2", "6 2 2 2 2 2"]

  /// Two decimals; what is not finite is 0, so that no file is invalid.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    return DecimalText.shortest((value * 100).rounded() / 100 + 0)
  }

  static func escaped(_ text: String) -> String {
    SourceText.harmless(text).map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  static func text(_ text: String, _ x: Double, _ y: Double, anchor: String = "start", extra: String = "") -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(extra)>\(escaped(text))</text>\n"
  }

  static func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ color: String) -> String {
    "<line x1=\"\(number(x0))\" y1=\"\(number(y0))\" x2=\"\(number(x1))\" y2=\"\(number(y1))\" stroke=\"\(color)\"/>\n"
  }
}
