import Diagnosis
package import Diagnostics
import Expressions

import Networks
import Skills

/// What is said about a program.
package struct ExaminationReport {
  let examination: Examination
  /// As it was started, for the head and to start it again.
  let command: String
  /// What reproduces one network: of a program with its own numbers nothing does.
  let again: (UInt64) -> [String]
  /// Runs that gave nothing to be judged, with what happened.
  let failures: [(seed: UInt64, words: Words)]
  let total: Int

  package init(
    _ examination: Examination, command: String, total: Int, failures: [(seed: UInt64, words: Words)],
    again: @escaping (UInt64) -> [String]
  ) {
    self.examination = examination
    self.command = command
    self.total = total
    self.failures = failures
    self.again = again
  }

  private static let maxRows = 40

  package var isRight: Bool { examination.isRight }

  /// For people.
  package func text(_ language: Language, _ style: TextStyle) -> String {
    var rows = [head(language)]
    for failure in failures.prefix(3) {
      rows.append(
        Words(en: "Seed \(failure.seed): \(failure.words.en)", zh: "种子 \(failure.seed)：\(failure.words.zh)")[language])
    }
    if failures.count > 3 {
      rows.append(
        Words(en: "… and \(failures.count - 3) more runs like these", zh: "……另有 \(failures.count - 3) 次运行")[language])
    }
    rows.append("")
    rows += verdict(language, style)
    rows += table(language, style)
    rows += notes.map { $0[language] }
    rows += gradientCheck(language, style)
    return rows.joined(separator: "\n") + "\n"
  }

  private func head(_ language: Language) -> String {
    let numbers = examination.runs.reduce(0) { $0 + $1.printed.values.count }
    let networks = examination.runs.count
    return Words(
      en: "\(command): \(numbers) numbers read of \(networks) of \(total) \(total == 1 ? "network" : "networks")",
      zh: "\(command)：\(total) 个网络中读到 \(networks) 个，共 \(numbers) 个数值")[language]
  }

  // MARK: The verdict

  private func verdict(_ language: Language, _ style: TextStyle) -> [String] {
    if examination.findings.isEmpty {
      return [
        Words(
          en: "Nothing was printed that could be read. Print lines such as: dE/dw5 = -0.0349",
          zh: "没有读到可用的输出。请输出这样的行：dE/dw5 = -0.0349")[language]
      ]
    }
    if examination.isRight {
      return [Words(en: "Right: every number agrees.", zh: "正确：所有数值都吻合。")[language], ""]
    }
    let stories = examination.stories
    var rows = stories.flatMap { tell($0, language, style) }
    let unexplained = examination.findings.filter { $0.state == .unexplained || $0.state == .notFinite }
    if let first = unexplained.first {
      let names = unexplained.prefix(6).map { name($0.quantity, style) }.joined(separator: ", ")
      rows.append(
        Words(
          en: "No known mistake explains \(names). Look at \(name(first.quantity, style)) first.",
          zh: "已知的错误都无法解释 \(names)。请先看 \(name(first.quantity, style))。")[language])
      if stories.isEmpty { rows += byHand(first, language, style) }
      rows.append("")
    }
    return rows
  }

  private func tell(_ story: Examination.Story, _ language: Language, _ style: TextStyle) -> [String] {
    guard let first = story.findings.first, let run = examination.example(of: first) else { return [] }
    let network = examination.runs[run].network
    let count = story.findings.count
    let networks = Set(story.findings.flatMap(\.runs)).count
    let isCertain = networks >= Examination.enoughNetworks && story.alternatives.isEmpty
    let certainty =
      isCertain
      ? Words(en: ", for certain", zh: "（确定）")
      : Words(en: "", zh: "")
    let quantities = Words(en: count == 1 ? "1 quantity" : "\(count) quantities", zh: "\(count) 个量")
    var rows = [
      Words(
        en: "Not right: \(story.id)\(certainty.en). It explains every number of \(quantities.en) in \(networks) "
          + (networks == 1 ? "network." : "networks."),
        zh: "不对：\(story.id)\(certainty.zh)。它能解释 \(networks) 个网络中 \(quantities.zh)的全部数值。")[language]
    ]
    if !story.alternatives.isEmpty {
      let others = story.alternatives.prefix(5).joined(separator: ", ")
      rows.append(
        Words(
          en: "The same numbers come of \(others): print more quantities to tell them apart.",
          zh: "\(others) 也会得到同样的数值：多输出一些量才能区分。")[language])
    }
    if let focus = examination.focus(of: first, as: story) {
      for mistake in story.mistakes {
        rows.append("  " + Catalogue.question(mistake, first.quantity, network, focus)[language])
      }
    }
    rows += line(of: first, story, language, style)
    rows += byHand(first, language, style)
    return rows + [""]
  }

  /// The line of the derivation that was changed.
  private func line(
    of finding: Examination.Finding, _ story: Examination.Story, _ language: Language, _ style: TextStyle
  ) -> [String] {
    var rows = [
      Words(
        en: "  First to differ: \(name(finding.quantity, style)).", zh: "  最先不同的量：\(name(finding.quantity, style))。")[
          language]
    ]
    guard let comparison = examination.comparison(of: finding, as: story), let place = comparison.firstDifference,
      let run = examination.example(of: finding)
    else { return rows }
    let line = comparison.lines[place]
    let item = examination.runs[run].network.architecture.expression(of: line.item).text(style)
    if let right = line.right, let own = line.own {
      let label = Words(en: "  Its line: ", zh: "  对应的行：")[language]
      let yours = Words(en: "  Yours does: ", zh: "  程序实际算的：")[language]
      rows.append("\(label)\(item) = \(right.text(style))")
      rows.append("\(yours)\(item) = \(own.text(style))")
    }
    return rows
  }

  /// A network to reproduce it with, and what is to be typed.
  private func byHand(_ finding: Examination.Finding, _ language: Language, _ style: TextStyle) -> [String] {
    guard let place = examination.example(of: finding) else { return [] }
    let run = examination.runs[place]
    let network = run.network
    let given = (network.givenQuantities.prefix(24) + [.learningRate]).compactMap { quantity in
      network[given: quantity].map { "\(name(quantity, style)) = \(DecimalText.significant($0))" }
    }
    let right = DecimalText.significant(run.checker.pass.value(of: finding.quantity), digits: 8)
    let own = run.printed.values[finding.quantity].map { DecimalText.significant($0.value, digits: 8) } ?? "?"
    var rows = [Words(en: "  By hand, seed \(run.seed):", zh: "  手算，种子 \(run.seed)：")[language]]
    rows += TextFlow.lines(of: given.joined(separator: ", "), columns: 74).map { "    " + $0 }
    rows.append(
      Words(
        en: "    \(name(finding.quantity, style)) is \(right), yours is \(own)",
        zh: "    \(name(finding.quantity, style)) 应为 \(right)，程序给出 \(own)")[language])
    rows += again(run.seed).map { "    " + $0 }
    return rows
  }

  func name(_ quantity: Quantity, _ style: TextStyle) -> String {
    guard let run = examination.runs.first(where: { $0.network.architecture.has(quantity) }) else { return "?" }
    return run.network.architecture.expression(of: quantity).text(style)
  }

  // MARK: All quantities

  private func table(_ language: Language, _ style: TextStyle) -> [String] {
    let wrong = examination.findings.filter { $0.isWrong || $0.state == .otherSign }
    let rightCount = examination.findings.count - wrong.count
    var rows: [String] = []
    if !wrong.isEmpty {
      rows.append(Words(en: "What differs, in the order of a derivation:", zh: "不同的量（按推导顺序）：")[language])
      for finding in wrong.prefix(Self.maxRows) {
        let text = name(finding.quantity, style)
        let padding = String(repeating: " ", count: max(1, 16 - DisplayWidth.of(text)))
        rows.append("  \(text)\(padding)\(words(about: finding)[language])")
      }
      if wrong.count > Self.maxRows { rows.append("  …") }
    }
    if rightCount > 0, !wrong.isEmpty {
      rows.append(
        Words(
          en: rightCount == 1 ? "1 quantity is right." : "\(rightCount) quantities are right.",
          zh: "\(rightCount) 个量正确。")[
            language])
    }
    return rows.isEmpty ? [] : rows + [""]
  }

  private func words(about finding: Examination.Finding) -> Words {
    switch finding.state {
    case .right, .rightInSinglePrecision: return Words(en: "right", zh: "正确")
    case .follows: return Words(en: "follows from what is above", zh: "由上面的量推出")
    case .otherSign: return Words(en: "the other sign, a convention: no mistake", zh: "符号相反，属于约定不同，不算错")
    case .notFinite: return Words(en: "not finite", zh: "不是有限的数")
    case .unexplained: return Words(en: "no known mistake", zh: "不属于已知的错误")
    case .mistakes:
      let ids = finding.explanations.prefix(4).map(\.id).joined(separator: ", ")
      return Words(finding.explanations.count > 4 ? ids + ", …" : ids)
    }
  }

  /// What is about precision and printing, and no mistake.
  private var notes: [Words] {
    var notes: [Words] = []
    if examination.findings.contains(where: { $0.state == .rightInSinglePrecision }) {
      notes.append(
        Words(
          en: "Computed in single precision (float32): near enough, and no mistake.",
          zh: "用单精度（float32）计算：误差在允许范围内，不算错。"))
    }
    // The longest says how numbers are printed: a short one may be short by itself.
    let digits = examination.runs.flatMap { $0.printed.values.values.map(\.digits) }.max() ?? 17
    if (1..<6).contains(digits) {
      notes.append(
        Words(
          en:
            "The numbers are printed with \(digits) significant \(digits == 1 ? "digit" : "digits"): more show more.",
          zh: "数值只输出了 \(digits) 位有效数字：位数越多，判断越准。"))
    }
    let unknown = Set(examination.runs.flatMap(\.printed.unknown)).sorted()
    if !unknown.isEmpty {
      let names = unknown.prefix(6).map { SourceText.harmless($0) }.joined(separator: ", ")
      notes.append(
        Words(en: "Passed over, no quantity of the network: \(names)", zh: "跳过（不是网络的量）：\(names)"))
    }
    return notes
  }
}
