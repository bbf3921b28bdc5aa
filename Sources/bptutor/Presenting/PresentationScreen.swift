import Classroom
import Screen
import Tutor

/// What joins the two screens of a presentation.
protocol PresentationScreen: AnyObject {
  /// What wakes this screen; none where nothing does.
  var descriptors: [Int32] { get }
  /// What is new of the other screen, and of the lesson's file.
  func news(_ state: State) -> [Event]
  /// How long to wait for news at most, in milliseconds; nil for ever.
  var wait: Int? { get }
  /// Something has happened on this screen, which has led to this state.
  func note(_ event: Event, _ state: State)
  /// Whether the size of this screen is reported.
  var tellsSize: Bool { get }
  /// Whether this screen shows what it is about alone and enlarged; nil where it never does.
  var isBig: Bool? { get }
  /// Presses keys on the other screen.
  func send(_ keys: [Key])
  /// Sends a student's answer to the room.
  func give(_ answer: RoomAnswer)
  /// This screen is left.
  func end(_ state: State)
}
