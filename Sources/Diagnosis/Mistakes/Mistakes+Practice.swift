import Diagnostics
import Networks
import Skills

/// Mistakes around the derivation: rounding, several samples, the numerical check.
extension Mistake {
  /// Only numbers can show it.
  static let earlyRounding = Mistake(
    "early-rounding", Words(en: "rounded too early", zh: "中间结果保留的位数太少"), skill: .composeForward
  ) { subject in
    let roundings: [Rounding] = [.significant(2), .significant(3), .decimals(2), .decimals(3)]
    return roundings.map { .rounding($0, .loss) }
  } question: { _, _ in
    Words(en: "Carry more digits in between.", zh: "中间结果多保留几位。")
  }

  /// Takes the values of another round or sample, which one network does not have: see `Checker.staleness`.
  static let staleValue = Mistake(
    "stale-value", Words(en: "a value of the round or sample before", zh: "用了上一轮或上一个样本的值"), skill: .repeatForward
  ) { _ in
    []
  } question: { _, _ in
    Words(en: "Which round (or sample) is this value from?", zh: "这个值是哪一轮（或哪个样本）的？")
  }

  static func staleValueQuestion(isRound: Bool) -> Words {
    isRound
      ? Words(en: "Which round is each of these values from?", zh: "用到的值各是哪一轮的？")
      : Words(
        en: "That is its value on the numbers before. Which of them have changed?", zh: "这是用之前那组数算出的值。现在哪些数变了？")
  }

  /// Made over several samples, which one answer about one network does not have: see `BatchCheck`.
  static let batch = Mistake(
    "batch", Words(en: "the mean over the mini-batch", zh: "小批量的平均算错了"), skill: .batchMean
  ) { _ in
    []
  } question: { _, _ in
    Words(en: "Average of slopes, or slope at the average?", zh: "先求导还是先平均？")
  }

  /// Made in a difference quotient, which has an ε of its own: see `DifferenceCheck`.
  static let checkStep = Mistake(
    "check-step", Words(en: "the distance in the central difference", zh: "中心差分的间距写错了"), skill: .numericCheck
  ) { _ in
    []
  } question: { _, _ in
    Words(en: "How far apart are the two points?", zh: "两点相距多少？")
  }
}
