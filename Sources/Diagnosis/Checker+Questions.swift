package import Expressions
package import Networks
import Diagnostics
import Traces

/// Which way something goes, as learners say it.
package enum Direction: String, CaseIterable, Sendable {
  case rises
  case falls
  case stays

  private static let words: [(Direction, Set<String>)] = [
    (
      .rises,
      [
        "rises", "rise", "rising", "up", "upwards", "increases", "increase", "increasing", "grows", "grow", "growing",
        "larger", "bigger", "higher", "more", "+", "positive", "pos", "plus", ">0", "↑", "⬆", "↗", "升", "上升", "升高", "增",
        "增大", "增加", "增长", "增高", "变大", "变高", "加大", "大", "正", "正数", "正的", "正值", "为正", "提高", "上涨", "涨",
      ]
    ),
    (
      .falls,
      [
        "falls", "fall", "falling", "down", "downwards", "decreases", "decrease", "decreasing", "shrinks", "shrink",
        "smaller", "lower", "less", "-", "negative", "neg", "minus", "<0", "↓", "⬇", "↘", "降", "下降", "降低", "减", "减小",
        "减少", "减低", "变小", "变低", "变少", "小", "负", "负数", "负的", "负值", "为负", "跌", "下跌",
      ]
    ),
    (
      .stays,
      [
        "stays", "stay", "same", "thesame", "staysthesame", "unchanged", "nochange", "constant", "neither", "0", "zero",
        "=0", "→", "不变", "没变", "没有变化", "无变化", "不动", "不升不降", "一样", "相同", "零", "为零", "为0", "保持不变",
      ]
    ),
  ]

  /// Reads `rises`, `up`, `+`, `升`, `会增大`, `E 下降。` and the like; nil for everything else.
  package init?(written text: String) {
    let marks: Set<Unicode.Scalar> = ["。", ".", "!", "！", "，", ",", ";", "；", "了", "\u{FE0E}", "\u{FE0F}"]
    var word = ""
    for scalar in WrittenNumber.plain(text.lowercased())
    where !scalar.properties.isWhitespace && !marks.contains(scalar) {
      word.unicodeScalars.append(scalar)
    }
    var openings = ["会", "将", "应该", "应", "要", "it", "e", "loss", "error", "goes", "损失", "误差", "它"][...]
    while true {
      if let found = Self.words.first(where: { $0.1.contains(word) }) {
        self = found.0
        return
      }
      guard let opening = openings.first(where: { word.hasPrefix($0) && word.count > $0.count }) else { return nil }
      word.removeFirst(opening.count)
      openings.removeAll { $0 == opening }
    }
  }

  init(_ value: Double) { self = value > 0 ? .rises : value < 0 ? .falls : .stays }
}

/// Questions that are not answered by a value: which way, by which rule, along how many paths.
extension Checker {
  /// Judges "Raise w5 a little: does E rise or fall?".
  package func check(directionOf quantity: Quantity, answer: Direction) -> Verdict {
    let right = Direction(pass.value(of: quantity))
    let subject = knowledge.subject(quantity)
    let name = subject.text(quantity)
    if answer == right {
      let sign = right == .rises ? "> 0" : right == .falls ? "< 0" : "= 0"
      return Verdict(.right, feedback: Words(en: "\(name) \(sign) here.", zh: "这里 \(name) \(sign)。"))
    }
    let isBias = quantity.gradientParameter.map { $0 >= network.architecture.weightCount } ?? false
    let mistake: Mistake? = answer == .stays ? (isBias ? .biasZero : nil) : right == .stays ? nil : .signFlip
    guard let mistake, case .derivative(of: .loss, by: _) = quantity else {
      return Verdict(.unknown, feedback: right == .stays ? Self.staysHere : Self.movesHere)
    }
    let focus = isBias && answer == .stays ? subject.parameterFocus : subject.outputFocus(0..<network.targets.count)
    let question = mistake.id == Mistake.signFlip.id ? subject.risingOutput(at: focus, pass) : nil
    return Verdict(
      .mistake, mistakes: [mistake.id], feedback: question ?? mistake.question(subject, focus), focus: focus)
  }

  private static let staysHere = Words(
    en: "Go along the path to E: is one of its slopes 0 here?", zh: "沿路径走到 E：有没有哪个斜率在这里是 0？")

  private static let movesHere = Words(
    en: "For E to stay, one slope of the path would have to be 0. Is one?", zh: "要 E 不变，路径上得有一个斜率是 0。这里有吗？")

  /// Judges "Which rule?"; the rule of the whole is right as well as the one that a teacher would name.
  package func check(ruleOf factor: Quantity, answer: Rule) -> Verdict {
    let trace = Trace(network, goals: [])
    let subject = knowledge.subject(factor)
    let name = subject.text(factor)
    let isChain =
      if case .derivative(of: .loss, by: _) = factor {
        factor.upstreamNeuron.map { !network.architecture.isOutput($0) } ?? true
      } else { false }
    let rules = isChain ? [.chain] : trace.derivation(of: factor).map { [$0.principalRule, $0.rule] } ?? []
    if rules.contains(answer) {
      return Verdict(.right, feedback: Words("\(answer.formula)"))
    }
    guard case .derivative(let dependent, let variable) = factor, !rules.isEmpty else {
      return Verdict(.unknown, feedback: Words(en: "Nothing is differentiated here.", zh: "这一步没有求导。"))
    }
    let (above, below) = (subject.text(dependent), subject.text(variable))
    return Verdict(
      .unknown,
      feedback: Words(
        en: "\(name): how does \(above) depend on \(below)? Write it out.", zh: "\(name)：\(above) 怎样依赖 \(below)？把它写出来。")
    )
  }

  /// Judges "How many paths lead from b1 to E?".
  package func check(pathCountOf variable: Quantity, answer: Int) -> Verdict {
    let subject = knowledge.subject(.gradient(variable))
    let right = subject.pathCount
    let name = subject.text(variable)
    if Double(answer) == right {
      let count = DecimalText.shortest(right)
      return Verdict(
        .right,
        feedback: right == 1
          ? Words(en: "One path: its factors are multiplied.", zh: "一条路径：各因子相乘。")
          : Words(en: "\(count) paths: their products are added.", zh: "\(count) 条路径：各自的乘积相加。"))
    }
    let isFewer = Double(answer) < right
    let mistake: Mistake
    switch variable {
    case .parameter(let parameter) where subject.neurons(fedBy: parameter).count > 1 && isFewer: mistake = .biasOnePath
    case _ where isFewer && answer > 0: mistake = .oneOutput
    case .parameter(let parameter) where parameter < network.architecture.weightCount && answer > 1:
      mistake = .phantomPath
    default:
      return Verdict(
        .unknown, feedback: Words(en: "Follow every edge from \(name) to E.", zh: "从 \(name) 出发，沿每条边走到 E。"))
    }
    let focus = subject.parameterFocus
    return Verdict(.mistake, mistakes: [mistake.id], feedback: mistake.question(subject, focus), focus: focus)
  }
}

extension Subject {
  /// The paths from what the loss is derived by to the loss; infinite beyond what a number holds.
  var pathCount: Double {
    guard case .derivative(_, let variable) = quantity else { return 0 }
    let (first, own): (Int, Int) =
      switch variable {
      case .parameter(let parameter): (firstLayer, neurons(fedBy: parameter).count)
      case .input: (0, architecture.blocks.first?.neuronCount ?? 0)
      default: (firstLayer, 1)
      }
    return architecture.blocks.dropFirst(first + 1).reduce(Double(own)) { $0 * Double($1.neuronCount) }
  }
}
