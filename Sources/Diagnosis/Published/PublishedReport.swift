package import Diagnostics
import Skills

/// The table of published examples: what each prints, and how much of it the engine finds.
package struct PublishedReport: Sendable {
  private let rows: [(example: PublishedExample, agreements: [Agreement])]

  package init(_ examples: [PublishedExample] = PublishedExample.all) {
    rows = examples.map { example in
      (example, example.printed.map { Agreement($0, on: example.network) })
    }
  }

  /// Figures that differ though they are known to be right, or that come from another mistake than the known one.
  package var surprises: [String] {
    rows.flatMap { example, agreements in
      zip(example.printed, agreements).compactMap { figure, agreement in
        let isKnown =
          switch agreement {
          case .whole, .butForTheLastDigit: figure.mistake == nil
          // How many digits were kept where, only the author knows: not every rounding can be found again.
          case .other(let mistakes):
            figure.mistake.map { mistakes == [$0] || mistakes.isEmpty && $0 == "early-rounding" } ?? false
          case .unreadable: false
          }
        return isKnown ? nil : "\(example.source.en): \(figure.name) \(figure.text): \(agreement)"
      }
    }
  }

  /// A table in Markdown, which reads as well without being set.
  package func markdown(_ language: Language) -> String {
    let heading = Words(
      en: "| source | what differs there | printed | agree | but for the last digit | misprints |",
      zh: "| 出处 | 与本程序不同之处 | 印出的数 | 相符 | 末位差一 | 印错 |")
    var lines = [heading[language], "|---|---|---|---|---|---|"]
    for (example, agreements) in rows {
      let wrong = zip(example.printed, agreements).filter { pair in
        switch pair.1 {
        case .whole, .butForTheLastDigit: false
        case .other, .unreadable: true
        }
      }
      let cells = [
        example.source[language], example.differs[language], "\(agreements.count)",
        "\(agreements.count { $0 == .whole })", "\(agreements.count { $0 == .butForTheLastDigit })",
        Self.misprints(wrong.map(\.0), language),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The misprinted figures, those of one mistake together.
  private static func misprints(_ figures: [PublishedExample.Figure], _ language: Language) -> String {
    guard !figures.isEmpty else { return Words(en: "none", zh: "无")[language] }
    var mistakes: [MistakeID] = []
    for mistake in figures.map({ $0.mistake ?? "?" }) where !mistakes.contains(mistake) { mistakes.append(mistake) }
    let comma = Words(en: ", ", zh: "、")[language]
    let groups = mistakes.map { mistake in
      let names = figures.filter { ($0.mistake ?? "?") == mistake }.map { "\($0.name) = \($0.text)" }
      return names.joined(separator: comma) + " (`\(mistake)`)"
    }
    return groups.joined(separator: Words(en: "; ", zh: "；")[language])
  }
}
