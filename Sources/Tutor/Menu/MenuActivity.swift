import Networks
package import Progress
package import Skills

/// The menu: what to go on with and why, and everything else that there is.
package struct Home: Equatable, Sendable {
  /// Whether it is what is on the screen; else something that was chosen here is.
  package internal(set) var isShown = true
  package internal(set) var report: ProgressReport
  /// What the calendar says, in milliseconds since 1970.
  package internal(set) var now: Int64 = 0
  /// Which entry is chosen, from 0.
  package internal(set) var selected = 0
  /// What is being searched for; nil while all entries are shown.
  package internal(set) var search: LineEditor?
  /// What was found of it.
  var found: [Item] = []
  /// How far the page on the skills is scrolled; nil while the menu is shown.
  package internal(set) var scrolled: Int?
  /// Digits that were typed: the number of a lesson.
  var typed = 0
  /// The walk, as it was left.
  var walk: Walk
  var original: Network

  /// Something to choose.
  package enum Item: Equatable, Sendable {
    /// A lesson that was begun and not ended.
    case resume(String)
    /// The lesson to do next.
    case begin(String)
    /// A mastered skill that is due.
    case review(Skill)
    /// Fresh problems on what is least known.
    case practise(Skill?)
    case walk
    /// A lesson of the list.
    case lesson(String)
    /// A screen of a lesson, counted from 0, found by searching.
    case screen(lesson: String, Int)
    /// A step of the walk, found by searching.
    case step(Int)
  }

  /// What a page or a search does not fit is reached by scrolling so far.
  static let longestPage = 200
}
