import Expressions
import Networks

/// Formulas from which terms and factors were left out because they are 0 or 1 in this network.
///
/// Such a formula is right if it is for every network with these values, whatever the others are. A mistake with the same effect
/// (the last factor forgotten, where the input is 1) cannot be told from it, so the formula gets the benefit of the doubt; a mistake that
/// has another effect is searched for at the same networks.
extension Checker {
  /// Sets of kept samples that are remembered.
  private static let maxKept = 128
  private static let maxZeros = 6

  func isRightWithoutPlainValues(_ expression: Expression, _ subject: Subject) -> Bool {
    leftOut(of: expression, about: subject).contains { leftOut in
      comparisons(leftOut, subject).contains { comparison in
        comparison.points.prefix(3).allSatisfy { comparison.mayBeRight(expression, at: $0) }
          && Equivalence.compare(expression, comparison.form, samples: comparison.points).verdict == .equal
      }
    }
  }

  /// Whether numbers read as quantities of the right formula make a formula right from which others were left out.
  func isRightReadingWithoutPlainValues(_ expression: Expression, leaves: [String], _ subject: Subject) -> Bool {
    // Strictly, or 2 is read as x2 in `2*delta_O/x2`, which is delta_O and right where x1 is 1.
    guard
      let numerals = Numerals(expression, in: numberBook, except: subject.quantity, preferring: leaves, isStrict: true)
    else { return false }
    return leftOut(of: numerals.template, about: subject).contains { leftOut in
      comparisons(leftOut, subject).contains { comparison in
        guard let point = comparison.points.first, let right = try? comparison.form.evaluated(point) else {
          return false
        }
        let readings = numerals.readings(limit: 1_000, at: point) { value in
          (value - right).magnitude <= 1e-7 * max(value.magnitude, right.magnitude, 1e-9)
        }
        return readings.prefix(12).contains { isRightWithoutPlainValues($0, subject) }
      }
    }
  }

  /// The values that a formula may have been written without, in the ways in which that says something.
  func leftOut(of expression: Expression, about subject: Subject) -> [Set<Quantity>] {
    sensible(unhidden(plainValues.leftOut(of: expression), in: expression), about: subject)
  }

  /// Without values that a computed quantity of the formula stands for: E_o2 is 0 with target_o2, and `E_o1 + 2*E_o2` is wrong.
  private func unhidden(_ leftOut: Set<Quantity>, in expression: Expression) -> Set<Quantity> {
    var kept = leftOut
    func isConstant(_ quantity: Quantity, _ samples: [Pass]) -> Bool {
      let first = samples.first?.value(of: quantity)
      return samples.allSatisfy { $0.value(of: quantity) == first }
    }
    for name in expression.leafNames where !kept.isEmpty {
      guard let quantity = knowledge.vocabulary.quantity(named: name), network[given: quantity] == nil,
        isConstant(quantity, samples(keeping: kept)), !isConstant(quantity, knowledge.samples)
      else { continue }
      let causes = kept.filter { isConstant(quantity, samples(keeping: [$0])) }
      // Where several are needed for it, only a 0 would hide what stands beside it.
      let isZero = samples(keeping: kept).first?.value(of: quantity) == 0
      let together: Set<Quantity> =
        isZero ? kept.filter { !isConstant(quantity, samples(keeping: kept.subtracting([$0]))) } : []
      kept.subtract(causes.isEmpty ? together : causes)
    }
    return kept
  }

  /// Of values that are left out those that do not make the quantity 0, where a formula would be right for the idlest of reasons.
  private func sensible(_ leftOut: Set<Quantity>, about subject: Subject) -> [Set<Quantity>] {
    guard !leftOut.isEmpty else { return [] }
    func isIdle(_ kept: Set<Quantity>) -> Bool {
      samples(keeping: kept).allSatisfy { $0.value(of: subject.quantity) == 0 }
    }
    if !isIdle(leftOut) { return [leftOut] }
    // With w4 = 0 and i2 = 0 `-eta*dE/dw4` is w4⁺ for the one reason, and 0 for the other.
    let zeros = leftOut.filter { network[given: $0] == 0 }
    let others = leftOut.subtracting(zeros)
    guard zeros.count <= Self.maxZeros else { return others.isEmpty || isIdle(others) ? [] : [others] }
    var found: [Set<Quantity>] = []
    for kept in zeros.map({ leftOut.subtracting([$0]) }) + zeros.map({ others.union([$0]) }) + [others]
    where !kept.isEmpty && !found.contains(kept) && !isIdle(kept) {
      found.append(kept)
    }
    return found
  }

  /// Points at which some given quantities keep the values that they have in this network.
  func samples(keeping kept: Set<Quantity>) -> [Pass] {
    if let known = keptSamples[kept] { return known }
    let samples = ComparisonPoints.passes(
      of: network.architecture, held: network.held,
      keeping: kept.reduce(into: [:]) { $0[$1] = network[given: $1] ?? 0 })
    if keptSamples.count >= Self.maxKept { keptSamples = [:] }
    keptSamples[kept] = samples
    return samples
  }

  /// A right formula, and points at which others are held against it.
  private struct Comparison {
    let form: Expression
    let points: [(String) -> Double?]

    /// Whether two formulas are close at a point, or one has no value there.
    func mayBeRight(_ expression: Expression, at point: (String) -> Double?) -> Bool {
      guard let value = try? expression.evaluated(point), let right = try? form.evaluated(point), value.isFinite,
        right.isFinite
      else { return true }
      return (value - right).magnitude <= 1e-6 * max(value.magnitude, right.magnitude, 1e-9)
    }
  }

  /// The right formula with what is kept put into it; of a collapsed error term also as out − target.
  ///
  /// Where one target alone is not kept, it is not what the others leave of 1, or `t²` would be as good as `t`. Then out − target is a
  /// comparison of its own, in which the error terms of the outputs have that value.
  private func comparisons(_ kept: Set<Quantity>, _ subject: Subject) -> [Comparison] {
    let leaf = subject.architecture.expression(of: subject.quantity)
    let lookups = samples(keeping: kept).map { knowledge.vocabulary.lookup($0) }
    let form = putting(kept, into: Working(subject).closedForm(nodes: 500) ?? leaf)
    let plain = Comparison(form: form, points: lookups)
    let architecture = subject.architecture
    guard architecture.hasCollapsingLoss else { return [plain] }
    @Sendable func collapsed(_ delta: Quantity) -> Expression? {
      guard let neuron = delta.deltaNeuron, architecture.isOutput(neuron) else { return nil }
      return .difference(subject.leaf(.out(neuron)), subject.leaf(.target(neuron - architecture.firstOutput)))
    }
    let working = Working(subject, rewrites: [.exchange(.loss, collapsed)])
    let points = lookups.map { lookup in
      { [knowledge] (name: String) -> Double? in
        guard let quantity = knowledge.vocabulary.quantity(named: name), let value = collapsed(quantity) else {
          return lookup(name)
        }
        return try? value.evaluated(lookup)
      }
    }
    return [plain, Comparison(form: putting(kept, into: working.closedForm(nodes: 500) ?? leaf), points: points)]
  }

  private func putting(_ quantities: Set<Quantity>, into form: Expression) -> Expression {
    form.substituting { part in
      guard let name = part.leafName, let quantity = knowledge.vocabulary.quantity(named: name),
        quantities.contains(quantity), let value = network[given: quantity]
      else { return nil }
      return value < 0 ? .negation(.number(-value)) : .number(value)
    }
  }
}
