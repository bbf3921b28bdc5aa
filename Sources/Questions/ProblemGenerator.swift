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
/// A skill is asked for as a number first, and after a number in another of its forms: mastery needs numbers, and one form
/// alone would be learnt by heart. The same seed gives the same problems.
package struct ProblemGenerator: Equatable, Sendable {
  private let base: Network
  private let skill: Skill?
  private var random: RandomSource
  private var count = 0
  /// The skills whose last problem asked for a number.
  private var numbered: Set<Skill> = []
  /// Of each skill which of its other forms comes next.
  private var nextForm: [Skill: Int] = [:]

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
      let quantities = quantities(for: skill, network.architecture)
      guard !quantities.isEmpty else { continue }
      for sort in turns(of: skill) {
        for _ in 0..<Self.maxQuantities {
          let quantity = quantities[Int(random.next() % UInt64(quantities.count))]
          let draft = Draft(sort: sort, quantity: quantity, variant: Int(random.next() % 1_024))
          guard let question = telling(network, draft) else { continue }
          note(sort, of: skill)
          return Problem(skill: skill, question: question)
        }
      }
    }
    return Problem(skill: .weightedSum, question: .value(of: .net(0), on: Trace(base, goals: [])))
  }

  /// Quantities that are tried in a form before another form has its turn.
  private static let maxQuantities = 6

  // MARK: What is asked

  /// The forms of a skill, in the order in which they are tried now: the others go round, from one that is drawn.
  private mutating func turns(of skill: Skill) -> [Question.Sort] {
    let (numbers, others) = (skill.forms.filter(\.isNumber), skill.otherForms)
    guard !others.isEmpty else { return numbers }
    let first = (nextForm[skill] ?? Int(random.next() % UInt64(others.count))) % others.count
    let rotated = Array(others[first...] + others[..<first])
    return numbered.contains(skill) ? rotated + numbers : numbers + rotated
  }

  private mutating func note(_ sort: Question.Sort, of skill: Skill) {
    if sort.isNumber {
      numbered.insert(skill)
    } else {
      numbered.remove(skill)
      nextForm[skill] = (skill.otherForms.firstIndex(of: sort) ?? 0) + 1
    }
  }

  /// What could be asked, before there are numbers for it.
  private struct Draft {
    let sort: Question.Sort
    let quantity: Quantity
    let variant: Int

    func question(on trace: Trace) -> Question? { Question(sort, quantity, on: trace, variant: variant) }
  }

  /// What shows a skill in a network; nothing where the network lacks it.
  private func quantities(for skill: Skill, _ architecture: Architecture) -> [Quantity] {
    let neurons = 0..<architecture.neuronCount
    let outputs = neurons.filter(architecture.isOutput)
    let parameters = 0..<architecture.parameterCount
    func isOutputLayer(_ parameter: Int) -> Bool {
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): architecture.isOutput(neuron)
      case .neurons(let fed): architecture.isOutput(fed.lowerBound)
      }
    }
    func gradients(_ parameters: [Int]) -> [Quantity] { parameters.map { .gradient(.parameter($0)) } }
    let weights = parameters.filter { $0 < architecture.weightCount }
    switch skill {
    case .weightedSum: return neurons.map(Quantity.net)
    case .sigmoid: return neurons.map(Quantity.out)
    case .composeForward: return outputs.flatMap { [.net($0), .out($0)] }
    case .loss: return [.loss]
    case .tracePath: return gradients(Array(parameters))
    case .lossSlope: return outputs.map { .gradient(.out($0)) }
    case .outputSlope, .swapActivation: return neurons.map { .derivative(of: .out($0), by: .net($0)) }
    case .netByWeight: return weights.map { .derivative(of: .net(fed($0, architecture)), by: .parameter($0)) }
    case .netByOutput:
      return neurons.filter { !architecture.isOutput($0) }.flatMap { source in
        architecture.targets(ofNeuron: source).map { .derivative(of: .net($0), by: .out(source)) }
      }
    case .assembleOutput: return gradients(weights.filter(isOutputLayer))
    case .assembleHidden, .transferIndex, .multiOutput, .oldWeights:
      return gradients(weights.filter { !isOutputLayer($0) })
    case .repeatForward: return [.lossAfterUpdate]
    case .deltaReuse: return neurons.map { .gradient(.net($0)) }
    case .biasOne, .sumPaths:
      let biases = parameters.filter { parameter in
        guard parameter >= architecture.weightCount, case .neurons(let fed) = architecture.place(ofParameter: parameter)
        else { return false }
        return (fed.count > 1) == (skill == .sumPaths)
      }
      return gradients(biases)
    // Of the hidden layer the step is so small that every mistake in it leaves nearly the same parameter.
    case .update: return parameters.filter(isOutputLayer).map(Quantity.updated)
    case .swapLoss: return outputs.flatMap { [.gradient(.out($0)), .gradient(.net($0))] }
    case .numericCheck, .saturation, .batchMean: return []
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
    for _ in 0..<(asksValue ? Self.maxDraws : Self.maxOtherDraws) {
      let candidate = network.randomized(seed: random.next() >> 40)
      guard let question = question(draft, candidate) else { continue }
      let clashes = asksValue ? Self.clashes(candidate, draft.quantity).subtracting(ties).count : 0
      if clashes < best?.clashes ?? .max { best = (question, clashes) }
      if clashes == 0 { break }
    }
    return best?.question
  }

  private static let maxDraws = 150
  /// Whether another form can be asked depends on the network more than on its numbers.
  private static let maxOtherDraws = 8

  /// nil where it makes no sense on these numbers.
  private func question(_ draft: Draft, _ network: Network) -> Question? {
    let trace = Trace(network, goals: [])
    let value = trace.pass.value(of: draft.quantity)
    // A gradient of a dead ReLU teaches nothing, and tiny ones are tedious to type.
    guard value.isFinite, value.magnitude > 1e-5, Self.hasTellingSign(trace.pass, draft.quantity) else { return nil }
    return draft.question(on: trace)
  }
}
