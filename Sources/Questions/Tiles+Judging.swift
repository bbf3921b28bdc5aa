package import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills
import Traces

/// Judging a chain that was built: from tiles by their letters, or written as a formula.
extension Tiles {
  /// The right answer, as it is typed: `b d a`, or `b d a + b e c`.
  package var rightAnswer: String {
    (addsPaths ? paths : Array(paths.prefix(1))).map { path in
      path.compactMap { factors.firstIndex(of: $0) }.map(Letter.text).joined(separator: " ")
    }.joined(separator: " + ")
  }

  /// Judges tiles by their letters or numbers, in order, or a formula of derivatives.
  ///
  /// `c a e`, `c,a,e` and `cae` are the same; several paths are joined by a plus.
  package func judge(_ answer: String) -> Verdict {
    guard let groups = groups(answer) else { return judgeFormula(answer) ?? unreadable }
    if addsPaths { return judgeSum(groups) }
    return groups.count == 1 ? judgePath(groups[0]) : judgeSum(groups)
  }

  /// Whether an answer is a list of tiles.
  func reads(_ answer: String) -> Bool { groups(answer) != nil }

  private static let separators: Set<Character> = [",", "，", "、", ";", "；", "·", "*", "×", "."]

  /// The numbers of the tiles, from 1, a list for each path; nil for what is no list of tiles.
  private func groups(_ answer: String) -> [[Int]]? {
    let groups = answer.split { $0 == "+" || $0 == "＋" }.map { group in
      group.split { Self.separators.contains($0) || $0.isWhitespace }.flatMap { tiles($0) ?? [0] }
    }
    let isReadable = groups.allSatisfy { group in
      !group.isEmpty && group.allSatisfy { (1...max(1, factors.count)).contains($0) }
    }
    return isReadable && !groups.isEmpty ? groups : nil
  }

  /// The tiles of a word; where each has one letter or digit they need no blanks between them.
  private func tiles(_ word: Substring) -> [Int]? {
    if word.allSatisfy(\.isNumber) {
      let parts = factors.count < 10 ? word.map { String($0) } : [String(word)]
      let numbers = parts.compactMap { Int(written: $0) }
      return numbers.count == parts.count ? numbers : nil
    }
    let parts = factors.count <= 26 ? word.map { String($0) } : [String(word)]
    let places = parts.compactMap(Letter.place)
    return places.count == parts.count ? places.map { $0 + 1 } : nil
  }

  private var unreadable: Verdict {
    let last = Letter.text(max(1, factors.count) - 1)
    let sample = addsPaths ? "b d a + b e c" : "b d a"
    return Verdict(
      .unreadable,
      feedback: Words(
        en: "Write letters from a to \(last), such as \(sample), or the chain as a formula.",
        zh: "请写 a 到 \(last) 的字母，例如 \(sample)，也可以直接写出链式。"))
  }

  // MARK: Formulas

  /// A chain that is written out, `dE/dout_O*dout_O/dnet_O*dnet_O/dw5`; nil for what cannot be read.
  private func judgeFormula(_ answer: String) -> Verdict? {
    let checker = Checker(network)
    let text = answer.lastIndex { $0 == "=" || $0 == "＝" }.map { String(answer[answer.index(after: $0)...]) } ?? answer
    guard let formula = try? checker.read(text), !formula.leafNames.isEmpty else { return nil }
    let leaves = formula.leafNames.map(network.architecture.quantity(named:))
    guard leaves.contains(where: { $0 != nil }) else { return nil }
    if leaves.contains(goal) {
      return Verdict(
        .unreadable, feedback: Words(en: "That is what is asked for. Which factors make it?", zh: "所问的正是它。它由哪些因子组成？"))
    }
    let isChain = leaves.allSatisfy { if case .derivative? = $0 { true } else { false } }
    let verdict = checker.check(goal, answer: text)
    if verdict.kind == .right {
      return isChain
        ? Verdict(.right, feedback: addsPaths ? Self.added : Self.linked)
        : Verdict(
          .unreadable,
          feedback: Words(en: "True. Now as a chain of derivatives, from E on.", zh: "没错。现在写成从 E 开始的导数链。"))
    }
    if isChain, let groups = tiles(in: formula) { return addsPaths ? judgeSum(groups) : judgePath(groups[0]) }
    return verdict
  }

  /// A sum of products of tiles as their numbers; nil where something in it is no tile.
  private func tiles(in formula: Expression) -> [[Int]]? {
    let terms = if case .sum(let terms) = formula { terms } else { [formula] }
    var groups: [[Int]] = []
    for term in terms {
      let parts = if case .product(let parts) = term { parts } else { [term] }
      let numbers = parts.compactMap { part in
        part.leafName.flatMap(network.architecture.quantity(named:)).flatMap(factors.firstIndex).map { $0 + 1 }
      }
      guard numbers.count == parts.count else { return nil }
      groups.append(numbers)
    }
    return groups.isEmpty ? nil : groups
  }

  // MARK: Products

  private static let linked = Words(en: "Each tile begins where the one before ends.", zh: "每块的分子正是前一块的分母，首尾相接。")
  private static let added = Words(en: "Along each path the factors multiply; the paths add.", zh: "同一条路径上因子相乘，不同路径相加。")
  private static let folded = Words(
    en: "Right: one factor here stands for several links of the chain.", zh: "对：这里有一个因子合并了链上的几环。")

  /// Whether products of tiles add up to the gradient whatever the numbers, though they fold several links into one.
  private func isProduct(_ products: [[Quantity]]) -> Bool {
    guard products.allSatisfy({ !$0.isEmpty && !$0.contains(goal) }) else { return false }
    return (1...4).allSatisfy { seed in
      let pass = Pass(network.randomized(seed: UInt64(seed) &* 0x5EED))
      func sum(_ products: [[Quantity]]) -> Double {
        products.reduce(0) { sum, product in sum + product.reduce(1) { $0 * pass.value(of: $1) } }
      }
      let value = sum(products)
      let right = addsPaths ? [sum(paths)] : paths.map { sum([$0]) }
      return value.isFinite && right.contains { ($0 - value).magnitude <= 1e-9 * $0.magnitude && $0 != 0 }
    }
  }

  /// Whether each factor begins where the one before ends.
  private func isLinked(_ path: [Quantity]) -> Bool {
    zip(path, path.dropFirst()).allSatisfy { one, next in
      guard case .derivative(_, let variable) = one, case .derivative(let dependent, _) = next else { return false }
      return variable == dependent
    }
  }

  // MARK: Tiles

  private func judgePath(_ numbers: [Int]) -> Verdict {
    if isRight(numbers) {
      return Verdict(
        .right,
        feedback: Self.linked)
    }
    let chosen = chosen(numbers)
    let isFolded = isProduct([chosen])
    if isFolded, isLinked(chosen) { return Verdict(.right, feedback: Self.folded) }
    if isFolded || paths.contains(where: { $0.count == chosen.count && Set($0) == Set(chosen) }) {
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

  /// A tile by its letter and what is written on it.
  private func tile(_ number: Int) -> Words {
    let factor = factors.indices.contains(number - 1) ? factors[number - 1] : nil
    let text = factor.map { network.architecture.expression(of: $0).text(.unicode) } ?? ""
    let letter = Letter.text(number - 1)
    return Words(en: "tile \(letter), \(text)", zh: "拼块 \(letter)，即 \(text)")
  }

  /// What is asked where no path begins as the answer does, whatever the first factors reach over.
  private func beginning(_ tile: Quantity?) -> Words {
    guard case .derivative(let start, _)? = paths.first?.first else { return Words(en: "Begin at E.", zh: "从 E 开始。") }
    let name = network.architecture.expression(of: start).text(.unicode)
    if case .derivative(start, let node)? = tile {
      let passed = network.architecture.expression(of: node).text(.unicode)
      return Words(
        en: "You begin at \(name). Does the way lead through \(passed)?", zh: "从 \(name) 开始是对的。这条路径经过 \(passed) 吗？")
    }
    return Words(en: "Begin at \(name): which tile has ∂\(name) on top?", zh: "从 \(name) 开始：哪一块的分子是 ∂\(name)？")
  }

  private func judgeSum(_ groups: [[Int]]) -> Verdict {
    let products = groups.map(chosen)
    if addsPaths, !products.allSatisfy(paths.contains), isProduct(products), products.allSatisfy(isLinked) {
      return Verdict(.right, feedback: Self.folded)
    }
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
    return Verdict(.right, feedback: Self.added)
  }

  /// Whether the paths arrive by different edges, as those of a shared bias do.
  private var endsDiffer: Bool { Set(paths.compactMap(\.last)).count > 1 }
}
