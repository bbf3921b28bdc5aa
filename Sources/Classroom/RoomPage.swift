/// The page that phones open: one file, with its own small MQTT client over WebSocket.
package enum RoomPage {
  /// What the room's code takes the place of.
  private static let mark = Array("@CODE@".utf8)

  /// The page of a room.
  package static func html(_ code: RoomCode) -> String {
    let page = PackageResources.room_html
    var (result, index) = ([UInt8](), 0)
    result.reserveCapacity(page.count)
    while index < page.count {
      if page[index...].starts(with: mark) {
        result += Array(code.text.utf8)
        index += mark.count
      } else {
        result.append(page[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
