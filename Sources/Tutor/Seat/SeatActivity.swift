package import Classroom
import Configuration
import Diagnostics
import Networks
import Questions
import Screen
import Traces

/// A student's place in a room: the presenter's screen, on an engine of its own, and the answers given.
package struct SeatActivity: Equatable, Sendable, Conversing {
  package let code: RoomCode
  package internal(set) var seat: Seat
  package private(set) var link = RoomLink.connecting
  /// Where the presenter is; nil where there is nothing to draw.
  package private(set) var place: RoomPlace?
  /// What is drawn of that place.
  package internal(set) var board: Board
  /// What the first answer is numbered by: later visits begin later.
  private let first: Int

  var console: Console {
    get { board.console }
    set { board.console = newValue }
  }

  init(_ code: RoomCode, first: Int, walk: Walk, _ shared: Shared) {
    (self.code, self.first, board) = (code, max(0, first), Board(walk))
    seat = Seat(secret: "", language: shared.language)
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
    switch event {
    case .attended(let news): return hear(news)
    case .key(let key):
      if prompt != nil { return type(key, shared) }
      return page == .walk ? press(key, &shared) : turn(key, shared)
    case .line(let text): return give(text)
    case .choose(let item):
      guard let options = seat.asked?.options, options.indices.contains(item) else { return [] }
      return give(options[item].answer)
    case .printed: page = .walk
    case .start, .select, .goTo, .read, .time, .progress, .banner, .presented, .seed, .revised, .trained, .derivation:
      break
    }
    return []
  }

  // MARK: The room

  /// What is new of the room; an answer that is still open is sent again, since the presenter may have missed it.
  mutating func hear(_ news: SeatNews) -> [Request] {
    switch news {
    case .link(let link): self.link = link
    case .screen(let screen):
      let old = seat.asked
      seat.take(screen)
      follow(screen)
      guard let asked = seat.asked, asked.id == old?.id, asked.round == old?.round, asked.phase == .open else {
        // The line was for a question that is over, and so was what was said.
        if prompt?.purpose == .answer { prompt = nil }
        if seat.asked?.id != old?.id || seat.asked?.round != old?.round || seat.asked?.phase != old?.phase {
          reply = nil
        }
        break
      }
    case .result(let result): _ = seat.take(result)
    }
    if case .result = news { return [] }
    return link == .connected ? seat.answerToRepeat.map { [.outside(.give($0))] } ?? [] : []
  }

  private mutating func follow(_ screen: ScreenMessage) {
    let new = screen.place.flatMap(RoomPlace.init(text:))
    guard new != place else { return }
    place = new
    let console = console
    if let new { board = new.board }
    self.console = console
  }

  // MARK: Answering

  /// Whether an answer would be taken now.
  package var isOpen: Bool { seat.asked?.phase == .open }

  mutating func give(_ text: String) -> [Request] {
    let text = State.trimmed(text)
    if text.isEmpty { return [] }
    do throws(Seat.Refusal) {
      let answer = try seat.answer(text, at: first)
      reply = nil
      return [.outside(.give(answer))]
    } catch {
      notice(SeatWords.refusal(error))
      return []
    }
  }

  mutating func openAnswer(_ text: String = "") {
    guard isOpen else { return notice(SeatWords.refusal(seat.asked == nil ? .nothingIsAsked : .notOpen)) }
    guard let asked = seat.asked, asked.options.isEmpty else {
      return notice(SeatWords.refusal(.noOption(count: seat.asked?.options.count ?? 0)))
    }
    prompt = Console.Prompt(purpose: .answer, editor: LineEditor(text))
  }
}

extension State {
  /// A student's place, on the screen or beneath what is looked at meanwhile; nil for all others.
  package var seat: SeatActivity? {
    for activity in [activity] + beneath.reversed() { if case .seat(let seat) = activity { return seat } }
    return nil
  }

  /// What is new of the room: for the place in it, even while its student looks around.
  mutating func attend(_ news: SeatNews) -> [Request] {
    if case .seat = activity { return activity.update(.attended(news), &shared) }
    guard let index = beneath.lastIndex(where: { $0.kind == .seat }), case .seat(let before) = beneath[index] else {
      return []
    }
    let requests = beneath[index].update(.attended(news), &shared)
    if case .seat(let seat) = beneath[index], seat.isOpen, !before.isOpen || before.seat.asked != seat.seat.asked {
      activity.console.reply = .notice(
        Words(en: "The class is asked: q goes back, to answer.", zh: "正在提问：按 q 回到课堂作答。"))
    }
    return requests
  }
}
