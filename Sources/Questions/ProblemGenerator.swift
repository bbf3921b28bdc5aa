import Diagnosis
package import Networks
import Traces

/// A question on a network of its own.
package struct Problem: Equatable, Sendable {
  package let skill: Skill
  package let network: Network
  package let question: Question
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

  /// Cost: the catalogue's mistakes at a few dozen sets of numbers.
  package mutating func next() -> Problem {
    // A network may lack what a skill needs, such as a shared bias: then the next one has its turn.
    for _ in 0..<Skill.allCases.count * 2 {
      let skill = self.skill ?? Skill.allCases[count % Skill.allCases.count]
      count += 1
      let network = architecture(for: skill)
      let questions = questions(for: skill, network)
      guard !questions.isEmpty else { continue }
      let question = questions[Int(random.next() % UInt64(questions.count))]
      return Problem(skill: skill, network: telling(network, question), question: question)
    }
    return Problem(skill: .weightedSum, network: base, question: Question(.value, .net(0)))
  }

  // MARK: What is asked

  private func questions(for skill: Skill, _ network: Network) -> [Question] {
    let architecture = network.architecture
    let neurons = 0..<architecture.neuronCount
    let parameters = 0..<architecture.parameterCount
    func values(_ quantities: [Quantity]) -> [Question] { quantities.map { Question(.value, $0) } }
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
    case .loss: return values([.loss])
    case .tracePath:
      return parameters.map { Question(.paths, .gradient(.parameter($0))) }
        + weights.map { Question(.chain, .gradient(.parameter($0)), variant: $0) }
    case .lossSlope: return values(neurons.filter(architecture.isOutput).map { .gradient(.out($0)) })
    case .outputSlope, .swapActivation: return values(neurons.map { .derivative(of: .out($0), by: .net($0)) })
    case .netByWeight: return values(weights.map { .derivative(of: .net(fed($0, architecture)), by: .parameter($0)) })
    case .netByOutput:
      return values(
        neurons.filter { !architecture.isOutput($0) }.flatMap { source in
          architecture.targets(ofNeuron: source).map { .derivative(of: .net($0), by: .out(source)) }
        })
    case .assembleOutput: return assembly(weights.filter(isOutputLayer), architecture)
    case .assembleHidden, .multiOutput: return assembly(weights.filter { !isOutputLayer($0) }, architecture)
    case .deltaReuse: return values(neurons.map { .gradient(.net($0)) })
    case .biasOne, .sumPaths:
      let biases = parameters.filter { parameter in
        guard parameter >= architecture.weightCount, case .neurons(let fed) = architecture.place(ofParameter: parameter)
        else { return false }
        return (fed.count > 1) == (skill == .sumPaths)
      }
      return assembly(biases, architecture)
    case .update: return values(parameters.map(Quantity.updated))
    case .swapLoss:
      return values(neurons.filter(architecture.isOutput).flatMap { [.gradient(.out($0)), .gradient(.net($0))] })
    }
  }

  /// A gradient to be found whole, with one factor left out, with a bug in it, or its sign only.
  private func assembly(_ parameters: [Int], _ architecture: Architecture) -> [Question] {
    parameters.flatMap { parameter -> [Question] in
      let gradient = Quantity.gradient(.parameter(parameter))
      let probe = Trace(
        base.architecture == architecture ? base : Network(name: "", architecture: architecture), goals: [])
      let others = (0..<3).flatMap {
        [Question(.faded, gradient, variant: $0), Question(.bug, gradient, variant: 3 * parameter + $0)]
      }
      return [Question(.value, gradient), Question(.value, gradient), Question(.sign, gradient)]
        + others.filter { $0.kind == .bug || FadedExample($0, probe) != nil }
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
    case .multiOutput where own.outputCount == 1: return BundledNetworks.network(named: "mazur-2-2-2") ?? base
    default: return base
    }
    var network = Network(name: base.name, architecture: Architecture(inputs: own.inputs, layers: layers, loss: loss))
    network.learningRate = base.learningRate
    return network
  }

  /// Numbers at which every two mistakes that differ as formulas give answers that differ clearly.
  private mutating func telling(_ network: Network, _ question: Question) -> Network {
    var best: (network: Network, collisions: Int)?
    for _ in 0..<24 {
      let candidate = network.randomized(seed: random.next() >> 40)
      guard isAskable(question, candidate) else { continue }
      let collisions = Self.collisions(candidate, question)
      if collisions < best?.collisions ?? .max { best = (candidate, collisions) }
      if collisions == 0 { break }
    }
    return best?.network ?? network.randomized(seed: 1)
  }

  private func isAskable(_ question: Question, _ network: Network) -> Bool {
    let trace = Trace(network, goals: [])
    let value = trace.pass.value(of: question.quantity)
    // A gradient of a dead ReLU teaches nothing, and tiny ones are tedious to type.
    guard value.isFinite, value.magnitude > 1e-5 else { return false }
    switch question.kind {
    case .bug: return PlantedBug(question, trace) != nil
    case .chain: return Tiles(question, trace) != nil
    case .faded: return FadedExample(question, trace) != nil
    default: return true
    }
  }

  /// How many answers of different mistakes cannot be told apart, or from the right one.
  package static func collisions(_ network: Network, _ question: Question) -> Int {
    guard question.kind == .value else { return 0 }
    let checker = Checker(network)
    let right = checker.pass.value(of: question.quantity)
    let wrong = checker.wrongAnswers(to: question.quantity).filter { !$0.isOnlyNumeric && $0.value.isFinite }
    var values: [(id: String, value: Double)] = [("", right)]
    var collisions = 0
    for answer in wrong {
      let isTaken = values.contains { known in
        known.id != answer.id && (known.value - answer.value).magnitude <= 4e-3 * known.value.magnitude
      }
      if isTaken { collisions += 1 }
      values.append((answer.id, answer.value))
    }
    return collisions
  }
}
