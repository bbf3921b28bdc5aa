import Diagnostics

/// What can be wrong with a lesson file: one enum for each topic, whose cases carry facts and whose words are in one place.
protocol LessonFault: Sendable {
  typealias Sentence = (id: String, message: Words, help: Words?)

  /// The stable id, what is wrong, and what to do.
  var words: Sentence { get }
}

extension LessonFault {
  /// The fault at its place in the file.
  func diagnostic(at range: Range<Int>) -> Diagnostic {
    let (id, message, help) = words
    return Diagnostic(id: "lesson." + id, range: range, message: message, help: help)
  }
}
