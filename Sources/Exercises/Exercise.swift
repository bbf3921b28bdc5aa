package import Expressions
package import Lessons
package import Networks
package import Questions
import Traces

/// A question of a lesson on the numbers that it is asked on: what it comes to there, how answers are judged and helped.
package struct Exercise: Equatable, Sendable {
  package let ask: Ask
  /// The numbers of this question, those of the first sample where it is about several.
  package let network: Network
  /// The samples over which the answer is the mean; only `network` where there is one.
  package let samples: [Network]
  /// What of the network is asked for, where the answer is one of its quantities: then the catalogue knows its mistakes.
  package let quantity: Quantity?

  /// The lesson's own numbers where the question has others: the round or sample before, from which a value may stay behind.
  let before: [Network]

  /// The question at its own numbers over the lesson's network.
  package init(_ ask: Ask, base: Network) {
    self.init(ask, ask.setting.networks(from: base), fallback: base, before: [base])
  }

  private init(_ ask: Ask, _ networks: [Network], fallback: Network, before: [Network] = []) {
    self.ask = ask
    network = networks.first ?? fallback
    samples = networks
    self.before = before
    quantity = Self.quantity(of: ask.kind, network)
  }

  /// The same question on other numbers; the same seed makes the same ones.
  package func randomized(seed: UInt64) -> Exercise {
    let parameters = network.randomized(seed: seed).parameters
    let networks = samples.enumerated().map { number, sample in
      // The samples of a batch share their parameters.
      var other = sample.randomized(seed: seed &+ UInt64(number))
      other.parameters = parameters
      return other
    }
    return Exercise(ask, networks, fallback: network)
  }

  /// The same question in other words: a translation of it.
  package func worded(as other: Ask) -> Exercise {
    Exercise(other, samples, fallback: network, before: before)
  }

  // MARK: What is asked

  /// How many answers it takes one after the other: a blank each, or the wrong line and then the reason.
  package var partCount: Int {
    switch ask.kind {
    case .faded(_, let blank): max(1, blank.count)
    case .bug(let derivation): derivation.reasons.isEmpty ? 1 : 2
    default: 1
    }
  }

  /// What a part asks for, where that is a quantity.
  package func quantity(ofPart part: Int) -> Quantity? {
    guard case .faded(_, let blank) = ask.kind else { return quantity }
    return blank.indices.contains(part) ? blank[part] : nil
  }

  /// Whether other numbers make another question, so that after the answer was told a like one can be asked.
  package var hangsOnNumbers: Bool {
    if case .number = ask.kind { true } else { false }
  }

  /// What is chosen among in a part: options or reasons; none where the answer is typed.
  package func options(ofPart part: Int) -> [Ask.Option] {
    switch ask.kind {
    case .choice(let options), .poll(let options): options
    case .bug(let derivation) where part == 1: derivation.reasons
    default: []
    }
  }

  /// The options that are right on these numbers, from 0.
  package func rightOptions(ofPart part: Int) -> [Int] {
    let pass = Pass(network)
    return options(ofPart: part).enumerated().filter { $0.element.right.holds(at: pass) }.map(\.offset)
  }

  /// How many answers there are to choose from; nil where it is typed.
  package func choiceCount(ofPart part: Int) -> Int? {
    switch ask.kind {
    case .sign: 2
    case .choice(let options), .poll(let options): options.count
    case .bug(let derivation): part == 0 ? derivation.lines.count : derivation.reasons.count
    case .number, .expression, .chain, .faded, .text: nil
    }
  }

  /// The tiles of a chain; nil for other questions.
  package var tiles: Tiles? {
    guard case .chain(let goal, let distractors) = ask.kind else { return nil }
    let variant = ask.id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    return Tiles(chainOf: goal, Trace(network, goals: []), distractors: distractors, variant: variant)
  }

  /// The value of a formula here, the mean over the samples.
  package func value(of expression: Expression) -> Double {
    samples.reduce(0) { $0 + Pass($1).value(of: expression) } / Double(max(1, samples.count))
  }

  /// Everything of the network that the question is about: what must not be seen before it is answered.
  package var subjects: [Quantity] {
    let expressions: [Expression]
    switch ask.kind {
    // What a formula is made of is given; only what it comes to is asked for.
    case .number, .expression: return quantity.map { [$0] } ?? []
    case .sign(let answer): expressions = [answer]
    case .choice(let options): expressions = options.flatMap(\.right.expressions)
    case .poll, .text: return []
    case .chain(let goal, _), .faded(let goal, _): return [goal]
    case .bug(let derivation): expressions = derivation.lines.suffix(1).map(\.left)
    }
    return expressions.flatMap(\.leafNames).compactMap(network.architecture.quantity(named:))
  }

  // MARK: Recognising

  private static func quantity(of kind: Ask.Kind, _ network: Network) -> Quantity? {
    switch kind {
    case .number(let answer, _), .expression(let answer, _), .sign(let answer):
      if let name = answer.leafName { return network.architecture.quantity(named: name) }
      return recognised(answer, network)
    case .chain(let goal, _), .faded(let goal, _): return goal
    case .choice, .bug, .poll, .text: return nil
    }
  }

  /// The quantity that a formula is always equal to, such as `w5+` for `w5 - eta*dE/dw5`; at three sets of numbers.
  private static func recognised(_ answer: Expression, _ network: Network) -> Quantity? {
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

extension Truth {
  /// What a condition compares; nothing where it always or never holds.
  fileprivate var expressions: [Expression] {
    guard case .when(let condition) = self else { return [] }
    return condition.comparisons.flatMap { [$0.left, $0.right] }
  }
}

extension Exercise {
  /// Whether the question makes sense on these numbers: it has a right answer, its wrong line is wrong, and the others
  /// are not.
  package var isSuitable: Bool {
    switch ask.kind {
    case .number(let answer, _), .expression(let answer, _): return value(of: answer).isFinite
    case .sign(let answer): return value(of: answer).isFinite && value(of: answer).magnitude > 1e-6
    case .choice(let options):
      let pass = Pass(network)
      return options.contains { $0.right.holds(at: pass) } && options.contains { !$0.right.holds(at: pass) }
    case .chain, .faded, .poll, .text: return true
    case .bug(let derivation):
      return derivation.lines.enumerated().allSatisfy { number, line in
        let (left, right) = (value(of: line.left), value(of: line.right))
        let isSame = (left - right).magnitude <= 1e-3 * max(left.magnitude, right.magnitude)
        return isSame != (number == derivation.bug)
      }
    }
  }
}
