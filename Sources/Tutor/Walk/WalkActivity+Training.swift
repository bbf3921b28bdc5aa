import Diagnostics
import Expressions
import Networks
import Questions
import Traces
import Training

/// `:train`: rounds of gradient descent.
extension WalkActivity {
  /// Multiplications, roughly, that take a few hundredths of a second.
  private static let slice = 4_000_000
  /// What one round may take; more would keep a key waiting.
  private static let maxWork = 40_000_000
  private static let maxRounds = 10_000_000

  // MARK: Training

  mutating func train(_ text: String, _ shared: Shared) -> [Request] {
    guard let rounds = text.isEmpty ? 1 : Int(text), (1...Self.maxRounds).contains(rounds) else {
      reply = .fault(Words(en: "How many rounds? For example :train 100", zh: "训练多少轮？例如 :train 100"))
      return []
    }
    let data = trainingData
    guard Self.work(board.walk.network, data) <= Self.maxWork else {
      reply = .fault(
        Words(
          en: "One round over these samples takes too long here; bptutor train does it.",
          zh: "这些样本训练一轮太久，请改用 bptutor train。"))
      return []
    }
    guard let start = GradientDescent(board.walk.network, on: data, rounds: 0) else { return [] }
    descent = Descent(
      data: data, network: board.walk.network, rounds: rounds, before: start.loss.before, loss: start.loss.before)
    return continueTraining(shared)
  }

  /// What an update of the walk is the mean of: the batch, all samples, or the network's own one.
  private var trainingData: DataSet {
    let network = board.walk.network
    if !board.walk.trace.batchPasses.isEmpty {
      return DataSet(
        name: board.samples?.name ?? "", inputCount: network.inputs.count, targetCount: network.targets.count,
        values: board.walk.trace.batchPasses.flatMap { $0.network.inputs + $0.network.targets })
    }
    return board.samples?.data ?? DataSet(of: network)
  }

  private static func work(_ network: Network, _ data: DataSet) -> Int {
    let (work, isTooMuch) = data.count.multipliedReportingOverflow(by: network.parameters.count + 20)
    return isTooMuch ? .max : work
  }

  /// The next rounds; the last ones put the trained network in.
  mutating func continueTraining(_ shared: Shared) -> [Request] {
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
          en: "Round \(descent.done) of \(descent.rounds): E = \(shared.notation.short(descent.loss)). Any key stops.",
          zh: "第 \(descent.done) 轮，共 \(descent.rounds) 轮：E = \(shared.notation.short(descent.loss))。按任意键停止。"))
      return [.wake(0)]
    }
    finishTraining(shared)
    return []
  }

  /// Stops where training is, and shows what it made.
  mutating func finishTraining(_ shared: Shared) {
    guard let descent else { return }
    self.descent = nil
    board.edit(descent.network)
    let (count, rounds) = (descent.data.count, descent.done)
    let (before, after) = (shared.notation.short(descent.before), shared.notation.short(descent.loss))
    let arrow = shared.notation == .unicode ? "→" : "->"
    let (nameEn, nameZh) = count == 1 ? ("E", "E") : ("mean E over \(count) samples", "\(count) 个样本的平均 E")
    reply = .notice(
      Words(
        en: "\(rounds == 1 ? "1 round" : "\(rounds) rounds"): \(nameEn) \(before) \(arrow) \(after). u takes it back.",
        zh: "训练 \(rounds) 轮：\(nameZh) \(before) \(arrow) \(after)。按 u 撤销。"))
  }
}
