import Diagnostics
import Expressions
import Networks
import Traces

/// What `:fold` answers.
extension Trace {
  /// More paths than this are counted and not written.
  private static let maxPaths = 6
  /// Of larger networks only the gradients of the walk are counted.
  private static let maxParameters = 300

  /// A gradient unfolded into its paths, folded into δ, and the multiplications that both take.
  func foldingLines(of goal: Quantity, _ notation: TextStyle) -> [Reply.Line] {
    guard case .derivative(_, let variable) = goal else { return [] }
    let name = network.architecture.expression(of: variable).text(notation)
    return unfolded(goal, variable, name) + folded(goal, variable) + multiplicationLines(notation)
  }

  // MARK: Unfolded

  private func unfolded(_ goal: Quantity, _ variable: Quantity, _ name: String) -> [Reply.Line] {
    let left = network.architecture.expression(of: goal)
    let count = pathCount(from: .loss, to: variable)
    guard count <= Self.maxPaths, let formula = closedForm(of: left) else {
      let number = count < 1_000_000 ? "\(count)" : "1000000+"
      return [
        .words(
          Words(
            en: "Unfolded: \(name) reaches E along \(number) paths, too many to write out.",
            zh: "展开：\(name) 沿 \(number) 条路径影响 E，无法全部写出。"))
      ]
    }
    let words =
      count == 1
      ? Words(en: "Unfolded: one path, so one product.", zh: "展开：只有一条路径，所以是一个乘积。")
      : Words(en: "Unfolded: \(count) paths, one product each.", zh: "展开：\(count) 条路径，每条一个乘积。")
    return [.words(words), .equation(left, formula)]
  }

  // MARK: Folded

  private func folded(_ goal: Quantity, _ variable: Quantity) -> [Reply.Line] {
    let architecture = network.architecture
    let neurons = Array(neurons(reading: variable))
    var lines: [Reply.Line] = [
      .words(
        Words(
          en: "Folded: what paths share is written once, as δ = ∂E/∂net of a neuron.",
          zh: "合并：各路径共有的部分只写一次，记作神经元的 δ = ∂E/∂net。"))
    ]
    // What the neurons at hand feed, as far as it can be read at a glance.
    let fed = neurons.first.map { Array(architecture.targets(ofNeuron: $0)) } ?? []
    var told = fed.count <= 3 ? fed : Array(fed.prefix(1))
    told += neurons.prefix(3).filter { !told.contains($0) }
    for neuron in told { lines.append(.equation(delta(neuron), formula(ofDelta: neuron))) }
    let left = architecture.expression(of: goal)
    switch variable {
    case .net: break
    case .out(let neuron): lines.append(.equation(left, upstream(neuron)))
    default:
      let terms = neurons.map { neuron in
        Self.folded([delta(neuron), symbolic(ofFactor: .derivative(of: .net(neuron), by: variable))])
      }
      lines.append(.equation(left, Self.shortened(terms)))
    }
    return lines + [.value(left, pass.value(of: goal))]
  }

  /// The neurons through which the variable reaches E first.
  private func neurons(reading variable: Quantity) -> Range<Int> {
    let architecture = network.architecture
    switch variable {
    case .net(let neuron), .out(let neuron): return neuron..<neuron + 1
    case .parameter(let parameter):
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): return neuron..<neuron + 1
      case .neurons(let fed): return fed
      }
    default: return 0..<(architecture.blocks.first?.neuronCount ?? 0)
    }
  }

  private func delta(_ neuron: Int) -> Expression { .symbol("delta_" + network.architecture.neuronName(neuron)) }

  /// As in δ_h = (Σ δ_k·w_k)·f′(net_h).
  private func formula(ofDelta neuron: Int) -> Expression {
    Self.folded([upstream(neuron), symbolic(ofFactor: .derivative(of: .out(neuron), by: .net(neuron)))])
  }

  /// ∂E/∂out: of an output the loss's slope, else what comes back along the weights.
  private func upstream(_ neuron: Int) -> Expression {
    let architecture = network.architecture
    guard !architecture.isOutput(neuron) else { return symbolic(ofFactor: .gradient(.out(neuron))) }
    return Self.shortened(
      architecture.targets(ofNeuron: neuron).map { fed in
        .product([delta(fed), symbolic(ofFactor: .derivative(of: .net(fed), by: .out(neuron)))])
      })
  }

  private static func folded(_ factors: [Expression]) -> Expression {
    let others = factors.filter { $0 != .number(1) }
    if case .negation(let first)? = others.first, others.count > 1 {
      return .negation(.product([first] + others.dropFirst()))
    }
    return others.count == 1 ? others[0] : .product(others)
  }

  private static func shortened(_ terms: [Expression]) -> Expression {
    if terms.count == 1 { return terms[0] }
    guard terms.count > 4, let last = terms.last else { return .sum(terms) }
    return .sum([terms[0], terms[1], .symbol("…"), last])
  }

  // MARK: What it saves

  private func multiplicationLines(_ notation: TextStyle) -> [Reply.Line] {
    let architecture = network.architecture
    let names =
      goals.prefix(3).map { architecture.expression(of: $0).text(notation) } + (goals.count > 3 ? ["…"] : [])
    let subject = Words(en: "For \(names.joined(separator: ", "))", zh: "求 \(names.joined(separator: "、"))")
    var lines = [multiplicationLine(goals, subject: subject)]
    let all = (0..<architecture.parameterCount).map { Quantity.gradient(.parameter($0)) }
    if all.count <= Self.maxParameters, Set(all) != Set(goals) {
      lines.append(
        multiplicationLine(
          all, subject: Words(en: "For all \(all.count) parameters", zh: "求全部 \(all.count) 个参数的梯度")))
    }
    return lines
  }

  private func multiplicationLine(_ goals: [Quantity], subject: Words) -> Reply.Line {
    let factors = Trace(network, goals: goals, form: .factors).multiplications
    let deltas = Trace(network, goals: goals, form: .deltas).multiplications
    let alone = DecimalText.significant(deltas.unfolded, digits: 6)
    return .words(
      Words(
        en: "\(subject.en): \(alone) multiplications path by path, \(factors.reusing) with factors reused, "
          + "\(deltas.reusing) with δ.",
        zh: "\(subject.zh)：逐条路径要 \(alone) 次乘法，沿用因子要 \(factors.reusing) 次，用 δ 只要 \(deltas.reusing) 次。"))
  }
}
