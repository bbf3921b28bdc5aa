import Diagnostics
import Expressions
package import Lessons
package import Screen

/// What is wrong with a lesson, on a whole screen, while its author mends it.
package struct FaultsPage: Sendable {
  private let title: String
  /// For each fault: its place, and the lines behind it.
  private let faults: [(place: String, diagnostic: Diagnostic, source: SourceText)]
  private let look: Look
  /// Scrolled down by so many lines.
  private var scrolled = 0

  /// `title` is the file's name.
  package init(_ report: LintReport, title: String, _ look: Look) {
    self.title = title
    self.look = look
    faults = report.files.flatMap { file in
      file.diagnostics.map { diagnostic in
        let (line, column) = file.source.position(of: diagnostic.range.lowerBound)
        return ("\(line):\(column)", diagnostic, file.source)
      }
    }
  }

  // MARK: Moving

  /// Scrolls; false for a key that means nothing here.
  package mutating func scroll(_ key: Key, _ size: Size) -> Bool {
    let page = max(1, rows(size) - 1)
    let distance: Int
    switch key {
    case .down, .wheelDown, .character("j"): distance = 1
    case .up, .wheelUp, .character("k"): distance = -1
    case .pageDown, .character(" "): distance = page
    case .pageUp: distance = -page
    case .home, .character("g"): distance = -scrolled
    case .end, .character("G"): distance = .max / 2
    default: return false
    }
    scrolled = max(0, min(scrolled + distance, lines(size).count - rows(size)))
    return true
  }

  private func rows(_ size: Size) -> Int { max(0, size.rows - 4) }

  // MARK: Drawing

  /// The page at a size.
  package func render(_ size: Size) -> Grid {
    var grid = Grid(size)
    let bar = 0..<size.columns
    grid.fill(" ", columns: bar, rows: 0..<min(1, size.rows), Style(.bar))
    let dot = look.sign(.dot)
    let count = Words(en: faults.count == 1 ? "1 fault" : "\(faults.count) faults", zh: "\(faults.count) 处错误")
    grid.write(" bptutor\(dot)\(title)\(dot)\(look[count])", at: 0, 0, Style(.bar, bold: true), width: size.columns)
    let lines = lines(size)
    let first = max(0, min(scrolled, lines.count - rows(size)))
    for (number, line) in lines.dropFirst(first).prefix(rows(size)).enumerated() {
      for part in line {
        grid.write(part.text, at: part.column, 2 + number, part.style, width: size.columns - part.column)
      }
    }
    guard size.rows > 2 else { return grid }
    let bottom = size.rows - 1
    grid.fill(" ", columns: bar, rows: bottom..<size.rows, Style(.bar))
    let rest = lines.count - first - rows(size)
    let more =
      rest > 0
      ? Words(en: "\(rest) more lines below   ", zh: "下面还有 \(rest) 行   ") : Words("")
    let help = Words(
      en: "correct it and save: the lesson comes back   ↑ ↓ scroll   q quit", zh: "改好并保存，课程就会回来   ↑ ↓ 滚动   q 退出")
    grid.write(look[more] + look[help], at: 1, bottom, Style(.bar), width: size.columns - 2)
    return grid
  }

  private typealias Part = (text: String, column: Int, style: Style)

  /// The place in front, then the sentence, the line with its caret, and what to do.
  private func lines(_ size: Size) -> [[Part]] {
    let indent = 2 + (faults.map(\.place.count).max() ?? 0) + 2
    let width = max(20, size.columns - indent - 1)
    var lines: [[Part]] = []
    for fault in faults {
      if !lines.isEmpty { lines.append([]) }
      let sentence = TextFlow.lines(
        of: look.prose(SourceText.harmless(fault.diagnostic.message[look.language])), columns: width)
      for (number, line) in sentence.enumerated() {
        let place: [Part] = number == 0 ? [(fault.place, 2, Style(.heading, bold: true))] : []
        lines.append(place + [(line, indent, Style(.bad, bold: true))])
      }
      // The place and the sentence are reported above.
      let report = fault.source.report([fault.diagnostic], language: look.language, width: width - 2)
      let excerpt = report.split(separator: "\n").dropFirst().map(String.init)
      for (number, line) in excerpt.enumerated() where line.hasPrefix("  ") {
        lines.append([(line, indent, Style(number == 1 ? .bad : .plain))])
      }
      guard let help = fault.diagnostic.help else { continue }
      let label = Words(en: "help: ", zh: "提示：")[look.language]
      for line in TextFlow.lines(of: look.prose(label + SourceText.harmless(help[look.language])), columns: width) {
        lines.append([(line, indent, Style(.faint))])
      }
    }
    return lines
  }
}
