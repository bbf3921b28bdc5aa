import Diagnostics

/// What is wrong with an input: a file, a name, an expression.
public struct BackpropagationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// In English, with the place and what to do where they are known.
  public let description: String

  init(_ description: String) { self.description = description }

  init(_ diagnostics: [Diagnostic], in text: String) {
    description = SourceText(text).report(diagnostics, language: .en)
  }
}
