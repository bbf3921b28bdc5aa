import Diagnostics
import Expressions
import Networks
import Screen
import Tutor

/// Sets words, formulas and numbers on one line each, in the language and notation at hand.
struct PlainText {
  let type: Typesetter
  let architecture: Architecture

  init(_ state: State) {
    type = Typesetter(state)
    architecture = state.walk.network.architecture
  }

  subscript(words: Words) -> String { type[words] }

  func line(_ expression: Expression) -> String { type.line(expression) }

  func name(_ quantity: Quantity) -> String { line(architecture.expression(of: quantity)) }

  func number(_ value: Double) -> String { type.number(value) }

  var arrow: String { type.sign(.arrow) }

  /// Names behind each other, as in: i1, i2.
  func list(_ names: [String]) -> String { names.joined(separator: self[Words(en: ", ", zh: "、")]) }

  /// What belongs closely together, with a pause between.
  func phrases(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: self[Words(en: ", ", zh: "，")])
  }

  func sentence(_ text: String) -> String { text + self[Words(en: ".", zh: "。")] }

  var colon: String { self[Words(en: ": ", zh: "：")] }
}
