import Classroom

/// The page that phones open.
enum RoomPage {
  static func html(_ code: RoomCode) -> String { "<!DOCTYPE html><title>bptutor</title>" }
}
