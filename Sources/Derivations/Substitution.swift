import Diagnosis
import Diagnostics
import Expressions
import Networks

/// Which formula a calculation was, in which the learner put numbers for quantities, their own ones among them.
struct Substitution {
  enum Meaning {
    /// The right formula, with right numbers that were rounded.
    case right
    /// The right formula, with this wrong number of an earlier line.
    case follows(Quantity)
    case mistake(Verdict)
    case unknown
  }

  /// Numbers that stand for themselves in any formula.
  private static let plain: Set<Double> = [0, 0.5, 1, 2, 3, 4]
  private static let maxReadings = 48
  private static let maxMeanings = 5

  private struct Candidate {
    let quantity: Quantity
    let value: Double
    let isExact: Bool
    let isWrong: Bool
  }

  private let checker: Checker
  private let quantity: Quantity
  private let candidates: [Candidate]

  init(_ checker: Checker, _ quantity: Quantity, _ own: OwnValues) {
    self.checker = checker
    self.quantity = quantity
    let network = checker.network
    let given = (network.givenQuantities.prefix(300) + [.learningRate]).compactMap { given in
      network[given: given].map { Candidate(quantity: given, value: $0, isExact: true, isWrong: false) }
    }
    let computed = checker.derivationOrder(of: quantity, limit: 200).filter { $0 != quantity }.map {
      Candidate(quantity: $0, value: checker.pass.value(of: $0), isExact: false, isWrong: false)
    }
    let owned = own.all.sorted { network.architecture.name(of: $0.key) < network.architecture.name(of: $1.key) }.map {
      Candidate(quantity: $0.key, value: $0.value, isExact: false, isWrong: own.wrong[$0.key] != nil)
    }
    candidates = owned + given + computed
  }

  func meaning(of calculation: Expression) -> Meaning {
    let readings = readings(of: calculation)
    var mistakes: [Verdict] = []
    for reading in readings {
      let verdict = checker.check(quantity, answer: reading.formula.text(.ascii))
      if verdict.kind == .right { return reading.wrong.map { .follows($0) } ?? .right }
      if verdict.kind == .mistake, !mistakes.contains(where: { $0.mistakes == verdict.mistakes }) {
        mistakes.append(verdict)
      }
    }
    return mistakes.count == 1 ? .mistake(mistakes[0]) : .unknown
  }

  private struct Reading {
    var formula: Expression
    var wrong: Quantity?
  }

  /// The formula with names for its numbers, in each way that there is.
  private func readings(of calculation: Expression) -> [Reading] {
    var readings = [Reading(formula: calculation, wrong: nil)]
    for number in Set(calculation.numbers).sorted() {
      var meanings = meanings(of: number)
      if Self.plain.contains(number.magnitude) {
        if meanings.isEmpty { continue }
        meanings = Array(meanings.prefix(1))
        readings += replaced(number, by: meanings, in: readings)
      } else {
        guard !meanings.isEmpty else { return [] }
        readings = replaced(number, by: meanings, in: readings)
      }
      guard readings.count <= Self.maxReadings else { return [] }
    }
    return readings.filter { $0.formula != calculation }
  }

  private func replaced(_ number: Double, by meanings: [Candidate], in readings: [Reading]) -> [Reading] {
    readings.flatMap { reading in
      meanings.map { meaning in
        let leaf = checker.network.architecture.expression(of: meaning.quantity)
        let signed = (meaning.value < 0) == (number < 0) ? leaf : .negation(leaf)
        return Reading(
          formula: reading.formula.substituting { $0 == .number(number) ? signed : nil },
          wrong: meaning.isWrong ? meaning.quantity : reading.wrong)
      }
    }
  }

  /// The learner's own values first, which may be anything; given ones as they are, computed ones as they were rounded.
  private func meanings(of number: Double) -> [Candidate] {
    let text = DecimalText.shortest(number.magnitude)
    guard let written = WrittenNumber(.number(number.magnitude), text: text) else { return [] }
    var found: [Candidate] = []
    for candidate in candidates where !found.contains(where: { $0.quantity == candidate.quantity }) {
      let value = candidate.value.magnitude
      let fits =
        candidate.isExact
        ? value == number.magnitude
        : value == number.magnitude || (written.significantDigits ?? 0) >= 2 && written.agreesInEveryDigit(with: value)
      if fits { found.append(candidate) }
    }
    return Array(found.prefix(Self.maxMeanings))
  }
}

extension Expression {
  /// All numbers in it, as often as they occur.
  fileprivate var numbers: [Double] {
    if case .number(let value) = self { [value] } else { children.flatMap(\.numbers) }
  }
}
