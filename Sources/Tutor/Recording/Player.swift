package import Diagnostics
package import Screen

/// A recording being played: where it is, and what keys do.
package struct Player: Sendable {
  private let recording: Recording
  /// States of before, so that going back is quick: after 0, 64, 128 … events.
  private var landmarks: [State]
  /// So many events have happened.
  package private(set) var index = 0
  package private(set) var state: State
  package private(set) var isPlaying = false
  /// Why it stopped by itself.
  private var notice: Words?
  private let speed: Double

  private static let landmark = 64
  /// A longer wait of the one who was recorded is cut.
  private static let maxWait = 3_000

  package init(_ recording: Recording, speed: Double = 1) {
    self.recording = recording
    self.speed = speed.isFinite ? max(0.1, min(speed, 1_000)) : 1
    state = State(recording.start)
    landmarks = [state]
  }

  package var isAtEnd: Bool { index >= recording.steps.count }

  /// Goes on by itself from here.
  package mutating func play() { isPlaying = !isAtEnd }

  /// How long until the next event, in milliseconds; nil while nothing plays.
  package var delay: Int? {
    guard isPlaying, !isAtEnd else { return nil }
    let before = index == 0 ? 0 : recording.steps[index - 1].time
    return Int(Double(min(recording.steps[index].time - before, Self.maxWait)) / speed)
  }

  /// The next event; a question that it opens stops the play, so that it can be answered first.
  package mutating func step() {
    guard !isAtEnd else {
      isPlaying = false
      return
    }
    let asked = state.isQuestionOpen
    advance()
    notice = nil
    if isAtEnd { isPlaying = false }
    if isPlaying, !asked, state.isQuestionOpen {
      isPlaying = false
      notice = Words(en: "What do you say?", zh: "你的答案是？")
    }
  }

  private mutating func advance() {
    for _ in state.update(recording.steps[index].event) {}
    index += 1
    if index % Self.landmark == 0, index / Self.landmark == landmarks.count { landmarks.append(state) }
  }

  /// To where so many events have happened.
  package mutating func go(to wanted: Int) {
    let wanted = max(0, min(wanted, recording.steps.count))
    notice = nil
    if wanted < index || wanted - index > Self.landmark {
      let landmark = min(wanted / Self.landmark, landmarks.count - 1)
      if wanted < index || landmark * Self.landmark > index {
        (state, index) = (landmarks[landmark], landmark * Self.landmark)
      }
    }
    while index < wanted { advance() }
    if isAtEnd { isPlaying = false }
  }

  /// What a key came to.
  package enum Pressed: Equatable, Sendable {
    case goOn
    case leave
    /// Free play from here.
    case play(State)
    case redraw, suspend
  }

  /// What a key does to the playing; the cost of a jump is that of the events up to there.
  package mutating func press(_ key: Key) -> Pressed {
    let wasPlaying = isPlaying
    switch key {
    case .character(" "):
      isPlaying = !wasPlaying && !isAtEnd
      notice = nil
      return .goOn
    case .enter: return .play(state)
    case .character("q"), .escape, .control("c"): return .leave
    case .control("l"): return .redraw
    case .control("z"): return .suspend
    case .character("."), .right, .character("l"), .down, .character("j"):
      isPlaying = false
      go(to: index + 1)
    case .character(","), .left, .character("h"), .backspace, .up, .character("k"):
      isPlaying = false
      go(to: index - 1)
    case .character("]"), .pageDown: go(to: index + 20)
    case .character("["), .pageUp: go(to: index - 20)
    case .character("g"), .home: go(to: 0)
    case .character("G"), .end: go(to: recording.steps.count)
    // Tenths of the whole.
    case .character(let text): if let digit = State.digit(text) { go(to: recording.steps.count * digit / 10) }
    case .control, .meta, .tab, .backTab, .delete, .insert, .function, .paste, .click, .wheelUp, .wheelDown: break
    }
    return .goOn
  }

  /// What stands in the bottom line.
  package var line: Words {
    let place = "\(index)/\(recording.steps.count)"
    let isOver = isAtEnd && recording.end == nil
    let stop = notice ?? (isOver ? Words(en: "The recording is cut off here.", zh: "录制到此中断。") : nil)
    let head = Words(
      en: (isPlaying ? "Replay " : "Paused ") + place + (stop.map { "  " + $0.en } ?? ""),
      zh: (isPlaying ? "重放 " : "已暂停 ") + place + (stop.map { "  " + $0.zh } ?? ""))
    return Words(
      en: head.en + "   Space \(isPlaying ? "pause" : "play")  . step  , back  [ ] jump  Enter play on  q leave",
      zh: head.zh + "   空格 \(isPlaying ? "暂停" : "播放")  . 前进  , 后退  [ ] 跳转  Enter 自己接着做  q 退出")
  }
}

extension State {
  /// Whether an answer is waited for.
  fileprivate var isQuestionOpen: Bool { asking?.isSettled == false }
}
