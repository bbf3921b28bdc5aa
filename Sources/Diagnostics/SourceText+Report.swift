extension SourceText {
  /// Faults for people: place and message, the line, a caret under the fault, and what to do.
  ///
  /// ```
  /// net.json:3:14: error: 'w9' is not a quantity known here
  ///   "values": {"w9": 0.4}
  ///              ^~~~
  /// help: did you mean 'w6'?
  /// ```
  /// In the order given, each followed by a line feed. Without a name the place is `column 7` alone, in the words of
  /// the language. Nothing that a text holds can act on the terminal. Long lines are cut to `width` columns around the
  /// fault. Of many faults the first are shown, and how many more there are. Cost: linear in the text.
  package func report(
    _ diagnostics: [Diagnostic], language: Language, width: Int = 100, label: Words = Self.errorLabel
  ) -> String {
    let shown = diagnostics.prefix(Self.maxReported).map {
      report($0, language: language, width: max(20, width), label)
    }
    let left = diagnostics.count - shown.count
    guard left > 0 else { return shown.joined() }
    let place = name.map { Self.harmless($0) + ": " } ?? ""
    return shown.joined() + place
      + Words(en: "and \(left) more \(left == 1 ? "error" : "errors")", zh: "另有 \(left) 处错误")[language] + "\n"
  }

  /// What stands before the message, and before what to do.
  package static let errorLabel = Words(en: "error: ", zh: "错误：")
  package static let warningLabel = Words(en: "warning: ", zh: "警告：")
  package static let helpLabel = Words(en: "help: ", zh: "提示：")

  /// More faults than this help no one.
  package static let maxReported = 100

  private func report(_ diagnostic: Diagnostic, language: Language, width: Int, _ label: Words) -> String {
    let (line, column) = position(of: diagnostic.range.lowerBound)
    // Editors look for the place in the form of a compiler, whatever the language.
    let place =
      if let name { "\(Self.harmless(name)):\(line):\(column): " } else {
        Words(en: "column \(column): ", zh: "第 \(column) 列：")[language]
      }
    var report = place + label[language] + Self.harmless(diagnostic.message[language]) + "\n"
    // A file that could not be read has no line to show.
    if name == nil || !utf8.isEmpty { report += excerpt(diagnostic.range, line: line, width: width) }
    if let help = diagnostic.help {
      report += Self.helpLabel[language] + Self.harmless(help[language]) + "\n"
    }
    return report
  }

  /// The line with the fault, cut to size, and the carets under it.
  private func excerpt(_ range: Range<Int>, line: Int, width: Int) -> String {
    let whole = bytes(ofLine: line)
    let start = max(whole.lowerBound, min(range.lowerBound, whole.upperBound))
    let end = max(start, min(range.upperBound, whole.upperBound))
    // Four bytes are the most that a character of one column usually takes; a mountain of marks is cut as well.
    let reach = width * 4
    var before = shown(max(whole.lowerBound, start - reach)..<start)
    var marked = shown(start..<min(end, start + reach))
    var after = shown(end..<min(whole.upperBound, end + reach))

    // A third of the room for what is before the fault, the rest for the fault and what follows.
    let isCutBefore = before.count > width / 3 || start - reach > whole.lowerBound
    if DisplayWidth.of(before) > width / 3 { before = Self.suffix(of: before, columns: width / 3) }
    if isCutBefore && start - whole.lowerBound > before.utf8.count { before = "…" + before }
    let room = width - DisplayWidth.of(before)
    let isMarkCut = DisplayWidth.of(marked) > room
    if isMarkCut { marked = Self.prefix(of: marked, columns: room) }
    let left = room - DisplayWidth.of(marked)
    if isMarkCut {
      after = "…"
    } else if DisplayWidth.of(after) > left || end + reach < whole.upperBound {
      after = Self.prefix(of: after, columns: left) + "…"
    }
    let carets = "^" + String(repeating: "~", count: max(0, DisplayWidth.of(marked) - 1))
    let indent = String(repeating: " ", count: DisplayWidth.of(before))
    return "  \(before)\(marked)\(after)\n  \(indent)\(carets)\n"
  }

  private func shown(_ bytes: Range<Int>) -> String {
    Self.harmless(String(decoding: utf8[bytes], as: UTF8.self))
  }

  private static func prefix(of text: String, columns: Int) -> String {
    var used = 0
    return String(
      text.prefix {
        used += DisplayWidth.of($0); return used <= columns
      })
  }

  private static func suffix(of text: String, columns: Int) -> String {
    var used = 0
    return String(
      text.reversed().prefix {
        used += DisplayWidth.of($0); return used <= columns
      }.reversed())
  }

  /// Tabs become a space, control characters and invisible ones (bidirectional overrides, zero width) a `�`.
  ///
  /// No writing puts more than a few marks on a letter: those beyond `maxMarks` are dropped, which could fill the lines around.
  package static func harmless(_ text: String) -> String {
    var result = ""
    var marks = 0
    for scalar in text.unicodeScalars {
      // Fillers and joiners hide, though they are letters or marks by their category.
      if !scalar.isASCII, scalar.properties.isDefaultIgnorableCodePoint {
        if !scalar.properties.isVariationSelector { result.append("\u{FFFD}") }
        continue
      }
      switch scalar.properties.generalCategory {
      case .control where scalar == "\t": result.append(" ")
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
        result.append("\u{FFFD}")
      case .nonspacingMark, .enclosingMark, .spacingMark:
        marks += 1
        if marks <= maxMarks { result.unicodeScalars.append(scalar) }
        continue
      default: result.unicodeScalars.append(scalar)
      }
      marks = 0
    }
    return result
  }

  /// How many marks a character keeps.
  private static let maxMarks = 8
}
