/// What lies in front of the person: what keys mean and what is drawn hangs on it.
package enum Desk: Equatable, Sendable {
  /// The menu.
  case home
  case lesson
  /// Problems, one after the other.
  case practice
  case walk
}

extension State {
  package var desk: Desk {
    if home?.isShown == true { return .home }
    if let lesson, !lesson.isAway { return .lesson }
    return drill == nil ? .walk : .practice
  }

  /// Whether the menu is what is on the screen.
  package var isAtHome: Bool { desk == .home }

  /// Whether a lesson is on the screen, and not the walk that it was left for.
  package var isInLesson: Bool { desk == .lesson }
}
