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
  /// Send `Event.seed` with a number that nobody can foresee.
  case drawSeed
}
