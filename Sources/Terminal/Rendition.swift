/// How a terminal of xterm's kind draws characters at a moment: what its SGR sequences (ECMA-48, 8.3.117) have set.
struct Rendition: Equatable {
  /// Numbers of the palette of 256; nil is the terminal's own.
  var text: UInt8?
  var ground: UInt8?
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var isReversed = false

  /// Changes it as a sequence with these parameters does; false for parameters that nothing here ever sends.
  mutating func apply(_ parameters: [Int]) -> Bool {
    var rest = parameters[...]
    while let parameter = rest.popFirst() {
      switch parameter {
      case 0: self = Rendition()
      case 1: isBold = true
      case 2: isDim = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      case 22: (isBold, isDim) = (false, false)
      case 24: isUnderlined = false
      case 27: isReversed = false
      case 30...37: text = UInt8(parameter - 30)
      case 40...47: ground = UInt8(parameter - 40)
      case 90...97: text = UInt8(parameter - 90 + 8)
      case 100...107: ground = UInt8(parameter - 100 + 8)
      case 39: text = nil
      case 49: ground = nil
      case 38, 48:
        guard rest.popFirst() == 5, let number = rest.popFirst().flatMap({ UInt8(exactly: $0) }) else { return false }
        if parameter == 38 { text = number } else { ground = number }
      default: return false
      }
    }
    return true
  }

  /// This, as far as blanks show it: the colour of text does not matter to them unless there is a line or a reversal.
  func onBlanks(after former: Rendition) -> Rendition {
    if isUnderlined || isReversed { return self }
    var shown = former
    shown.ground = ground
    (shown.isUnderlined, shown.isReversed) = (false, false)
    return shown
  }

  /// The shortest parameters that lead here from another one; nil if there is nothing to do.
  func parameters(after former: Rendition) -> String? {
    if self == former { return nil }
    // An empty first parameter is 0, which takes all away.
    let anew = ([""] + changes(from: Rendition())).joined(separator: ";")
    let changed = changes(from: former).joined(separator: ";")
    return anew.utf8.count < changed.utf8.count ? anew : changed
  }

  private func changes(from former: Rendition) -> [String] {
    var changes: [String] = []
    // Both weights end with the same parameter.
    let endsWeight = (former.isBold && !isBold) || (former.isDim && !isDim)
    if endsWeight { changes.append("22") }
    if isBold, endsWeight || !former.isBold { changes.append("1") }
    if isDim, endsWeight || !former.isDim { changes.append("2") }
    if isUnderlined != former.isUnderlined { changes.append(isUnderlined ? "4" : "24") }
    if isReversed != former.isReversed { changes.append(isReversed ? "7" : "27") }
    if text != former.text { changes.append(Self.parameter(text, base: 30)) }
    if ground != former.ground { changes.append(Self.parameter(ground, base: 40)) }
    return changes
  }

  private static func parameter(_ color: UInt8?, base: Int) -> String {
    guard let color = color.map(Int.init) else { return "\(base + 9)" }
    return color < 8 ? "\(base + color)" : (color < 16 ? "\(base + 60 + color - 8)" : "\(base + 8);5;\(color)")
  }
}
