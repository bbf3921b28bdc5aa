import Diagnostics
import Expressions
import Networks
import Skills

/// Values that cannot be: of a sign that the quantity never has, or of the quantity's neighbor.
extension Mistake {
  static let negativeOutput = Mistake(
    "negative-output", Words(en: "an output below 0", zh: "输出值写成了负数"), skill: .sigmoid
  ) { subject in
    guard case .out(let asked) = subject.quantity, [.sigmoid, .softmax].contains(subject.activation(asked)) else {
      return []
    }
    return [subject.turned(.neuron(asked))]
  } question: { subject, _ in
    let out = subject.text(.out(subject.neuronAsked))
    return Words(en: "\(out): between which two numbers does it always lie?", zh: "\(out) 总在哪两个数之间？")
  }

  static let negativeSlope = Mistake(
    "negative-slope", Words(en: "a falling activation", zh: "激活函数的导数写成了负数"), skill: .outputSlope
  ) { subject in
    guard case .derivative(of: .out(let out), by: .net(let asked)) = subject.quantity else { return [] }
    let isSoftmax = subject.architecture.takesWholeLayer(out)
    guard isSoftmax || out == asked && [.sigmoid, .tanh].contains(subject.activation(asked)) else { return [] }
    return [subject.turned(.neuron(asked))]
  } question: { subject, focus in
    let neuron = subject.neuron(at: focus)
    let (net, out) = (subject.text(.net(neuron)), subject.text(.out(neuron)))
    if case .derivative(of: .out(let other), by: _) = subject.quantity, other != neuron {
      let name = subject.text(.out(other))
      return Words(en: "Raise \(net): does \(name) rise or fall?", zh: "增大 \(net)，\(name) 增大还是减小？")
    }
    return Words(en: "Raise \(net): does \(out) ever fall?", zh: "增大 \(net)，\(out) 会减小吗？")
  }

  static let negativeLoss = Mistake(
    "negative-loss", Words(en: "a loss below 0", zh: "损失写成了负数"), skill: .loss
  ) { subject in
    switch subject.quantity {
    case .loss, .partialLoss, .lossAfterUpdate: [subject.turned(.loss)]
    default: []
    }
  } question: { _, _ in
    Words(en: "Can E be less than 0?", zh: "E 可能小于 0 吗？")
  }

  static let slopeForValue = Mistake(
    "slope-for-value", Words(en: "the activation's slope in place of its value", zh: "把激活函数的导数当成了它的值"), skill: .sigmoid
  ) { subject in
    guard case .out(let asked) = subject.quantity, subject.activation(asked) == .sigmoid else { return [] }
    let out = Expression.call(.sigmoid, subject.leaf(.net(asked)))
    return [
      .exchange(.neuron(asked)) {
        $0 == .out(asked) ? .product([out, .difference(.number(1), out)]) : nil
      }
    ]
  } question: { subject, _ in
    let out = subject.text(.out(subject.neuronAsked))
    return Words(en: "\(out): is that the value of f, or its slope?", zh: "\(out) 是 f 的值，还是 f 的斜率？")
  }

  static let outForNet = Mistake(
    "out-for-net", Words(en: "out in place of net", zh: "把 out 当成了 net"), skill: .weightedSum
  ) { subject in
    guard case .net(let asked) = subject.quantity, subject.activation(asked).function.interval != nil else {
      return []
    }
    return [
      .addition(.neuron(asked)) { quantity, line in
        quantity == .net(asked) ? subject.activation(asked).applied(to: line) : nil
      }
    ]
  } question: { subject, _ in
    let net = subject.text(.net(subject.neuronAsked))
    return Words(
      en: "\(net): before the activation function, or behind it?", zh: "\(net) 在激活函数之前，还是之后？")
  }
}

extension Subject {
  /// The quantity itself with the other sign.
  fileprivate func turned(_ focus: Focus) -> Rewrite {
    let asked = quantity
    return .addition(focus) { quantity, line in quantity == asked ? .negation(line) : nil }
  }
}
