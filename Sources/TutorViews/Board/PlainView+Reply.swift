import Diagnostics
import Expressions
package import Tutor

extension PlainView {
  /// Why a command could not be done; empty where it could.
  package static func faults(_ state: State) -> [String] {
    state.reply?.kind == .fault ? safe(reply(state, PlainText(state))) : []
  }

  /// What a command answered, one line each.
  static func reply(_ state: State, _ text: PlainText) -> [String] {
    (state.reply?.lines ?? []).flatMap { line($0, text) }
  }

  /// A line of an answer; a finished text may have several of its own.
  static func line(_ line: Reply.Line, _ text: PlainText) -> [String] {
    switch line {
    case .words(let words): return [text[words]]
    case .equation(let left, let right, let note):
      let remark = note.map { text[Words(en: " (\($0[.en]))", zh: "（\($0[.zh])）")] } ?? ""
      return ["\(text.line(left)) = \(text.line(right))\(remark)"]
    case .value(let left, let value):
      // A number is its own value.
      if case .number = left { return [text.number(value)] }
      return ["\(text.line(left)) = \(text.number(value))"]
    case .formula(let formula): return [text.type.formula(formula)]
    case .entry(let usage, let words):
      return [text.phrases([usage.first == ":" ? String(usage.dropFirst()) : usage]) + text.colon + text[words]]
    // Its numbers have been reported; no one can listen to a picture.
    case .errorCurve: return []
    case .text(let words):
      var lines = text[words].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }
}
