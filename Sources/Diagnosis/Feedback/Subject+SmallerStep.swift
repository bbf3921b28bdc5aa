import Diagnostics
import Expressions
import Networks

/// The next smaller step on the way to a quantity: what to work out first when no slip is recognized.
///
/// It never asks for what the question starts from, which is in view, nor for what the learner has found already.
extension Subject {
  /// The factors that have to be found before the quantity itself; forward values are given there.
  private var factorsBefore: [Item] {
    guard let names = definition(of: .now(quantity))?.leafNames else { return [] }
    return names.compactMap(architecture.item(named:)).filter { item in
      guard case .now(.derivative) = item else { return false }
      return definition(of: item) != nil
    }
  }

  /// `known` are the quantities that the learner has found; `leaves` the names in a formula that was typed: a learner who used a
  /// factor knows it.
  func smallerStep(known: Set<Quantity>, formulaOf leaves: [String] = []) -> SmallerStep {
    switch quantity {
    case .net(let neuron): return products(enteringNeuron: neuron)
    case .out(let neuron): return activationStep(neuron)
    case .partialLoss(let output): return difference(ofOutput: output)
    case .loss where architecture.outputCount == 1: return difference(ofOutput: 0)
    case .loss:
      let open = (0..<architecture.outputCount).map(Quantity.partialLoss).filter { !known.contains($0) }
      guard let first = open.first else {
        return SmallerStep(en: "The losses of all outputs are found: add them.", zh: "每个输出的损失都有了，把它们相加。")
      }
      return SmallerStep(
        en: "Find the loss of each output first: what is \(text(first))?",
        zh: "先分别求出每个输出的损失：\(text(first)) 是多少？", asked: open.prefix(Self.maxAsked).map(leaf))
    case .updated(let parameter):
      let gradient = Quantity.gradient(.parameter(parameter))
      return SmallerStep(
        en: "Work out the step η·\(text(gradient)) first: what is it?", zh: "先算这一步：η·\(text(gradient)) 是多少？",
        asked: [.product([leaf(.learningRate), leaf(gradient)])])
    case .lossAfterUpdate:
      let first = Quantity.updated(0)
      return SmallerStep(
        en: "Update every parameter first, then go forward from the inputs: what is \(text(first))?",
        zh: "先更新所有参数，再从输入开始前向传播：\(text(first)) 是多少？",
        asked: known.contains(first) || architecture.parameterCount == 0 ? [] : [leaf(first)])
    case .derivative(let dependent, let variable): return factor(of: dependent, by: variable, known, leaves)
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep:
      return SmallerStep(en: "It is given.", zh: "这是已知量。")
    }
  }

  /// More values than this are not asked for one after the other.
  private static let maxAsked = 3

  private func products(enteringNeuron neuron: Int) -> SmallerStep {
    let sources = architecture.sources(ofNeuron: neuron).prefix(Self.maxAsked)
    let products = sources.map { source in
      (sent(bySource: source), Quantity.parameter(architecture.weight(from: source, to: neuron)))
    }
    guard let (sent, weight) = products.first else { return SmallerStep(en: "It is given.", zh: "这是已知量。") }
    let first = text(sent) + "·" + text(weight)
    return SmallerStep(
      en: "Work out each product by itself: what is \(first)?", zh: "先分别算出每个乘积：\(first) 是多少？",
      asked: products.map { .product([leaf($0.0), leaf($0.1)]) })
  }

  private func activationStep(_ neuron: Int) -> SmallerStep {
    let net = text(.net(neuron))
    let behind = architecture.neurons(behindOut: neuron)
    if behind.count > 1 {
      // Its own first, since it is the numerator too.
      let nets = [neuron] + behind.filter { $0 != neuron }
      return SmallerStep(
        en: "Raise e to every net input of the layer, then divide by their sum: what is e^\(net)?",
        zh: "先对这一层的每个净输入求 e 的幂，再除以它们的和：e^\(net) 是多少？",
        asked: nets.prefix(Self.maxAsked).map { .call(.exp, leaf(.net($0))) })
    }
    guard activation(neuron) == .sigmoid else {
      return SmallerStep(
        en: "Put \(net) into the activation function of \(architecture.neuronName(neuron)).",
        zh: "把 \(net) 代入 \(architecture.neuronName(neuron)) 的激活函数。")
    }
    return SmallerStep(
      en: "Work out e^(−\(net)) first: what is it?", zh: "先算 e^(−\(net))：它是多少？",
      asked: [.call(.exp, .negation(leaf(.net(neuron))))])
  }

  private func difference(ofOutput output: Int) -> SmallerStep {
    let (target, out) = (Quantity.target(output), Quantity.out(architecture.firstOutput + output))
    guard architecture.loss.function.isSquare else {
      return SmallerStep(en: "Put the numbers into the loss one term at a time.", zh: "把数值逐项代入损失函数。")
    }
    return SmallerStep(
      en: "Work out \(text(target)) − \(text(out)) first: what is it?", zh: "先算 \(text(target)) − \(text(out))：它是多少？",
      asked: [.difference(leaf(target), leaf(out))])
  }

  private func factor(
    of dependent: Quantity, by variable: Quantity, _ known: Set<Quantity>, _ leaves: [String]
  ) -> SmallerStep {
    if case .out(let neuron) = dependent, variable == .net(neuron) {
      let (net, out) = (text(.net(neuron)), text(.out(neuron)))
      if activation(neuron) == .sigmoid, leaves.isEmpty {
        return SmallerStep(
          en: "How far \(out) is from 1 is one of the two factors of this slope: what is 1 − \(out)?",
          zh: "\(out) 到 1 的距离是这个斜率的两个因子之一：1 − \(out) 是多少？",
          asked: [.difference(.number(1), leaf(.out(neuron)))])
      }
      return SmallerStep(
        en: "How steep is the activation function at \(net)? Write its derivative first.",
        zh: "激活函数在 \(net) 处有多陡？先写出它的导数。")
    }
    let factors = factorsBefore
    let open = factors.filter { item in
      guard case .now(let quantity) = item else { return false }
      return !known.contains(quantity)
    }
    if let used = factors.first(where: { leaves.contains(architecture.name(of: $0)) }) {
      let name = architecture.text(of: used)
      return SmallerStep(en: "\(name) does belong in it: but how?", zh: "式子里确实有 \(name)，但它应该怎样出现？")
    }
    if let item = open.first, case .now(let quantity) = item {
      let (back, name) = (Feedback.oneBack(to: item), architecture.text(of: item))
      return SmallerStep(en: "\(back.en): what is \(name)?", zh: "\(back.zh)：\(name) 是多少？", asked: [leaf(quantity)])
    }
    let (above, below) = (text(dependent), text(variable))
    if !factors.isEmpty {
      let names = factors.prefix(Self.maxAsked).map(architecture.text(of:))
      return SmallerStep(
        en: "You have found \(names.joined(separator: ", ")): how do they make \(text(quantity))?",
        zh: "\(names.joined(separator: "、")) 已经求出：怎样由它们得到 \(text(quantity))？")
    }
    return SmallerStep(en: "Write \(above) out. Where is \(below) in it?", zh: "写出 \(above) 的式子：\(below) 在哪里？")
  }
}
