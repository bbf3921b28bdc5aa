import Diagnosis
import Diagnostics
import Expressions
package import Networks
package import Traces

/// Makes the ladder of help for any quantity out of its derivation: the goal, where to look, the rule on another
/// example, the set-up with a blank, the answer with its reason.
package struct Hints {
  private let trace: Trace
  private let quantity: Quantity

  package init(trace: Trace, quantity: Quantity) {
    self.trace = trace
    self.quantity = quantity
  }

  private var architecture: Architecture { trace.network.architecture }

  /// All rungs, the vaguest first.
  package var ladder: [Hint] { Hint.Rung.allCases.map(hint) }

  /// One rung.
  package func hint(_ rung: Hint.Rung) -> Hint {
    switch rung {
    case .goal: Hint(rung: rung, words: goal, formula: nil, focus: nil)
    case .place: Hint(rung: rung, words: place, formula: nil, focus: focus)
    case .rule: Hint(rung: rung, words: rule.0, formula: rule.1, focus: focus)
    case .setUp: Hint(rung: rung, words: setUp.0, formula: setUp.1, focus: focus)
    case .answer: Hint(rung: rung, words: answer.0, formula: answer.1, focus: focus)
    }
  }

  private func text(_ quantity: Quantity) -> String { architecture.expression(of: quantity).text(.unicode) }

  private func number(_ value: Double) -> String { Expression.number(value).text(.unicode, numberDigits: 6) }

  // MARK: What is asked

  private var goal: Words {
    switch quantity {
    case .net(let neuron):
      Words(
        en: "Find what arrives at \(name(neuron)) before the activation function.", zh: "求激活之前到达 \(name(neuron)) 的量。")
    case .out(let neuron): Words(en: "Find what \(name(neuron)) sends on.", zh: "求 \(name(neuron)) 传给下一层的量。")
    case .loss, .partialLoss: Words(en: "Find how far the output is from the target.", zh: "求输出值与目标值相差多少。")
    case .updated(let parameter):
      Words(
        en: "Find \(text(.parameter(parameter))) after one step of gradient descent.",
        zh: "求梯度下降一步之后的 \(text(.parameter(parameter)))。")
    case .derivative(let dependent, let variable):
      Words(
        en: "Find how fast \(text(dependent)) changes when only \(text(variable)) is nudged.",
        zh: "只把 \(text(variable)) 稍微改变一点，求 \(text(dependent)) 变化得多快。")
    default: Words(en: "Find \(text(quantity)).", zh: "求 \(text(quantity))。")
    }
  }

  // MARK: Where to look

  private var place: Words {
    switch quantity {
    case .net(let neuron):
      return Words(en: "Look at every edge that ends in \(name(neuron)).", zh: "看所有通向 \(name(neuron)) 的边。")
    case .out(let neuron), .derivative(of: .out(let neuron), by: .net):
      return Words(
        en: "Look inside \(name(neuron)): from net to out.", zh: "看 \(name(neuron)) 内部：从 net 到 out。")
    case .loss, .partialLoss: return Words(en: "Look at the output and its target.", zh: "看输出值和它的目标值。")
    case .updated(let parameter):
      return Words(
        en: "Look at \(text(.parameter(parameter))), its gradient and η.",
        zh: "看 \(text(.parameter(parameter)))、它的梯度和 η。")
    case .derivative(of: .loss, by: .out(let neuron)) where architecture.isOutput(neuron):
      return Words(en: "Look at E: where is \(text(.out(neuron))) in it?", zh: "看 E 的式子：\(text(.out(neuron))) 在哪里？")
    case .derivative(of: .net(let neuron), by: let variable):
      return Words(
        en: "Look at \(text(.net(neuron))): which term contains \(text(variable))?",
        zh: "看 \(text(.net(neuron)))：哪一项含 \(text(variable))？")
    case .derivative(of: .loss, by: let variable):
      return Words(
        en: "Follow the path from \(text(variable)) to E, one link at a time.",
        zh: "沿着从 \(text(variable)) 到 E 的路径，一环一环地看。")
    default: return Words(en: "Look at what it is made of.", zh: "看它由哪些量组成。")
    }
  }

  private var focus: Focus? {
    switch quantity {
    case .net(let neuron), .out(let neuron), .derivative(of: .out(let neuron), by: .net),
      .derivative(of: .loss, by: .net(let neuron)):
      .neuron(neuron)
    case .loss, .partialLoss, .derivative(of: .loss, by: .out): .loss
    case .updated(let parameter), .derivative(of: .net, by: .parameter(let parameter)),
      .derivative(of: .loss, by: .parameter(let parameter)):
      .parameter(parameter)
    case .derivative(of: .net(let neuron), by: .out(let source)):
      .parameter(architecture.weight(from: architecture.inputs.count + source, to: neuron))
    case .derivative(of: .net, by: .input(let input)): .input(input)
    default: nil
    }
  }

  // MARK: The rule, on another example

  private var rule: (Words, String) {
    switch quantity {
    case .net:
      return (
        Words(en: "Value times weight for each edge, then the bias. For example:", zh: "每条边：值乘以权重，再加偏置。例如："),
        "2·0.5 + 3·(−1) + 0.5 = −1.5"
      )
    case .out(let neuron):
      return (Words(en: "Put net into the activation function.", zh: "把 net 代入激活函数。"), activation(neuron))
    case .loss, .partialLoss: return lossRule
    case .updated:
      return (
        Words(en: "The old value minus η times the gradient. For example:", zh: "旧值减去 η 乘以梯度。例如："), "0.5 − 0.1·2 = 0.3"
      )
    default: break
    }
    // A whole gradient is a product of factors: no single rule gives it.
    guard !isGoal, !trace.isCompound(quantity), let rule = trace.derivation(of: quantity)?.principalRule else {
      return (
        Words(en: "Along a path the slopes multiply; different paths add. For example:", zh: "同一条路径上斜率相乘，不同路径相加。例如："),
        "2·0.5·3 + 4·0.5·1 = 5"
      )
    }
    let example = Self.example(of: rule)
    return (Words(en: "\(rule.name.en). For example:", zh: "\(rule.name.zh)。例如："), rule.formula + "      " + example)
  }

  private func activation(_ neuron: Int) -> String {
    architecture.activation(ofNeuron: neuron).function.example
  }

  private var lossRule: (Words, String) {
    let loss = architecture.loss.function
    let words = loss.purpose
    return (Words(en: "\(words.en) For example:", zh: "\(words.zh)例如："), loss.example)
  }

  private static func example(of rule: Rule) -> String {
    switch rule {
    case .constantMultiple: "∂(3·x + 2)/∂x = 3"
    case .power: "∂(½(5 − x)²)/∂x = −(5 − x)"
    case .sigmoidDerivative: "f(x) = 0.8: f′(x) = 0.8·0.2 = 0.16"
    case .tanhDerivative: "tanh(x) = 0.8: 1 − 0.8² = 0.36"
    case .reluDerivative: "relu′(2) = 1, relu′(−2) = 0"
    case .identity: "∂(x + 3)/∂x = 1"
    case .constant: "∂(3)/∂x = 0"
    default: "∂(x² + 3·x)/∂x = 2·x + 3"
    }
  }

  // MARK: The set-up, with a blank

  private var setUp: (Words, String) {
    let blank = "▢"
    let words = Words(en: "Fill in the blank:", zh: "填空：")
    switch quantity {
    case .updated(let parameter):
      let old = trace.pass.value(of: .parameter(parameter))
      return (words, "\(text(quantity)) = \(number(old)) − \(number(trace.network.learningRate))·\(blank)")
    case .net, .out, .loss, .partialLoss:
      let numbers = trace.substituted(trace.definition(of: quantity)).text(.unicode, numberDigits: 6)
      return (words, "\(text(quantity)) = \(numbers) = \(blank)")
    case .derivative(let dependent, let variable):
      if trace.derivation(of: quantity) != nil, !trace.isCompound(quantity), !isGoal {
        return (words, trace.writtenOut(quantity).text(.unicode) + " = " + blank)
      }
      let paths = trace.localDerivatives(of: dependent, by: variable) ?? []
      let products = paths.prefix(4).map { path in
        let factors = path.dropLast().filter { !isWholeShare($0) }
        return (factors.map { number(trace.pass.value(of: $0)).parenthesisedIfNegative } + [blank]).joined(
          separator: "·")
      }
      return (words, text(quantity) + " = " + products.joined(separator: " + "))
    default: return (words, text(quantity) + " = " + blank)
    }
  }

  /// Whether a factor only says that an output's loss is added to E, which no one writes.
  private func isWholeShare(_ factor: Quantity) -> Bool {
    guard case .derivative(of: .loss, by: .partialLoss) = factor else { return false }
    return trace.pass.value(of: factor) == 1
  }

  /// Whether it is a gradient with a chain of its own.
  private var isGoal: Bool {
    guard case .derivative(of: .loss, by: let variable) = quantity else { return false }
    if case .out(let neuron) = variable { return !architecture.isOutput(neuron) }
    return true
  }

  // MARK: The answer

  private var answer: (Words, String) {
    let value = number(trace.pass.value(of: quantity))
    let form = trace.closedForm(of: architecture.expression(of: quantity))?.text(.unicode)
    let formula = [text(quantity), form, value].compactMap { $0 }.joined(separator: " = ")
    return (Checker(trace.network).reason(for: quantity), formula)
  }

  private func name(_ neuron: Int) -> String { architecture.neuronName(neuron) }
}

extension String {
  fileprivate var parenthesisedIfNegative: String { hasPrefix("−") ? "(\(self))" : self }
}
