import Diagnostics
import Lessons

/// What an exported lesson says beside its author's words.
enum LessonWords {
  static func screen(_ number: Int) -> Words { Words(en: "Screen \(number)", zh: "第 \(number) 屏") }
  static func question(_ number: Int) -> Words { Words(en: "Question \(number)", zh: "第 \(number) 题") }
  static let answer = Words(en: "Answer", zh: "答案")
  static let given = Words(en: "Given", zh: "已知")
  static let here = Words(en: "Here", zh: "这里")
  static let goal = Words(en: "Goal", zh: "要求")
  static let derivation = Words(en: "Derivation", zh: "推导")
  static let rises = Words(en: "rises", zh: "升")
  static let falls = Words(en: "falls", zh: "降")
  static let positive = Words(en: "positive", zh: "正")
  static let negative = Words(en: "negative", zh: "负")
  static let wrongLine = Words(en: "The wrong line:", zh: "错误的是第")
  static let why = Words(en: "Why is it wrong?", zh: "错在哪里？")
  static let colon = Words(en: ": ", zh: "：")
  static let comma = Words(en: ", ", zh: "，")

  static func move(_ names: String, _ low: String, _ high: String) -> Words {
    Words(en: "Move \(names) between \(low) and \(high).", zh: "在 \(low) 到 \(high) 之间调整 \(names)。")
  }

  static func sample(_ number: Int) -> Words { Words(en: "sample \(number): ", zh: "样本 \(number)：") }

  static func line(_ number: Int) -> Words { Words(en: "line \(number)", zh: "第 \(number) 行") }

  static func box(_ kind: Prose.Admonition) -> Words {
    switch kind {
    case .note: Words(en: "Note", zh: "说明")
    case .tip: Words(en: "Tip", zh: "提示")
    case .important: Words(en: "Important", zh: "重要")
    case .warning: Words(en: "Warning", zh: "警告")
    case .caution: Words(en: "Caution", zh: "注意")
    }
  }
}
