package import Diagnostics
import Expressions
import Networks

/// What a step is called and why it is made, in words.
extension Trace {
  /// A short heading: `factor 2 of 3`, `net input of h1`.
  package func title(of step: Step, _ notation: TextStyle) -> Words {
    switch step.kind {
    case .netInput: named(step.quantity, Words(en: "net input of", zh: "的净输入"))
    case .output: named(step.quantity, Words(en: "output of", zh: "的输出值"))
    case .loss:
      if case .partialLoss = step.quantity {
        named(step.quantity, Words(en: "loss of", zh: "的损失"))
      } else {
        Words(en: "loss", zh: "损失函数")
      }
    case .chain where step.pathCount > 1:
      Words(
        en: "path \(step.pathNumber + 1) of \(step.pathCount)", zh: "第 \(step.pathNumber + 1) 条路径，共 \(step.pathCount) 条"
      )
    case .chain: Words(en: "chain rule", zh: "链式法则")
    case .factor where step.path.count > 1:
      Words(en: "factor \(step.place + 1) of \(step.path.count)", zh: "第 \(step.place + 1) 个因子，共 \(step.path.count) 个")
    case .factor: Words(en: "local gradient", zh: "局部梯度")
    case .product where step.pathCount > 1:
      Words(en: "product along path \(step.pathNumber + 1)", zh: "第 \(step.pathNumber + 1) 条路径上的乘积")
    case .product: Words(en: "product of the factors", zh: "各因子之积")
    case .sum: Words(en: "sum over \(step.pathCount) paths", zh: "\(step.pathCount) 条路径之和")
    case .collapse: Words(en: "the sum put together", zh: "合并化简")
    case .update: named(step.quantity, Words(en: "update of", zh: "的更新"))
    }
  }

  /// Why this step is made, in a sentence or two.
  package func reason(of step: Step, _ notation: TextStyle) -> Words {
    let goal = step.goals.last ?? step.quantity
    switch step.kind {
    case .netInput:
      return network.architecture.conventions.hasThresholds
        ? Words(
          en: "A net input is the weighted sum of what feeds the neuron, minus its threshold.", zh: "净输入是各输入的加权和，再减去阈值。"
        )
        : Words(
          en: "A net input is the weighted sum of what feeds the neuron, plus its bias.", zh: "净输入是各输入的加权和，再加上偏置。")
    case .output where isOfWholeLayer(step.quantity):
      return Words(
        en: "softmax makes shares: e to the net input, over the sum of these powers of the layer.",
        zh: "softmax 把净输入变成份额：e 的净输入次方，除以整层这些幂之和。")
    case .output:
      return Words(en: "An output is the activation function at the net input.", zh: "输出值是激活函数在净输入处的值。")
    case .loss:
      return Words(en: "The loss says how far the output is from the target.", zh: "损失函数衡量输出值与目标值的差距。")
    case .chain where form == .deltas: return reasonForFolding(goal, notation)
    case .chain:
      let variable = variableName(of: goal, notation)
      guard step.pathCount > 1 else {
        return Words(
          en: "\(variable) moves E only along this path, so the slopes along it are multiplied.",
          zh: "\(variable) 只沿这条路径影响 E，所以把路径上的局部梯度相乘。")
      }
      return Words(
        en: "\(variable) reaches E along \(step.pathCount) paths: multiply along each, then add.",
        zh: "\(variable) 沿 \(step.pathCount) 条路径影响 E：每条路径上相乘，再把各路径相加。")
    case .factor:
      if let origin = step.reuses {
        return Words(
          en: "Already found in step \(origin). The same number is used again, nothing is computed twice.",
          zh: "步骤 \(origin) 已经求出，这里直接沿用，不必重算。")
      }
      if let rule = rule(of: step) { return rule.name }
      return Words(en: "Found by a derivation of its own.", zh: "由单独的推导求出。")
    case .product:
      return Words(en: "Along one path the factors are multiplied.", zh: "同一条路径上的因子相乘。")
    case .collapse where network.sumOfTargetsThatAreNoShares != nil:
      return Words(
        en: "1/out cancels in every share; the output times the sum of the targets, minus its own target, is left.",
        zh: "每一项里的 1/out 都约掉；最后剩下输出值乘各目标值之和，再减去自己的目标值。")
    case .collapse:
      return Words(
        en: "1/out cancels in every share; the targets add up to 1, so that the output minus its target is left.",
        zh: "每一项里的 1/out 都约掉；各目标值之和为 1，最后只剩输出值减目标值。")
    case .sum:
      return Words(en: "Different paths add up: each carries its share of the change.", zh: "不同路径的贡献相加：每条路径各传一份变化。")
    case .update:
      if case .updated(let parameter) = step.quantity, network.held.contains(parameter) {
        return Words(en: "This parameter is held: updates leave it alone.", zh: "这个参数保持不变，更新时不改动它。")
      }
      if let batch, !batch.samples.isEmpty, network.reduction == .sum {
        return Words(
          en:
            "The update uses the sum of the gradients of the batch's \(batch.samples.count) samples, all at the old parameters.",
          zh: "更新用的是小批量中 \(batch.samples.count) 个样本的梯度之和，都在更新前的参数处求得。")
      }
      if let batch, !batch.samples.isEmpty {
        let count = batch.samples.count
        return Words(
          en: "The update uses the mean gradient of the \(count) samples of the batch, all at the old parameters.",
          zh: "更新用的是小批量中 \(count) 个样本的平均梯度，都在更新前的参数处求得。")
      }
      if let words = reasonForTerms(step.quantity) { return words }
      return Words(
        en: "Gradient descent goes against the slope; η sets how far. Every gradient is taken at the old parameters.",
        zh: "梯度下降沿负梯度方向走，η 决定步长。所有梯度都用更新前的参数计算。")
    }
  }

  private func isOfWholeLayer(_ quantity: Quantity) -> Bool {
    if case .out(let neuron) = quantity { network.architecture.takesWholeLayer(neuron) } else { false }
  }

  /// What weight decay and momentum add to an update; nil without them.
  private func reasonForTerms(_ quantity: Quantity) -> Words? {
    guard case .updated(let parameter) = quantity else { return nil }
    let architecture = network.architecture
    let name = architecture.name(of: .parameter(parameter))
    let decays = architecture.conventions.hasWeightDecay && parameter < architecture.weightCount
    switch (decays, architecture.conventions.hasMomentum) {
    case (false, false): return nil
    case (true, false):
      return Words(
        en: "Weight decay adds λ·\(name), the slope of ½λ·\(name)², to the gradient; then one step against both.",
        zh: "权重衰减给梯度加上 λ·\(name)（即 ½λ·\(name)² 的导数），再沿两者之和的反方向走一步。")
    case (false, true):
      return Words(
        en: "One step against the slope, and μ times the step before: momentum keeps a share of it.",
        zh: "沿负梯度走一步，再加上 μ 乘以上一步：动量保留上一步的一部分。")
    case (true, true):
      return Words(
        en: "Weight decay adds λ·\(name) to the gradient; momentum keeps the share μ of the step before.",
        zh: "权重衰减给梯度加上 λ·\(name)；动量按 μ 保留上一步的一部分。")
    }
  }

  /// Why a chain of the δ form begins where it does.
  private func reasonForFolding(_ goal: Quantity, _ notation: TextStyle) -> Words {
    let architecture = network.architecture
    guard case .derivative(_, let variable) = goal else { return Words("") }
    let name = architecture.expression(of: variable).text(notation)
    switch variable {
    case .net(let neuron):
      let neuron = architecture.neuronName(neuron)
      let delta = Expression.symbol("delta_" + neuron).text(notation)
      let sign = architecture.negatesDelta ? (notation == .unicode ? "−" : "-") : ""
      let gradient = sign + architecture.expression(of: goal).text(notation)
      return Words(
        en: "\(delta) is short for \(gradient): every gradient that goes through \(neuron) uses it.",
        zh: "\(delta) 是 \(gradient) 的简写：凡经过 \(neuron) 的梯度都要用到它。")
    case .out(let neuron):
      let count = architecture.targets(ofNeuron: neuron).count
      let neuron = architecture.neuronName(neuron)
      return count > 1
        ? Words(
          en: "\(neuron) feeds \(count) neurons: each sends its δ back along its weight, and the shares add up.",
          zh: "\(neuron) 通向 \(count) 个神经元：它们的 δ 各自沿权重传回来，再相加。")
        : Words(
          en: "\(neuron) feeds one neuron, whose δ comes back along the weight.",
          zh: "\(neuron) 只通向一个神经元，它的 δ 沿权重传回来。")
    default:
      let count = chainRule.paths(to: variable).count
      return count > 1
        ? Words(
          en: "\(name) enters \(count) neurons: the δ of each times its own derivative by \(name), added.",
          zh: "\(name) 进入 \(count) 个神经元：每个神经元的 δ 乘以它对 \(name) 的局部梯度，再相加。")
        : Words(
          en: "All that lies between E and the neuron is in its δ; its own derivative by \(name) is the last factor.",
          zh: "从 E 到这个神经元的一切都在它的 δ 里，最后一个因子是它对 \(name) 的局部梯度。")
    }
  }

  private func variableName(of goal: Quantity, _ notation: TextStyle) -> String {
    guard case .derivative(_, let variable) = goal else { return "" }
    return network.architecture.expression(of: variable).text(notation)
  }

  private func named(_ quantity: Quantity, _ words: Words) -> Words {
    let architecture = network.architecture
    let name: String
    switch quantity {
    case .net(let neuron), .out(let neuron): name = architecture.neuronName(neuron)
    case .partialLoss(let output): name = architecture.neuronName(architecture.firstOutput + output)
    case .updated(let parameter): name = architecture.name(of: .parameter(parameter))
    default: name = architecture.name(of: quantity)
    }
    return Words(en: "\(words.en) \(name)", zh: "\(name) \(words.zh)")
  }
}
