package import Diagnostics
package import Formats

/// Everything that is wrong in a set of files, for people and for editors.
package struct LintReport: Sendable {
  /// A file with its faults.
  package struct File: Sendable {
    package let source: SourceText
    /// In the order of the text.
    package let diagnostics: [Diagnostic]
    /// What is no fault, but may look otherwise elsewhere.
    var warnings: [Diagnostic] { DisputedWidth.warnings(in: source) }

    init(source: SourceText, diagnostics: [Diagnostic]) {
      self.source = source
      self.diagnostics = diagnostics.sorted {
        ($0.range.lowerBound, $0.range.upperBound, $0.id) < ($1.range.lowerBound, $1.range.upperBound, $1.id)
      }
    }
  }

  package let files: [File]

  /// Of nothing, so without faults.
  package static let empty = LintReport(files: [])

  /// The same for the files of one lesson, in all its languages: `01-forward-pass`.
  package func only(stem: String) -> LintReport {
    LintReport(files: files.filter { Lesson.FileName($0.source.name ?? "")?.stem == stem })
  }

  /// The stems of the files with faults.
  package var faultyStems: Set<String> {
    Set(files.filter { !$0.diagnostics.isEmpty }.compactMap { Lesson.FileName($0.source.name ?? "")?.stem })
  }

  package var isClean: Bool { files.allSatisfy(\.diagnostics.isEmpty) }
  package var count: Int { files.reduce(0) { $0 + $1.diagnostics.count } }

  /// `file:line:column: error: …`, the line and a caret for each fault; empty without any.
  package func text(language: Language, width: Int = 100) -> String {
    files.map { $0.source.report($0.diagnostics, language: language, width: width) }.joined()
  }

  /// `file:line:column: warning: …`; empty without any.
  package func warnings(language: Language, width: Int = 100) -> String {
    files.map {
      $0.source.report($0.warnings, language: language, width: width, label: SourceText.warningLabel)
    }.joined()
  }

  /// The faults, then the warnings, as one array; lines and columns count from 1, columns in characters.
  package var json: JSONText {
    .array(
      files.flatMap { file in
        file.diagnostics.map { Self.json($0, "error", in: file.source) }
          + file.warnings.map { Self.json($0, "warning", in: file.source) }
      })
  }

  private static func json(_ diagnostic: Diagnostic, _ severity: String, in source: SourceText) -> JSONText {
    let start = source.position(of: diagnostic.range.lowerBound)
    let end = source.position(of: diagnostic.range.upperBound)
    return .object([
      ("file", .string(source.name ?? "")), ("line", .number(Double(start.line))),
      ("column", .number(Double(start.column))), ("endLine", .number(Double(end.line))),
      ("endColumn", .number(Double(end.column))), ("severity", .string(severity)), ("id", .string(diagnostic.id)),
      ("message", json(diagnostic.message)), ("help", diagnostic.help.map(json) ?? .null),
    ])
  }

  private static func json(_ words: Words) -> JSONText {
    .object(Language.allCases.map { ($0.rawValue, .string(words[$0])) })
  }
}
