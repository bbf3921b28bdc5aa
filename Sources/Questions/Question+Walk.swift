import Diagnosis
import Expressions
package import Networks
package import Traces

/// What the walk and practice ask about a quantity.
extension Question {
  /// A question of a kind; nil where the quantity cannot be asked about in that way.
  ///
  /// The variant is one of many alike: the order of the tiles or rules, the mistake that is planted, the factor that is
  /// left out.
  package init?(_ sort: Sort, _ quantity: Quantity, on trace: Trace, step: Int? = nil, variant: Int = 0) {
    let kind: Kind
    switch sort {
    case .value:
      self = .value(of: quantity, on: trace, step: step)
      return
    case .sign: kind = .sign(SignQuestion(answer: trace.network.architecture.expression(of: quantity)))
    case .choice:
      guard let choice = ChoiceQuestion(ruleOf: quantity, trace, variant: variant) else { return nil }
      kind = .choice(choice)
    case .count:
      guard case .derivative(_, let variable) = quantity else { return nil }
      kind = .count(CountQuestion(variable: variable))
    case .chain:
      let chain = ChainQuestion(goal: quantity, isWhole: false, distractors: 3, variant: variant)
      guard chain.tiles(trace) != nil else { return nil }
      kind = .chain(chain)
    case .blanks:
      guard let blanks = BlanksQuestion(quantity, trace, variant: variant) else { return nil }
      kind = .blanks(blanks)
    case .wrongLine:
      guard let wrongLine = WrongLineQuestion(planting: quantity, trace, variant: variant) else { return nil }
      kind = .wrongLine(wrongLine)
    case .formula:
      let answer = trace.network.architecture.expression(of: quantity)
      kind = .formula(FormulaQuestion(answer: answer, symbols: []))
    // Opinions belong to lessons.
    case .poll, .words: return nil
    }
    self.init(kind, quantity, on: Ground(trace), step: step)
  }

  /// What a quantity comes to: a number on numbers of its own, which are to be worked out; at a step of a walk a formula
  /// will do.
  package static func value(of quantity: Quantity, on trace: Trace, step: Int? = nil) -> Question {
    let answer = trace.network.architecture.expression(of: quantity)
    let kind = ValueQuestion(answer: answer, form: step == nil ? .number : .any, tolerance: nil)
    return Question(.value(kind), quantity, on: Ground(trace), step: step)
  }
}

extension Trace {
  /// The question that fits a step: its value, or for the start of a gradient a prediction.
  package func question(about step: Step) -> Question {
    let fitting: Question.Sort =
      switch step.kind {
      // The whole gradient is asked for when the paths are added.
      case _ where step.isShareOfQuantity: .count
      case .chain: .sign
      default: .value
      }
    return Question(fitting, step.quantity, on: self, step: step.id)
      ?? .value(of: step.quantity, on: self, step: step.id)
  }
}
