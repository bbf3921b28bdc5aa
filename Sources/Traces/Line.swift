package import Expressions
package import Networks

/// What one stop puts on the board, as data; views and exports typeset it.
package enum Line: Hashable, Sendable {
  /// quantity = factor · factor · …, one of them marked.
  case identity(Quantity, factors: [Quantity], marked: Int?)
  /// quantity = formula.
  case formula(Quantity, Expression)
  /// The rule that is used.
  case rule(Rule)
  /// quantity = formula with the numbers put in.
  case numbers(Quantity, Expression)
  /// quantity = formula with the numbers put in = value; a value alone where nothing is put in.
  case value(Quantity, numbers: Expression?, Double)
}

extension Trace {
  /// The line of a stop.
  package func line(of stop: Stop) -> Line {
    let step = self[stop.step]
    let quantity = step.quantity
    switch stop.stage {
    case .chain:
      let goal = step.kind == .factor ? (step.goals.last ?? quantity) : quantity
      return .identity(goal, factors: step.path, marked: step.kind == .factor ? step.place : nil)
    case .writtenOut: return .formula(quantity, writtenOut(quantity))
    case .rule: return rule(of: step).map(Line.rule) ?? .formula(quantity, symbolic(step))
    case .symbolic: return .formula(quantity, symbolic(step))
    case .substituted: return .numbers(quantity, substituted(step))
    case .value:
      let isPlain = step.kind != .factor || step.reuses != nil || isCompound(quantity)
      return .value(quantity, numbers: isPlain ? nil : substituted(step), value(of: step))
    }
  }

  /// The lines that a step has put on the board when the walk is at one of its stops.
  package func lines(upTo stop: Stop) -> [Line] {
    self[stop.step].stages.filter { $0 <= stop.stage }.map { line(of: Stop(step: stop.step, stage: $0)) }
  }
}
