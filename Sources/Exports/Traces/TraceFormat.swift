package import Diagnostics
import Expressions
package import Traces

/// The formats of a printed derivation, by their names on the command line.
package enum TraceFormat: String, CaseIterable, Sendable {
  case text, json, markdown, latex, html

  /// The whole file; `style` is for plain text, and JSON knows no language.
  package func text(of trace: Trace, language: Language, style: TextStyle = .unicode) -> String {
    switch self {
    case .text: TraceText.text(trace, language: language, style: style)
    case .json: TraceJSON.text(trace)
    case .markdown: TraceMarkdown.text(trace, language: language)
    case .latex: TraceLaTeX.text(trace, language: language)
    case .html: TraceHTML.text(trace, language: language)
    }
  }
}
