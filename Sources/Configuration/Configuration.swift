package import Diagnostics
package import Screen

/// What a user has set once for all sessions, in the configuration file.
package struct Configuration: Equatable, Sendable {
  package var language: Language?
  /// The name of a notation, or a file.
  package var notation: String?
  package var theme: Theme.Name?
  package var color: ColorChoice?
  package var isASCII = false
  /// Whether sessions go line by line.
  package var isPlain = false
  /// Folders of lessons, besides those of the environment.
  package var lessons: [String] = []
  package var keys: [KeyChange] = []

  package init() {}
}
