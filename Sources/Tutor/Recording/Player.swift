package import Configuration
package import Diagnostics

/// A recording being played: where it is, and what keys do.
package struct Player: Sendable {
  let recording: Recording
  /// States of before, so that going back is quick: after 0, 64, 128 … events.
  private var landmarks: [State]
  /// So many events have happened.
  package private(set) var index = 0
  package private(set) var state: State
  package internal(set) var isPlaying = false
  /// Why it stopped by itself.
  package internal(set) var notice: Words?
  /// How many times as fast as it was.
  package internal(set) var speed: Double
  /// The number that is being typed, to go there; nil while keys are commands.
  package internal(set) var typed: String?
  let keymap: Keymap

  private static let landmark = 64
  static let speeds = 0.1...1_000
  /// A longer wait of the one who was recorded is cut.
  private static let maxWait = 3_000

  package init(_ recording: Recording, speed: Double = 1, keymap: Keymap = .standard, notice: Words? = nil) {
    self.recording = recording
    self.keymap = keymap
    self.notice = notice
    self.speed = speed.isFinite ? max(Self.speeds.lowerBound, min(speed, Self.speeds.upperBound)) : 1
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
    state.replay(recording.steps[index].event)
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
}

extension State {
  /// Whether an answer is waited for.
  fileprivate var isQuestionOpen: Bool { asking?.isSettled == false }
}
