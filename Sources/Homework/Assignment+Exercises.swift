package import Diagnostics
import Expressions
package import Lessons
package import Networks
import Questions
import Traces

extension Assignment {
  /// The exercises as one student gets them: what hangs on numbers or chance is settled.
  package func exercises(for student: String, _ network: Network) -> [ExerciseList.Exercise] {
    let pass = Pass(network)
    return exercises.enumerated().map { index, exercise in
      let variant = Int(Self.seed(title, student, "\(index + 1)") >> 40)
      switch exercise.kind {
      case .number, .formula, .sign, .derivation, .choice, .faded, .bug: return exercise
      case .conditional(let text, let options):
        let right = options.indices.filter { options[$0].right.holds(at: pass) }
        return exercise.with(.choice(text, options: options.map(\.text), right: Set(right)))
      case .chain(let goal, let distractors, _):
        return exercise.with(.chain(goal, distractors: distractors, variant: variant))
      case .planted(let quantity):
        guard let planted = WrongLineQuestion(planting: quantity, Trace(network, goals: [quantity]), variant: variant)
        else { return exercise.with(.derivation(quantity)) }
        let lines = planted.lines.map { Ask.Equation(left: $0.left, right: $0.right) }
        return exercise.with(.bug(lines, wrong: planted.wrong))
      }
    }
  }
}

extension ExerciseList.Exercise {
  fileprivate func with(_ kind: ExerciseList.Kind) -> ExerciseList.Exercise {
    ExerciseList.Exercise(kind: kind, points: points, prompt: prompt)
  }
}

extension ExerciseList.Kind {
  /// The quantities whose numbers are judged.
  var judgedQuantities: [Quantity] {
    switch self {
    case .number(let quantity), .formula(let quantity), .derivation(let quantity), .sign(let quantity): [quantity]
    case .faded(_, let blank): blank
    case .choice, .conditional, .chain, .bug, .planted: []
    }
  }

  /// What the question names.
  var namedQuantity: Quantity? {
    switch self {
    case .number(let quantity), .formula(let quantity), .derivation(let quantity), .sign(let quantity),
      .chain(let quantity, _, _), .faded(let quantity, _), .planted(let quantity):
      quantity
    case .choice, .conditional, .bug: nil
    }
  }

  /// Whether the question is the program's own words, in which formulas are.
  var hasOwnWords: Bool {
    switch self {
    case .choice, .conditional: false
    case .number, .formula, .derivation, .sign, .chain, .faded, .bug, .planted: true
    }
  }

  /// As it is written in lists and keys.
  package var name: String {
    switch self {
    case .number: "number"
    case .formula: "formula"
    case .sign: "sign"
    case .derivation: "derivation"
    case .choice, .conditional: "choice"
    case .chain: "chain"
    case .faded: "faded"
    case .bug, .planted: "bug"
    }
  }

  /// What is asked, with the quantity's name as `name`.
  package func prompt(_ name: String, variable: String) -> Words {
    switch self {
    case .number:
      Words(en: "What is \(name)? Give at least three significant digits.", zh: "\(name) 等于多少？至少写三位有效数字。")
    case .formula: Words(en: "Write \(name) as a formula.", zh: "写出 \(name) 的式子。")
    case .sign:
      Words(en: "Raise \(variable) a little. Does E rise or fall?", zh: "把 \(variable) 稍微调大，E 会升还是降？")
    case .derivation:
      Words(
        en: "Derive \(name) step by step: every factor as a formula and as a number.", zh: "逐步推导 \(name)：每个因子都写出式子和数值。")
    case .choice(let text, _, _), .conditional(let text, _): Words(text)
    case .chain:
      Words(en: "Which tiles make \(name)? Write their letters, from E on.", zh: "哪些拼块组成 \(name)？从 E 开始写字母。")
    case .faded(_, let blank) where blank.count == 1:
      Words(
        en: "One factor of \(name) is left out. What is it, as a formula or a number?",
        zh: "\(name) 缺了一个因子。写出它的式子或数值。")
    case .faded:
      Words(
        en: "Some factors of \(name) are left out. Write each as a formula or a number, in order, a line each.",
        zh: "\(name) 缺了几个因子。按编号写出它们的式子或数值，每行一个。")
    case .bug, .planted:
      Words(en: "One line is wrong. Which? Write its number.", zh: "有一行是错的，是哪一行？写出行号。")
    }
  }
}
