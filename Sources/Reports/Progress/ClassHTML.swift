package import Diagnostics
import Exports
import Progress
import Screen
import Skills

/// A class at a glance as a page of its own: it asks for nothing from elsewhere, and prints.
package struct ClassHTML {
  private let report: ClassReport
  private let language: Language
  /// Names steps and quantities.
  private let look: Look

  package init(_ report: ClassReport, language: Language) {
    (self.report, self.language) = (report, language)
    look = Look(language: language)
  }

  package var text: String {
    let overview = report.overview
    let title = Words(en: "A class at a glance", zh: "全班概览")[language]
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"\(language == .en ? "en" : "zh-Hans")\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "<title>\(title)</title>",
      "<style>\n\(HTMLStyle.sheet)\n\(Self.style)\n</style>", "</head>", "<body>", "<main>", "<h1>\(title)</h1>",
      "<p class=\"note\">\(say(ClassWords.count(overview.memberCount, overview.answerCount)))</p>",
    ]
    lines += map + help
    if let lesson = report.lesson { lines += section(lesson) }
    lines += mistakes
    if report.lesson == nil { lines += steps }
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private func say(_ words: Words) -> String { MarkupText.html(words[language]) }

  private func raw(_ text: String) -> String { MarkupText.html(SafeText(text).text) }

  private func named(_ mistake: MistakeID, _ count: Int) -> String { "\(say(report.name(of: mistake))) ×\(count)" }

  // MARK: Help

  private var help: [String] {
    let rows = report.map.rows.filter(\.needsHelp)
    var lines = ["<h2>\(say(Words(en: "Who needs help, and with what", zh: "谁需要帮助，在哪方面")))</h2>"]
    if rows.isEmpty { return lines + ["<p>\(say(ClassWords.noHelp))</p>"] }
    lines.append("<dl>")
    for row in rows {
      var parts = row.mistakes.map { named($0.id, $0.count) }
      if !row.weak.isEmpty { parts.append(say(ClassWords.weak(row.weak))) }
      lines.append("<div><dt>\(raw(row.name))</dt><dd>\(parts.joined(separator: "<br>"))</dd></div>")
    }
    return lines + ["</dl>"]
  }

  // MARK: Students and skills

  private var map: [String] {
    let map = report.map
    guard !map.skills.isEmpty else { return [] }
    let (cell, side, top) = (22, 200, 26)
    let (width, height) = (side + map.skills.count * cell + 4, top + map.rows.count * cell + 4)
    let title = Words(en: "Students and skills", zh: "学生与技能")
    var lines = [
      "<h2>\(say(title))</h2>", "<figure class=\"map\" tabindex=\"0\">",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
        + "style=\"width:\(width)px\" aria-label=\"\(say(title))\">",
    ]
    for (index, skill) in map.skills.enumerated() {
      lines.append(
        "<text x=\"\(side + index * cell + cell / 2)\" y=\"\(top - 9)\">\(index + 1)<title>\(say(skill.name))</title></text>"
      )
    }
    for (row, student) in map.rows.enumerated() {
      let y = top + row * cell
      lines.append("<text class=\"who\" x=\"\(side - 8)\" y=\"\(y + 15)\">\(raw(Self.shortened(student.name)))</text>")
      for (index, level) in student.levels.enumerated() {
        let x = side + index * cell
        let about = "\(raw(student.name)) · \(say(map.skills[index].name)): \(say(ClassWords.name(level)))"
        lines.append(
          "<g class=\"\(Self.style(level))\"><title>\(about)</title><rect x=\"\(x + 1)\" y=\"\(y + 1)\" width=\"\(cell - 2)\" "
            + "height=\"\(cell - 2)\" rx=\"3\"/><text x=\"\(x + cell / 2)\" y=\"\(y + 15)\">\(Self.sign(level))</text></g>"
        )
      }
    }
    lines += ["</svg>"]
    let legend = ClassMap.Level.allCases.reversed().map { "\(Self.sign($0)) \(say(ClassWords.name($0)))" }
    lines.append("<figcaption>\(legend.joined(separator: " &nbsp; "))</figcaption></figure>")
    lines.append("<ol class=\"skills\">\(map.skills.map { "<li>\(say($0.name))</li>" }.joined())</ol>")
    return lines
  }

  private static func shortened(_ name: String) -> String { name.count > 26 ? name.prefix(25) + "…" : name }

  private static func style(_ level: ClassMap.Level) -> String {
    switch level {
    case .none: "none"
    case .weak: "weak"
    case .begun: "begun"
    case .mastered: "mastered"
    }
  }

  private static func sign(_ level: ClassMap.Level) -> String {
    switch level {
    case .none: "·"
    case .weak: "○"
    case .begun: "◐"
    case .mastered: "●"
    }
  }

  // MARK: Mistakes and questions

  private var mistakes: [String] {
    let overview = report.overview
    var lines = ["<h2>\(say(Words(en: "By mistake", zh: "按错误")))</h2>"]
    if overview.mistakes.isEmpty { return lines + ["<p>\(say(ClassWords.noMistake))</p>"] }
    lines.append("<dl>")
    for mistake in overview.mistakes {
      let share = Double(mistake.members) / Double(max(1, overview.memberCount))
      let question = MistakeWords.question(mistake.mistake, step: mistake.steps.first).map { "<br><i>\(say($0))</i>" }
      lines.append(
        "<div><dt>\(Self.bar(share))</dt><dd><b>\(say(report.name(of: mistake.mistake)))</b> "
          + "\(say(ClassWords.made(mistake, of: overview.memberCount)))\(question ?? "")</dd></div>")
    }
    return lines + ["</dl>"]
  }

  private var steps: [String] {
    guard !report.overview.steps.isEmpty else { return [] }
    var lines = ["<h2>\(say(Words(en: "By step, the hardest first", zh: "按步骤，最难的在前")))</h2>", "<dl>"]
    for step in report.overview.steps {
      let worst = step.mistake.map { "<br>" + named($0.mistake, $0.count) } ?? ""
      lines.append(
        "<div><dt>\(Self.bar(step.share))</dt><dd><b>\(raw(look.step(step.name)))</b> \(say(ClassWords.share(step)))"
          + "\(worst)</dd></div>")
    }
    return lines + ["</dl>"]
  }

  private func section(_ lesson: LessonQuestions) -> [String] {
    var lines = [
      "<h2>\(say(Words(en: "The questions of '\(lesson.title.en)'", zh: "《\(lesson.title.zh)》的题目")))</h2>", "<ol>",
    ]
    for question in lesson.questions {
      var parts = ["<b>\(say(question.prompt))</b>", say(ClassWords.result(question))]
      parts += question.mistakes.map { named($0.mistake, $0.count) }
      if let rest = ClassWords.rest(question) { parts.append(say(rest)) }
      lines.append("<li><p>\(parts.joined(separator: "<br>"))</p></li>")
    }
    return lines + ["</ol>"]
  }

  private static func bar(_ share: Double) -> String {
    let percent = Look.percent(share)
    return "<span class=\"bar\"><span style=\"width:\(percent)%\"></span></span> \(percent)%"
  }

  private static let style = """
    .map { overflow-x: auto; } .map svg { max-width: none; margin: 0; } .map figcaption { color: var(--soft); }
    .map .who { text-anchor: end; } .map g rect { fill: none; stroke: var(--line); }
    .map .weak rect { fill: #e8695a; } .map .begun rect { fill: #f0c860; } .map .mastered rect { fill: #58b27a; }
    .map .weak text, .map .begun text, .map .mastered text { fill: #000; } .map .none text { fill: var(--soft); }
    .skills { columns: 2; } .bar { display: inline-block; width: 4.5rem; height: .7rem; border: 1px solid var(--line); }
    .bar span { display: block; height: 100%; background: var(--link); }
    @media (max-width: 40rem) { .skills { columns: 1; } }
    @media print { rect, .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}
