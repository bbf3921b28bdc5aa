internal import CNcurses
internal import Glibc
internal import Screen

/// The one question that is asked of a terminal: what its ground is, so that the colors fit it (OSC 11).
///
/// It is asked where no theme was chosen, once the first frame is shown and nothing is typed, and nothing waits for the
/// answer; a terminal that does not know the question says nothing.
/// Source: "XTerm Control Sequences" by Edward Moy and others, Operating System Commands.
extension Terminal {
  private static let groundQuestion = "\u{1B}]11;?\u{7}"
  /// An answer that takes longer than this is no longer waited for at the end, in milliseconds.
  private static let answerTime = 500

  /// Asks, unless that was done or is of no use.
  func askGround() {
    guard groundAsked == nil, isTaken, palette.followsGround, !modes.on.isEmpty else { return }
    groundAsked = Self.now()
    output.ask(Self.groundQuestion)
  }

  /// Takes the theme for the ground that the terminal has said it has.
  func adoptGround() {
    guard let answer = decoder.takeAnswer(), let theme = Self.theme(answer), palette.followsGround else { return }
    palette = Palette(.named(theme), color: true)
    // ncurses knows which cells have the colors that are others now.
    doupdate()
    flush()
    paintLarge(shown?.large.first, after: nil)
  }

  /// An answer that comes when the terminal is given back would be the shell's: it is taken first, where it may be under way.
  func awaitAnswer() {
    guard let asked = groundAsked, palette.followsGround, !hasEnded, Self.now() - asked < Self.answerTime else {
      return
    }
    var terminal = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&terminal, 1, 50) > 0 else { return }
    readInput()
    while decoder.next() != nil {}
  }

  /// The theme for an answer such as `11;rgb:1e1e/1e1e/2e2e`; nil for anything else.
  static func theme(_ answer: [UInt8]) -> Theme.Name? {
    let text = String(decoding: answer, as: UTF8.self)
    guard text.hasPrefix("11;rgb"), let colon = text.firstIndex(of: ":") else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 4 else { return nil }
    let shares = parts.prefix(3).compactMap { digits -> Double? in
      guard (1...4).contains(digits.utf8.count), let value = UInt16(digits, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
    }
    guard shares.count == 3 else { return nil }
    // Relative luminance (WCAG 2.2); 0.179 is as far from white as from black.
    let linear = shares.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < 0.179 ? .dark : .light
  }
}
