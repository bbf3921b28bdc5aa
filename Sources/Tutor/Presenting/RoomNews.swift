package import Classroom

/// What the projector's program has heard of the room.
package enum RoomNews: Equatable, Codable, Sendable {
  /// The room has a door, or another one.
  case door(RoomDoor)
  case link(RoomLink)
  /// Answers have come in, in this order.
  case answers([RoomAnswer])
  /// So many messages were refused so far: forged, malformed, oversized.
  case refused(Int)
  /// So many students are there.
  case here(Int)
}

/// Where students come in.
package struct RoomDoor: Equatable, Codable, Sendable {
  package let code: RoomCode
  /// What a phone opens; nil where the broker serves no page.
  package let address: String?
  /// Where a terminal joins, behind `bptutor join`; nil where that is not known.
  package let place: String?
  /// The address as a QR code, a row of half blocks each; none where it could not be made.
  package let picture: [String]

  package init(code: RoomCode, address: String?, place: String? = nil, picture: [String]) {
    (self.code, self.address, self.place, self.picture) = (code, address, place, picture)
  }
}

/// How the projector's program and the broker are connected.
package enum RoomLink: String, Equatable, Codable, Sendable {
  case connecting, connected
  /// It was; what students send meanwhile they send again.
  case lost
}
