import Diagnostics
import Expressions
import Networks

extension Lesson {
  /// What each screen says to a learner, part by part: paragraphs, headings, what is derived, questions with what is to
  /// choose from, goals.
  var searchTexts: [[SearchText]] {
    screens.map { screen in
      screen.flatMap { element in parts(of: element.content).map(SearchText.init).filter { !$0.isEmpty } }
    }
  }

  private func parts(of content: Content) -> [String] {
    switch content {
    case .prose(let block): return block.texts
    case .pause, .note, .light: return []
    case .plot(let plot): return Language.allCases.map { plot.title(network.architecture)[$0] }
    case .show(let show): return [network.architecture.expression(of: show.step).text(.unicode)]
    case .ask(let ask):
      switch ask.kind {
      case .choice(let options), .poll(let options): return [ask.prompt] + options.map(\.text)
      case .bug(let derivation): return [ask.prompt] + derivation.reasons.map(\.text)
      case .number, .expression, .sign, .chain, .faded, .text: return [ask.prompt]
      }
    case .attempt(let attempt): return [attempt.prompt, attempt.goal.words[language]].compactMap { $0 }
    }
  }
}

extension Prose.Block {
  /// The words of each paragraph in it.
  fileprivate var texts: [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines.map(\.plain).joined()]
    case .list(let items, _): items.flatMap { $0.flatMap(\.texts) }
    case .quote(let blocks), .admonition(_, let blocks): blocks.flatMap(\.texts)
    case .code(let text): [text]
    case .math(let formula, _): [formula.line]
    case .table(let heading, let rows):
      ([heading] + rows).map { $0.map { $0.map(\.plain).joined() }.joined(separator: " ") }
    case .rule: []
    }
  }
}
