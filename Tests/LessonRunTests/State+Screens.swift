@testable import Tutor

extension State {
  /// Goes to a screen, however far the lesson has come.
  mutating func go(toScreen number: Int) {
    guard case .lesson(var lesson) = activity else { return }
    lesson.go(toScreen: number)
    activity = .lesson(lesson)
  }
}
