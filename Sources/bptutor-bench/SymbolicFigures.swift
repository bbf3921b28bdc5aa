import CBaseline
import Diagnostics
import Expressions
import Networks
import Traces

/// Derivations: made, simplified, printed.
struct SymbolicFigures {
  let stopwatch: Stopwatch
  private let network = BundledNetworks.default

  private var goals: [Quantity] { network.architecture.everyGradient }

  /// The walk's formulas: each gradient as the product of its factors, neurons by their names.
  func walkFormulas() -> Figure {
    let work = { (times: Int) in
      for _ in 0..<times { sink(Self.formulas(of: Trace(network, goals: goals)).reduce(0) { $0 + $1.utf8.count }) }
    }
    return figure("symbolic.walk", "8 gradients, factor by factor, simplified, printed", stopwatch.time(work))
  }

  /// The formulas that are left when every neuron is written out, which is what a computer algebra system is given.
  func closedFormulas() -> Figure {
    let names = (0..<network.architecture.parameterCount).map { network.architecture.name(of: .parameter($0)) }
    let room = 1 << 16
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: room)
    defer { text.deallocate() }
    let pair = stopwatch.compare(
      { times in
        for _ in 0..<times {
          let loss = Trace(network, goals: []).writtenOutLoss
          sink(names.reduce(0) { $0 + loss.derivative(by: $1).simplified().text(.ascii).utf8.count })
        }
      }, { times in for _ in 0..<times { sink(symbolic_gradients(text, room)) } })
    return figure(
      "symbolic.closed", "8 gradients, every neuron written out", pair.ours, pair,
      note: "C: an arena for memory, and no simplification beyond 0, 1 and numbers")
  }

  /// Every line of a walk through all gradients, as the screen asks for them.
  func everyLine() -> Figure {
    let work = { (times: Int) in
      for _ in 0..<times {
        let trace = Trace(network, goals: goals)
        for stop in trace.stops { sink(Self.length(of: trace.line(of: stop))) }
      }
    }
    return figure(
      "symbolic.lines", "all lines of a walk through 8 gradients, printed", stopwatch.time(work), budget: nil)
  }

  /// A walk in a large network, from its description to its steps.
  func largeWalk() -> Figure {
    let network = Network.layered([784, 128, 10])
    let work = { (times: Int) in
      for _ in 0..<times {
        sink(Trace(network, goals: Trace.defaultGoals(of: network.architecture)).stops.count)
      }
    }
    return figure("walk.784-128-10", "784-128-10  walk opened", stopwatch.time(work), budget: 100_000_000)
  }

  /// How the cost of all gradients' derivation grows with the edges, though the paths double with every layer.
  func growth() -> Figure {
    var (edges, costs): ([Double], [Double]) = ([], [])
    for depth in [4, 8, 16, 32] {
      let network = Network.layered([2] + Array(repeating: 4, count: depth) + [1])
      let goals = network.architecture.everyGradient
      edges.append(Double(network.architecture.weightCount))
      costs.append(stopwatch.time { for _ in 0..<$0 { sink(Trace(network, goals: goals).steps.count) } })
    }
    return Figure(
      id: "growth.trace", title: "deep  derivation of all gradients, growth with edges", unit: .exponent,
      ours: Growth(edges: edges, costs: costs).exponent, budget: .value(1.1),
      note: "\(Int(edges.first ?? 0)) to \(Int(edges.last ?? 0)) edges")
  }

  private func figure(
    _ id: String, _ title: String, _ time: Double, _ pair: Stopwatch.Pair? = nil, budget: Double? = 1_000_000,
    note: String? = nil
  ) -> Figure {
    Figure(
      id: id, title: title, unit: .nanoseconds, ours: time, baseline: pair?.baseline, ratio: pair?.ratio,
      budget: budget.map(Figure.Budget.value), note: note)
  }

  private static func formulas(of trace: Trace) -> [String] {
    trace.goals.map { goal in
      guard let step = trace.steps.last(where: { $0.quantity == goal && ($0.kind == .product || $0.kind == .sum) })
      else { return "" }
      return trace.symbolic(step).simplified().text(.ascii)
    }
  }

  private static func length(of line: Line) -> Int {
    switch line {
    case .formula(_, let formula), .numbers(_, let formula): formula.text(.unicode).utf8.count
    case .value(_, let numbers, _): numbers?.text(.unicode).utf8.count ?? 0
    case .identity(_, let factors, _): factors.count
    case .rule: 1
    }
  }
}

extension Architecture {
  var everyGradient: [Quantity] { (0..<parameterCount).map { .gradient(.parameter($0)) } }
}

extension Trace {
  /// E with every net and out replaced by what it is made of.
  fileprivate var writtenOutLoss: Expression { writtenOut(definition(of: .loss)) }

  private func writtenOut(_ expression: Expression) -> Expression {
    expression.substituting { leaf in
      switch leaf.leafName.flatMap(network.architecture.quantity(named:)) {
      case .net(let neuron): writtenOut(definition(of: .net(neuron)))
      case .out(let neuron): writtenOut(definition(of: .out(neuron)))
      default: nil
      }
    }
  }
}

/// Takes a result, so that the compiler cannot leave out the work.
@inline(never)
func sink(_ value: Int) {}
