import Diagnostics

/// What can be wrong with an answer beyond its syntax; the sentences stand here.
enum AnswerFault {
  case unknownQuantity(String, nearest: String?)
  case notAQuantity
  case notANumber(String)
  case otherQuantity(String, asked: String)
  case notFinite
  case tooLarge

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    switch self {
    case .unknownQuantity(let name, let nearest):
      Diagnostic(
        id: "answer.unknown-quantity", range: range,
        message: Words(en: "this network has no '\(name)'", zh: "这个网络没有“\(name)”"),
        help: Suggestion.didYouMean(nearest))
    case .notAQuantity:
      Diagnostic(
        id: "answer.not-a-quantity", range: range,
        message: Words(en: "this is a formula, not the name of one quantity", zh: "这是公式，而不是一个量的名称"),
        help: Words(en: "ask for one quantity, such as dE/dw5", zh: "请只写一个量，例如 dE/dw5"))
    case .notANumber(let name):
      Diagnostic(
        id: "answer.not-a-number", range: range,
        message: Words(en: "a number is asked for, not '\(name)'", zh: "这里要的是数，而不是“\(name)”"), help: nil)
    case .otherQuantity(let name, let asked):
      Diagnostic(
        id: "answer.other-quantity", range: range,
        message: Words(en: "this is about '\(name)', and '\(asked)' is asked for", zh: "这里写的是“\(name)”，要求的是“\(asked)”"),
        help: nil)
    case .notFinite:
      Diagnostic(
        id: "answer.not-finite", range: range,
        message: Words(en: "this has no finite value", zh: "这个式子没有有限的值"),
        help: Words(en: "look for a division by 0", zh: "检查是否除以了 0"))
    case .tooLarge:
      Diagnostic(
        id: "answer.too-large", range: range,
        message: Words(en: "this formula is too large to compare", zh: "这个公式太大，无法比较"),
        help: Words(en: "write it with the names that were found before", zh: "请用前面已求出的量来写"))
    }
  }
}
