import Diagnostics
import Expressions
import Networks
import Traces
import Tutor

/// One stop of a walk as one line of words: where it is, what it is about, what it says.
struct StopText {
  private let walk: Walk
  private let text: PlainText
  /// Whether it is about one factor by itself, whatever chain that belongs to.
  private let isLocal: Bool

  init(_ walk: Walk, _ text: PlainText, isLocal: Bool = false) {
    self.walk = walk
    self.text = text
    self.isLocal = isLocal
  }

  private var step: Step { walk.step }
  private var stage: Stage { walk.stop.stage }

  var isBeginningOfStep: Bool { walk.firstStop(of: walk.stop.step) == walk.index }

  /// As in: Place 31 of 69 (step 10), ∂E/∂w5, factor 2 of 3, result: ∂out_O/∂net_O = out_O(1 − out_O).
  var line: String {
    let (number, count) = (walk.index + 1, walk.stops.count)
    let place = text[
      Words(
        en: "Place \(number) of \(count) (step \(step.id))", zh: "第 \(number) 处（共 \(count) 处，步骤 \(step.id)）")]
    return text.phrases([place, goals] + subject) + text.colon + content
  }

  /// The same without its place in the whole walk, which a lesson does not count by.
  var stageLine: String {
    if isLocal {
      let name = text.phrases([text.name(step.quantity), text[Phrases.localGradient], stageName])
      return stage == .chain ? name : name + text.colon + content
    }
    guard let goal = step.reuses.flatMap({ walk.trace[$0].goals.last }) else {
      return text.phrases([goals] + subject) + text.colon + content
    }
    let name = text.name(step.quantity)
    let found = stage == .chain ? name : name + " = " + text.number(walk.trace.value(of: step))
    return text.phrases([goals] + subject) + text.colon
      + text.phrases([found, text[Phrases.reused(from: text.name(goal))]])
  }

  /// The mean over a batch, where the gradient was just found.
  var batchMean: String? {
    walk.batchMean.map { mean in
      text[Phrases.batchMean] + text.colon + text.line(mean.numbers) + " = " + text.number(mean.value)
    }
  }

  /// Why the step is made; nil where that is the next line itself, or where the line said it already.
  var reason: String? {
    guard step.kind != .factor else { return nil }
    return text[walk.trace.reason(of: step, text.type.notation)]
  }

  /// The gradient that is derived here, and what it is needed for.
  private var goals: String {
    guard let inner = step.goals.last else { return "" }
    guard step.goals.count > 1, let outer = step.goals.first else { return text.name(inner) }
    return text.name(inner)
      + text[Words(en: " (needed for \(text.name(outer)))", zh: "（\(text.name(outer)) 所需）")]
  }

  private var subject: [String] {
    let title = text[walk.trace.title(of: step, text.type.notation)]
    let isOneOfSeveral = step.kind == .factor && step.pathCount > 1
    let path =
      isOneOfSeveral
      ? text[Phrases.path(step.pathNumber + 1, of: step.pathCount)]
      : ""
    return [path, title, stageName]
  }

  private var stageName: String {
    switch stage {
    case .chain: step.reuses == nil ? "" : text[Words(en: "found before", zh: "前面已求出")]
    case .writtenOut: text[Words(en: "written out", zh: "写出")]
    case .rule: text[Words(en: "rule", zh: "法则")]
    case .symbolic: text[step.goals.isEmpty ? Words(en: "definition", zh: "定义") : Words(en: "result", zh: "结果")]
    case .substituted: text[Words(en: "numbers put in", zh: "代入数值")]
    case .value: text[step.reuses == nil ? Words(en: "value", zh: "求值") : Words(en: "used again", zh: "沿用")]
    }
  }

  private var content: String {
    if let origin = step.reuses { return reused(origin) }
    let worked = step.kind == .factor && stage == .symbolic ? walk.trace.worked(step.quantity) : nil
    switch walk.trace.line(of: walk.stop) {
    case .identity(let quantity, let factors, let marked):
      if marked != nil { return text.name(step.quantity) }
      return left(quantity) + meaningOfDelta(quantity)
        + text.line(Self.product(factors.map(text.architecture.expression(of:))))
    case .formula(let quantity, let formula), .numbers(let quantity, let formula):
      return left(quantity) + (worked.map { text.line($0.formula) + " = " } ?? "") + text.line(formula)
    case .rule(let rule):
      return text.phrases([text[rule.name], text.type.formula(rule.formula)])
    case .value(let quantity, let numbers, let value):
      var parts: [String] = []
      if let numbers, numbers != .number(value) { parts.append(text.line(numbers)) }
      return left(quantity) + (parts + [text.number(value)]).joined(separator: " = ")
    }
  }

  /// What a δ is short for, as in δ_h1 = ∂E/∂net_h1.
  private func meaningOfDelta(_ quantity: Quantity) -> String {
    guard text.type.namesDeltas, case .derivative(of: .loss, by: .net) = quantity else { return "" }
    return text.type.name(of: quantity) + " = "
  }

  /// What the formula equals; one path of several is only a share of the gradient.
  private func left(_ quantity: Quantity) -> String { step.isShareOfQuantity ? "" : text.name(quantity) + " = " }

  /// A factor that was found before: where, and at the next stop its value.
  private func reused(_ origin: Int) -> String {
    let found = (walk.stops.lastIndex { $0.step == origin } ?? 0) + 1
    let name = text.name(step.quantity)
    if stage == .chain {
      return text[Words(en: "\(name), in step \(origin) (place \(found))", zh: "\(name)，见步骤 \(origin)（第 \(found) 处）")]
    }
    return name + " = " + text.number(walk.trace.value(of: step))
      + text[Words(en: ", from step \(origin) (place \(found))", zh: "，沿用步骤 \(origin)（第 \(found) 处）")]
  }

  private static func product(_ factors: [Expression]) -> Expression {
    factors.count == 1 ? factors[0] : .product(factors)
  }
}
