import Classroom
import Diagnostics
import Networks

/// What is on the screen: what keys mean and what is drawn follows from it.
package indirect enum Activity: Equatable, Sendable {
  case menu(MenuActivity)
  case walk(WalkActivity)
  case lesson(LessonActivity)
  /// Problems, one after the other.
  case practice(PracticeActivity)
  /// A training run that is watched.
  case training(TrainingActivity)
  /// A student's place in a room.
  case seat(SeatActivity)

  /// The names of the activities.
  package enum Kind: String, Equatable, Sendable { case menu, walk, lesson, practice, training, seat }

  package var kind: Kind {
    switch self {
    case .menu: .menu
    case .walk: .walk
    case .lesson: .lesson
    case .practice: .practice
    case .training: .training
    case .seat: .seat
    }
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
    switch self {
    case .menu(var menu):
      defer { self = .menu(menu) }
      return menu.update(event, &shared)
    case .walk(var walk):
      defer { self = .walk(walk) }
      return walk.update(event, &shared)
    case .lesson(var lesson):
      defer { self = .lesson(lesson) }
      return lesson.update(event, &shared)
    case .practice(var practice):
      defer { self = .practice(practice) }
      return practice.update(event, &shared)
    case .training(var training):
      defer { self = .training(training) }
      return training.update(event, &shared)
    case .seat(var seat):
      defer { self = .seat(seat) }
      return seat.update(event, &shared)
    }
  }

  /// It is on the screen again, back from another one; what is wanted outside.
  mutating func resume(from other: Activity) -> [Effect] {
    switch self {
    case .menu(var menu):
      menu.resume(from: other)
      self = .menu(menu)
      return [.tellProgress]
    case .lesson(var lesson):
      lesson.resume()
      self = .lesson(lesson)
      return []
    case .training(let training): return training.resume(from: other)
    case .walk, .practice, .seat: return []
    }
  }

  /// Another activity, which lies on top, tells something.
  mutating func receive(_ message: Message, _ shared: inout Shared) -> [Request] {
    guard case .lesson(var lesson) = self else { return [] }
    defer { self = .lesson(lesson) }
    return lesson.receive(message, &shared)
  }

  /// The language is another one.
  mutating func speak(_ shared: Shared) {
    switch self {
    case .menu(var menu):
      // Screens are searched in the language at hand.
      if let line = menu.search { menu.find(line, shared) }
      self = .menu(menu)
    case .lesson(var lesson):
      lesson.speak(shared.language)
      self = .lesson(lesson)
    case .seat(var seat):
      seat.seat.language = shared.language
      self = .seat(seat)
    case .walk, .practice, .training: break
    }
  }

  /// It is shown to a room from here on.
  mutating func showToRoom() {
    guard case .walk(var walk) = self else { return }
    walk.isForRoom = true
    self = .walk(walk)
  }

  // MARK: What each of them has

  var console: Console {
    get {
      switch self {
      case .menu(let menu): menu.console
      case .walk(let walk): walk.board.console
      case .lesson(let lesson): lesson.board.console
      case .practice(let practice): practice.board.console
      case .training(let training): training.console
      case .seat(let seat): seat.console
      }
    }
    set {
      switch self {
      case .menu(var menu):
        menu.console = newValue
        self = .menu(menu)
      case .walk(var walk):
        walk.board.console = newValue
        self = .walk(walk)
      case .lesson(var lesson):
        lesson.board.console = newValue
        self = .lesson(lesson)
      case .practice(var practice):
        practice.board.console = newValue
        self = .practice(practice)
      case .training(var training):
        training.console = newValue
        self = .training(training)
      case .seat(var seat):
        seat.console = newValue
        self = .seat(seat)
      }
    }
  }

  /// Reads the board where it is; nil where there is none.
  ///
  /// `board` is a copy of it, of a hundred words: too much for what is asked for every quantity of a picture.
  @inline(__always)
  func onBoard<Result>(_ read: (Board) -> Result) -> Result? {
    switch self {
    case .menu, .training: nil
    case .walk(let walk): read(walk.board)
    case .lesson(let lesson): read(lesson.board)
    case .practice(let practice): read(practice.board)
    case .seat(let seat): read(seat.board)
    }
  }

  /// The board; nil where there is none.
  var board: Board? {
    get {
      switch self {
      case .menu, .training: nil
      case .walk(let walk): walk.board
      case .lesson(let lesson): lesson.board
      case .practice(let practice): practice.board
      case .seat(let seat): seat.board
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .menu, .training: break
      case .walk(var walk):
        walk.board = newValue
        self = .walk(walk)
      case .lesson(var lesson):
        lesson.board = newValue
        self = .lesson(lesson)
      case .practice(var practice):
        practice.board = newValue
        self = .practice(practice)
      case .seat(var seat):
        seat.board = newValue
        self = .seat(seat)
      }
    }
  }
}
