import Diagnostics

/// What is said about links beyond what the checker says of an answer.
enum SheetWords {
  static let leftOut = Words(en: "Terms are left out here: not judged.", zh: "这里省略了一些项，不作判定。")
  static let sameName = Words(en: "Another name of the same.", zh: "同一个量的另一种写法。")
  static let sameValue = Words(en: "Both sides have the same value.", zh: "两边的值相等。")
  static let fromRounded = Words(en: "Right, with the rounded values put in.", zh: "代入的是四舍五入后的值，算对。")
  static let followsLine = Words(en: "Right, given what is to its left.", zh: "按左边写的内容，这一步是对的。")

  static func follows(_ name: String) -> Words {
    Words(
      en: "Right, given your earlier \(name). Look at that one again.", zh: "按你前面的 \(name)，这一步是对的。请回头检查 \(name)。")
  }

  static func miscopied(_ name: String) -> Words {
    Words(en: "\(name) is given: compare it with the sheet, its sign too.", zh: "\(name) 是已知量：请与题目核对，包括正负号。")
  }

  static let arithmetic = Words(
    en: "What is to its left is right; its value is not. Work it out again, one operation at a time.",
    zh: "左边是对的，但算出的值不对。请逐步重新计算。")

  static func rightFormula(_ question: Words) -> Words {
    Words(
      en: "What is to its left is right; its value is not. \(question.en)", zh: "左边是对的，但值不对。\(question.zh)")
  }

  static let notEqual = Words(en: "The two sides are not equal.", zh: "两边不相等。")
}
