import Diagnosis
import Diagnostics
import Expressions

/// The sentences about answers that neither an author nor the catalogue says.
enum QuestionWords {
  static let otherOption = Words(en: "Not this one.", zh: "不是这一项。")
  static let kept = Words(en: "Kept for your instructor.", zh: "已保存，供老师查看。")
  static let optionLabel = Words(en: "letter: ", zh: "选项：")
  static let answerFirst = Words(
    en: "Answer in your own words first, then look for the option that says it.", zh: "先用自己的话回答，再找意思相同的选项。")
  static let compareOptions = Words(
    en: "Read both options once more: where do they differ?", zh: "再读一遍两个选项：不同在哪里？")

  static func letter(upTo count: Int) -> Words {
    let last = Letter.text(max(1, count) - 1)
    return Words(en: "Write a letter from a to \(last).", zh: "请写 a 到 \(last) 的字母。")
  }

  /// An option as it is shown.
  static func named(_ place: Int, _ option: Option) -> Words {
    let letter = Letter.text(place)
    return Words(en: "\(letter)) \(option.text.en)", zh: "\(letter)) \(option.text.zh)")
  }

  static func ruledOut(_ place: Int, _ option: Option) -> Words {
    let letter = Letter.text(place)
    let say = option.say.map { Words(en: " " + $0.en, zh: $0.zh) } ?? Words("")
    return Words(en: "It is not \(letter).\(say.en)", zh: "不是 \(letter)。\(say.zh)")
  }

  static func right(_ place: Int, _ option: Option) -> Words {
    let name = named(place, option)
    let say = option.say ?? option.verdict?.feedback ?? Words("")
    return Words(
      en: "It is \(sentence(name.en, "."))\(say.en.isEmpty ? "" : " ")\(say.en)",
      zh: "答案：\(sentence(name.zh, "。"))\(say.zh)")
  }

  private static func sentence(_ text: String, _ end: String) -> String {
    text.last?.isPunctuation == true ? text : text + end
  }

  static let foundNowWhy = Words(en: "Found. And why is it wrong?", zh: "找到了。错在哪里？")
  static let furtherDown = Words(en: "That line is right. Look further down.", zh: "这一行是对的，再往下看。")
  static let furtherUp = Words(
    en: "That line follows from the ones before. Look further up.", zh: "这一行由前面的行推出，再往上看。")
  static let rightByItself = Words(en: "That line is right. Look further up.", zh: "这一行是对的，再往上看。")
  /// Where to look in someone's derivation.
  static let fromTheTop = Words(
    en: "Go from the top: does each line follow from the ones above?", zh: "从上往下看：每一行都能由上面的行推出吗？")
  static let unknownNumber = Words(
    en: "No known slip gives this number. Put the numbers in one at a time.", zh: "没有已知的错误会得到这个数。把数值逐个代入。")

  /// The first thing that the answer is made of and that is not given.
  static func unknownNumber(needing quantity: Expression) -> Words {
    let text = quantity.text(.unicode)
    return Words(
      en: "No known slip gives this number. Begin with \(text): what is it?", zh: "没有已知的错误会得到这个数。先求 \(text)：它是多少？")
  }

  /// A formula by what it comes to: the learner can try the next one.
  static func comesTo(_ own: Double, not right: Double) -> Words {
    let (own, right) = (number(own), number(right))
    return own == right
      ? Words(
        en: "No known slip gives this formula. It fits these numbers only by chance: try it on others.",
        zh: "没有已知的错误会得到这个式子。它只是碰巧符合这组数值，换一组数试试。")
      : Words(
        en: "No known slip gives this formula. Here it comes to \(own), and it should come to \(right).",
        zh: "没有已知的错误会得到这个式子。代入这里的数值，它得 \(own)，而应得 \(right)。")
  }

  /// What a number or a formula may be off by that needs no derivation to be seen.
  static let plainFactors: [(factor: Double, words: Words)] = [
    (-1, Words(en: "The size is right. Which sign does it have?", zh: "大小是对的。符号呢？")),
    (2, Words(en: "That is twice the right answer: where does the 2 come from?", zh: "这是正确答案的两倍：这个 2 从哪里来？")),
    (0.5, Words(en: "That is half the right answer: where does the ½ come from?", zh: "这是正确答案的一半：这个 ½ 从哪里来？")),
  ]
  static let moreExactly = Words(
    en: "Very close. Carry more digits in between.", zh: "很接近了。中间结果多保留几位。")
  static let nowTheNumber = Words(
    en: "Right so far: now the number. What does it come to?", zh: "到这里是对的。再算出数值：等于多少？")
  static let eachSample = Words(en: "Find it for each sample first, then the mean.", zh: "先对每个样本求出，再取平均。")
  /// As the author writes it, whatever the learner's own way was.
  static func formula(_ right: Expression) -> Words {
    let text = right.text(.unicode)
    return Words(en: "It is \(text).", zh: "它就是 \(text)。")
  }

  /// The question does not fit this network; it is never scored.
  static var unaskable: Verdict {
    Verdict(.unreadable, feedback: Words(en: "There is nothing to ask here.", zh: "这里没有可问的。"))
  }

  static func number(upTo count: Int) -> Words {
    Words(en: "Write a number from 1 to \(count).", zh: "请写 1 到 \(count) 的编号。")
  }

  static func number(_ value: Double) -> String { Expression.number(value).text(.unicode, numberDigits: 6) }

  static func value(_ expression: Expression, _ value: Double) -> Words {
    let number = Self.number(value)
    let text = expression.text(.unicode)
    // A name or a short formula beside its value says more than "right".
    return text == number || text.count > 48
      ? Words(en: "It is \(number).", zh: "等于 \(number)。") : Words("\(text) = \(number)")
  }

  static func near(_ value: Double) -> Words {
    let number = Self.number(value)
    return Words(en: "Near enough: it is \(number).", zh: "足够接近：准确值是 \(number)。")
  }

  private static func list(_ names: [Expression], _ separator: String) -> String {
    names.map { $0.text(.unicode) }.joined(separator: separator)
  }

  static func formula(_ symbols: [Expression]) -> Words {
    symbols.isEmpty
      ? Words(en: "A formula is asked for, not its value.", zh: "请写式子，而不是数值。")
      : Words(
        en: "Write a formula with \(list(symbols, ", ")), not its value.", zh: "请用 \(list(symbols, "、")) 写出式子，而不是数值。")
  }

  static func writeItOut(names symbols: [Expression]) -> Words {
    symbols.isEmpty
      ? Words(en: "That is what is asked for. What is it made of?", zh: "所问的正是它。它由什么组成？")
      : Words(
        en: "That is what is asked for. Write it with \(list(symbols, ", ")).",
        zh: "所问的正是它。请用 \(list(symbols, "、")) 写出来。")
  }

  static func onlyWith(_ symbols: [Expression]) -> Words {
    Words(
      en: "True. Now write it with nothing but \(list(symbols, ", ")).", zh: "没错。现在只用 \(list(symbols, "、")) 把它写出来。")
  }

  static func unknown(only symbols: [Expression]) -> Words {
    Words(
      en: "Not yet. Use nothing but \(list(symbols, ", ")).", zh: "还不对。只能用 \(list(symbols, "、"))。")
  }
}
