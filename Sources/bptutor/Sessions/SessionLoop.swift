import Glibc
import Screen
import Terminal
import Tutor

/// The tutor and what its effects touch: the one way in for events, and the one place that runs effects.
///
/// The whole screen, the plain mode, previews and presentations all go through here.
struct SessionLoop {
  private(set) var state: State
  /// When the tutor wants the time, in milliseconds.
  private(set) var wakeTime: Int?
  /// Whether it is time to leave.
  private(set) var isOver = false
  private let log: ProgressLog
  /// Nil in the plain mode, which has nothing to redraw or to suspend.
  private let terminal: Terminal?
  /// The run that is watched, if one is.
  let trainer: Trainer?

  private let recorder: Recorder?
  /// The other screen, where something is presented on two.
  private let stage: (any PresentationScreen)?

  /// Goes on from a state.
  init(resuming state: State, _ log: ProgressLog, on terminal: Terminal) {
    (self.state, self.log, self.terminal) = (state, log, terminal)
    (trainer, recorder, stage) = (nil, nil, nil)
  }

  /// Begins a session.
  @inline(never)
  init(
    _ start: Start, _ log: ProgressLog, on terminal: Terminal? = nil, trainer: Trainer? = nil,
    recorder: Recorder? = nil, stage: (any PresentationScreen)? = nil, resuming run: PresentationRun? = nil
  ) {
    self.recorder = recorder
    self.stage = stage
    self.trainer = trainer
    state = State(network: start.network)
    self.log = log
    self.terminal = terminal
    if let run {
      state = run.state
      if let trainer { send(trainer.perform(run.work)) }
      send(.time(Clock.now()))
      if let lesson = run.revised { send(.revised(lesson)) }
      send(.presented(.resumed(began: Clock.now() - run.elapsed)))
    } else {
      send(.start(start))
      if let trainer { send(trainer.report()) }
    }
  }

  /// What a person did: a question cares how fast it comes, and what was answered before.
  mutating func send(input event: Event) {
    ProvokedCrash.happenIfWanted()
    var isLine = false
    if case .line = event { isLine = true }
    if state.asking != nil || isLine {
      send(.time(Clock.now()))
      if !log.isTold { send(log.tell()) }
    }
    send(event)
  }

  /// Lets the tutor deal with an event, and does what it wants done.
  mutating func send(_ event: Event) {
    deal(with: event)
    // A question that has just been opened begins now.
    if let asking = state.asking, asking.since == nil { deal(with: .time(Clock.now())) }
  }

  @inline(never)
  private mutating func deal(with event: Event) {
    recorder?.note(event)
    let effects = state.update(event)
    if let fault = recorder?.fault, state.banner == nil { _ = state.update(.banner(fault)) }
    stage?.note(event, state)
    for effect in effects { run(effect) }
  }

  /// The time has come that the tutor waited for.
  @inline(never)
  mutating func wake() {
    wakeTime = nil
    send(.time(Clock.now()))
  }

  /// The terminal has another size.
  func noteSize(_ size: Size) { recorder?.note(size: size) }

  /// The session is over; what was recorded gets its end.
  @inline(never)
  func finish() {
    recorder?.finish(state)
    stage?.end(state)
  }

  /// Ends the session from outside.
  mutating func leave() { isOver = true }

  @inline(never)
  private mutating func run(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .suspend: terminal?.suspend()
    case .redraw: terminal?.redraw()
    case .wake(let delay): wakeTime = Clock.now() + delay
    case .read(let name): send(Self.read(name))
    // A short one, so that a person can type it again.
    case .drawSeed: send(.seed(UInt64.random(in: 1...999_999)))
    case .record(let attempt): for event in log.record(attempt) { send(event) }
    case .keepPlace(let lesson, let place): for event in log.keepPlace(place, in: lesson) { send(event) }
    case .tellProgress: send(log.tell())
    case .train(let epochs): answer { [terminal] in $0.train(epochs) { terminal?.hasPendingInput == true } }
    case .go(let epoch): answer { $0.go(toEpoch: epoch) }
    case .change(let change): answer { $0.apply(change) }
    case .look(let sample): answer { $0.look(atSample: sample) }
    case .derive: answer { $0.derivation() }
    case .send(let keys): stage?.send(keys)
    case .give(let answer): stage?.give(answer)
    }
  }

  private mutating func answer(_ work: (Trainer) -> Event) {
    if let event = trainer.map(work) { send(event) }
  }

  /// Standard input is the session's own.
  private static func read(_ name: String) -> Event {
    do throws(ReadableFile.Fault) {
      return .read(name: name, bytes: try ReadableFile.read(name == "-" ? "./-" : name))
    } catch {
      return .read(name: name, bytes: nil, reason: error.reason)
    }
  }
}
