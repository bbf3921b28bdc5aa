package import Diagnosis
import Diagnostics
import Expressions
package import Networks
package import Traces

/// The tiles from which the chain of a gradient is built: the factors of its paths, and others that look alike.
package struct Tiles: Equatable, Sendable {
  /// In the order in which they are shown.
  package let factors: [Quantity]
  /// The paths that are right, each from E to the variable.
  package let paths: [[Quantity]]
  /// Whether the whole gradient is asked for, every path of it, rather than any one path.
  package let addsPaths: Bool
  /// The mistakes of those tiles that belong to no path, by the ids of the catalogue.
  package let mistakes: [Quantity: String]
  private let architecture: Architecture

  /// Any one path of a gradient, with so many tiles too many.
  ///
  /// nil where the quantity has no chain that could be written out.
  package init?(pathOf goal: Quantity, _ trace: Trace, distractors: Int, variant: Int) {
    guard case .derivative(let dependent, let variable) = goal,
      let paths = trace.localDerivatives(of: dependent, by: variable), let first = paths.first, first.count > 1
    else { return nil }
    self.init(paths: paths, shown: [first], trace, distractors: distractors, variant: variant)
  }

  /// All paths of a gradient, to be added where they are several, with so many tiles too many.
  ///
  /// nil where there is no chain, or more paths than anybody would build.
  package init?(chainOf goal: Quantity, _ trace: Trace, distractors: Int, variant: Int) {
    let paths = trace.chainPaths(of: goal)
    guard !paths.isEmpty, paths.count <= Self.maxPaths else { return nil }
    self.init(paths: paths, shown: paths, trace, distractors: distractors, variant: variant)
  }

  private static let maxPaths = 4

  private init(paths: [[Quantity]], shown: [[Quantity]], _ trace: Trace, distractors: Int, variant: Int) {
    self.paths = paths
    architecture = trace.network.architecture
    addsPaths = shown.count > 1
    var random = RandomSource(seed: UInt64(bitPattern: Int64(variant)) &+ 0x9E37)
    var seen = Set(paths.joined())
    let others = shown.flatMap { Self.distractors($0, trace.network.architecture) }
      .filter { seen.insert($0.factor).inserted }.prefix(distractors)
    mistakes = Dictionary(others.map { ($0.factor, $0.mistake) }, uniquingKeysWith: { first, _ in first })
    seen = []
    let own = shown.joined().filter { seen.insert($0).inserted }
    factors = (own + others.map(\.factor)).shuffled(using: &random)
  }

  /// Whether tiles, by their numbers from 1, are one of the right paths.
  package func isRight(_ numbers: [Int]) -> Bool {
    let chosen = chosen(numbers)
    return chosen.count == numbers.count && paths.contains(chosen)
  }

  /// The first place at which the tiles leave every right path, from 1; nil where they are the beginning of one.
  package func firstSlip(_ numbers: [Int]) -> Int? {
    let chosen = numbers.map { factors.indices.contains($0 - 1) ? factors[$0 - 1] : nil }
    return chosen.indices.first { place in
      !paths.contains { path in
        path.count > place && (0...place).allSatisfy { path[$0] == chosen[$0] }
      }
    }.map { $0 + 1 }
  }

  private func chosen(_ numbers: [Int]) -> [Quantity] {
    numbers.compactMap { factors.indices.contains($0 - 1) ? factors[$0 - 1] : nil }
  }

  /// The right answer, as it is typed: `2 4 1`, or `2 4 1 + 2 5 3`.
  package var rightAnswer: String {
    (addsPaths ? paths : Array(paths.prefix(1))).map { path in
      path.compactMap { factors.firstIndex(of: $0) }.map { String($0 + 1) }.joined(separator: " ")
    }.joined(separator: " + ")
  }

  // MARK: Judging

  /// Judges tiles by their numbers, in order: `3 1 5`, `3,1,5`, and `315` where each has one digit; several paths are
  /// joined by a plus.
  package func judge(_ answer: String) -> Verdict {
    let groups = answer.split { $0 == "+" || $0 == "＋" }.map { group -> [Substring] in
      let numbers = group.split { !$0.isNumber }
      guard factors.count < 10 else { return numbers }
      return numbers.flatMap { number in number.indices.map { number[$0...$0] } }
    }
    let numbers = groups.map { $0.compactMap { Int(written: $0) } }
    let isReadable = zip(groups, numbers).allSatisfy { group, numbers in
      !numbers.isEmpty && numbers.count == group.count && numbers.allSatisfy { (1...factors.count).contains($0) }
    }
    guard isReadable, !groups.isEmpty else {
      let count = factors.count
      let sample = addsPaths ? "2 4 1 + 2 5 3" : "2 4 1"
      return Verdict(
        .unreadable,
        feedback: Words(
          en: "Write numbers from 1 to \(count), such as \(sample).", zh: "请写 1 到 \(count) 的编号，例如 \(sample)。"))
    }
    if addsPaths { return judgeSum(numbers) }
    return numbers.count == 1 ? judgePath(numbers[0]) : judgeSum(numbers)
  }

  private func judgePath(_ numbers: [Int]) -> Verdict {
    if isRight(numbers) {
      return Verdict(
        .right,
        feedback: Words(en: "Each tile begins where the one before ends.", zh: "每块的分子正是前一块的分母，首尾相接。"))
    }
    let chosen = chosen(numbers)
    if paths.contains(where: { $0.count == chosen.count && Set($0) == Set(chosen) }) {
      return Verdict(
        .unreadable,
        feedback: Words(
          en: "These are the tiles. Now in order, from E on: each begins where the one before ends.",
          zh: "拼块选对了。再按顺序排，从 E 开始：每块的分子是前一块的分母。"))
    }
    if let place = chosen.firstIndex(where: { mistakes[$0] != nil }), let mistake = mistakes[chosen[place]] {
      return Verdict(
        .mistake, mistakes: [mistake],
        feedback: Words(
          en: "Look at \(tile(numbers[place]).en): does a path from E lead through it?",
          zh: "看\(tile(numbers[place]).zh)：从 E 出发的路径经过它吗？"))
    }
    guard let slip = firstSlip(numbers) else {
      return Verdict(
        .mistake, mistakes: ["stops-early"],
        feedback: Words(en: "Right so far. Has the chain reached its end?", zh: "到此为止都对。链条走到头了吗？"))
    }
    if slip == 1 { return Verdict(.unknown, feedback: beginning(chosen.first)) }
    return Verdict(
      .unknown,
      feedback: Words(
        en: "Look at \(tile(numbers[slip - 1]).en): does it begin where the one before ends?",
        zh: "看\(tile(numbers[slip - 1]).zh)：它的分子是前一块的分母吗？"))
  }

  /// A tile by its number and what is on it, since "the second" may be either.
  private func tile(_ number: Int) -> Words {
    let factor = factors.indices.contains(number - 1) ? factors[number - 1] : nil
    let text = factor.map { architecture.expression(of: $0).text(.unicode) } ?? ""
    return Words(en: "tile \(number), \(text)", zh: "第 \(number) 块 \(text)")
  }

  /// What is asked where no path begins as the answer does, whatever the first factors reach over.
  private func beginning(_ tile: Quantity?) -> Words {
    guard case .derivative(let start, _)? = paths.first?.first else { return Words(en: "Begin at E.", zh: "从 E 开始。") }
    let name = architecture.expression(of: start).text(.unicode)
    if case .derivative(start, let node)? = tile {
      let passed = architecture.expression(of: node).text(.unicode)
      return Words(
        en: "You begin at \(name). Does the way lead through \(passed)?", zh: "从 \(name) 开始是对的。这条路径经过 \(passed) 吗？")
    }
    return Words(en: "Begin at \(name): which tile has ∂\(name) on top?", zh: "从 \(name) 开始：哪一块的分子是 ∂\(name)？")
  }

  private func judgeSum(_ groups: [[Int]]) -> Verdict {
    if let wrong = groups.first(where: { !isRight($0) }) { return judgePath(wrong) }
    let built = Set(groups.map(chosen))
    if !addsPaths || built.count < groups.count {
      return Verdict(
        .mistake, mistakes: ["phantom-path"],
        feedback: Words(en: "Does each path count more than once?", zh: "同一条路径要算两次吗？"))
    }
    guard built.count == paths.count else {
      return Verdict(
        .mistake, mistakes: [endsDiffer ? "bias-one-path" : "one-output"],
        feedback: Words(
          en: "This path is right. Is it the only one? Join paths with +.", zh: "这条路径是对的。只有这一条吗？多条路径用 + 相连。"))
    }
    return Verdict(
      .right,
      feedback: Words(en: "Along each path the factors multiply; the paths add.", zh: "同一条路径上因子相乘，不同路径相加。"))
  }

  /// Whether the paths arrive by different edges, as those of a shared bias do.
  private var endsDiffer: Bool { Set(paths.compactMap(\.last)).count > 1 }

  // MARK: Tiles too many

  /// Factors that learners take instead: of the sibling, of the wrong end, of the weight for the node.
  private static func distractors(
    _ path: [Quantity], _ architecture: Architecture
  ) -> [(factor: Quantity, mistake: String)] {
    var found: [(Quantity, String)] = []
    for factor in path.reversed() {
      guard case .derivative(let dependent, let variable) = factor else { continue }
      switch (dependent, variable) {
      case (.net(let neuron), .out(let source)):
        let block = architecture.block(ofNeuron: source)
        let sibling = source + 1 < block.firstNeuron + block.neuronCount ? source + 1 : block.firstNeuron
        found.append((.derivative(of: dependent, by: .out(sibling)), "index-slip"))
        let weight = architecture.weight(from: architecture.inputs.count + source, to: neuron)
        found.append((.derivative(of: dependent, by: .parameter(weight)), "activation-for-weight"))
      case (.net(let neuron), .parameter):
        let block = architecture.block(ofNeuron: neuron)
        let sibling = neuron + 1 < block.firstNeuron + block.neuronCount ? neuron + 1 : block.firstNeuron
        found.append((.derivative(of: .net(sibling), by: variable), "index-slip"))
        found.append((.derivative(of: .out(neuron), by: variable), "drop-output-slope"))
      case (.out(let neuron), .net):
        let other = (neuron + 1) % architecture.neuronCount
        found.append((.derivative(of: dependent, by: .net(other)), "other-nodes-slope"))
      default: break
      }
    }
    return found
  }
}

extension Trace {
  /// The paths of a gradient's own chain, as a derivation of it alone writes them; a gradient that is one derivative is
  /// its own only factor.
  package func chainPaths(of goal: Quantity) -> [[Quantity]] {
    let steps = Trace(network, goals: [goal]).steps
    let chains = steps.filter { $0.kind == .chain && $0.goals == [goal] }.map(\.path)
    return !chains.isEmpty ? chains : steps.contains { $0.quantity == goal } ? [[goal]] : []
  }
}
