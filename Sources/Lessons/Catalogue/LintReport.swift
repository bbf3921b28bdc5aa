package import Diagnostics
package import Formats

/// Everything that is wrong in a set of files, for people and for editors.
package struct LintReport: Sendable {
  /// A file with its faults.
  package struct File: Sendable {
    package let source: SourceText
    /// In the order of the text.
    package let diagnostics: [Diagnostic]

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

  /// The faults as one array; lines and columns count from 1, columns in characters.
  package var json: JSONText {
    .array(
      files.flatMap { file in
        file.diagnostics.map { diagnostic in
          let start = file.source.position(of: diagnostic.range.lowerBound)
          let end = file.source.position(of: diagnostic.range.upperBound)
          return .object([
            ("file", .string(file.source.name ?? "")), ("line", .number(Double(start.line))),
            ("column", .number(Double(start.column))), ("endLine", .number(Double(end.line))),
            ("endColumn", .number(Double(end.column))), ("id", .string(diagnostic.id)),
            ("message", Self.json(diagnostic.message)), ("help", diagnostic.help.map(Self.json) ?? .null),
          ])
        }
      })
  }

  private static func json(_ words: Words) -> JSONText {
    .object(Language.allCases.map { ($0.rawValue, .string(words[$0])) })
  }
}
