import Expressions
import Networks

/// One way of making a mistake: how it changes the lines of a right derivation.
///
/// Lines are changed by what part they play and never by their numbers, so a rewrite holds for every parameter and for
/// every set of values. Whatever follows from a changed line changes with it.
package struct Rewrite: Sendable {
  /// Whether a line is exchanged, or kept with something done to it.
  ///
  /// Exchanges come first.
  enum Kind: Int, Sendable {
    case exchange
    case addition
  }

  package let focus: Focus
  let kind: Kind
  /// Every line's value is rounded before it is used.
  let rounding: Rounding?
  /// The line as it is changed; nil where it stays.
  let change: @Sendable (Item, Expression) -> Expression?

  private init(
    _ focus: Focus, _ kind: Kind, rounding: Rounding? = nil,
    change: @escaping @Sendable (Item, Expression) -> Expression?
  ) {
    self.focus = focus
    self.kind = kind
    self.rounding = rounding
    self.change = change
  }

  /// Exchanges the lines for which `line` has another expression.
  static func exchange(_ focus: Focus, _ line: @escaping @Sendable (Quantity) -> Expression?) -> Rewrite {
    Rewrite(focus, .exchange) { item, _ in
      if case .now(let quantity) = item { line(quantity) } else { nil }
    }
  }

  /// Does something to what is in a line.
  static func addition(_ focus: Focus, _ line: @escaping @Sendable (Quantity, Expression) -> Expression?) -> Rewrite {
    Rewrite(focus, .addition) { item, expression in
      if case .now(let quantity) = item { line(quantity, expression) } else { nil }
    }
  }

  /// Changes lines of the round after the update.
  static func secondRound(_ focus: Focus, _ line: @escaping @Sendable (Item) -> Expression?) -> Rewrite {
    Rewrite(focus, .exchange) { item, _ in line(item) }
  }

  static func rounding(_ rounding: Rounding, _ focus: Focus) -> Rewrite {
    Rewrite(focus, .addition, rounding: rounding) { _, _ in nil }
  }
}
