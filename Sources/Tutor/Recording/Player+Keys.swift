import Configuration
package import Diagnostics
package import Screen

/// What keys do while a recording is played, and what the bottom line says.
extension Player {
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
    if key == .control("c") { return .leave }
    if typed != nil {
      type(key)
      return .goOn
    }
    if case .character(let text) = key, let digit = State.digit(text) {
      // Tenths of the whole.
      go(to: recording.steps.count * digit / 10)
      return .goOn
    }
    guard let command = keymap.command(for: State.halfWidth(key), in: .replay) else { return .goOn }
    switch command {
    case .run:
      isPlaying = !isPlaying && !isAtEnd
      notice = nil
    case .enter: return .play(state)
    case .leave: return .leave
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .next, .back:
      isPlaying = false
      go(to: index + (command == .next ? 1 : -1))
    case .farForward: go(to: index + 20)
    case .farBack: go(to: index - 20)
    case .first: go(to: 0)
    case .last: go(to: recording.steps.count)
    case .faster: speed = min(speed * 2, Self.speeds.upperBound)
    case .slower: speed = max(speed / 2, Self.speeds.lowerBound)
    case .commandLine: (typed, isPlaying) = ("", false)
    default: break
    }
    return .goOn
  }

  /// A key of the number that is being typed.
  private mutating func type(_ key: Key) {
    let text = typed ?? ""
    switch keymap.line.command(for: key) {
    case .submit:
      typed = nil
      if let number = Int(text) { go(to: number) }
    case .cancel: typed = nil
    case .deleteLeft: typed = text.isEmpty ? nil : String(text.dropLast())
    case .deleteToStart: typed = ""
    default:
      if case .character(let character) = key, let digit = State.digit(character), text.count < 9 {
        typed = text + "\(digit)"
      }
    }
  }

  /// The bottom line: where it is, why it stopped, and as many of the keys as fit.
  package func line(_ language: Language, isASCII: Bool = false, columns: Int = .max) -> String {
    let count = recording.steps.count
    if let typed {
      return ":\(typed)"
        + Words(en: "   an event from 0 to \(count), then Enter", zh: "   输入 0 到 \(count) 的事件编号，按 Enter")[language]
    }
    let isOver = isAtEnd && recording.end == nil
    let stop = notice ?? (isOver ? Words(en: "The recording is cut off here.", zh: "录制到此中断。") : nil)
    let head = isPlaying ? Words(en: "Replay", zh: "重放") : Words(en: "Paused", zh: "已暂停")
    var parts = [head[language] + " \(index)/\(count)" + (speed == 1 ? "" : " \(isASCII ? "x" : "×")\(speedText)")]
    parts += stop.map { [$0[language]] } ?? []
    var line = parts.joined(separator: "  ")
    for hint in hints(language, isASCII: isASCII) {
      let longer = line + "  " + hint
      guard DisplayWidth.of(longer) <= columns else { break }
      line = longer
    }
    return line
  }

  private var speedText: String { speed == speed.rounded() ? "\(Int(speed))" : "\(speed)" }

  private func hints(_ language: Language, isASCII: Bool) -> [String] {
    let keys = KeyText(keymap, isASCII: isASCII)
    let run = isPlaying ? Words(en: "pause", zh: "暂停") : Words(en: "play", zh: "播放")
    let hints = [
      (keys.first(.run, in: .replay), run),
      (keys.pair(.next, .back, in: .replay), Words(en: "step on, back", zh: "前进、后退")),
      (keys.first(.enter, in: .replay), Words(en: "play on", zh: "自己接着做")),
      (keys.first(.leave, in: .replay), Words(en: "leave", zh: "退出")),
      (keys.pair(.farBack, .farForward, in: .replay), Words(en: "jump", zh: "跳转")),
      (keys.first(.commandLine, in: .replay), Words(en: "go to", zh: "跳到")),
      (keys.pair(.slower, .faster, in: .replay), Words(en: "speed", zh: "速度")),
    ]
    return hints.filter { !$0.0.isEmpty }.map { $0.0 + " " + $0.1[language] }
  }
}
