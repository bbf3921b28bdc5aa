package import Classroom
package import Progress
package import Screen
package import Training

/// What the tutor wants done outside; it is returned and never run inside.
package enum Effect: Equatable, Sendable {
  case quit
  case suspend
  /// Paint everything anew.
  case redraw
  /// Read a file and send `Event.read`.
  case read(String)
  /// Send `Event.time` after so many milliseconds.
  case wake(Int)
  /// Send `Event.seed` with a number that no one can foresee.
  case drawSeed
  /// Keep an answer; its time is the tutor's clock; the keeper puts the calendar's in.
  case record(Attempt)
  /// Keep where the learner is in a lesson.
  case keepPlace(lesson: String, LessonPlace)

  // Of a training run; all but the last are answered by `Event.trained`.

  /// Train so many epochs, fewer if that takes long.
  case train(Int)
  /// Go to an epoch, back or forward.
  case go(Int)
  /// Change the run from here on.
  case change(WhatIf)
  /// Look at another sample.
  case look(sample: Int)
  /// Send the moment at hand by `Event.derivation`.
  case derive

  /// Press these keys on the room's screen, by `PresentationNews.keys`.
  case send([Key])

  /// Send a student's answer to the room, with the student's secret.
  case give(RoomAnswer)

  /// Tell what is kept by `Event.progress`.
  case tellProgress

  /// Whether it only keeps what was done, and changes nothing that can be seen.
  package var isKeeping: Bool {
    switch self {
    case .record, .keepPlace: true
    case .quit, .suspend, .redraw, .read, .wake, .drawSeed, .tellProgress, .train, .go, .change, .look, .derive, .send,
      .give:
      false
    }
  }
}
