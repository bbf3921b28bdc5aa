import Diagnosis
import Diagnostics
import Networks
import Skills
import Testing

/// The report: random networks × every quantity × every way of making a mistake, the wrong result given to six digits, an update to six
/// digits of its step.
///
/// 1,008 networks with `BPTUTOR_FULL` in the environment, else the first 24 of them.
@Suite struct DiagnosisReportTests {
  /// What became of one wrong result.
  enum Outcome: String, CaseIterable {
    case named
    /// Asked about; all that fits is the same formula here, so no number can tell.
    case sameFormula = "asked: same formula"
    /// The same, but only as long as the same neurons are on: at other networks these are different formulas.
    case sameWhereOn = "asked: same where on"
    /// Asked about; different formulas happen to have this value.
    case sameNumber = "asked: same number"
    case digits = "asked for digits"
    case unknown
    case wronglyNamed = "named wrongly"
    /// At these numbers the mistake makes no difference that the rules for right answers see.
    case noDifference = "no difference"
  }

  /// That w + η·g comes of a wrong gradient or a wrong step, and w − η·|g| too where g < 0, no number can tell.
  static let signs: Set<MistakeID> = ["sign-flip", "threshold-sign", "ascent", "always-decrease"]

  @Test func mistakesAreNamedAndNeverWrongly() {
    var table: [(name: String, counts: [Outcome: Int])] = []
    var failures: [String] = []
    let networksOfEach = Effort.isFull ? 84 : 2
    for base in Examples.all {
      let knowledge = Knowledge(base.architecture, held: base.held)
      let references = (0..<3).map { Checker(base.randomized(seed: 900_000 + UInt64($0)), knowledge: knowledge) }
      var counts: [Outcome: Int] = [:]
      let isPiecewise = base.architecture.layers.contains { $0.activation == .relu }
      for seed in 0..<networksOfEach {
        let network = base.randomized(seed: UInt64(seed))
        let checker = Checker(network, knowledge: knowledge)
        // With ReLU a formula may come to the same as another where the same neurons are on.
        let neighbours = isPiecewise ? Self.near(network).map { Checker($0, knowledge: knowledge) } : []
        for quantity in Examples.quantities(of: base.architecture) {
          let formulas = Formulas(quantity, references)
          let nearFormulas = Formulas(quantity, neighbours)
          for (number, answer) in checker.wrongAnswers(to: quantity).enumerated() {
            guard answer.value.isFinite, answer.value != 0 || !answer.isOnlyNumeric else { continue }
            let outcome = outcome(of: answer, number, checker, quantity, formulas, nearFormulas)
            counts[outcome, default: 0] += 1
            if outcome == .wronglyNamed || outcome == .unknown {
              failures.append(
                "\(outcome) \(base.name) seed \(seed) \(base.architecture.name(of: quantity)) \(answer.id) \(answer.value)"
              )
            }
          }
        }
      }
      table.append((base.name, counts))
    }
    var total: [Outcome: Int] = [:]
    for (_, counts) in table { total.merge(counts, uniquingKeysWith: +) }
    print(Self.report(table + [("all", total)], networks: networksOfEach * table.count))
    #expect(total[.wronglyNamed, default: 0] == 0, "\(failures.filter { $0.hasPrefix("wronglyNamed") }.prefix(12))")
    #expect(Self.shareNamedOrAsked(total) >= 0.99, "\(failures.prefix(12))")
    #expect(Self.shareNamed(total) >= 0.98)
    #expect(Self.shareNamed(total, besides: [.sameFormula]) >= 0.98)
    for (name, counts) in table {
      #expect(Self.shareNamedOrAsked(counts) >= 0.99, "\(name)")
      #expect(Self.shareNamed(counts) >= 0.98, "\(name)")
      #expect(Self.shareNamed(counts, besides: [.sameFormula]) >= (name == "relu" ? 0.9 : 0.98), "\(name)")
    }
  }

  /// Networks a little way off, with the same neurons on and off.
  private static func near(_ network: Network) -> [Network] {
    let signs = Pass(network).nets.map { $0 > 0 }
    let others = (0..<12).map { number in
      let change = network.randomized(seed: 910_000 + UInt64(number))
      var other = network
      for index in other.parameters.indices { other.parameters[index] += 1e-3 * change.parameters[index] }
      for index in other.inputs.indices { other.inputs[index] += 1e-3 * change.inputs[index] }
      return other
    }
    return Array(others.filter { Pass($0).nets.map { $0 > 0 } == signs }.prefix(3))
  }

  /// Named, of those that differ from the right answer, besides some that no number tells from another mistake.
  ///
  /// The stricter the share, the fewer are left out: those of the same formula here, those of the same formula anywhere,
  /// none.
  static func shareNamed(
    _ counts: [Outcome: Int], besides untold: Set<Outcome> = [.sameFormula, .sameWhereOn]
  ) -> Double {
    let told = counts.filter { $0.key != .noDifference && !untold.contains($0.key) }.values.reduce(0, +)
    return Double(counts[.named, default: 0]) / Double(max(told, 1))
  }

  /// Named, or asked about with the mistake among what is asked: of those that differ from the right answer.
  static func shareNamedOrAsked(_ counts: [Outcome: Int]) -> Double {
    let lost = counts[.unknown, default: 0] + counts[.wronglyNamed, default: 0]
    let told = counts.filter { $0.key != .noDifference }.values.reduce(0, +)
    return 1 - Double(lost) / Double(max(told, 1))
  }

  private func outcome(
    of answer: WrongAnswer, _ number: Int, _ checker: Checker, _ quantity: Quantity, _ formulas: Formulas,
    _ nearFormulas: Formulas
  ) -> Outcome {
    // Six digits of what is judged: of an update, of its step.
    let digits = min(15, checker.digits(for: quantity) + 4)
    let verdict = checker.check(quantity, answer: StepTests.fixed(answer.value, digits: max(6, digits)))
    switch verdict.kind {
    case .right, .followThrough, .unreadable: return .noDifference
    case .unknown:
      if verdict.isUnfinished { return .noDifference }
      return verdict.feedback.en.contains("digits") ? .digits : .unknown
    case .mistake: break
    }
    guard verdict.mistakes.contains(answer.id) else { return .wronglyNamed }
    if verdict.mistakes.count == 1 { return .named }
    func areAllSame(_ formulas: Formulas) -> Bool {
      verdict.mistakes.allSatisfy { id in
        id == answer.id || Self.signs.isSuperset(of: [id, answer.id]) || formulas.has(id, thatEquals: number)
      }
    }
    if areAllSame(formulas) { return .sameFormula }
    return areAllSame(nearFormulas) ? .sameWhereOn : .sameNumber
  }

  private static func report(_ table: [(name: String, counts: [Outcome: Int])], networks: Int) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    var text = "\(networks) random networks, every quantity, every way of making a mistake, six digits\n"
    text += padded("network", 18) + Outcome.allCases.map { padded($0.rawValue, 21) }.joined()
    text += "named: besides both sorts of same formula; besides the same formula anywhere; of all that differ\n"
    for (name, counts) in table {
      let shares = [[.sameFormula, .sameWhereOn], [.sameFormula], []].map { shareNamed(counts, besides: $0) }
      text += padded(name, 18) + Outcome.allCases.map { padded("\(counts[$0, default: 0])", 21) }.joined()
      text += shares.map { padded("\(($0 * 10_000).rounded() / 100) %", 9) }.joined() + "\n"
    }
    return text
  }
}

/// The wrong results of a quantity at some other networks, to see which are the same formula.
private struct Formulas {
  private let ids: [MistakeID]
  private let values: [[Double]]

  init(_ quantity: Quantity, _ checkers: [Checker]) {
    let answers = checkers.map { $0.wrongAnswers(to: quantity) }
    ids = answers.first?.map(\.id) ?? []
    values = answers.map { $0.map(\.value) }
  }

  func has(_ id: MistakeID, thatEquals number: Int) -> Bool {
    ids.indices.contains { other in
      ids[other] == id
        && values.allSatisfy {
          ($0[other] - $0[number]).magnitude <= 1e-9 * max($0[other].magnitude, $0[number].magnitude)
        }
    }
  }
}
