import Diagnostics

/// Whether two expressions mean the same, and how that was found.
package struct Equivalence: Equatable, Sendable {
  /// Whether two expressions are the same.
  package enum Verdict: String, Sendable {
    case equal
    case different
    case undecided
  }

  /// By which means it was found out.
  package enum Means: String, Sendable {
    /// Multiplied out, both are the same fraction of polynomials over names and calls, or provably not.
    case canonicalForm
    /// Evaluated at the points given.
    case sampling
  }

  package let verdict: Verdict
  /// nil when nothing decided.
  package let means: Means?
  /// The index of the first point at which they differ, when a point showed it.
  package let differingSample: Int?

  /// Compares two expressions; `samples` look leaves up, each at one point.
  ///
  /// Equal canonical forms are equal functions wherever both are defined, and no point is asked. Other forms may still
  /// agree (f(−x) and 1 − f(x); or `out_O` and `f(net_O)`, if that is how the points are made), so the points decide;
  /// only without points do different polynomials over names count as different.
  ///
  /// Points agree within 1e-9 relative plus the rounding error, which is bounded and not guessed, so rounding makes no
  /// false "different". A false "equal" by canonical form needs coefficients that differ by less than 1e-12 of the
  /// largest; one by sampling needs all n independent random points to fall where the difference is below 1e-9: for a
  /// difference that is a polynomial of degree d and order 1, a chance below (C·d·10^(−9/d))ⁿ (Carbery and Wright 2001).
  /// Fewer than three usable points, or one if no leaf occurs, decide nothing in favour of "equal".
  /// Cost: at most 4,096 terms for each operation, then one evaluation of each for every point.
  package static func compare(
    _ one: Expression, _ other: Expression, samples: [(String) -> Double?]
  ) -> Equivalence {
    guard one.isWithin(nodes: 4_000, depth: 500), other.isWithin(nodes: 4_000, depth: 500) else {
      return Equivalence(verdict: .undecided, means: nil, differingSample: nil)
    }
    if one == other { return Equivalence(verdict: .equal, means: .canonicalForm, differingSample: nil) }
    var form = CanonicalForm()
    var formsAreEqual: Bool?
    if let left = form.fraction(of: one), let right = form.fraction(of: other) {
      formsAreEqual = CanonicalForm.areEqual(left, right)
    }
    if formsAreEqual == true { return Equivalence(verdict: .equal, means: .canonicalForm, differingSample: nil) }
    let isConstant = one.leafNames.isEmpty && other.leafNames.isEmpty
    let sampled = comparePoints(one, other, samples: isConstant ? [{ _ in nil }] : samples, needed: isConstant ? 1 : 3)
    if sampled.verdict == .undecided, samples.isEmpty, formsAreEqual == false, form.hasOnlyLeaves {
      return Equivalence(verdict: .different, means: .canonicalForm, differingSample: nil)
    }
    return sampled
  }

  private static func comparePoints(
    _ one: Expression, _ other: Expression, samples: [(String) -> Double?], needed: Int
  ) -> Equivalence {
    var agreeing = 0
    var oneSided: Int?
    for (index, sample) in samples.enumerated() {
      guard let left = try? BoundedValue(one, at: sample), let right = try? BoundedValue(other, at: sample) else {
        continue
      }
      guard left.value.isFinite, right.value.isFinite, left.error.isFinite, right.error.isFinite else {
        // √(x)² is x where both have a value; 1/0 never has one.
        if left.value.isFinite != right.value.isFinite { oneSided = oneSided ?? index }
        continue
      }
      let tolerance = 1e-9 * max(left.value.magnitude, right.value.magnitude) + 4 * (left.error + right.error)
      if (left.value - right.value).magnitude > tolerance {
        return Equivalence(verdict: .different, means: .sampling, differingSample: index)
      }
      agreeing += 1
    }
    if agreeing >= needed { return Equivalence(verdict: .equal, means: .sampling, differingSample: nil) }
    if agreeing == 0, let oneSided {
      return Equivalence(verdict: .different, means: .sampling, differingSample: oneSided)
    }
    return Equivalence(verdict: .undecided, means: nil, differingSample: nil)
  }
}
