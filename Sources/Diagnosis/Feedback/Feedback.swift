package import Diagnostics
import Expressions
import Networks

/// The sentences about answers that are no single mistake; the questions of mistakes stand with these.
enum Feedback {
  private static let numberWords: [(en: String, zh: String)] = [
    ("no", "零"), ("one", "一"), ("two", "两"), ("three", "三"), ("four", "四"), ("five", "五"), ("six", "六"),
    ("seven", "七"), ("eight", "八"), ("nine", "九"), ("ten", "十"),
  ]

  private static func significantDigits(_ count: Int) -> Words {
    let word = numberWords.indices.contains(count) ? numberWords[count] : (en: "\(count)", zh: " \(count) ")
    return Words(en: "\(word.en) significant digits", zh: "\(word.zh)位有效数字")
  }

  static func tooFewDigits(_ count: Int) -> Words {
    let digits = significantDigits(count)
    return Words(en: "That agrees as far as it goes. Give \(digits.en).", zh: "已给出的数字是吻合的。请给出\(digits.zh)。")
  }

  static func oneDigit(_ count: Int) -> Words {
    let digits = significantDigits(count)
    return Words(en: "One digit is too few to judge by. Give \(digits.en).", zh: "只有一位数字，看不出对错。请给出\(digits.zh)。")
  }

  static func moreDigits(_ count: Int) -> Words {
    let digits = significantDigits(count)
    return Words(
      en: "Not yet. Give \(digits.en): only then can one slip be told from another.",
      zh: "还不对。请给出\(digits.zh)，才能分清是哪一种错误。")
  }

  /// What an update starts from, by name.
  private static func before(_ subject: Subject) -> String {
    if case .updated(let parameter) = subject.quantity { subject.parameterName(parameter) } else { "E" }
  }

  static func beforeTheStep(_ subject: Subject, digits count: Int) -> Words {
    let (name, digits) = (before(subject), significantDigits(count))
    return Words(
      en: "These digits do not show the step yet: \(name) itself rounds to them. Give \(digits.en).",
      zh: "这几位数字还看不出这一步：\(name) 本身四舍五入后也是它。请给出\(digits.zh)。")
  }

  static func unchanged(_ subject: Subject) -> Words {
    let name = before(subject)
    if case .updated(let parameter) = subject.quantity {
      let gradient = subject.text(.gradient(.parameter(parameter)))
      return Words(
        en: "That is \(name) before the step. What is η·\(gradient)?", zh: "这是更新前的 \(name)。η·\(gradient) 是多少？")
    }
    return Words(en: "That is \(name) before the step. Which values change with it?", zh: "这是更新前的 \(name)。更新后哪些值变了？")
  }

  static func nowTheNumber(_ subject: Subject) -> Words {
    let name = subject.text(subject.quantity)
    return Words(en: "Right so far: now the number. What does \(name) come to?", zh: "到这里是对的。再算出数值：\(name) 等于多少？")
  }

  static let nearly = Words(
    en: "Very close. Carry more digits in between, and check the last product.",
    zh: "很接近了。中间结果多保留几位，再核对最后的乘积。")

  static let agreesInDigits = Words(en: "Accepted: it agrees in every digit given.", zh: "所写各位都正确，算对。")

  static func isClose(_ scale: Scale) -> Words {
    scale.reference == nil
      ? Words(en: "Accepted: it is within 0.1 %.", zh: "误差在 0.1% 以内，算对。")
      : Words(en: "Accepted: its step is within 0.1 %.", zh: "这一步的误差在 0.1% 以内，算对。")
  }

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

  static func question(_ candidate: CandidateTable.Candidate, _ subject: Subject, _ pass: Pass) -> Words {
    let questions = zip(candidate.mistakes, candidate.rewrites).map { number, rewrite in
      let mistake = Catalogue.mistakes[number]
      return mistake.questionHere(subject, rewrite, pass) ?? mistake.question(subject, rewrite.focus)
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

  /// No known slip gives this number: the next smaller step.
  static func unknownNumber(_ step: SmallerStep) -> Words {
    Words(
      en: "No known slip gives this number. \(step.words.en)", zh: "没有已知的错误会得到这个数。\(step.words.zh)")
  }

  /// The output where the loss's slope at it was asked for: how it came about no one can tell.
  static func itself(_ subject: Subject, _ quantity: Quantity, _ step: SmallerStep) -> Words {
    let name = subject.text(quantity)
    return Words(
      en: "That is \(name) itself, not how fast E changes with it. \(step.words.en)",
      zh: "这是 \(name) 本身，不是 E 随它变化的快慢。\(step.words.zh)")
  }

  /// The same of a formula.
  static func unknownFormula(_ step: SmallerStep) -> Words {
    Words(
      en: "No known slip gives this formula. \(step.words.en)", zh: "没有已知的错误会得到这个式子。\(step.words.zh)")
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
