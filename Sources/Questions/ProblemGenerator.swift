import Diagnosis
import Diagnostics
import Expressions
package import Networks
package import Skills
import Traces

/// A question on a network of its own.
package struct Problem: Equatable, Sendable {
  package let skill: Skill
  package let question: Question

  package var network: Network { question.network }
}

/// Endless fresh problems, on numbers that tell the mistakes apart.
///
/// The same seed gives the same problems.
package struct ProblemGenerator: Equatable, Sendable {
  private let base: Network
  private let skill: Skill?
  private var random: RandomSource
  private var count = 0

  /// Without a skill every one has its turn.
  package init(base: Network, skill: Skill?, seed: UInt64) {
    self.base = base
    self.skill = skill
    random = RandomSource(seed: seed)
  }

  /// One that shows the wanted skill, where the network has it.
  ///
  /// Cost: the catalogue's mistakes at a few dozen sets of numbers.
  package mutating func next(_ wanted: Skill? = nil) -> Problem {
    // A network may lack what a skill needs, such as a shared bias: then the next one has its turn.
    for attempt in 0..<Skill.practised.count * 2 {
      let skill = (attempt == 0 ? wanted : nil) ?? self.skill ?? Skill.practised[count % Skill.practised.count]
      count += 1
      let network = architecture(for: skill)
      let drafts = drafts(for: skill, network)
      guard !drafts.isEmpty else { continue }
      for _ in drafts {
        let draft = drafts[Int(random.next() % UInt64(drafts.count))]
        if let question = telling(network, draft) { return Problem(skill: skill, question: question) }
      }
    }
    return Problem(skill: .weightedSum, question: .value(of: .net(0), on: Trace(base, goals: [])))
  }

  // MARK: What is asked

  /// What could be asked, before there are numbers for it.
  private struct Draft {
    let sort: Question.Sort
    let quantity: Quantity
    var variant = 0

    func question(on trace: Trace) -> Question? { Question(sort, quantity, on: trace, variant: variant) }
  }

  private func drafts(for skill: Skill, _ network: Network) -> [Draft] {
    let architecture = network.architecture
    let neurons = 0..<architecture.neuronCount
    let parameters = 0..<architecture.parameterCount
    func values(_ quantities: [Quantity]) -> [Draft] { quantities.map { Draft(sort: .value, quantity: $0) } }
    func isOutputLayer(_ parameter: Int) -> Bool {
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): architecture.isOutput(neuron)
      case .neurons(let fed): architecture.isOutput(fed.lowerBound)
      }
    }
    let weights = parameters.filter { $0 < architecture.weightCount }
    switch skill {
    case .weightedSum: return values(neurons.map(Quantity.net))
    case .sigmoid: return values(neurons.map(Quantity.out))
    case .composeForward: return values(neurons.filter(architecture.isOutput).flatMap { [.net($0), .out($0)] })
    case .loss: return values([.loss])
    case .tracePath:
      return parameters.map { Draft(sort: .count, quantity: .gradient(.parameter($0))) }
        + weights.map { Draft(sort: .chain, quantity: .gradient(.parameter($0)), variant: $0) }
    case .lossSlope: return values(neurons.filter(architecture.isOutput).map { .gradient(.out($0)) })
    case .outputSlope, .swapActivation: return values(neurons.map { .derivative(of: .out($0), by: .net($0)) })
    case .netByWeight: return values(weights.map { .derivative(of: .net(fed($0, architecture)), by: .parameter($0)) })
    case .netByOutput:
      return values(
        neurons.filter { !architecture.isOutput($0) }.flatMap { source in
          architecture.targets(ofNeuron: source).map { .derivative(of: .net($0), by: .out(source)) }
        })
    case .assembleOutput: return assembly(weights.filter(isOutputLayer), architecture)
    case .assembleHidden, .transferIndex, .multiOutput:
      return assembly(weights.filter { !isOutputLayer($0) }, architecture)
    case .oldWeights:
      return values(weights.filter { !isOutputLayer($0) }.map { .gradient(.parameter($0)) })
    case .repeatForward: return values([.lossAfterUpdate])
    case .deltaReuse: return values(neurons.map { .gradient(.net($0)) })
    case .biasOne, .sumPaths:
      let biases = parameters.filter { parameter in
        guard parameter >= architecture.weightCount, case .neurons(let fed) = architecture.place(ofParameter: parameter)
        else { return false }
        return (fed.count > 1) == (skill == .sumPaths)
      }
      return assembly(biases, architecture)
    // Of the hidden layer the step is so small that every mistake in it leaves nearly the same parameter.
    case .update: return values(parameters.filter(isOutputLayer).map(Quantity.updated))
    case .swapLoss:
      return values(neurons.filter(architecture.isOutput).flatMap { [.gradient(.out($0)), .gradient(.net($0))] })
    case .numericCheck, .saturation, .batchMean: return []
    }
  }

  /// A gradient to be found whole, with one factor left out, with a bug in it, or its sign only.
  private func assembly(_ parameters: [Int], _ architecture: Architecture) -> [Draft] {
    parameters.flatMap { parameter -> [Draft] in
      let gradient = Quantity.gradient(.parameter(parameter))
      let probe = Trace(
        base.architecture == architecture ? base : Network(name: "", architecture: architecture), goals: [])
      let others = (0..<3).flatMap {
        [
          Draft(sort: .blanks, quantity: gradient, variant: $0),
          Draft(sort: .wrongLine, quantity: gradient, variant: 3 * parameter + $0),
        ]
      }
      let plain = [Question.Sort.value, .value, .sign].map { Draft(sort: $0, quantity: gradient) }
      return plain
        + others.filter { draft in
          // Which mistakes show depends on the numbers; how many lines there are does not.
          draft.sort == .wrongLine
            ? WrongLineQuestion.isShort(gradient, architecture) : draft.question(on: probe) != nil
        }
    }
  }

  private func fed(_ weight: Int, _ architecture: Architecture) -> Int {
    if case .edge(_, let neuron) = architecture.place(ofParameter: weight) { neuron } else { 0 }
  }

  // MARK: Networks

  private mutating func architecture(for skill: Skill) -> Network {
    let own = base.architecture
    var layers = own.layers
    var loss = own.loss
    switch skill {
    case .swapActivation:
      let other: Activation = random.next() & 1 == 0 ? .tanh : .relu
      for index in layers.indices.dropLast() { layers[index].activation = other }
    case .swapLoss:
      loss = .crossEntropy
      layers[layers.count - 1].activation = .sigmoid
    case .update:
      var network = base
      network.learningRate = max(2, base.learningRate)
      return network
    case .multiOutput where own.outputCount == 1: return BundledNetworks.network(named: "mazur-2-2-2") ?? base
    default: return base
    }
    var network = Network(name: base.name, architecture: own.changing(layers: layers, loss: loss))
    network.learningRate = base.learningRate
    if let letters = own.letters, let lettered = try? network.lettered(in: letters.notation) { return lettered }
    return network
  }

  /// Numbers at which every two mistakes that differ as formulas give answers that differ clearly; the best of many draws
  /// where no draw is perfect, and nil where the question cannot be asked at all.
  private mutating func telling(_ network: Network, _ draft: Draft) -> Question? {
    let asksValue = draft.sort == .value
    let ties = asksValue ? Self.ties(network, draft.quantity) : []
    var best: (question: Question, clashes: Int)?
    for _ in 0..<Self.maxDraws {
      let candidate = network.randomized(seed: random.next() >> 40)
      guard let question = question(draft, candidate) else { continue }
      let clashes = asksValue ? Self.clashes(candidate, draft.quantity).subtracting(ties).count : 0
      if clashes < best?.clashes ?? .max { best = (question, clashes) }
      if clashes == 0 { break }
    }
    return best?.question
  }

  private static let maxDraws = 150

  /// nil where it makes no sense on these numbers.
  private func question(_ draft: Draft, _ network: Network) -> Question? {
    let trace = Trace(network, goals: [])
    let value = trace.pass.value(of: draft.quantity)
    // A gradient of a dead ReLU teaches nothing, and tiny ones are tedious to type.
    guard value.isFinite, value.magnitude > 1e-5, Self.hasTellingSign(trace.pass, draft.quantity) else { return nil }
    return draft.question(on: trace)
  }

  /// Two wrong answers, by their places in the catalogue's order; -1 is the right answer.
  package struct Pair: Hashable, Sendable {
    let first: Int
    let second: Int
  }

  /// The answers of different mistakes that cannot be distinguished at these numbers, or from the right one.
  package static func clashes(_ network: Network, _ quantity: Quantity) -> Set<Pair> {
    let checker = Checker(network)
    let wrong = checker.wrongAnswers(to: quantity)
    var values: [(place: Int, id: MistakeID?, value: Double)] = [(-1, nil, checker.pass.value(of: quantity))]
    for (place, answer) in wrong.enumerated() where !answer.isOnlyNumeric && answer.value.isFinite {
      values.append((place, answer.id, answer.value))
    }
    values.sort { $0.value < $1.value }
    var found: Set<Pair> = []
    for (index, one) in values.enumerated() {
      for other in values[(index + 1)...] {
        // Twice the tolerance within which an answer is taken for a mistake's.
        guard other.value - one.value <= 2e-3 * max(one.value.magnitude, other.value.magnitude) else { break }
        if one.id != other.id {
          found.insert(Pair(first: min(one.place, other.place), second: max(one.place, other.place)))
        }
      }
    }
    return found
  }

  /// What clashes whatever the numbers: the same formula, reached by two mistakes.
  package static func ties(_ network: Network, _ quantity: Quantity) -> Set<Pair> {
    let others = (1...64).lazy.map { network.randomized(seed: $0) }.filter { hasTellingSign(Pass($0), quantity) }
    return others.prefix(8).map { clashes($0, quantity) }.reduce(nil as Set<Pair>?) { known, next in
      known?.intersection(next) ?? next
    } ?? []
  }

  /// A learner who always decreases a weight is right where the gradient is positive: updates are asked where it is not.
  private static func hasTellingSign(_ pass: Pass, _ quantity: Quantity) -> Bool {
    guard case .updated(let parameter) = quantity else { return true }
    return pass.gradients[parameter] < 0
  }
}
