import Classroom
import Screen
import Tutor

/// A student's screen: follows the room, and sends the answers that are given there.
final class RoomFollower: PresentationScreen {
  private let code: RoomCode
  private let link: SeatLink
  private var state = RoomLink.connecting

  init(_ code: RoomCode, _ link: SeatLink) { (self.code, self.link) = (code, link) }

  var descriptors: [Int32] { link.hasEnded ? [] : [link.descriptor] }
  var wait: Int? { link.isWaiting ? 20 : nil }
  var tellsSize: Bool { false }
  var isBig: Bool? { nil }
  func note(_ event: Event, _ state: State) {}
  func send(_ keys: [Key]) {}
  func give(_ answer: RoomAnswer) { link.give(answer) }
  func end(_ state: State) {}

  func news(_ state: State) -> [Event] {
    var news = link.reports().compactMap(news)
    if link.hasEnded, self.state != .lost {
      self.state = .lost
      news.append(.link(.lost))
    }
    return news.map(Event.attended)
  }

  private func news(_ report: LinkReport) -> SeatNews? {
    switch report {
    case .connected:
      state = .connected
      return .link(.connected)
    case .lost, .failed:
      if state == .lost { return nil }
      state = .lost
      return .link(.lost)
    case .refused, .unlogged: return nil
    case .message(let topic, let payload):
      switch RoomTopic(topic, in: code) {
      case .screen?: return RoomMessage.read(ScreenMessage.self, Array(payload.utf8)).map(SeatNews.screen)
      case .result?: return RoomMessage.read(ResultMessage.self, Array(payload.utf8)).map(SeatNews.result)
      case .answer?, .present?, nil: return nil
      }
    }
  }
}
