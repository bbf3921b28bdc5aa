import Diagnostics
import Expressions
import Networks
import Questions
import Traces
import Training

/// `:train` and `:check`: rounds of gradient descent, and a gradient held against differences.
extension State {
  /// Multiplications, roughly, that take a few hundredths of a second.
  private static let slice = 4_000_000
  /// What one round may take; more would keep a key waiting.
  private static let largestRound = 40_000_000
  private static let mostRounds = 10_000_000

  // MARK: Training

  mutating func train(_ text: String) -> [Effect] {
    guard drill == nil else {
      reply = .fault(
        Words(en: "Train in a walk: :walk dE/dw1 leaves the practice.", zh: "训练要在推导中进行，:walk dE/dw1 可离开练习。"))
      return []
    }
    guard let rounds = text.isEmpty ? 1 : Int(text), (1...Self.mostRounds).contains(rounds) else {
      reply = .fault(Words(en: "How many rounds? For example :train 100", zh: "训练多少轮？例如 :train 100"))
      return []
    }
    let data = trainingData
    guard Self.work(walk.network, data) <= Self.largestRound else {
      reply = .fault(
        Words(
          en: "One round over these samples takes too long here; bptutor train does it.",
          zh: "这些样本训练一轮太久，请改用 bptutor train。"))
      return []
    }
    guard let start = GradientDescent(walk.network, on: data, rounds: 0) else { return [] }
    descent = Descent(
      data: data, network: walk.network, rounds: rounds, before: start.loss.before, loss: start.loss.before)
    return continueTraining()
  }

  /// What an update of the walk is the mean of: the batch, all samples, or the network's own one.
  private var trainingData: DataSet {
    let network = walk.network
    if !walk.trace.batchPasses.isEmpty {
      return DataSet(
        name: samples?.name ?? "", inputCount: network.inputs.count, targetCount: network.targets.count,
        values: walk.trace.batchPasses.flatMap { $0.network.inputs + $0.network.targets })
    }
    return samples?.data ?? DataSet(of: network)
  }

  private static func work(_ network: Network, _ data: DataSet) -> Int {
    let (work, isTooMuch) = data.count.multipliedReportingOverflow(by: network.parameters.count + 20)
    return isTooMuch ? .max : work
  }

  /// The next rounds; the last ones put the trained network in.
  mutating func continueTraining() -> [Effect] {
    guard var descent else { return [] }
    let rounds = max(
      1, min(descent.rounds - descent.done, Self.slice / max(1, Self.work(descent.network, descent.data))))
    guard
      let next = GradientDescent(descent.network, on: descent.data, rounds: rounds, firstRound: descent.done + 1)
    else {
      self.descent = nil
      return []
    }
    if let divergence = next.divergence {
      self.descent = nil
      let advice = divergence.advice(learningRate: descent.network.learningRate)
      reply = Reply(
        .fault,
        [
          .words(divergence.message), .words(advice),
          .words(Words(en: "Nothing was changed.", zh: "未作任何修改。")),
        ])
      return []
    }
    descent.network = next.network
    descent.loss = next.loss.after
    descent.done += rounds
    self.descent = descent
    if descent.done < descent.rounds {
      reply = .notice(
        Words(
          en: "Round \(descent.done) of \(descent.rounds): E = \(short(descent.loss)). Any key stops.",
          zh: "第 \(descent.done) 轮，共 \(descent.rounds) 轮：E = \(short(descent.loss))。按任意键停止。"))
      return [.wake(0)]
    }
    finishTraining()
    return []
  }

  /// Stops where training is, and shows what it made.
  mutating func finishTraining() {
    guard let descent else { return }
    self.descent = nil
    edit(descent.network)
    let (count, rounds) = (descent.data.count, descent.done)
    let (before, after) = (short(descent.before), short(descent.loss))
    let arrow = notation == .unicode ? "→" : "->"
    let (nameEn, nameZh) = count == 1 ? ("E", "E") : ("mean E over \(count) samples", "\(count) 个样本的平均 E")
    reply = .notice(
      Words(
        en: "\(rounds == 1 ? "1 round" : "\(rounds) rounds"): \(nameEn) \(before) \(arrow) \(after). u takes it back.",
        zh: "训练 \(rounds) 轮：\(nameZh) \(before) \(arrow) \(after)。按 u 撤销。"))
  }

  private func short(_ value: Double, digits: Int = 6) -> String {
    Expression.number(value).text(notation, numberDigits: digits)
  }

  // MARK: Checking

  /// The ε that are told in numbers: enough to see the error fall and rise again, which the picture shows whole.
  private static let toldEpsilons: Set<Double> = [1e-1, 1e-3, 1e-5, 1e-7, 1e-9]

  /// A gradient beside central differences.
  mutating func checkGradient(_ text: String) {
    let wanted = text.isEmpty ? walk.step.goals.first ?? walk.trace.goals.first : goal(named: text)
    guard let wanted else {
      reply = .fault(noGradient(text))
      return
    }
    guard case .derivative(_, by: .parameter(let parameter)) = wanted,
      let check = GradientChecker(walk.network)?.check(parameter)
    else {
      reply = .fault(
        Words(en: "Gradients of weights and biases can be checked: :check dE/dw5", zh: "可以检验权重和偏置的梯度，例如 :check dE/dw5"))
      return
    }
    let lookup = walk.knows(wanted) ? Lookup() : Lookup(quantities: [wanted], rung: .setUp)
    lookUp(lookup) { $0.show(check, of: wanted, parameter) }
  }

  /// A gradient beside its central differences.
  private mutating func show(_ check: GradientCheck, of wanted: Quantity, _ parameter: Int) {
    let architecture = walk.network.architecture
    let name = architecture.name(of: .parameter(parameter))
    let epsilon = notation == .unicode ? "ε" : "eps"
    let verdict = check.verdict.words
    var lines: [Reply.Line] = [
      .value(architecture.expression(of: wanted), check.analytic),
      .words(Words(en: verdict.en.prefix(1).uppercased() + verdict.en.dropFirst() + ".", zh: verdict.zh + "。")),
      .formula("(E(\(name) + \(epsilon)) − E(\(name) − \(epsilon)))/(2\(epsilon))"),
    ]
    for point in check.points where Self.toldEpsilons.contains(point.epsilon) {
      let (numeric, error) = (short(point.numeric), short(point.relativeError, digits: 2))
      let kink = point.crossesKink ? Words(en: ", across a ReLU's kink", zh: "，跨过 ReLU 的折点") : Words("")
      lines.append(
        .entry(
          "\(epsilon) = \(short(point.epsilon, digits: 1))",
          Words(
            en: "\(numeric), relative error \(error)\(kink.en)", zh: "\(numeric)，相对误差 \(error)\(kink.zh)")))
    }
    lines.append(
      .words(
        Words(
          en: "A large \(epsilon) bends with the curve (truncation), a small one drowns in rounding.",
          zh: "\(epsilon) 大时受曲线弯曲影响（截断误差），小时淹没在舍入误差中。")))
    // A right gradient without any error has no curve.
    if check.points.contains(where: { $0.relativeError > 0 }) { lines.append(.errorCurve(check)) }
    reply = Reply(.answer, lines)
  }
}
