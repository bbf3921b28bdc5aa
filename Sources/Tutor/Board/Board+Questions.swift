import Diagnosis
import Diagnostics
import Networks
import Questions
import Traces

/// Questions about the walk.
extension Board {
  /// Opens the question that fits the step at hand; where it is shown already, that of the next step.
  mutating func openQuestion(_ sort: Question.Sort?) {
    var step = walk.step
    if walk.stop.stage == .value, sort == nil {
      _ = walk.nextStep()
      step = walk.step
    }
    let fitting = walk.trace.question(about: step)
    let goal = step.goals.last ?? step.quantity
    switch sort {
    case nil: pose(fitting)
    case .value?: pose(.value(of: step.quantity, on: walk.trace, step: step.id))
    case .formula?, .chain?, .blanks?, .wrongLine?, .poll?, .words?:
      if let question = sort.flatMap({ Question($0, goal, on: walk.trace) }) { pose(question) }
    case .choice?:
      if walk.trace.rule(of: step) != nil, step.kind == .factor,
        let question = Question(.choice, step.quantity, on: walk.trace, step: step.id)
      {
        pose(question)
      } else {
        reply = .notice(Words(en: "Rules belong to factors; Tab goes to the next one.", zh: "法则属于因子，按 Tab 到下一个因子。"))
      }
    case .sign?, .count?:
      if case .derivative(of: .loss, by: _) = goal, let question = sort.flatMap({ Question($0, goal, on: walk.trace) })
      {
        pose(question)
      } else {
        reply = .notice(Words(en: "That belongs to a gradient; ] goes to the next one.", zh: "这要在推导梯度时问，按 ] 到下一个梯度。"))
      }
    }
  }

  /// Opens a question; one that was settled begins anew.
  mutating func pose(_ question: Question) {
    var posed = Asking(question)
    if let asking, asking.question.asksTheSame(as: posed.question) { posed.again = asking.again + 1 }
    asking = posed
  }

  /// The line in which an answer is typed.
  mutating func openAnswerLine() {
    guard let asking, !asking.isSettled else { return }
    prompt = Console.Prompt(purpose: .answer, editor: LineEditor())
  }

  /// The key that gives a hint means the same as a line, unless something is called so.
  func asksForHelp(_ text: String) -> Bool {
    text == "?" || text == "？" || text == "H" && walk.network.architecture.quantity(spelled: text) == nil
  }

  /// Goes on to the next part of the question, or settles it.
  static func pass(_ asking: inout Asking) {
    if asking.part + 1 < asking.partCount {
      asking.part += 1
      asking.aside = nil
      asking.rung = 0
    } else {
      asking.isSettled = true
    }
  }

  /// The learner's own number, for what follows from it.
  mutating func keepValue(_ text: String, _ asking: Asking) {
    guard let quantity = asking.valued, asking.like == nil else { return }
    if let value = Checker(askedTrace.network).value(of: text) { earlier[quantity] = value }
  }

  // MARK: Predicting

  mutating func setPredicting(_ text: String) {
    switch text.lowercased() {
    case "": predicts.toggle()
    case "on": predicts = true
    case "off": predicts = false
    default:
      reply = .fault(Words(en: "There is :predict on and :predict off.", zh: "可用 :predict on 和 :predict off。"))
      return
    }
    reply =
      predicts
      ? .notice(Words(en: "Nothing is shown now before you have predicted it.", zh: "现在先预测，后揭晓。"))
      : .notice(Words(en: "Everything is shown again without a prediction.", zh: "不再要求预测。"))
  }

  /// The last stop that may be shown before the learner has had a go, if the walk has gone beyond it.
  func firstUnpredicted(from start: Int) -> Int? {
    for index in start + 1...max(start + 1, walk.index) where index < walk.stops.count && index <= walk.index {
      let stop = walk.stops[index]
      let step = walk.trace[stop.step]
      if predicted.contains(stop.step) { continue }
      let reveals: Bool =
        switch step.kind {
        case .chain: false
        case .product where step.isShareOfQuantity: false
        case .factor: stop.stage >= .symbolic
        case .netInput, .output, .loss, .product, .sum, .collapse, .update: stop.stage >= .substituted
        }
      if reveals { return index - 1 }
    }
    return nil
  }
}
