import Configuration
import Diagnostics

/// Time in front of a room: a countdown that the presenter begins, and playing slowly by itself.
extension State {
  /// A countdown of the presenter's.
  package struct Countdown: Equatable, Sendable {
    /// When it is over, by the tutor's clock in milliseconds; nil until the clock has said when it begins.
    var end: Int?

    /// As long as a vote takes.
    static let length = 60_000
    /// What another press of its key adds.
    static let more = 30_000
  }

  /// A derivation or a lesson that goes on by itself.
  struct Playing: Equatable, Sendable {
    /// When it goes on, by the tutor's clock in milliseconds; nil until the clock has said when it began.
    var due: Int?

    /// Long enough to read a step aloud.
    static let interval = 4_000
  }

  /// The seconds that are left of the presenter's countdown; nil where none runs.
  package var countdownSeconds: Int? {
    presentation?.countdown?.end.map { (max(0, $0 - now) + 999) / 1_000 }
  }

  /// Begins a minute, adds half a one, or puts away what is over.
  mutating func pressCountdown() -> [Request] {
    switch presentation?.countdown?.end {
    case nil: presentation?.countdown = Countdown()
    case let end? where end <= now: presentation?.countdown = nil
    case let end?: presentation?.countdown?.end = end + Countdown.more
    }
    return [.wake(0)]
  }

  /// Plays, or stops.
  mutating func pressPlay() -> [Request] {
    if presentation?.playing == nil {
      presentation?.playing = Playing()
      reply = .notice(Words(en: "Goes on by itself; any key stops it.", zh: "自动前进，按任意键停止。"))
      return [.wake(0)]
    }
    presentation?.playing = nil
    return []
  }

  /// The clock has moved on.
  mutating func pace() -> [Request] {
    let now = shared.now
    guard let presentation, !presentation.isNotesScreen || presentation.isHearing else { return [] }
    if let countdown = presentation.countdown, countdown.end == nil {
      self.presentation?.countdown?.end = now + Countdown.length
    }
    guard let playing = presentation.playing else { return [] }
    guard let due = playing.due else {
      self.presentation?.playing?.due = now + Playing.interval
      return []
    }
    guard due <= now else { return [] }
    if waitsForAnswer {
      self.presentation?.playing = nil
      return []
    }
    let before = (lesson?.screen, walk.index)
    let requests = pressInActivity(.next) ?? []
    self.presentation?.playing?.due = now + Playing.interval
    // At a question the room is to answer first, and at the end nothing comes.
    if waitsForAnswer || before == (lesson?.screen, walk.index) { self.presentation?.playing = nil }
    return requests
  }

  /// Whether a question is open, or a number has to be moved.
  private var waitsForAnswer: Bool { asking?.isSettled == false || lesson?.attempt != nil && lesson?.isDone == false }

  /// How long until the clock is needed for any of it, in milliseconds.
  var pacingDelay: Int? {
    let second = presentation?.countdown?.end.flatMap { end in end > now ? (end - now - 1) % 1_000 + 1 : nil }
    let step = presentation?.playing?.due.map { max(0, $0 - now) }
    return [second, step].compactMap { $0 }.min()
  }
}
