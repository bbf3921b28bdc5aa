/// Marks that tell things of one kind apart, in color and without it.
extension Look {
  /// A curve's mark, so that no color is needed.
  package func curveMark(_ number: Int) -> String {
    let marks = isASCII ? ["*", "+", "x", "o", "#", "@", "%", "&"] : ["●", "▲", "■", "◆", "○", "△", "□", "◇"]
    return marks[abs(number % marks.count)]
  }

  /// A curve's color.
  package static func curveStyle(_ number: Int) -> Style {
    let roles: [Role] = [.lit, .bad, .good, .fresh, .reused]
    return Style(roles[abs(number % roles.count)])
  }

  /// A sample's mark by its class; one that is answered wrong has another, so that no color is needed to see it.
  package func sampleMark(isHigh: Bool, isWrong: Bool) -> String {
    switch (isHigh, isWrong) {
    case (true, false): isASCII ? "@" : "●"
    case (false, false): isASCII ? "o" : "○"
    case (true, true): isASCII ? "X" : "◆"
    case (false, true): isASCII ? "x" : "◇"
    }
  }

  /// Shades from the lightest to the darkest.
  package var shades: [String] { isASCII ? [" ", ".", ":", "=", "#"] : [" ", "░", "▒", "▓", "█"] }
}
