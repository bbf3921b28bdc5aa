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
  private let log: ProgressLog
  /// Whether the tutor has been told what is kept of the learner.
  private var knowsLearner: Bool
  /// The frame that has just been painted, if nothing has been foreseen from it.
  private var fresh: Grid?
  /// The lesson file that is shown, where its author is at work on it.
  private var preview: Preview?
  /// The other screen, where a lesson is presented on two.
  private let stage: Stage?
  /// Whether the state has not been shown, since something had arrived; perhaps it was no key.
  private var owesFrame = false

  init(
    _ state: State, _ log: ProgressLog, _ options: Terminal.Options, preview: Preview? = nil, stage: Stage? = nil
  ) throws(TerminalFault) {
    terminal = try Terminal.open(options)
    self.state = state
    self.log = log
    knowsLearner = log.isTold
    self.preview = preview
    self.stage = stage
    terminal.watched = preview?.descriptor ?? stage?.descriptor
    // A time that is shown is told from the beginning on.
    if state.presentation?.showsTime == true { wakeTime = Clock.now() }
    if terminal.usesASCII { self.state.notation = .ascii }
    if let note = terminal.note { self.state.reply = .notice(note) }
  }

  /// On a terminal that stays open behind it.
  init(_ state: State, _ log: ProgressLog, on terminal: Terminal) {
    self.terminal = terminal
    self.state = state
    self.log = log
    knowsLearner = log.isTold
    preview = nil
    stage = nil
  }

  /// Runs until the person leaves; returns the exit code.
  mutating func run() -> Int32 {
    defer {
      terminal.close()
      stage?.end()
    }
    hearNews()
    return walk()
  }

  /// The same, and leaves the terminal open.
  mutating func walk() -> Int32 {
    paint()
    while true {
      switch terminal.nextEvent(timeout: timeout) {
      case .key(let key):
        if let code = handle(key) { return code }
      case .resized: break
      case .interrupted(let signal): return Terminal.exitCode(after: signal)
      case .ended: return Terminal.exitCode(after: SIGHUP)
      case .watched:
        preview?.noteChange()
        guard hearNews() else { continue }
      case .timer where owesFrame: break
      case .timer where preview?.isDue == true:
        preview?.reload(&state)
      case .timer where fresh != nil || foresight?.isComplete == false:
        if let grid = fresh.take() { foresight = Foresight(from: state, shownAs: grid) }
        foresight?.look()
        continue
      case .timer where wakeTime.map { $0 > Clock.now() } ?? false: continue
      case .timer:
        wakeTime = nil
        if let code = dispatch(.time(Clock.now())) { return code }
      }
      paint()
    }
  }

  /// Takes in where the presentation stands that this screen follows; false where nothing is new.
  @discardableResult
  private mutating func hearNews() -> Bool {
    guard let news = stage?.news() else { return false }
    _ = dispatch(.time(Clock.now()))
    _ = dispatch(news)
    return true
  }

  private var size: Size {
    terminal.size.columns == 0 && terminal.size.rows == 0 ? Size(columns: 80, rows: 24) : terminal.size
  }

  /// How long to wait at most, in milliseconds; nil for ever.
  private var timeout: Int? {
    let wake = [wakeTime.map { max(0, $0 - Clock.now()) }, preview?.wait].compactMap { $0 }.min()
    // Right after a frame the processor belongs to whoever brings it to the eye.
    let own = owesFrame || fresh != nil ? 3 : foresight?.isComplete == false ? 0 : nil
    return [wake, own].compactMap { $0 }.min()
  }

  private mutating func paint() {
    stage?.tell(state.presentationPlace)
    // What has arrived meanwhile is dealt with first: nobody sees the frames in between.
    owesFrame = terminal.hasPendingInput
    fresh = nil
    if owesFrame { return }
    if let page = preview?.faults {
      foresight = nil
      return terminal.paint(page.render(size))
    }
    let grid = foresight?.grid(of: state, size) ?? View.render(state, size)
    terminal.paint(grid)
    fresh = grid
  }

  /// The exit code once it is time to leave.
  private mutating func handle(_ key: Key) -> Int32? {
    ProvokedCrash.happenIfWanted()
    if preview?.faults != nil { return handleAtFaults(key) }
    // Only a question cares how fast answers come, and what was answered before.
    if state.asking != nil {
      _ = state.update(.time(Clock.now()))
      if !knowsLearner { tellProgress() }
    }
    if case .click(let point) = key {
      return View.event(at: point, state, size).flatMap { dispatch($0) }
    }
    return dispatch(.key(key))
  }

  private mutating func tellProgress() {
    knowsLearner = true
    _ = state.update(log.tell())
  }

  /// There is no lesson to act on while its file has faults.
  private mutating func handleAtFaults(_ key: Key) -> Int32? {
    switch key {
    case .character("q"), .control("c"): return ExitCode.success
    case .control("z"): terminal.suspend()
    case .control("l"): terminal.redraw()
    default:
      let size = size
      _ = preview?.faults?.scroll(key, size)
    }
    return nil
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
      case .record(let attempt): for event in log.record(attempt) { _ = state.update(event) }
      case .keepPlace(let lesson, let place):
        for event in log.keepPlace(place, in: lesson) { _ = state.update(event) }
      case .tellProgress: tellProgress()
      }
    }
    // A question that has just been opened begins now.
    if state.asking != nil, state.asking?.since == nil { _ = state.update(.time(Clock.now())) }
    return nil
  }
}
