import CBaseline
import Networks

/// Forward, backward and update, beside the same in C.
struct NumericFigures {
  let stopwatch: Stopwatch
  /// So small that values stay where they are however often a step is repeated, and never 0.
  private let learningRate = 1e-9

  private static let recorded = "net, out, f′, δ, ∂E/∂out and w of all; a gradient as its factors δ and out"

  /// What a network does, its id and title, and at most how many times C it may take.
  private enum Task: String {
    case update, train, gradients, record

    var title: String {
      switch self {
      case .update: "forward + backward + update"
      case .train: "training step, no gradient kept"
      case .gradients: "forward + backward"
      case .record: "every value recorded, C recording none"
      }
    }
  }

  func straight(_ wants: (String) -> Bool) -> [Figure] {
    var network = BundledNetworks.default
    network.learningRate = learningRate
    let plan = Plan(network.architecture)
    plan.load(network)
    var baseline = network.straight
    let rate = learningRate
    func figure(
      _ task: Task, _ budget: Double?, _ ours: (Int) -> Void, _ theirs: (Int) -> Void, note: String? = nil
    ) -> Figure? {
      let id = "\(task.rawValue).2-2-1-straight"
      guard wants(id) else { return nil }
      return self.figure(id, "2-2-1 by hand  " + task.title, stopwatch.compare(ours, theirs), budget, note: note)
    }
    return [
      figure(
        .update, 1.15, { for _ in 0..<$0 { plan.descend(learningRate: rate) } }, { straight_update(&baseline, $0) },
        note: "C: this one network written out, without a loop; below it the general loops, C's too"),
      figure(
        .train, 1.15, { for _ in 0..<$0 { plan.train(learningRate: rate) } }, { straight_train(&baseline, $0) }),
      figure(
        .record, 1.25, { for _ in 0..<$0 { plan.train(learningRate: rate) } }, { straight_train(&baseline, $0) },
        note: Self.recorded),
      figure(
        .gradients, nil,
        {
          for _ in 0..<$0 {
            plan.forward()
            plan.backward()
          }
        }, { straight_gradients(&baseline, $0) },
        note: "no pass waits for the one before, as no weight changes: C does several at once"),
    ].compactMap { $0 }
  }

  func layered(_ widths: [Int], named name: String, _ wants: (String) -> Bool) -> [Figure] {
    let tasks = [Task.update, .train, .record, .gradients].filter { wants("\($0.rawValue).\(name)") }
    guard !tasks.isEmpty else { return [] }
    let contestants = LayeredContestants(widths: widths)
    return tasks.map { task in
      let (id, title) = ("\(task.rawValue).\(name)", "\(name)  \(task.title)")
      guard let pair = compare(task, contestants) else {
        return Figure(id: id, title: title, unit: .nanoseconds, note: "C found no memory for the network")
      }
      return task == .record ? figure(id, title, pair, 1.25, note: Self.recorded) : figure(id, title, pair, 1.2)
    }
  }

  /// How the cost of an update grows with the edges: k in edgesᵏ.
  func growth(_ id: String, _ title: String, _ shapes: [[Int]]) -> Figure {
    var (edges, ours, theirs): ([Double], [Double], [Double]) = ([], [], [])
    for shape in shapes {
      let contestants = LayeredContestants(widths: shape)
      guard let pair = compare(.update, contestants) else { continue }
      edges.append(Double(contestants.network.architecture.weightCount))
      ours.append(pair.ours)
      theirs.append(pair.baseline)
    }
    return Figure(
      id: id, title: title, unit: .exponent, ours: Growth(edges: edges, costs: ours).exponent,
      baseline: Growth(edges: edges, costs: theirs).exponent, budget: .value(1.1),
      note: "\(Int(edges.first ?? 0)) to \(Int(edges.last ?? 0)) edges")
  }

  private func compare(_ task: Task, _ contestants: LayeredContestants) -> Stopwatch.Pair? {
    guard let baseline = contestants.baseline else { return nil }
    let (plan, rate) = (contestants.plan, learningRate)
    let descend: (Int) -> Void = { for _ in 0..<$0 { plan.descend(learningRate: rate) } }
    switch task {
    case .update: return stopwatch.compare(descend) { layered_update(baseline, rate, $0) }
    case .train, .record:
      return stopwatch.compare({ for _ in 0..<$0 { plan.train(learningRate: rate) } }) {
        layered_train(baseline, rate, $0)
      }
    case .gradients:
      return stopwatch.compare({
        for _ in 0..<$0 {
          plan.forward()
          plan.backward()
        }
      }) { layered_gradients(baseline, $0) }
    }
  }

  private func figure(
    _ id: String, _ title: String, _ pair: Stopwatch.Pair, _ budget: Double?, note: String? = nil
  ) -> Figure {
    Figure(
      id: id, title: title, unit: .nanoseconds, ours: pair.ours, baseline: pair.baseline, ratio: pair.ratio,
      budget: budget.map(Figure.Budget.ratio), note: note)
  }
}
