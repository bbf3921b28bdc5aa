package import Classroom

/// What a student's terminal has heard of the room.
package enum SeatNews: Equatable, Codable, Sendable {
  case link(RoomLink)
  /// What the room sees now.
  case screen(ScreenMessage)
  /// What came of a question.
  case result(ResultMessage)
}
