import Diagnostics
import Glibc

/// How much of a long list is done, on the last line of standard error where that is a terminal.
struct CountBar {
  /// nil where no one knows.
  private let total: Int?
  private let language: Language
  private let isShown: Bool
  private var nextTime: Int
  private var hasDrawn = false

  init(total: Int?, language: Language, isQuiet: Bool = false) {
    (self.total, self.language) = (total, language)
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1 && total ?? .max > 1
    // What is done before a person looks up needs no bar.
    nextTime = isShown ? Clock.now() + 200 : 0
  }

  mutating func show(_ done: Int) {
    guard isShown, Clock.now() >= nextTime else { return }
    nextTime = Clock.now() + 66
    hasDrawn = true
    guard let total else {
      write("\r" + Words(en: "\(done) done", zh: "已完成 \(done)")[language] + "\u{1B}[K")
      return
    }
    let width = 30
    let filled = max(0, min(width, done * width / max(1, total)))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    write("\r[\(bar)] " + Words(en: "\(done) of \(total)", zh: "\(done)/\(total)")[language] + "\u{1B}[K")
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
