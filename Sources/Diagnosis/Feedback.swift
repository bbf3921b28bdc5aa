package import Diagnostics
import Expressions
import Networks

/// The sentences about answers that are no single mistake; the questions of mistakes stand with these.
enum Feedback {
  static let threeDigits = Words(
    en: "That agrees as far as it goes. Give three significant digits.", zh: "已给出的数字是吻合的。请给出三位有效数字。")

  static let moreDigits = Words(
    en: "Not yet. Give five significant digits, and it will show which slip it was.",
    zh: "还不对。请给出五位有效数字，这样才能看出错在哪一步。")

  static let nearly = Words(
    en: "Very close. Carry more digits in between, and check the last product.",
    zh: "很接近了。中间结果多保留几位，再核对最后的乘积。")

  static let agreesInDigits = Words(en: "Accepted: it agrees in every digit given.", zh: "给出的每一位都吻合，算对。")

  static let isClose = Words(en: "Accepted: it is within 0.1 %.", zh: "误差在 0.1% 以内，算对。")

  /// One line of why, and what was accepted if the answer was not exact.
  static func right(_ subject: Subject, accepted: Words?) -> Words {
    let reason = Reason(subject).words
    guard let accepted else { return reason }
    return Words(en: "\(accepted.en) \(reason.en)", zh: "\(accepted.zh)\(reason.zh)")
  }

  static func followThrough(_ subject: Subject, from wrong: Quantity?) -> Words {
    guard let wrong else {
      return Words(en: "Right, given your earlier values.", zh: "按你前面的值，这一步是对的。")
    }
    let name = subject.text(wrong)
    return Words(
      en: "Right, given your earlier \(name). Look at that one again.", zh: "按你前面的 \(name)，这一步是对的。请回头检查 \(name)。")
  }

  static func asksItself(_ subject: Subject) -> Words {
    let name = subject.text(subject.quantity)
    return Words(en: "\(name) is what is asked. What is it made of?", zh: "\(name) 正是要求的量。它由什么组成？")
  }

  static func question(_ candidate: CandidateTable.Candidate, _ subject: Subject) -> Words {
    let questions = zip(candidate.mistakes, candidate.rewrites).map { number, rewrite in
      Catalogue.mistakes[number].question(subject, rewrite.focus)
    }
    guard questions.count > 1 else { return questions[0] }
    return Words(
      en: "Two things at once. " + questions.map(\.en).joined(separator: " "),
      zh: "有两处。" + questions.map(\.zh).joined())
  }

  /// A forward value is no factor of anything.
  static func oneBack(to item: Item) -> Words {
    if case .now(.derivative) = item { return Words(en: "Go back one factor", zh: "退回一个因子") }
    return Words(en: "Go back one step", zh: "退回一步")
  }

  /// Nothing fits: one factor back.
  ///
  /// Of a formula `leaves` are the names in it: whoever used a factor knows it.
  static func unknown(_ subject: Subject, leaves: [String] = []) -> Words {
    if let item = subject.factorBefore {
      let name = subject.architecture.text(of: item)
      if leaves.contains(subject.architecture.name(of: item)) {
        return Words(en: "Not yet. \(name) does belong in it: but how?", zh: "还不对。式子里确实有 \(name)，但它应该怎样出现？")
      }
      let back = oneBack(to: item)
      return Words(en: "Not yet. \(back.en): what is \(name)?", zh: "还不对。\(back.zh)：\(name) 是多少？")
    }
    guard case .derivative(let dependent, let variable) = subject.quantity else {
      return Words(en: "Not yet. What is it made of, one term at a time?", zh: "还不对。它由哪些项组成？逐项写出来。")
    }
    let (above, below) = (subject.text(dependent), subject.text(variable))
    return Words(
      en: "Not yet. Write \(above) out. Where is \(below) in it?", zh: "还不对。写出 \(above)，\(below) 在哪里？")
  }
}

extension Subject {
  /// The first thing that has to be found before the quantity itself.
  fileprivate var factorBefore: Item? {
    guard let names = definition(of: .now(quantity))?.leafNames else { return nil }
    return names.lazy.compactMap(architecture.item(named:)).first { definition(of: $0) != nil }
  }
}

extension Architecture {
  /// An item's name as learners read it.
  func text(of item: Item) -> String {
    switch item {
    case .now(let quantity): expression(of: quantity).text(.unicode)
    case .afterUpdate(let quantity): expression(of: quantity).text(.unicode) + "⁺"
    }
  }
}

extension Verdict {
  /// What is wrong with a text, and where in it.
  package static func unreadable(_ fault: Diagnostic, in text: String) -> Verdict {
    let source = SourceText(String(text.prefix(Expression.Limit.bytes)))
    let hasPlace = fault.range.upperBound > 0 && fault.range.count < text.utf8.count
    let column = source.column(of: fault.range.lowerBound)
    var (en, zh) = (fault.message.en, fault.message.zh)
    if hasPlace { (en, zh) = ("column \(column): \(en)", "第 \(column) 列：\(zh)") }
    if let help = fault.help { (en, zh) = ("\(en); \(help.en)", "\(zh)；\(help.zh)") }
    return Verdict(.unreadable, feedback: Words(en: en, zh: zh), fault: fault)
  }
}
