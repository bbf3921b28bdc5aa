package import Diagnostics

/// A gradient held against central differences (E(p + ε) − E(p − ε))/2ε, with ε swept over its decades.
///
/// The error is V-shaped on a logarithmic scale: to the right truncation, which falls with ε², to the left rounding,
/// which rises with 1/ε.
package struct GradientCheck: Equatable, Sendable {
  /// One ε of the sweep.
  package struct Point: Equatable, Sendable {
    package let epsilon: Double
    /// The central difference.
    package let numeric: Double
    /// |a − n|.
    package let error: Double
    /// |a − n|/max(|a|, |n|); 0 where both are 0.
    package let relativeError: Double
    /// Whether a ReLU changes its side between p − ε and p + ε, so that there is no derivative to compare with.
    package let crossesKink: Bool
  }

  package let parameter: Int
  /// The gradient that is checked.
  package let analytic: Double
  /// From the largest ε to the smallest; without those that vanish beside the parameter.
  package let points: [Point]
  /// The neurons whose kink lies within the smallest ε that was judged.
  package let kinks: [Int]
  /// The loss at p itself.
  package let loss: Double

  /// 10⁻¹ … 10⁻¹².
  package static let decades: [Double] = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12]
  /// The ε that are judged: beyond them even a right gradient looks wrong.
  package static let judged = 0.9e-7...1.1e-3

  /// The judged point with the smallest relative error and no kink in between.
  package var best: Point? {
    let usable = points.filter { Self.judged.contains($0.epsilon) && !$0.crossesKink }
    return usable.filter(\.relativeError.isFinite).min { $0.relativeError < $1.relativeError } ?? usable.first
  }

  package var verdict: Verdict {
    guard let best else { return points.contains(where: \.crossesKink) ? .kink : .tooSmall }
    let error = best.relativeError
    if error <= 1e-7 { return .good }
    if error <= 1e-4 { return .acceptable }
    if best.error <= 4 * rounding(at: best.epsilon) { return .tooSmall }
    // A NaN is wrong too.
    return error <= 1e-2 ? .suspicious : .wrong
  }

  /// The most that rounding of the two losses can add to the error.
  package func rounding(at epsilon: Double) -> Double { loss.magnitude * 0x1p-53 / epsilon }

  /// The error that truncation leaves, ε²·|E‴|/6, with the third derivative taken from the sweep itself.
  ///
  /// nil where rounding or kinks hide it at every ε.
  package func truncation(at epsilon: Double) -> Double? {
    let telling = points.first {
      $0.epsilon <= 1.1e-2 && !$0.crossesKink && $0.error.isFinite && $0.error > 10 * rounding(at: $0.epsilon)
    }
    guard let telling, verdict != .wrong, verdict != .suspicious else { return nil }
    let ratio = epsilon / telling.epsilon
    return telling.error * ratio * ratio
  }

  /// How a relative error is judged (the thresholds of Stanford's CS231n notes).
  package enum Verdict: String, CaseIterable, Sendable {
    /// At most 1e-7.
    case good
    /// At most 1e-4.
    case acceptable
    /// At most 1e-2.
    case suspicious
    case wrong
    /// A ReLU sits at its kink.
    case kink
    /// The difference is no larger than rounding makes it.
    case tooSmall = "too-small"

    /// For a cell of a table.
    package var shortWords: Words {
      switch self {
      case .good: Words(en: "right", zh: "正确")
      case .acceptable: Words(en: "probably right", zh: "很可能正确")
      case .suspicious: Words(en: "suspicious", zh: "可疑")
      case .wrong: Words(en: "wrong", zh: "错误")
      case .kink: Words(en: "at a kink", zh: "在折点上")
      case .tooSmall: Words(en: "too small", zh: "太小")
      }
    }

    package var words: Words {
      switch self {
      case .good: Words(en: "right: the relative error is at most 1e-7", zh: "正确：相对误差不超过 1e-7")
      case .acceptable:
        Words(en: "probably right: the relative error is at most 1e-4", zh: "很可能正确：相对误差不超过 1e-4")
      case .suspicious:
        Words(en: "suspicious: the relative error is above 1e-4", zh: "可疑：相对误差大于 1e-4")
      case .wrong: Words(en: "wrong: the relative error is above 1e-2", zh: "错误：相对误差大于 1e-2")
      case .kink:
        Words(
          en: "cannot be judged: a ReLU is at its kink, where there is no derivative",
          zh: "无法判断：有 ReLU 正处在折点，那里导数不存在")
      case .tooSmall:
        Words(
          en: "cannot be judged: the gradient is smaller than the rounding error of the difference",
          zh: "无法判断：梯度小于差分的舍入误差")
      }
    }
  }
}
