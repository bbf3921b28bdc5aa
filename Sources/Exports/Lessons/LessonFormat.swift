import Diagnostics

/// The forms in which a lesson leaves the terminal; a new one is a case and its writer.
package enum LessonFormat: String, CaseIterable, Sendable {
  case html
  case latex
  case markdown
  case slides

  /// The whole lesson; with its answers, or with room to write them.
  ///
  /// Cost: that of the answers, and linear in the text.
  package func text(of document: LessonDocument) -> String {
    switch self {
    case .html: LessonHTML(document, isSlides: false).text
    case .latex: LessonLaTeX(document).text
    case .markdown: LessonMarkdown(document).text
    case .slides: LessonHTML(document, isSlides: true).text
    }
  }
}

extension LessonDocument {
  /// The presenter's notes by screen, apart from what learners get; Markdown.
  package var notes: String {
    var lines = ["# " + MarkupText.markdown(title)]
    for section in sections where !section.notes.isEmpty {
      lines += ["", "## " + LessonWords.screen(section.number)[language], ""]
      lines.append(section.notes.map(MarkupText.markdown).joined(separator: "\n\n"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
