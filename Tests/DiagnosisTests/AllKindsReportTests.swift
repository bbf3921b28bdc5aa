import Diagnosis
import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Skills
import Testing

/// The report over networks that nobody chose: softmax, thresholds, momentum, decay, every loss and activation, neurons with functions
/// of their own, in the letters of every notation.
///
/// 140 networks with `BPTUTOR_FULL` in the environment, else the first 14.
@Suite struct AllKindsReportTests {
  private static let count = Effort.isFull ? 140 : 14

  /// What a network has that the lessons' has not.
  private static func kinds(_ network: Network) -> [String] {
    let architecture = network.architecture
    var kinds = [architecture.loss.rawValue]
    if architecture.takesWholeLayer(architecture.firstOutput) { kinds.append("softmax") }
    if architecture.conventions.hasThresholds { kinds.append("thresholds") }
    if architecture.conventions.hasWeightDecay { kinds.append("decay") }
    if architecture.conventions.hasMomentum { kinds.append("momentum") }
    if architecture.layers.contains(where: \.isMixed) { kinds.append("own activations") }
    return kinds + [architecture.notation.name]
  }

  /// The n-th network, in the letters of the n-th notation where these are not ambiguous there.
  private static func network(_ number: Int) -> Network {
    let network = RandomNetworks.network(UInt64(number) &+ 70_000, depth: 2, width: 2)
    let names = BundledNotations.names
    let notation = BundledNotations.notation(named: names[number % names.count])
    return notation.flatMap { try? network.lettered(in: $0) } ?? network
  }

  private func forEach(_ body: (Network, Checker, Quantity) -> Void) {
    for number in 0..<Self.count {
      let network = Self.network(number)
      let checker = Checker(network)
      for quantity in Examples.quantities(of: network.architecture) { body(network, checker, quantity) }
    }
  }

  /// A number as somebody gives it who works with six digits: of an update, six of its step.
  private func sixDigits(_ value: Double, _ checker: Checker, _ quantity: Quantity) -> String {
    StepTests.fixed(value, digits: max(6, min(15, checker.digits(for: quantity) + 4)))
  }

  // MARK: Mistakes

  private enum Outcome: String, CaseIterable {
    case named, asked, digits = "asked for digits", unknown, wronglyNamed = "named wrongly", noDifference =
      "no difference"
  }

  private func outcome(_ id: MistakeID, _ value: Double, _ checker: Checker, _ quantity: Quantity) -> Outcome {
    let verdict = checker.check(quantity, answer: sixDigits(value, checker, quantity))
    switch verdict.kind {
    case .right, .followThrough, .unreadable: return .noDifference
    case .unknown: return verdict.isUnfinished ? .noDifference : verdict.shortfall == nil ? .unknown : .digits
    case .mistake: return verdict.mistakes.contains(id) ? verdict.mistakes.count == 1 ? .named : .asked : .wronglyNamed
    }
  }

  @Test func mistakesAreNamedOrAskedAbout() {
    var table: [String: [Outcome: Int]] = [:]
    var failures: [String] = []
    forEach { network, checker, quantity in
      for answer in checker.wrongAnswers(to: quantity) {
        guard answer.value.isFinite, answer.value != 0 || !answer.isOnlyNumeric else { continue }
        let outcome = outcome(answer.id, answer.value, checker, quantity)
        for kind in Self.kinds(network) + ["all"] { table[kind, default: [:]][outcome, default: 0] += 1 }
        if outcome == .unknown || outcome == .wronglyNamed {
          failures.append(
            "\(outcome) \(network.name) \(network.architecture.name(of: quantity)) \(answer.id) \(answer.value)")
        }
      }
    }
    print(Self.report(table, "\(Self.count) networks of all kinds, every quantity, every way of making a mistake"))
    for (kind, counts) in table {
      #expect(Self.shareNamedOrAsked(counts) >= 0.99, "\(kind): \(failures.prefix(12))")
    }
    let wrong = failures.filter { $0.hasPrefix("wronglyNamed") }
    #expect(wrong.isEmpty, "\(wrong.prefix(12))")
  }

  /// A mistake, and ½ lost or kept as well: both are named, or asked about together.
  @Test func halfPairsAreNamedOrAskedAbout() {
    var counts: [Outcome: Int] = [:]
    var failures: [String] = []
    forEach { network, checker, quantity in
      guard case .derivative(of: .loss, by: .parameter) = quantity, network.architecture.loss == .squaredError else {
        return
      }
      // Whoever loses ½ works with Σ(t − o)²: the same mistake there is the pair, whatever the doubled factor goes into.
      let doubled = Checker(network.with(network.architecture.changing(loss: .sumOfSquares)))
      let twins = Dictionary(grouping: doubled.wrongAnswers(to: quantity), by: \.id)
      let answers = Dictionary(grouping: checker.wrongAnswers(to: quantity), by: \.id)
      let pairs = answers.flatMap { id, own in
        zip(own, twins[id].map { $0.count == own.count ? $0 : [] } ?? []).map { (answer: $0, value: $1.value) }
      }
      for (answer, value) in pairs where value.isFinite && value != 0 && value != answer.value {
        guard !answer.isOnlyNumeric, !answer.id.rawValue.contains("half"), !answer.id.rawValue.contains("loss") else {
          continue
        }
        let verdict = checker.check(quantity, answer: sixDigits(value, checker, quantity))
        let ids = Set(verdict.mistakes.map { Set($0.parts) })
        let isNamed = ids.contains([answer.id, "half"])
        let outcome: Outcome =
          switch verdict.kind {
          case .mistake: isNamed ? verdict.mistakes.count == 1 ? .named : .asked : .wronglyNamed
          case .unknown: .unknown
          case .right, .followThrough, .unreadable: .noDifference
          }
        counts[outcome, default: 0] += 1
        if outcome == .unknown || outcome == .wronglyNamed {
          failures.append(
            "\(network.name) \(network.architecture.name(of: quantity)) \(answer.id): \(verdict.mistakes)")
        }
      }
    }
    print(Self.report(["pairs with half": counts], "a mistake and ½ as well"))
    // A single mistake that comes to the same number goes before two.
    #expect(counts[.unknown, default: 0] * 100 <= counts.values.reduce(0, +), "\(failures.prefix(12))")
  }

  private static func shareNamedOrAsked(_ counts: [Outcome: Int]) -> Double {
    let lost = counts[.unknown, default: 0] + counts[.wronglyNamed, default: 0]
    let told = counts.filter { $0.key != .noDifference }.values.reduce(0, +)
    return 1 - Double(lost) / Double(max(told, 1))
  }

  private static func report(_ table: [String: [Outcome: Int]], _ heading: String) -> String {
    func padded(_ text: String) -> String { text + String(repeating: " ", count: max(1, 26 - text.count)) }
    var text = heading + "\n" + padded("") + Outcome.allCases.map { padded($0.rawValue) }.joined() + "\n"
    for (kind, counts) in table.sorted(by: { $0.key < $1.key }) {
      text += padded(kind) + Outcome.allCases.map { padded("\(counts[$0, default: 0])") }.joined()
      text += "\((shareNamedOrAsked(counts) * 10_000).rounded() / 100) % named or asked\n"
    }
    return text
  }

  // MARK: Right answers

  /// The value to six digits, of an update six of its step; and formulas in the notation's letters, with numbers for names.
  @Test func noRightAnswerIsRefused() {
    var refused: [String] = []
    var (numbers, formulas) = (0, 0)
    var random = RandomSource(seed: 11)
    forEach { network, checker, quantity in
      let value = checker.pass.value(of: quantity)
      guard value.isFinite else { return }
      let name = network.architecture.text(of: quantity, .ascii)
      let isAsked = (try? checker.asked(name))?.quantity == quantity
      #expect(isAsked, "\(network.name) \(network.architecture.notation.name) \(name)")
      numbers += 1
      let number = sixDigits(value, checker, quantity)
      if checker.check(quantity, answer: number).kind != .right {
        refused.append("\(network.name) \(name) = \(number)")
      }
      guard quantity != .lossAfterUpdate else { return }
      var rewriter = Rewriter(network, seed: random.next())
      let formula = rewriter.rightAnswer(to: quantity)
      guard formula.isWithin(nodes: 100, depth: 30) else { return }
      var places = 0
      let written = substituting(formula, network, &random, &places)
      let text = written.text(.ascii, in: network.architecture.letters)
      formulas += 1
      let verdict = checker.check(quantity, answer: text)
      if verdict.kind != .right {
        refused.append("\(network.name) \(name) = \(text): \(verdict.kind) \(verdict.mistakes)")
      }
    }
    print("\(numbers) right numbers and \(formulas) right formulas in seven notations, \(refused.count) refused")
    #expect(refused.isEmpty, "\(refused.count): \(refused.prefix(6))")
  }

  /// Three names at the most become the numbers that they stand for.
  private func substituting(
    _ expression: Expression, _ network: Network, _ random: inout RandomSource, _ places: inout Int
  ) -> Expression {
    if case .derivative = expression { return expression }
    if let name = expression.leafName {
      guard places < 3, random.next() % 3 == 0, let quantity = network.architecture.quantity(named: name),
        let value = network[given: quantity]
      else { return expression }
      places += 1
      return .number(value)
    }
    var parts: [Expression] = []
    for child in expression.children { parts.append(substituting(child, network, &random, &places)) }
    var index = 0
    return expression.mappingChildren { _ in
      defer { index += 1 }
      return parts[index]
    }
  }

  // MARK: Wrong answers

  /// Formulas with one small thing wrong, numbers beyond the tolerance, unchanged weights and ascent.
  @Test func noWrongAnswerIsAccepted() {
    var accepted: [String] = []
    var (formulas, numbers) = (0, 0)
    var random = RandomSource(seed: 13)
    forEach { network, checker, quantity in
      let value = checker.pass.value(of: quantity)
      guard value.isFinite else { return }
      let name = network.architecture.name(of: quantity)
      func refuse(_ text: String) {
        if checker.check(quantity, answer: text).kind == .right { accepted.append("\(network.name) \(name) = \(text)") }
      }
      if case .updated(let parameter) = quantity {
        let old = network.parameters[parameter]
        // A step that the machine's rounding swallows leaves the weight as it is.
        guard value != old, checker.isStep(quantity) else { return }
        numbers += 2
        refuse(DecimalText.shortest(old))
        refuse(sixDigits(2 * old - value, checker, quantity))
        return
      }
      if value != 0, quantity != .lossAfterUpdate {
        let factor = 1 + random.next(in: 0.0011...0.2) * (random.next() % 2 == 0 ? 1 : -1)
        let answer = DecimalText.significant(value * factor, digits: 7)
        if answer.count > 7 {
          numbers += 1
          refuse(answer)
        }
      }
      guard quantity != .lossAfterUpdate else { return }
      var rewriter = Rewriter(network, seed: random.next())
      let damaged = rewriter.nearMiss(rewriter.rightAnswer(to: quantity))
      guard damaged.isWithin(nodes: 100, depth: 30), isWrong(damaged, quantity, checker) else { return }
      formulas += 1
      refuse(damaged.text(.ascii, in: network.architecture.letters))
    }
    print("\(formulas) wrong formulas and \(numbers) wrong numbers, \(accepted.count) accepted")
    #expect(accepted.isEmpty, "\(accepted.count): \(accepted.prefix(6))")
  }

  /// By other numbers than the checker's: wrong is what differs at one of them, relative to what it should be.
  ///
  /// What is 0, 1 or −1 in this network and not named stays: with target = 1 the slope -1/out is right.
  private func isWrong(_ expression: Expression, _ quantity: Quantity, _ checker: Checker) -> Bool {
    let architecture = checker.network.architecture
    let named = Set(expression.leafNames.compactMap(architecture.quantity(named:)))
    return (0..<4).contains { seed in
      var other = checker.network.randomized(seed: 50_000 + UInt64(seed))
      for given in checker.network.givenQuantities where !named.contains(given) {
        if let value = checker.network[given: given], [0, 1, -1].contains(value) { other[given: given] = value }
      }
      let pass = Pass(other)
      let value = try? expression.evaluated { architecture.quantity(named: $0).map { pass.value(of: $0) } }
      guard let value, value.isFinite else { return false }
      return (value - pass.value(of: quantity)).magnitude > 1e-6 * max(value.magnitude, 1e-6)
    }
  }
}
