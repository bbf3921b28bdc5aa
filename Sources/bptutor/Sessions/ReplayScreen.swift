import Configuration
import Diagnostics
import Glibc
import Screen
import Terminal
import Tutor
import TutorViews

/// A recorded session on the whole screen: it plays, pauses, steps on and back, and can be left for free play.
struct ReplayScreen {
  private let terminal: Terminal
  private var player: Player
  /// When the next event is due, by the clock, in milliseconds; nil while nothing plays.
  private var due: Int?

  init(
    _ recording: Recording, speed: Double, _ options: Terminal.Options, keys: [KeyChange], notice: Words?
  ) throws(TerminalFault) {
    terminal = try Terminal.open(options)
    player = Player(recording, speed: speed, keymap: Keymap.standard.applying(keys).keymap, notice: notice)
  }

  /// Runs until the person leaves; returns the exit code.
  mutating func run() -> Int32 {
    defer { terminal.close() }
    // What there is to say first is read before it plays.
    if player.notice == nil { player.play() }
    while true {
      due = player.delay.map { Clock.now() + $0 }
      paint()
      switch terminal.nextEvent(timeout: due.map { max(0, $0 - Clock.now()) }) {
      case .key(let key):
        switch player.press(key) {
        case .goOn: break
        case .leave: return ExitCode.success
        case .play(let state): return freePlay(state)
        case .redraw: terminal.redraw()
        case .suspend: terminal.suspend()
        }
      case .timer: player.step()
      case .resized, .watched: break
      case .interrupted(let signal): return Terminal.exitCode(after: signal)
      case .ended: return Terminal.exitCode(after: SIGHUP)
      }
    }
  }

  /// From here on by one's own keys; nothing is kept.
  private func freePlay(_ state: State) -> Int32 {
    var session = ScreenSession(resuming: state, ProgressLog(isKeeping: false), on: terminal)
    return session.play()
  }

  private func paint() {
    if terminal.hasPendingInput { return }
    let size = terminal.size.columns == 0 ? Size(columns: 80, rows: 24) : terminal.size
    var grid = View.render(player.state, size)
    guard size.rows > 1 else { return terminal.paint(grid) }
    let line = player.line(player.state.language, isASCII: player.state.notation == .ascii, columns: size.columns - 2)
    grid.fill(" ", columns: 0..<size.columns, rows: size.rows - 1..<size.rows, Style(.bar))
    grid.write(line, at: 1, size.rows - 1, Style(.bar, bold: true), width: size.columns - 2)
    terminal.paint(grid)
  }
}
