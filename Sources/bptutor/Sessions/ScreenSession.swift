import Diagnostics
import Expressions
import Glibc
import Screen
import Terminal
import Training
import Tutor
import TutorViews

/// The tutor on a whole screen: terminal events go in, grids come out.
struct ScreenSession {
  private var loop: SessionLoop
  private let terminal: Terminal
  private var foresight: Foresight?
  /// The frame that has just been painted, if nothing has been foreseen from it.
  private var fresh: Grid?
  /// The lesson file that is shown, where its author is at work on it.
  private var preview: Preview?
  /// The other screen, where a lesson is presented on two.
  private let stage: (any PresentationScreen)?
  /// Whether the state has not been shown, since something had arrived; perhaps it was no key.
  private var owesFrame = false

  @inline(never)
  init(
    _ start: Start, _ log: ProgressLog, _ options: Terminal.Options, preview: Preview? = nil,
    stage: (any PresentationScreen)? = nil, run: TrainingRun? = nil, resuming former: PresentationRun? = nil,
    recorder: Recorder? = nil
  ) throws(TerminalFault) {
    let terminal = try Terminal.open(options)
    var start = start
    if terminal.usesASCII { start.notation = .ascii }
    if let note = terminal.note { start.notice = note }
    self.terminal = terminal
    self.preview = preview
    self.stage = stage
    if let recorder {
      recorder.note(size: terminal.size)
      if recorder.isOfScreen { terminal.tee = { recorder.note(screen: $0) } }
    }
    let look = Look(language: start.language, notation: start.notation)
    loop = SessionLoop(
      start, log, on: terminal, trainer: run.map { Trainer($0, look) }, recorder: recorder, stage: stage,
      resuming: former)
    watch()
  }

  /// Programs beside this one may have been started anew.
  private func watch() {
    terminal.watched = [preview?.descriptor].compactMap { $0 } + (stage?.descriptors ?? [])
  }

  /// Runs until the person leaves; returns the exit code.
  mutating func run() -> Int32 {
    defer { terminal.close() }
    tellSize()
    tellBig()
    _ = hearNews()
    return play()
  }

  /// On a terminal that stays open behind it, from a state.
  init(resuming state: State, _ log: ProgressLog, on terminal: Terminal) {
    self.terminal = terminal
    (preview, stage) = (nil, nil)
    loop = SessionLoop(resuming: state, log, on: terminal)
  }

  /// Runs until the person leaves, and leaves the terminal open.
  mutating func play() -> Int32 {
    defer { loop.finish() }
    paint()
    while !loop.isOver {
      switch terminal.nextEvent(timeout: timeout) {
      case .key(let key): handle(key)
      case .resized:
        loop.noteSize(terminal.size)
        tellSize()
      case .interrupted(let signal): return Terminal.exitCode(after: signal)
      case .ended: return Terminal.exitCode(after: SIGHUP)
      case .watched:
        preview?.noteChange()
        if !hearNews() { continue }
      case .timer where owesFrame: break
      case .timer where hearNews(): break
      case .timer where preview?.isDue == true:
        reload()
      case .timer where fresh != nil || foresight?.isComplete == false:
        foresee()
        continue
      case .timer where loop.wakeTime.map { $0 > Clock.now() } ?? false: continue
      case .timer: loop.wake()
      }
      if !loop.isOver { paint() }
    }
    return ExitCode.success
  }

  @inline(never)
  private mutating func reload() {
    if let entry = preview?.reload(loop.state.language, loop.state.notation) { loop.send(.revised(entry)) }
  }

  @inline(never)
  private mutating func foresee() {
    if let grid = fresh.take() { foresight = Foresight(from: loop.state, shownAs: grid) }
    foresight?.look()
  }

  /// Takes in where the presentation is that this screen follows; false where nothing is new.
  @inline(never)
  private mutating func hearNews() -> Bool {
    let news = stage?.news(loop.state) ?? []
    if stage != nil { watch() }
    if news.isEmpty { return false }
    loop.send(.time(Clock.now()))
    for event in news { loop.send(event) }
    return true
  }

  /// The presenter learns how large the room's screen is.
  @inline(never)
  private mutating func tellSize() {
    if stage?.tellsSize == true { loop.send(.presented(.size(size))) }
  }

  /// What a presentation is taken up with that was enlarged, or is to be.
  private mutating func tellBig() {
    guard let isBig = stage?.isBig, isBig || loop.state.presentation?.isBig == true else { return }
    loop.send(.presented(.big(isBig ? terminal.askLargeText() : nil)))
  }

  private var size: Size {
    terminal.size.columns == 0 && terminal.size.rows == 0 ? Size(columns: 80, rows: 24) : terminal.size
  }

  /// How long to wait at most, in milliseconds; nil for ever.
  private var timeout: Int? {
    let wake = [loop.wakeTime.map { max(0, $0 - Clock.now()) }, preview?.wait, stage?.wait].compactMap { $0 }.min()
    // Right after a frame the processor belongs to the terminal that shows it.
    let own = owesFrame || fresh != nil ? 3 : foresight?.isComplete == false ? 0 : nil
    return [wake, own].compactMap { $0 }.min()
  }

  @inline(never)
  private mutating func paint() {
    // What has arrived meanwhile is dealt with first: no one sees the frames in between.
    owesFrame = terminal.hasPendingInput
    fresh = nil
    if owesFrame { return }
    if let page = preview?.faults {
      foresight = nil
      return terminal.paint(page.render(size))
    }
    let grid = foresight?.grid(of: loop.state, size) ?? View.render(loop.state, size, training: loop.trainer?.progress)
    terminal.paint(grid)
    fresh = grid
  }

  @inline(never)
  private mutating func handle(_ key: Key) {
    if preview?.faults != nil { return handleAtFaults(key) }
    guard case .click(let point) = key else { return loop.send(input: .key(key)) }
    if let event = View.event(at: point, loop.state, size) { loop.send(input: event) }
  }

  /// There is no lesson to act on while its file has faults.
  private mutating func handleAtFaults(_ key: Key) {
    switch key {
    case .character("q"), .control("c"): loop.leave()
    case .control("z"): terminal.suspend()
    case .control("l"): terminal.redraw()
    default:
      let size = size
      preview?.scrollFaults(key, size)
    }
  }
}
