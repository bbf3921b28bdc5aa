internal import CNcurses
internal import Diagnostics
internal import Glibc
internal import Screen

extension Terminal {
  /// Takes only the character encoding from the environment, so that numbers keep their points; true if it is UTF-8.
  static func adoptCharacterEncoding() -> Bool {
    CharacterEncoding.adopt()
  }

  /// Whether the user wants no colors in any program: https://no-color.org.
  static var forbidsColor: Bool {
    guard let text = getenv("NO_COLOR") else { return false }
    return text[0] != 0
  }

  /// The window's size from the kernel, within bounds; nil where it does not know.
  static func measuredSize() -> Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    return Size(columns: min(Int(window.ws_col), largest.columns), rows: min(Int(window.ws_row), largest.rows))
  }

  /// What lies beyond is left blank: ncurses alone keeps 84 bytes for each cell.
  static let largest = Size(columns: 800, rows: 300)

  /// ncurses' own size: the terminal's; 80 by 24 where that is unknown.
  var screenSize: Size { size.columns > 0 && size.rows > 0 ? size : Size(columns: 80, rows: 24) }

  /// What is left free has the theme's own ground, where it has one.
  func paintGround() {
    let pair = palette.look(of: Style()).pair
    guard pair != 0 else { return }
    // The standard screen's is that of what ncurses itself clears.
    for window in [curses_standard_screen(), curses_next_screen()] { wbkgdset(window, chtype(pair) << 8 | 0x20) }
  }

  /// Frees the cells of ncurses' standard screen: grids are drawn on what ncurses compares with the terminal, and a window
  /// between them would be a copy of each, 54 kB at 80 by 24.
  static func shrinkStandardScreen() { wresize(curses_standard_screen(), 1, 1) }

  /// Makes ncurses' screen as large as it should be.
  func fitScreen() {
    let window = curses_next_screen()
    let wanted = screenSize
    if getmaxx(window) != Int32(wanted.columns) || getmaxy(window) != Int32(wanted.rows) {
      resize_term(Int32(wanted.rows), Int32(wanted.columns))
    }
  }

  struct OpenedScreen {
    var screen: OpaquePointer
    var note: Words?
    /// Whether the terminal knows xterm's private modes, such as paste marks.
    var isXtermLike: Bool
  }

  /// ncurses on the terminal of this type, or of one that acts like it.
  static func openScreen(_ type: TerminalType, _ output: FrameOutput) -> OpenedScreen? {
    // LINES and COLUMNS are often stale. There is no window behind the memory that ncurses writes to, so it begins with
    // the size of the terminfo database, or 80 by 24 if that has none, and is then reported.
    use_env(false)
    use_tioctl(true)
    if let screen = newterm(type.name, output) {
      // Terminals that ignore a mode they do not know are safe; those older than the idea may print it.
      return OpenedScreen(screen: screen, note: nil, isXtermLike: curses_capability("kmous") != nil)
    }
    for substitute in type.substitutes {
      guard let screen = newterm(substitute, output) else { continue }
      return OpenedScreen(screen: screen, note: note(type, substitute), isXtermLike: true)
    }
    // No database at all, or one without anything alike.
    guard type.isLikeXterm, let screen = BuiltInDescription.inEnvironment({ newterm(BuiltInDescription.name, output) })
    else { return nil }
    let isItself = type.name == BuiltInDescription.name
    return OpenedScreen(
      screen: screen, note: isItself ? nil : note(type, BuiltInDescription.name), isXtermLike: true)
  }

  private static func note(_ type: TerminalType, _ substitute: String) -> Words {
    Words(
      en: "TERM=\(type.name) is not known on this machine; \(substitute) is used instead",
      zh: "本机没有终端类型 TERM=\(type.name) 的描述，改用 \(substitute)")
  }

  private static func newterm(_ name: String, _ output: FrameOutput) -> OpaquePointer? {
    name.withCString { curses_open($0, output.stream) }
  }

  static func modes(mouse: Bool, _ isXtermLike: Bool) -> (on: String, off: String) {
    guard isXtermLike else { return ("", "") }
    // Clicks and the wheel, in the form that has no limit on columns. One by one: of several modes in one sequence, some
    // terminals (those built on libvterm) set only the first.
    return mouse
      ? ("\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l")
      : ("\u{1B}[?2004h", "\u{1B}[?2004l")
  }

  /// Whether attributes are set and taken away as ECMA-48 says and colours as xterm does.
  static var hasXtermAttributes: Bool {
    func has(_ name: String, _ texts: [String]) -> Bool { capability(name).map { texts.contains($0) } ?? false }
    return has("bold", ["\u{1B}[1m"]) && has("rev", ["\u{1B}[7m"]) && has("smul", ["\u{1B}[4m"])
      && (capability("op").map { $0 == "\u{1B}[39;49m" } ?? true)
  }

  /// All that leaves our modes in one go, for when ncurses can no longer be asked.
  static func leavingBytes(_ off: String) -> String {
    var bytes = off
    for name in ["sgr0", "cnorm"] { bytes += capability(name) ?? "" }
    if let leaveAlternateScreen = capability("rmcup") {
      bytes += leaveAlternateScreen
    } else {
      bytes += "\r\n"
    }
    return bytes + cursorOn
  }

  /// Shows the cursor.
  ///
  /// To be sent after the alternate screen is left: some terminals (those built on libvterm, as in Neovim) bring back
  /// with it whether the cursor was hidden when ncurses last saved its place.
  static var cursorOn: String { capability("cnorm") ?? "" }

  /// A capability without padding, which only ncurses can send.
  private static func capability(_ name: String) -> String? {
    guard let text = curses_capability(name) else { return nil }
    var bytes = Array(UnsafeBufferPointer(start: text, count: strlen(text)).lazy.map(UInt8.init(bitPattern:)))
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "$")), start + 1 < bytes.count {
      index = start + 1
      guard bytes[index] == UInt8(ascii: "<"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
        continue
      }
      bytes.removeSubrange(start...end)
      index = start
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The keys that the terminfo database gives for this terminal.
  static func ownSequences() -> [(bytes: [UInt8], key: Key)] {
    let names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kf1", .function(1)), ("kf2", .function(2)),
    ]
    var sequences: [(bytes: [UInt8], key: Key)] = []
    for (name, key) in names {
      guard let text = curses_capability(name) else { continue }
      let bytes = Array(String(cString: text).utf8)
      // One byte would take a character or a control key away.
      if bytes.count > 1, bytes[0] == 0x1B { sequences.append((bytes, key)) }
    }
    return sequences
  }
}
