import Diagnosis
import Expressions
package import Lessons
package import Networks
import Traces

/// What a lesson's author asks.
extension Question {
  /// The question at its own numbers over the lesson's network; the order shuffles options, reasons and tiles.
  package init(_ ask: Ask, base: Network, order: UInt64? = nil) {
    let networks = ask.setting.networks(from: base)
    self.init(ask, on: Ground(networks.first ?? base, samples: networks, before: [base]), order)
  }

  /// The same question in other words: a translation of it.
  package func worded(as other: Ask) -> Question { Question(other, on: ground, order) }

  private init(_ ask: Ask, on ground: Ground, _ order: UInt64?) {
    self.init(
      Kind(ask, order), Self.quantity(of: ask.kind, ground.network), on: ground, ask: ask, order: order)
  }

  /// With the author's own numbers drawn anew, in its words, its answer and what it sets; nil where it has none.
  ///
  /// Numbers on which it makes no sense, or that are those at hand, are passed over.
  func redrawn(seed: UInt64) -> Question? {
    let base = ground.before.first ?? network
    var last: Question?
    for number in 0..<Self.maxDraws {
      let seed = seed &+ number &* 1_000_003
      guard let other = ask?.redrawn(seed: seed) else { return nil }
      let question = Question(other, base: base.randomized(seed: seed), order: order)
      last = question
      if question.isSuitable, other.prompt != ask?.prompt || other.kind != ask?.kind { return question }
    }
    return last
  }

  private static let maxDraws: UInt64 = 20

  private static func quantity(of kind: Ask.Kind, _ network: Network) -> Quantity? {
    switch kind {
    case .number(let answer, _), .expression(let answer, _), .sign(let answer):
      if let name = answer.leafName { return network.architecture.quantity(named: name) }
      return recognized(answer, network)
    case .chain(let goal, _), .faded(let goal, _): return goal
    case .choice, .bug, .poll, .text: return nil
    }
  }

  /// The quantity that a formula is always equal to, such as `w5+` for `w5 - eta*dE/dw5`; at three sets of numbers.
  private static func recognized(_ answer: Expression, _ network: Network) -> Quantity? {
    let architecture = network.architecture
    guard architecture.parameterCount + architecture.neuronCount <= 200 else { return nil }
    let passes = (1...3).map { Pass(network.randomized(seed: UInt64($0) &* 0x5EED)) }
    let values = passes.map { $0.value(of: answer) }
    let neurons = 0..<architecture.neuronCount
    let parameters = (0..<architecture.parameterCount).map(Quantity.parameter)
    let candidates: [Quantity] =
      neurons.flatMap { [.net($0), .out($0), .gradient(.out($0)), .derivative(of: .out($0), by: .net($0))] }
      + neurons.map { .gradient(.net($0)) } + [.loss, .lossAfterUpdate] + parameters.map(Quantity.gradient)
      + (0..<architecture.parameterCount).map(Quantity.updated)
    return candidates.first { candidate in
      zip(passes, values).allSatisfy { pass, value in
        (pass.value(of: candidate) - value).magnitude <= 1e-9 * value.magnitude && value != 0
      }
    }
  }
}

extension Question.Kind {
  /// The kind that reads what a lesson says.
  fileprivate init(_ ask: Ask, _ order: UInt64?) {
    let hash = ask.id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    // Each question of a lesson has an order of its own.
    let order = order.map { $0 &* 0x9E37_79B9 &+ UInt64(hash) }
    switch ask.kind {
    case .number(let answer, let tolerance):
      self = .value(ValueQuestion(answer: answer, form: .number, tolerance: tolerance))
    case .expression(let answer, let symbols): self = .formula(FormulaQuestion(answer: answer, symbols: symbols))
    case .sign(let answer): self = .sign(SignQuestion(answer: answer))
    case .choice(let options): self = .choice(ChoiceQuestion(options: options.map(Option.init).shuffled(by: order)))
    case .chain(let goal, let distractors):
      let variant = order.map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) } ?? hash
      self = .chain(ChainQuestion(goal: goal, isWhole: true, distractors: distractors, variant: variant))
    case .faded(let goal, let blank): self = .blanks(BlanksQuestion(goal: goal, blank: blank))
    case .bug(let derivation): self = .wrongLine(WrongLineQuestion(derivation, order))
    case .poll(let options): self = .poll(PollQuestion(options: options.map(Option.init)))
    case .text: self = .words(WordsQuestion())
    }
  }
}
