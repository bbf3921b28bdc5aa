import Diagnostics
import Expressions
import Glibc
import Screen
import Terminal
import Tutor
import TutorViews

/// The tutor on a whole screen: terminal events go in, grids and effects come out.
struct ScreenSession {
  private var state: State
  private let terminal: Terminal
  /// When the tutor wants to be told the time, in milliseconds.
  private var wakeTime: Int?
  private var foresight: Foresight?
  /// Whether the frame has just been painted, and nothing has been foreseen from it.
  private var isFresh = false
  /// Whether the state has not been shown, since something had arrived; perhaps it was no key.
  private var owesFrame = false

  init(_ state: State, _ options: Terminal.Options) throws(TerminalFault) {
    terminal = try Terminal.open(options)
    self.state = state
    if terminal.usesASCII { self.state.notation = .ascii }
    if let note = terminal.note { self.state.reply = .notice(note) }
  }

  /// Runs until the person leaves; returns the exit code.
  mutating func run() -> Int32 {
    defer { terminal.close() }
    paint()
    while true {
      switch terminal.nextEvent(timeout: timeout) {
      case .key(let key):
        if let code = handle(key) { return code }
      case .resized: break
      case .interrupted(let signal): return Terminal.exitCode(after: signal)
      case .ended: return Terminal.exitCode(after: SIGHUP)
      case .timer where owesFrame: break
      case .timer where looksAhead:
        if isFresh { foresight = Foresight(from: state, size) }
        isFresh = false
        foresight?.look()
        continue
      case .timer:
        wakeTime = nil
        if let code = dispatch(.time(Clock.now())) { return code }
      }
      paint()
    }
  }

  private var size: Size {
    terminal.size.columns == 0 && terminal.size.rows == 0 ? Size(columns: 80, rows: 24) : terminal.size
  }

  /// How long to wait at most, in milliseconds; nil for ever.
  private var timeout: Int? {
    let wake = wakeTime.map { max(0, $0 - Clock.now()) }
    // Right after a frame the processor belongs to whoever brings it to the eye.
    return looksAhead ? min(wake ?? .max, isFresh ? 3 : 0) : wake
  }

  /// Whether there are screens to draw before their keys come.
  private var looksAhead: Bool { isFresh || foresight?.isComplete == false }

  private mutating func paint() {
    isFresh = true
    // What has arrived meanwhile is dealt with first: nobody sees the frames in between.
    owesFrame = terminal.hasPendingInput
    if !owesFrame { terminal.paint(foresight?.grid(of: state, size) ?? View.render(state, size)) }
  }

  /// The exit code once it is time to leave.
  private mutating func handle(_ key: Key) -> Int32? {
    ProvokedCrash.happenIfWanted()
    // Only a question cares how fast answers come.
    if state.asking != nil { _ = state.update(.time(Clock.now())) }
    if case .click(let point) = key {
      return View.event(at: point, state, size).flatMap { dispatch($0) }
    }
    return dispatch(.key(key))
  }

  private mutating func dispatch(_ event: Event) -> Int32? {
    for effect in state.update(event) {
      switch effect {
      case .quit: return ExitCode.success
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .wake(let delay): wakeTime = Clock.now() + delay
      case .read(let name): if let code = dispatch(EffectRunner.read(name)) { return code }
      case .drawSeed: if let code = dispatch(EffectRunner.seed()) { return code }
      case .record, .keepPlace: break
      }
    }
    // A question that has just been opened begins now.
    if state.asking != nil, state.asking?.since == nil { _ = state.update(.time(Clock.now())) }
    return nil
  }
}
