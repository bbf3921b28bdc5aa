package import Diagnostics

/// Training that leads away from the minimum instead of towards it.
package enum Divergence: Equatable, Codable, Sendable {
  /// The loss or a parameter is NaN or infinite.
  case notFinite(epoch: Int, quantity: String, value: Double)
  /// The loss climbs and climbs.
  case growing(epoch: Int, from: Double, to: Double)

  package var epoch: Int {
    switch self {
    case .notFinite(let epoch, _, _), .growing(let epoch, _, _): epoch
    }
  }

  /// Whether going on makes no sense.
  package var isFinal: Bool {
    if case .notFinite = self { true } else { false }
  }

  /// What happened, in one sentence.
  package var message: Words {
    switch self {
    case .notFinite(let epoch, let quantity, let value):
      let (en, zh) = value.isNaN ? ("not a number (NaN)", "不是数 (NaN)") : ("infinite", "无穷大")
      return Words(
        en: "Training diverged in epoch \(epoch): \(quantity) is \(en).",
        zh: "训练在第 \(epoch) 轮发散：\(quantity) \(value.isNaN ? "" : "变为")\(zh)。")
    case .growing(let epoch, let from, let to):
      let (low, high) = (DecimalText.significant(from, digits: 3), DecimalText.significant(to, digits: 3))
      return Words(
        en: "Training diverges: by epoch \(epoch) the loss has grown from \(low) to \(high).",
        zh: "训练正在发散：到第 \(epoch) 轮，损失已从 \(low) 增大到 \(high)。")
    }
  }

  /// Why, and what to do about it.
  package func advice(learningRate: Double, momentum: Double = 0) -> Words {
    let rate = DecimalText.significant(learningRate, digits: 3)
    let smaller = DecimalText.significant(learningRate / 10, digits: 2)
    let (withMomentumEn, withMomentumZh) =
      momentum > 0
      ? (
        " and momentum \(DecimalText.significant(momentum, digits: 3))",
        "、动量 \(DecimalText.significant(momentum, digits: 3))"
      )
      : ("", "")
    let why: Words =
      isFinal
      ? Words(
        en: "The steps were so large that the numbers outgrew what a computer can hold.",
        zh: "每一步跨得太大，数值超出了计算机能表示的范围。")
      : Words(
        en: "Each step overshoots the minimum and lands higher on its other side.",
        zh: "每一步都越过最小值，落到对面更高的地方。")
    return Words(
      en: "\(why.en) With η = \(rate)\(withMomentumEn) that happens; go back and try a smaller η, such as \(smaller).",
      zh: "\(why.zh)当前 η = \(rate)\(withMomentumZh)；请退回去，换一个更小的 η，例如 \(smaller)。")
  }
}

/// Watches the loss of epoch after epoch for divergence.
struct DivergenceWatch: Equatable, Sendable {
  /// How long a climb must be, and how high, to count.
  private static let climb = 10
  private static let factor = 2.0
  /// Such a multiple of the first loss counts by itself, however it came about.
  private static let explosion = 1000.0

  private var first = Double.nan
  private var lowest = Double.infinity
  private var last = Double.infinity
  private var rises = 0.0

  /// Numbers that a checkpoint keeps.
  static let width = 4
  var values: [Double] { [first, lowest, last, rises] }

  init() {}

  init(_ values: ArraySlice<Double>) {
    guard values.count == Self.width, let start = values.indices.first else { return }
    (first, lowest, last, rises) = (values[start], values[start + 1], values[start + 2], values[start + 3])
  }

  /// Appends `values` without making an array of them.
  func write(to row: inout [Double]) {
    row.append(first)
    row.append(lowest)
    row.append(last)
    row.append(rises)
  }

  mutating func see(_ loss: Double, epoch: Int) -> Divergence? {
    if first.isNaN { first = loss }
    rises = loss > last ? rises + 1 : 0
    lowest = min(lowest, loss)
    last = loss
    // Climbs among roundings of a loss that is as good as 0 mean nothing.
    guard loss > 1e-6 * first else { return nil }
    let hasClimbed = rises >= Double(Self.climb) && loss >= Self.factor * lowest
    let hasExploded = first > 0 && loss >= Self.explosion * first
    guard hasClimbed || hasExploded else { return nil }
    defer { self = DivergenceWatch() }
    return .growing(epoch: epoch, from: lowest, to: loss)
  }
}
