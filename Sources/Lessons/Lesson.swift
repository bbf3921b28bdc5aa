package import Diagnostics
package import Networks
package import Skills

/// A lesson in one language, ready to be run.
package struct Lesson: Equatable, Sendable {
  package let id: String
  package let title: String
  package let language: Language
  /// The network that the lesson is about, at its own numbers.
  package internal(set) var network: Network
  package let requires: [String]
  package let skills: [Skill]
  /// About how long it takes; nil where the author does not say.
  package let minutes: Int?
  /// The author's own numbers that its text may name; none once they were drawn.
  package let variables: [Variable]
  package internal(set) var elements: [Element]

  /// One part of a lesson, and its line in the file.
  package struct Element: Equatable, Sendable {
    package internal(set) var content: Content
    /// The id of the block, where it has one.
    package let id: String?
    /// From 1, in the file that it comes from.
    package let line: Int
    /// The language that it is written in: the other one where a translation lacks the block.
    package let language: Language
  }

  /// What a part of a screen holds.
  package enum Content: Equatable, Sendable {
    case prose(Prose.Block)
    case pause
    /// For the presenter only.
    case note(String)
    /// What is lit in the picture of the screen.
    case light([Quantity])
    case show(Show)
    case plot(Show.Plot)
    case ask(Ask)
    case attempt(Experiment)
  }

  /// The elements of each screen: a pause ends one, and so does everything that the learner does something with.
  package var screens: [[Element]] {
    var screens: [[Element]] = []
    var screen: [Element] = []
    for element in elements {
      switch element.content {
      case .pause:
        if screen.contains(where: \.isVisible) {
          screens.append(screen)
          screen = []
        }
      case .prose, .note, .light: screen.append(element)
      case .show, .plot, .ask, .attempt:
        screens.append(screen + [element])
        screen = []
      }
    }
    if screen.contains(where: \.isVisible) {
      screens.append(screen)
    } else if let last = screens.indices.last, let end = screens[last].indices.last {
      // A note behind all that is shown belongs to what was shown last, whose block stays the last.
      screens[last].insert(contentsOf: screen, at: screens[last][end].isBlock ? end : end + 1)
    }
    return screens
  }
}

extension Lesson.Element {
  /// Whether a learner sees it.
  fileprivate var isVisible: Bool {
    switch content {
    case .note, .pause, .light: false
    case .prose, .show, .plot, .ask, .attempt: true
    }
  }

  /// Whether it is more than words.
  package var isBlock: Bool {
    switch content {
    case .show, .plot, .ask, .attempt: true
    case .prose, .pause, .note, .light: false
    }
  }
}

extension Lesson {
  /// A file: several languages of one lesson share what is before `.en.md`.
  package struct FileName: Hashable, Sendable {
    /// What the languages share: `01-forward-pass`.
    package let stem: String
    /// nil for a lesson in one language only, such as lesson.md.
    package let language: Language?

    /// Takes the last part of a path; nil if it is no Markdown file.
    package init?(_ path: String) {
      let name = path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? ""
      guard name.hasSuffix(".md"), name.utf8.count > 3 else { return nil }
      let whole = String(name.dropLast(3))
      for language in Language.allCases where whole.hasSuffix("." + language.rawValue) {
        stem = String(whole.dropLast(language.rawValue.utf8.count + 1))
        self.language = language
        return
      }
      stem = whole
      language = nil
    }
  }
}
