import Networks
import Reports
import Screen
import Training
import Tutor

/// What a command answered, in rows.
extension BoardView {
  func rows(_ reply: Reply, columns: Int) -> [TextRow] { replyRows(reply, columns: columns) }

  func replyRows(_ reply: Reply, columns: Int) -> [TextRow] {
    let base: Style
    switch reply.kind {
    case .answer: base = Style()
    case .notice: base = Style(.heading)
    case .fault: base = Style(.bad)
    }
    return reply.lines.flatMap { line -> [TextRow] in
      switch line {
      case .words(let words): return type.wrap(type[words], columns: columns).map { TextRow(text: $0, style: base) }
      case .text(let words):
        return type[words].split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.isEmpty }.map {
          TextRow(text: String($0), style: base)
        }
      case .equation(let left, let right, let note):
        let text = type.line(left) + " = " + type.line(right)
        var rows = type.wrap(text, columns: columns).map { TextRow(text: $0) }
        if let note {
          let tail = "   " + type[note]
          if let last = rows.last, Screen.width(of: last.text + tail) <= columns {
            rows[rows.count - 1].text += tail
          } else {
            rows.append(TextRow(text: tail, style: Style(.faint)))
          }
        }
        return rows
      case .value(let expression, let value):
        let text = type.line(expression) + " = " + type.number(value, digits: nil)
        return type.wrap(text, columns: columns).map { TextRow(text: $0, style: Style(.fresh, bold: true)) }
      case .errorCurve(let check): return curve(check, columns: columns)
      case .formula(let text): return type.wrap(type.formula(text), columns: columns).map { TextRow(text: $0) }
      case .entry(let usage, let words):
        let padded = usage + String(repeating: " ", count: max(1, 20 - usage.count))
        return type.wrap(padded + type[words], columns: columns).map { TextRow(text: $0) }
      }
    }
  }

  /// The picture of a gradient check, which fits into any width: where none is given it asks for none.
  private func curve(_ check: GradientCheck, columns: Int) -> [TextRow] {
    let network = walk.network
    guard columns < Self.unlimited, check.parameter < network.parameters.count else { return [] }
    let look = type.look
    let plot = GradientCheckReport([check], of: network).plot(of: check, look)
    return plot.lines(Size(columns: min(columns, 76), rows: 14), look).map { TextRow(text: $0) }
  }
}
