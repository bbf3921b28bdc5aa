import Diagnostics
import Glibc

/// How far a long computation has come, on the last line of standard error where that is a terminal.
struct ProgressBar {
  private let isShown: Bool
  private let start: Int
  private let end: Int
  private let language: Language
  private var nextTime: Int
  private var hasDrawn = false

  init(isShown: Bool, from start: Int, to end: Int, language: Language) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1 && end > start
    (self.start, self.end, self.language) = (start, end, language)
    // What is done before a person looks up needs no bar.
    nextTime = Clock.now() + 200
  }

  mutating func show(epoch: Int, loss: Double) {
    guard isShown, Clock.now() >= nextTime else { return }
    nextTime = Clock.now() + 66
    hasDrawn = true
    let share = Double(epoch - start) / Double(end - start)
    let width = 30
    let filled = max(0, min(width, Int((share * Double(width)).rounded())))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    let number = DecimalText.significant(loss, digits: 4)
    let words = Words(en: "epoch \(epoch)/\(end)", zh: "第 \(epoch)/\(end) 轮")[language]
    write("\r[\(bar)] \(Int(share * 100))%  \(words)  E \(number)\u{1B}[K")
  }

  mutating func clear() {
    if hasDrawn { write("\r\u{1B}[K") }
    hasDrawn = false
  }

  private func write(_ text: String) {
    // A bar that cannot be drawn is no fault.
    try? Output.error.write(text)
  }
}
