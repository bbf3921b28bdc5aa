import Diagnostics
import Expressions
import Networks

/// The next smaller step on the way to a quantity: what to work out first when no slip is recognized.
extension Subject {
  /// The first thing that has to be found before the quantity itself.
  var factorBefore: Item? {
    guard let names = definition(of: .now(quantity))?.leafNames else { return nil }
    return names.lazy.compactMap(architecture.item(named:)).first { definition(of: $0) != nil }
  }

  /// The quantity that the smaller step asks for, where it asks for one.
  var stepBefore: Quantity? {
    switch quantity {
    case .loss where architecture.outputCount > 1: .partialLoss(0)
    case .derivative(of: .loss, by: _):
      factorBefore.flatMap { if case .now(let quantity) = $0 { quantity } else { nil } }
    case .net, .out, .partialLoss, .loss, .derivative, .updated, .lossAfterUpdate, .input, .target, .parameter,
      .learningRate, .weightDecay, .momentum, .lastStep:
      nil
    }
  }

  /// In words; it never asks for a value that the step at hand starts from, for that is in view.
  var smallerStep: Words {
    switch quantity {
    case .net(let neuron): return products(enteringNeuron: neuron)
    case .out(let neuron):
      let net = text(.net(neuron))
      return activation(neuron) == .sigmoid
        ? Words(en: "Work out e^(−\(net)) first.", zh: "先算 e^(−\(net))。")
        : Words(
          en: "Put \(net) into the activation function of \(architecture.neuronName(neuron)).",
          zh: "把 \(net) 代入 \(architecture.neuronName(neuron)) 的激活函数。")
    case .partialLoss(let output): return difference(ofOutput: output)
    case .loss:
      return architecture.outputCount == 1
        ? difference(ofOutput: 0) : Words(en: "Find the loss of each output first.", zh: "先分别求出每个输出的损失。")
    case .updated(let parameter):
      let gradient = text(.gradient(.parameter(parameter)))
      return Words(en: "Work out the step η·\(gradient) first.", zh: "先算这一步 η·\(gradient)。")
    case .lossAfterUpdate:
      return Words(en: "Update every parameter first; then go forward from the inputs.", zh: "先更新所有参数，再从输入开始前向传播。")
    case .derivative(let dependent, let variable): return factor(of: dependent, by: variable)
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep:
      return Words(en: "It is given.", zh: "这是已知量。")
    }
  }

  private func products(enteringNeuron neuron: Int) -> Words {
    let sources = architecture.sources(ofNeuron: neuron)
    let products = sources.prefix(3).map { source in
      text(sent(bySource: source)) + "·" + parameterName(architecture.weight(from: source, to: neuron))
    }
    let more = sources.count > 3 ? "…" : ""
    return Words(
      en: "Work out each product by itself: \((products + [more]).filter { !$0.isEmpty }.joined(separator: ", ")).",
      zh: "先分别算出每个乘积：\(products.joined(separator: "、"))\(more)。")
  }

  private func difference(ofOutput output: Int) -> Words {
    let (target, out) = (text(.target(output)), text(.out(architecture.firstOutput + output)))
    return architecture.loss.function.isSquare
      ? Words(en: "Work out \(target) − \(out) first.", zh: "先算 \(target) − \(out)。")
      : Words(en: "Put the numbers into the loss one term at a time.", zh: "把数值逐项代入损失函数。")
  }

  private func factor(of dependent: Quantity, by variable: Quantity) -> Words {
    if case .out(let neuron) = dependent, variable == .net(neuron) {
      let net = text(.net(neuron))
      return Words(
        en: "How steep is the activation function at \(net)? Write its derivative first.",
        zh: "激活函数在 \(net) 处有多陡？先写出它的导数。")
    }
    if let item = factorBefore {
      let back = Feedback.oneBack(to: item)
      let name = architecture.text(of: item)
      return Words(en: "\(back.en): what is \(name)?", zh: "\(back.zh)：\(name) 是多少？")
    }
    let (above, below) = (text(dependent), text(variable))
    return Words(en: "Write \(above) out. Where is \(below) in it?", zh: "写出 \(above)，\(below) 在哪里？")
  }
}
