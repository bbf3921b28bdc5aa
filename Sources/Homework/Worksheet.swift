package import Diagnostics
import Exports
import Expressions
import Lessons
import Networks

/// Sheets for a class, one for each student, without answers.
package struct Worksheet {
  let key: AnswerKey
  let language: Language

  /// `language` is for students whose own is not known.
  package init(_ key: AnswerKey, language: Language) {
    (self.key, self.language) = (key, language)
  }

  /// Paper, or a platform's question bank.
  package enum Format: String, CaseIterable, Sendable {
    case html
    case latex
    case markdown
    case moodle
    case gift
    case qti
  }

  /// All sheets in one file.
  ///
  /// Cost: of question banks the catalogue for each number that is asked.
  package func text(_ format: Format) -> String {
    switch format {
    case .html: html
    case .latex: latex
    case .markdown: markdown
    case .moodle: MoodleXML(key, language).text
    case .gift: GIFT(key, language).text
    case .qti: QTI(key, language).text
    }
  }

  func language(of sheet: AnswerKey.Sheet) -> Language { sheet.student.language ?? language }

  static func points(_ exercise: ExerciseList.Exercise) -> Words {
    let number = DecimalText.significant(exercise.points, digits: 4)
    return Words(en: number == "1" ? "1 point" : "\(number) points", zh: "\(number) 分")
  }

  /// What is given, by name: inputs, parameters, targets, the learning rate.
  static func given(_ network: Network) -> [(name: Expression, value: Double)] {
    let architecture = network.architecture
    return (network.givenQuantities + [.learningRate]).compactMap { quantity in
      network[given: quantity].map { (architecture.expression(of: quantity), $0) }
    }
  }

  static func functions(_ architecture: Architecture) -> Words {
    let layers = architecture.layers.map { layer in
      "\(layer.neurons.prefix(8).joined(separator: ", ")): \(layer.activation.name)"
    }.joined(separator: "; ")
    return Words(
      en: "\(layers). Loss: \(architecture.loss.words.en).", zh: "\(layers)。损失函数：\(architecture.loss.words.zh)。")
  }

  /// Options as they are on the screen, a) and on, so that an answer can name its letter.
  static func lettered(_ options: [String]) -> [String] {
    zip("abcdefghijklmnopqrstuvwxyz", options).map { "\($0)) \($1)" } + options.dropFirst(26)
  }

  /// Lines to write on.
  static func room(_ exercise: ExerciseList.Exercise) -> Int {
    switch exercise.kind {
    case .derivation: 14
    case .formula: 3
    case .number: 4
    case .sign, .chain, .bug: 1
    case .faded(_, let blank): 2 * blank.count
    case .choice, .conditional, .planted: 0
    }
  }

  static let nameLabel = Words(en: "Name", zh: "姓名")
  static let idLabel = Words(en: "Id", zh: "学号")
  static let givenLabel = Words(en: "Given", zh: "已知")
}

// MARK: HTML

extension Worksheet {
  private var html: String {
    let title = MarkupText.html(key.title)
    var lines = [
      "<!DOCTYPE html>", "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"\(language == .en ? "en" : "zh-Hans")\">",
      "<head>", "<meta charset=\"utf-8\"/>",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>", "<title>\(title)</title>",
      "<style>\n\(Self.style)\n</style>", "</head>", "<body>", "<main>",
    ]
    for sheet in key.sheets { lines += html(sheet) }
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private func html(_ sheet: AnswerKey.Sheet) -> [String] {
    let language = language(of: sheet)
    let architecture = sheet.network.architecture
    var lines = [
      "<article lang=\"\(language == .en ? "en" : "zh-Hans")\">", "<header>", "<h1>\(MarkupText.html(key.title))</h1>",
      "<p>\(Self.nameLabel[language]): <b>\(MarkupText.html(sheet.student.name))</b> · \(Self.idLabel[language]): "
        + "<b>\(MarkupText.html(sheet.student.id))</b></p>", "</header>",
    ]
    if let picture = SheetPicture(architecture) { lines.append("<figure>\(picture.svg(language))</figure>") }
    lines.append("<p>\(MarkupText.html(Self.functions(architecture)[language]))</p>")
    let values = Self.given(sheet.network).map { given in
      "<span class=\"given\">\(Self.math(given.name)) = \(Self.signed(given.value))</span>"
    }
    lines.append("<p><b>\(Self.givenLabel[language])</b> \(values.joined(separator: " "))</p>")
    lines.append("<ol>")
    for exercise in sheet.exercises {
      let words = exercise.words(architecture) { Self.math($0) }
      let text =
        exercise.prompt == nil && exercise.kind.hasOwnWords ? words[language] : MarkupText.html(words[language])
      lines.append("<li><p>\(text) <i>(\(Self.points(exercise)[language]))</i></p>")
      lines += Self.html(ExerciseMaterial(exercise.kind, sheet.network)) { Self.math($0) }
      let room = Self.room(exercise)
      if room > 0 { lines.append("<div class=\"room\" style=\"height:\(room * 9)mm\"></div>") }
      lines.append("</li>")
    }
    return lines + ["</ol>", "</article>"]
  }

  private static func math(_ expression: Expression) -> String { expression.mathML() }

  /// With a minus sign as wide as a plus.
  private static func signed(_ value: Double) -> String {
    DecimalText.significant(value).replacing("-", with: "−")
  }

  /// What is below a question, with its formulas as `render` writes them.
  static func html(_ material: ExerciseMaterial, render: (Expression) -> String) -> [String] {
    let (label, rows) = material.rows(escape: MarkupText.html, render: render)
    if rows.isEmpty { return [] }
    switch label {
    case .box: return ["<ul class=\"choice\">\(rows.map { "<li>\($0)</li>" }.joined())</ul>"]
    case .plain: return rows.map { "<p class=\"material\" tabindex=\"0\">\($0)</p>" }
    case .cells:
      let cells = rows.map { "<span style=\"white-space:nowrap\">\($0)</span>" }
      return ["<p class=\"material\" tabindex=\"0\">\(cells.joined(separator: " &#160; "))</p>"]
    }
  }

  private static let style = """
    body { font: 12pt/1.45 Georgia, "Noto Serif CJK SC", serif; margin: 0; color: #000; background: #fff; }
    article { max-width: 46rem; margin: 0 auto; padding: 1.5rem; break-after: page; }
    article:last-child { break-after: auto; }
    h1 { font-size: 1.5rem; margin: 0; } header { border-bottom: 2px solid #000; margin-bottom: 1rem; }
    .given { display: inline-block; margin-right: 1rem; white-space: nowrap; }
    ol > li { margin: 1rem 0; break-inside: avoid; } math { math-style: normal; } .choice { list-style: "\\2610\\00a0\\00a0"; }
    .material { margin: .4rem 0 .4rem 1.5rem; overflow-x: auto; line-height: 2; }
    .room { border: 1px dotted #999; box-sizing: border-box; }
    svg { display: block; width: 100%; height: auto; margin: 0 auto; }
    svg line { stroke: #777; } svg circle { fill: #fff; stroke: #000; stroke-width: 1.5; }
    svg text { text-anchor: middle; font: 15px sans-serif; } svg .edge { stroke: #fff; stroke-width: 4px; paint-order: stroke; }
    @media (max-width: 40rem) { article { padding: .75rem; } }
    @media print { article { max-width: none; padding: 0; } .room { border-color: #bbb; } .material { overflow: visible; } }
    """
}

// MARK: LaTeX and Markdown

extension Worksheet {
  private var latex: String {
    let isChinese =
      key.sheets.contains { language(of: $0) == .zh } || !key.title.allSatisfy(\.isASCII)
      || key.sheets.contains { !$0.student.name.allSatisfy(\.isASCII) }
    var lines = [
      isChinese
        ? "\\documentclass[UTF8,11pt,a4paper,scheme=plain]{ctexart}"
        : "\\documentclass[11pt,a4paper]{article}\n\\usepackage[T1]{fontenc}",
      "\\usepackage{amsmath,amssymb,tikz}", "\\usepackage[margin=20mm]{geometry}", "\\setlength{\\parindent}{0pt}",
      "\\pagestyle{empty}", "\\begin{document}",
    ]
    for (index, sheet) in key.sheets.enumerated() {
      if index > 0 { lines.append("\\newpage") }
      lines += latex(sheet)
    }
    return (lines + ["\\end{document}"]).joined(separator: "\n") + "\n"
  }

  private func latex(_ sheet: AnswerKey.Sheet) -> [String] {
    let language = language(of: sheet)
    let architecture = sheet.network.architecture
    var lines = [
      "{\\Large\\bfseries \(MarkupText.latex(key.title))}\\par\\smallskip",
      "\(Self.nameLabel[language]): \\textbf{\(MarkupText.latex(sheet.student.name))}\\quad \(Self.idLabel[language]): "
        + "\\textbf{\(MarkupText.latex(sheet.student.id))}\\par\\hrule\\medskip",
    ]
    if let picture = SheetPicture(architecture) { lines.append("\\begin{center}\n\(picture.tikz)\n\\end{center}") }
    lines.append(MarkupText.latex(Self.functions(architecture)[language]) + "\\par\\smallskip")
    let values = Self.given(sheet.network).map { "$\($0.name.latex()) = \(DecimalText.significant($0.value))$" }
    lines.append("\\textbf{\(Self.givenLabel[language])} " + values.joined(separator: "\\quad "))
    lines.append("\\begin{enumerate}")
    for exercise in sheet.exercises {
      let words = exercise.words(architecture) { "$\($0.latex())$" }
      let isOurs = exercise.prompt == nil && exercise.kind.hasOwnWords
      let text = isOurs ? words[language] : MarkupText.latex(words[language])
      lines.append("\\item \(text) \\emph{(\(Self.points(exercise)[language]))}")
      let (label, rows) = ExerciseMaterial(exercise.kind, sheet.network).rows(
        escape: { MarkupText.latex($0).replacing("·", with: "$\\cdot$") }, render: { "$\($0.latex())$" })
      if !rows.isEmpty {
        lines.append("\\begin{itemize}")
        switch label {
        case .box: lines += rows.map { "\\item[$\\square$] \($0)" }
        case .plain: lines += rows.map { "\\item[] \($0)" }
        case .cells:
          let cells = rows.map { "\\mbox{\($0)}" }.joined(separator: "\\quad ")
          lines.append("\\item[] {\\raggedright \(cells)\\par}")
        }
        lines.append("\\end{itemize}")
      }
      let room = Self.room(exercise)
      if room > 0 { lines.append("\\vspace{\(room * 9)mm}") }
    }
    return lines + ["\\end{enumerate}"]
  }

  private var markdown: String {
    key.sheets.map(markdown).joined(separator: "\n---\n\n")
  }

  private func markdown(_ sheet: AnswerKey.Sheet) -> String {
    let language = language(of: sheet)
    let architecture = sheet.network.architecture
    let values = Self.given(sheet.network).map { "\($0.name.text(.unicode)) = \(DecimalText.significant($0.value))" }
    var lines = [
      "# \(MarkupText.markdown(key.title))", "",
      "\(Self.nameLabel[language]): **\(MarkupText.markdown(sheet.student.name))** · \(Self.idLabel[language]): "
        + "**\(MarkupText.markdown(sheet.student.id))**", "",
      MarkupText.markdown(Self.functions(architecture)[language]), "",
      "**\(Self.givenLabel[language])** " + MarkupText.markdown(values.joined(separator: ", ")), "",
    ]
    for (index, exercise) in sheet.exercises.enumerated() {
      let words = exercise.words(architecture) { $0.text(.unicode) }
      lines.append("\(index + 1). \(MarkupText.markdown(words[language])) (\(Self.points(exercise)[language]))")
      let (label, rows) = ExerciseMaterial(exercise.kind, sheet.network).rows(
        escape: MarkupText.markdown, render: { MarkupText.markdown($0.text(.unicode)) })
      switch label {
      case .box: lines += rows.map { "   - [ ] \($0)" }
      case .plain: lines += rows.map { "   - \($0)" }
      case .cells: lines.append("   - " + rows.joined(separator: ", "))
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
