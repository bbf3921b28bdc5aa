import Lessons

extension MathText {
  /// The formula as a `<math>` element.
  func mathML(isBlock: Bool) -> String {
    let display = isBlock ? " display=\"block\"" : ""
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"\(display)>\(element)</math>"
  }

  /// One element, whatever it holds.
  private var element: String {
    switch self {
    case .sign(let text): Self.token(text)
    case .words(let text): "<mtext>\(MarkupText.html(text))</mtext>"
    case .row(let parts): "<mrow>\(parts.map(\.element).joined())</mrow>"
    case .fraction(let over, let under): "<mfrac>\(over.element)\(under.element)</mfrac>"
    case .root(let inner): "<msqrt>\(inner.element)</msqrt>"
    case .scripts(let base, nil, nil): base.element
    case .scripts(let base, let below?, nil): "<msub>\(base.element)\(below.element)</msub>"
    case .scripts(let base, nil, let above?): "<msup>\(base.element)\(above.element)</msup>"
    case .scripts(let base, let below?, let above?):
      "<msubsup>\(base.element)\(below.element)\(above.element)</msubsup>"
    case .accented(let base, let mark): "<mover accent=\"true\">\(base.element)<mo>\(Self.spacing(mark))</mo></mover>"
    case .fenced(let left, let inner, let right):
      "<mrow>\(Self.fence(left))\(inner.element)\(Self.fence(right))</mrow>"
    case .grid(let rows, let alignment): Self.table(rows, alignment)
    }
  }

  private static func token(_ text: String) -> String {
    let plain = text.filter { $0 != " " }
    guard let first = plain.first else { return "<mspace width=\"0.3em\"/>" }
    let html = MarkupText.html(plain)
    if plain.allSatisfy({ $0.isNumber || $0 == "." }) { return "<mn>\(html)</mn>" }
    if plain.allSatisfy(\.isLetter) { return "<mi>\(html)</mi>" }
    return plain.count == 1 || !first.isLetter ? "<mo>\(html)</mo>" : "<mi>\(html)</mi>"
  }

  private static func fence(_ sign: String) -> String {
    sign.isEmpty ? "" : "<mo stretchy=\"true\">\(MarkupText.html(sign))</mo>"
  }

  /// An accent that is a sign of its own, for a combining one.
  private static func spacing(_ mark: Character) -> String {
    switch mark.unicodeScalars.first?.value {
    case 0x302: "^"
    case 0x303: "~"
    case 0x304, 0x305: "¯"
    case 0x307: "˙"
    case 0x20D7: "→"
    default: String(mark)
    }
  }

  private static func table(_ rows: [[MathText]], _ alignment: Alignment) -> String {
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let side: String =
          switch alignment {
          case .equations: column.isMultiple(of: 2) ? " class=\"left\"" : " class=\"right\""
          case .left: " class=\"right\""
          case .centered: ""
          }
        return "<mtd\(side)>\(cell.element)</mtd>"
      }
      return "<mtr>\(cells.joined())</mtr>"
    }
    return "<mtable displaystyle=\"true\">\(lines.joined())</mtable>"
  }
}
