package import Diagnosis
import Diagnostics
import Expressions
import Lessons
package import Networks
import Questions

/// Judging answers: right, a mistake that the author foresaw, one of the catalogue, or unknown.
extension Exercise {
  /// What an answer to a part of the question is worth.
  ///
  /// `earlier` are the learner's own values of other quantities on the same numbers.
  package func judge(_ answer: String, part: Int = 0, earlier: [Quantity: Double] = [:]) -> Verdict {
    switch ask.kind {
    case .number(let right, let tolerance): judge(answer, number: right, within: tolerance, earlier)
    case .expression(let right, let symbols): judge(answer, formula: right, symbols)
    case .sign(let value): judge(answer, signOf: value)
    case .choice(let options): judge(answer, options: options)
    case .poll(let options): judge(answer, opinions: options)
    case .text: judge(words: answer)
    case .chain: tiles?.judge(answer) ?? ExerciseWords.unaskable
    case .faded(_, let blank):
      blank.indices.contains(part)
        ? Checker(network).check(blank[part], answer: answer, earlier: earlier) : ExerciseWords.unaskable
    case .bug(let derivation):
      part == 0 ? judge(answer, lineOf: derivation) : judge(answer, options: derivation.reasons)
    }
  }

  /// The author's word on a wrong answer whose value is near that number.
  func authored(near number: WrittenNumber, within tolerance: Double) -> Verdict? {
    let fitting = ask.wrong.first { wrong in
      let value = value(of: wrong.when)
      let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
      return number.isWithin(tolerance, of: value) || isEnough && number.agreesInEveryDigit(with: value)
    }
    return fitting.map { Verdict(.mistake, feedback: Words($0.say)) }
  }

  // MARK: Signs

  private func judge(_ answer: String, signOf expression: Expression) -> Verdict {
    let value = value(of: expression)
    let isSlope = if case .derivative? = quantity { true } else { false }
    guard let direction = Direction(written: answer) else {
      return Verdict(
        .unreadable,
        feedback: isSlope
          ? Words(en: "Write rise, fall or same.", zh: "请写“升”“降”或“不变”。")
          : Words(en: "Write positive, negative or zero.", zh: "请写“正”“负”或“零”。"))
    }
    let right: Direction = value > 0 ? .rises : value < 0 ? .falls : .stays
    if direction != right, let wrong = ask.wrong.first(where: { Self.direction(self.value(of: $0.when)) == direction })
    {
      return Verdict(.mistake, feedback: Words(wrong.say))
    }
    if let quantity, isSlope, samples.count <= 1 {
      return Checker(network).check(directionOf: quantity, answer: direction)
    }
    let text = expression.text(.unicode)
    if direction == right {
      let sign = value > 0 ? "> 0" : value < 0 ? "< 0" : "= 0"
      return Verdict(.right, feedback: Words(en: "\(text) \(sign) here.", zh: "这里 \(text) \(sign)。"))
    }
    return Verdict(.unknown, feedback: Words(en: "Look at \(text) once more.", zh: "再看一看 \(text)。"))
  }

  private static func direction(_ value: Double) -> Direction { value > 0 ? .rises : value < 0 ? .falls : .stays }

  // MARK: Choices

  private func judge(_ answer: String, options: [Ask.Option]) -> Verdict {
    guard let option = Self.chosen(answer, options) else {
      return Verdict(
        .unreadable,
        feedback: Words(en: "Write a number from 1 to \(options.count).", zh: "请写 1 到 \(options.count) 的编号。"))
    }
    let isRight = option.right.holds(at: Pass(network))
    if isRight { return Verdict(.right, feedback: option.say.map { Words($0) } ?? Words(option.text)) }
    guard let say = option.say else { return Verdict(.unknown, feedback: ExerciseWords.otherOption) }
    return Verdict(.mistake, feedback: Words(say))
  }

  // MARK: Opinions

  /// Whatever is chosen is taken.
  private func judge(_ answer: String, opinions: [Ask.Option]) -> Verdict {
    guard let option = Self.chosen(answer, opinions) else {
      return Verdict(
        .unreadable,
        feedback: Words(en: "Write a number from 1 to \(opinions.count).", zh: "请写 1 到 \(opinions.count) 的编号。"))
    }
    return Verdict(.right, feedback: option.say.map { Words($0) } ?? Words(option.text))
  }

  private func judge(words: String) -> Verdict {
    words.allSatisfy(\.isWhitespace)
      ? Verdict(.unreadable, feedback: Words(en: "Write a few words.", zh: "请写几句话。"))
      : Verdict(.right, feedback: ExerciseWords.kept)
  }

  /// The id of the block that an answer leads to; nil where the lesson goes on in its order.
  package func way(after answer: String) -> String? { Self.chosen(answer, ask.options)?.goto }

  /// How often each opinion was chosen in these answers.
  package func distribution(of answers: [String]) -> [Int] {
    ask.options.map { option in answers.count { Self.chosen($0, ask.options) == option } }
  }

  private static func chosen(_ answer: String, _ options: [Ask.Option]) -> Ask.Option? {
    let text = answer.lowercased().filter { !$0.isWhitespace }
    if let number = Int(written: text), options.indices.contains(number - 1) { return options[number - 1] }
    return options.first { $0.text.lowercased().filter { !$0.isWhitespace } == text }
  }

  // MARK: Somebody's derivation

  private func judge(_ answer: String, lineOf derivation: Ask.Derivation) -> Verdict {
    let count = derivation.lines.count
    guard let line = Int(written: answer), (1...max(1, count)).contains(line) else {
      return Verdict(
        .unreadable, feedback: Words(en: "Write a number from 1 to \(count).", zh: "请写 1 到 \(count) 的编号。"))
    }
    if line == derivation.bug + 1 {
      return Verdict(.right, feedback: partCount > 1 ? ExerciseWords.foundNowWhy : found(derivation))
    }
    return Verdict(
      .unknown,
      feedback: line <= derivation.bug
        ? Words(en: "That line is right. Look further down.", zh: "这一行是对的，再往下看。")
        : Words(en: "That line follows from the ones before. Look further up.", zh: "这一行由前面的行推出，再往上看。"))
  }

  private func found(_ derivation: Ask.Derivation) -> Words {
    let line = derivation.lines.indices.contains(derivation.bug) ? derivation.lines[derivation.bug] : nil
    guard let id = derivation.mistake, let name = line?.left.leafName,
      let quantity = network.architecture.quantity(named: name)
    else { return Words(en: "Found.", zh: "找到了。") }
    let question = Catalogue.question(id, quantity, network, .loss)
    return Words(en: "Found. \(question.en)", zh: "找到了。\(question.zh)")
  }
}
