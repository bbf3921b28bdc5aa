import Diagnostics
import Expressions
import Networks
import Traces

extension TraceDocument {
  /// Cost: proportional to the steps.
  init(_ trace: Trace, language: Language, style: TextStyle = .unicode) {
    var builder = DocumentBuilder(trace, language: language, style: style)
    builder.build()
    title = TraceWords.title(trace.network.name)[language]
    sections = builder.sections
  }
}

/// Turns a trace into a document, step by step.
struct DocumentBuilder {
  let trace: Trace
  let language: Language
  let style: TextStyle
  private(set) var sections: [TraceDocument.Section] = []

  /// More chains than this are not written into one equation.
  private static let maxPathsAtOnce = 3

  /// Half a unit of the last digit shown.
  private static let visibleDifference = 5e-7

  typealias Inline = TraceDocument.Inline
  typealias Block = TraceDocument.Block

  init(_ trace: Trace, language: Language, style: TextStyle) {
    self.trace = trace
    self.language = language
    self.style = style
  }

  var architecture: Architecture { trace.network.architecture }

  func words(_ words: Words) -> Inline { .text(architecture.lettered(words[language], style, language)) }

  func expression(_ quantity: Quantity) -> Expression { architecture.expression(of: quantity) }

  func value(_ quantity: Quantity) -> Expression { .number(trace.pass.value(of: quantity)) }

  mutating func append(_ section: TraceDocument.Section) { sections.append(section) }

  mutating func build() {
    appendNetwork()
    append(TraceDocument.Section(level: 2, heading: [words(TraceWords.forwardPass)]))
    var part: Step.Kind = .loss
    for step in trace.steps {
      if step.kind == .update, part != .update {
        append(
          TraceDocument.Section(
            level: 2, heading: [words(TraceWords.updates)], blocks: [.prose([words(TraceWords.allAtOnce)])]))
      }
      part = step.kind
      if beginsGoal(step) { appendGoal(step) }
      append(section(of: step))
    }
    appendSummary()
  }

  /// Whether a derivation starts here: its first chain, or the one factor that it is.
  private func beginsGoal(_ step: Step) -> Bool {
    switch step.kind {
    case .chain: step.pathNumber == 0
    case .factor: step.path.count == 1 && step.goals == [step.quantity]
    default: false
    }
  }

  private mutating func appendGoal(_ step: Step) {
    let isNested = step.goals.count > 1
    let heading: [Inline] = [
      words(isNested ? TraceWords.neededFirst : TraceWords.gradient), .text(" "), .formula(expression(step.quantity)),
    ]
    var blocks: [Block] = []
    if !isNested { blocks.append(.picture(NetworkPicture(trace, goal: step.quantity, language: language))) }
    if step.pathCount > 1, case .derivative(_, by: let variable) = step.quantity {
      blocks.append(.prose([.formula(expression(variable)), words(TraceWords.paths(step.pathCount))]))
      if step.pathCount <= Self.maxPathsAtOnce { blocks.append(.content(sumOfPaths(from: step))) }
    }
    append(TraceDocument.Section(level: level(of: step) - 1, heading: heading, blocks: blocks))
  }

  /// Steps of the forward pass and of a goal itself are at 3; those of a derivation inside another one deeper each.
  private func level(of step: Step) -> Int { 2 + max(1, step.goals.count) }

  private func identity(_ step: Step, marked: Int?) -> TraceDocument.Content {
    .identity(whole(step.goals.last ?? step.quantity, of: step), factors: step.path.map(expression), marked: marked)
  }

  /// What an equation of a path says on its left: one path among several is not the gradient.
  private func whole(_ quantity: Quantity, of step: Step) -> Expression? {
    step.isOnePathOfSeveral ? nil : expression(quantity)
  }

  /// The gradient as the sum of all its chains.
  private func sumOfPaths(from first: Step) -> TraceDocument.Content {
    let chains = trace.steps[(first.id - 1)...].lazy.filter { $0.kind == .chain && $0.goals == first.goals }
    let products = chains.prefix(first.pathCount).map { chain in
      Expression.product(chain.path.map(expression))
    }
    return .equation(expression(first.quantity), [.sum(Array(products))])
  }

  // MARK: One step

  private func section(of step: Step) -> TraceDocument.Section {
    TraceDocument.Section(
      level: level(of: step), heading: [words(TraceWords.stepTitle(step.id))] + heading(of: step), step: step.id,
      blocks: blocks(of: step))
  }

  private func heading(of step: Step) -> [Inline] {
    switch (step.kind, step.quantity) {
    case (.netInput, .net(let neuron)): [words(TraceWords.netInput(architecture.neuronName(neuron)))]
    case (.output, .out(let neuron)): [words(TraceWords.output(architecture.neuronName(neuron)))]
    case (.loss, .partialLoss(let output)):
      [words(TraceWords.loss(of: architecture.neuronName(architecture.firstOutput + output)))]
    case (.chain, _):
      [
        words(
          step.pathCount == 1
            ? TraceWords.chainRule : TraceWords.chainRule(path: step.pathNumber + 1, of: step.pathCount))
      ]
    case (.factor, _):
      [
        words(
          step.path.count == 1 ? TraceWords.derivative : TraceWords.factor(step.place + 1, of: step.path.count)),
        .formula(expression(step.quantity)),
      ]
    case (.product, _):
      [
        words(
          step.pathCount == 1 ? TraceWords.product : TraceWords.product(path: step.pathNumber + 1, of: step.pathCount))
      ]
    case (.sum, _): [words(TraceWords.sum)]
    case (.collapse, _): [words(TraceWords.collapse)]
    case (.update, .updated(let parameter)):
      [words(TraceWords.update(architecture.name(of: .parameter(parameter))))]
    default: [words(TraceWords.loss)]
    }
  }

  private func blocks(of step: Step) -> [Block] {
    if let origin = step.reuses {
      let found = TraceWords.alreadyFound
      return [
        .prose([words(found.0), .step(origin), words(found.1)]),
        .content(.equation(expression(step.quantity), [.number(trace.value(of: step))])),
      ]
    }
    switch step.kind {
    case .chain:
      let identity = Block.content(identity(step, marked: nil))
      return [.prose([words(TraceWords.factors(step.path.count, ofPath: step.pathCount > 1))]), identity]
    case .factor: return step.stages.map { block(of: Stop(step: step.id, stage: $0)) } + note(on: step)
    default:
      let symbolic = trace.symbolic(step)
      let numbers = trace.substituted(step)
      var right = [symbolic, numbers, .number(trace.value(of: step))]
      if numbers == right[2] || numbers == symbolic { right.remove(at: 1) }
      return [.content(.equation(whole(step.quantity, of: step), right))] + note(on: step)
    }
  }

  /// A stage of a factor under its label.
  private func block(of stop: Stop) -> Block {
    switch trace.line(of: stop) {
    case .identity(_, _, let marked):
      return .labelled(TraceWords.inTheChain[language], identity(trace[stop.step], marked: marked))
    case .formula(let quantity, let formula):
      let label = stop.stage == .writtenOut ? TraceWords.writtenOut : TraceWords.symbolic
      return .labelled(label[language], .equation(expression(quantity), [formula]))
    case .rule(let rule): return .labelled(TraceWords.rule[language], .rule(rule))
    case .numbers(let quantity, let numbers):
      return .labelled(TraceWords.numbers[language], .equation(expression(quantity), [numbers]))
    case .value(let quantity, let numbers, let value):
      let right = [numbers, .number(value)].compactMap { $0 }
      return .labelled(
        TraceWords.numbers[language],
        .equation(expression(quantity), right.count == 2 && right[0] == right[1] ? [right[1]] : right))
    }
  }

  /// Where the numbers put in do not give the value that is shown: said, and why.
  private func note(on step: Step) -> [Block] {
    let value = trace.value(of: step)
    guard value.isFinite, let computed = try? trace.substituted(step, isComplete: true).evaluated({ _ in nil }),
      !((computed - value).magnitude <= Self.visibleDifference * max(value.magnitude, .leastNormalMagnitude))
    else { return [] }
    // What merely cancels, as in a sum of paths, is no matter of saturation.
    switch step.kind {
    case .loss: return [.note([words(TraceWords.lossFromNet)])]
    case .product where !computed.isFinite: return [.note([words(TraceWords.overflowingProduct)])]
    case .factor: return [.note([words(TraceWords.factorFromNet)])]
    default: return []
    }
  }
}
