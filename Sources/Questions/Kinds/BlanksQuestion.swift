import Diagnosis
import Diagnostics
import Expressions
package import Networks
import Traces

/// A worked derivation of a gradient with some factors left out, which are asked for one after the other.
package struct BlanksQuestion: QuestionKind {
  package let goal: Quantity
  package let blank: [Quantity]
  /// The chain that is shown; nil for the one that a derivation of the goal alone writes.
  private let path: [Quantity]?

  init(goal: Quantity, blank: [Quantity]) {
    self.goal = goal
    self.blank = blank
    path = nil
  }

  /// One factor is left out; the last first, since it is the easiest.
  ///
  /// nil where the gradient has more than one path, or no chain.
  init?(_ goal: Quantity, _ trace: Trace, variant: Int) {
    guard case .derivative(let dependent, let variable) = goal,
      let paths = trace.localDerivatives(of: dependent, by: variable), paths.count == 1, let path = paths.first,
      path.count > 1
    else { return nil }
    self.goal = goal
    blank = [path[path.count - 1 - Int(variant.magnitude % UInt(path.count))]]
    self.path = path
  }

  var partCount: Int { max(1, blank.count) }
  var wantsValue: Bool { true }

  func quantity(ofPart part: Int, _ question: Question) -> Quantity? {
    blank.indices.contains(part) ? blank[part] : nil
  }

  func subjects(_ question: Question) -> [Quantity] { [goal] }

  func material(ofPart part: Int, _ question: Question) -> Material {
    let trace = question.trace
    let paths = (path.map { [$0] } ?? trace.chainPaths(of: goal)).map { path in
      path.map { factor in
        let number = blank.firstIndex(of: factor)
        let isOpen = number.map { $0 >= part } ?? false
        return Material.Factor(
          quantity: factor, form: isOpen ? nil : trace.symbolic(ofFactor: factor), isAsked: number == part)
      }
    }
    return .blanks(Material.Blanks(goal: goal, paths: paths, count: blank.count))
  }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    Words(en: "One factor is left out. What is it?", zh: "缺了一个因子，它是什么？")
  }

  func label(ofPart part: Int, _ question: Question) -> Label {
    .equals(quantity(ofPart: part, question).map(question.network.architecture.expression(of:)))
  }

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    guard blank.indices.contains(part) else { return QuestionWords.unaskable }
    return question.checker().check(blank[part], answer: answer, earlier: earlier)
  }

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    quantity(ofPart: part, question).map(question.ladder) ?? []
  }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? {
    quantity(ofPart: part, question).map { DecimalText.shortest(Pass(question.network).value(of: $0)) }
  }

  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer? {
    quantity(ofPart: part, question).map { question.fullAnswer(question.network.architecture.expression(of: $0)) }
  }
}
