internal import CNcurses
internal import CTerminal
package import Diagnostics
internal import Glibc
package import Screen

/// The terminal in full-screen use: paints grids and gives keys.
///
/// There is one at a time, and one thread owns it.
/// The only code that touches ncurses, signals and terminal modes. It needs nothing from its owner to survive a crash, a
/// kill or a hang-up: the terminal is given back as it was.
package final class Terminal {
  /// What the user wants of the terminal.
  package struct Options: Sendable {
    /// nil as the environment says: NO_COLOR is obeyed then; see no-color.org.
    package var color: Bool?
    package var theme: Theme
    /// ASCII even where the terminal could do more.
    package var ascii: Bool
    package var mouse: Bool

    package init(color: Bool? = nil, theme: Theme = .named(.auto), ascii: Bool = false, mouse: Bool = true) {
      self.color = color
      self.theme = theme
      self.ascii = ascii
      self.mouse = mouse
    }
  }

  /// The terminal's size, at most 800 by 300; 0 by 0 where it does not know itself.
  ///
  /// Grids of another size are clipped; at 0 by 0 they may have up to 80 by 24.
  package internal(set) var size: Size
  /// Whether pictures should be drawn with ASCII only: the encoding or the kind of terminal lacks more.
  package let usesASCII: Bool
  /// Whether roles are distinguished by colour too.
  package var usesColor: Bool { palette.depth != .none }
  /// What the user should know: the terminal type is not known and another is used instead.
  package let note: Words?

  /// Gets all bytes that the terminal gets, in whole characters; nothing where ncurses writes to the terminal itself.
  package var tee: (([UInt8]) -> Void)? {
    didSet { output.tee = tee }
  }

  /// Descriptors that are waited for beside the terminal.
  package var watched: [Int32] = []
  /// Whether the memory that no one needs was given back since the last key.
  var hasTrimmed = false
  /// How long nothing has to happen before it is: at once after starting, which needs the most of it.
  var trimDelay: Int32 = 0

  let screen: OpaquePointer
  let output: FrameOutput
  var palette: Palette
  /// When the terminal was asked for its ground, in milliseconds; nil where it was not.
  var groundAsked: Int?
  let isUTF8: Bool
  /// Bytes that switch paste marks and mouse reports on and off.
  let modes: (on: String, off: String)
  let leavingBytes: String
  /// Whether the terminal is in our modes: from the first frame on, except while stopped.
  var isTaken = false
  /// The modes to leave behind.
  var before = termios()
  /// Ours.
  var own = termios()
  let signalPipe: Int32
  /// Signals that arrived while another was dealt with; bit n is signal n.
  var waitingSignals: UInt64 = 0
  var decoder: KeyDecoder
  /// A key that has been decoded already.
  var nextKey: Key?
  /// What the terminal shows; nil when that is not known.
  var shown: Grid?
  var isCursorShown = true
  let canHideCursor: Bool
  /// The terminal is gone; no more keys will come.
  var hasEnded = false
  private(set) var isOpen = true

  /// Opens the terminal on standard input and output.
  package static func open(_ options: Options) throws(TerminalFault) -> Terminal {
    // Before anything else: what a fork finds touched is touched, and held, twice.
    var modes = currentModes()
    terminal_restore_prepare(STDOUT_FILENO, &modes)
    terminal_guard_start()
    do throws(TerminalFault) { return try Terminal(options) } catch {
      terminal_guard_stop()
      throw error
    }
  }

  private init(_ options: Options) throws(TerminalFault) {
    let type = try TerminalType.current()
    isUTF8 = Self.adoptCharacterEncoding()
    usesASCII = options.ascii || !isUTF8 || type.lacksGlyphs
    size = Self.measuredSize() ?? Size(columns: 0, rows: 0)

    guard terminal_may_open_files(Self.neededFiles) != 0 else { throw .tooFewFiles }
    guard let output = FrameOutput(STDOUT_FILENO) else { throw .cannotOpen(type.name) }
    self.output = output
    // Before newterm, which else installs handlers that exit without saving anything.
    signalPipe = terminal_signals_install()
    guard signalPipe >= 0 else {
      output.close()
      throw .tooFewFiles
    }
    var modesOnEntry = Self.currentModes()
    let opened = Self.openScreen(type, output)
    // Nothing is changed before the first frame.
    if output.isDirect { terminal_modes_set(STDOUT_FILENO, &modesOnEntry, nil) }
    guard let opened else {
      output.close()
      terminal_signals_remove()
      throw .unknownType(type.name)
    }
    screen = opened.screen
    note = opened.note
    guard curses_capability("cup") != nil else {
      delscreen(opened.screen)
      output.close()
      terminal_signals_remove()
      throw .noCursorMovement(type.name)
    }
    modes = Self.modes(mouse: options.mouse, opened.isXtermLike)
    leavingBytes = Self.leavingBytes(modes.off)
    if opened.isXtermLike, Self.hasXtermAttributes { output.compactor = FrameCompactor() }
    palette = Palette(options.theme, color: options.color ?? !Self.forbidsColor)
    canHideCursor = curses_capability("civis") != nil
    decoder = KeyDecoder()
    decoder.isUTF8 = isUTF8
    decoder.ownSequences = Self.ownSequences()

    // The terminal's own line ends; no key is read through ncurses, nor may output look at input to save time.
    nonl()
    typeahead(-1)
    Self.shrinkStandardScreen()
    fitScreen()
    paintGround()
  }

  /// What is open at the same time: streams, signals, frames, the guard, and what a session reads and saves.
  private static let neededFiles: UInt32 = 16

  /// Gives the terminal back as it was; may be called again.
  package func close() {
    guard isOpen else { return }
    leave()
    isOpen = false
    terminal_guard_stop()
    delscreen(screen)
    output.close()
    terminal_signals_remove()
  }

  deinit { close() }
}
