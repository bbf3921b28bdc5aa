/// A fault found in text that someone wrote: a stable id, where it is, what is wrong and what to do.
package struct Diagnostic: Error, Equatable, Sendable {
  /// Stable, for tests, scripts and editors: `expression.unknown-name`.
  package let id: String
  /// UTF-8 byte offsets in the source text; empty at the place where something is missing.
  package let range: Range<Int>
  /// What is wrong, without the place and without a full stop.
  package let message: Words
  /// What to do: the nearest known name, the form that is expected.
  package let help: Words?

  package init(id: String, range: Range<Int>, message: Words, help: Words? = nil) {
    self.id = id
    self.range = range
    self.message = message
    self.help = help
  }
}
