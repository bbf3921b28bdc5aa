/// What an activity asks for: something to be done outside, or another activity on the screen.
enum Request: Equatable, Sendable {
  case outside(Effect)
  /// On top of this one, which waits.
  case open(Activity)
  /// Instead of this one.
  case exchange(Activity)
  /// Back to what is beneath; where nothing is, the program is left.
  case close
  /// Another event, for the activity that is on the screen by then.
  case send(Event)
  /// A question for the room, in the presenter's words.
  case askRoom(String)
  /// For the activity beneath.
  case tell(Message)

  static let redraw = Request.outside(.redraw)
  static let suspend = Request.outside(.suspend)
  static func wake(_ delay: Int) -> Request { .outside(.wake(delay)) }
}

/// What one activity tells another.
enum Message: Equatable, Sendable {
  /// That something was looked up which open questions ask for: how much that helps each of them, by their ids.
  case lookedUp([String: Int])
}
