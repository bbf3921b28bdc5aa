import Diagnostics
import Glibc
import Networks
import Tutor
import TutorViews

/// The walk line by line: reads a line, lets the state answer, prints what is new.
struct PlainWalk {
  private var state: State
  private let output = Output.standard
  private let log: ProgressLog

  init(_ state: State, _ log: ProgressLog) {
    self.state = state
    self.log = log
  }

  /// Runs until the end of the lines or `quit`; each answer is written before the next line is read.
  mutating func run() throws(Output.Failure) {
    try output.writeLines(PlainView.opening(state))
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      let lines = EditedLines(prompt: "bptutor> ", architecture: state.walk.network.architecture)
    {
      while let line = lines.next() {
        guard try answer(line) else { return }
        lines.architecture = state.walk.network.architecture
      }
      try output.writeLines([""])
    } else {
      var lines = PipedLines()
      while let line = lines.next(), try answer(line) {}
    }
  }

  /// Answers one line; false where it asks to leave.
  private mutating func answer(_ line: TypedLine) throws(Output.Failure) -> Bool {
    ProvokedCrash.happenIfWanted()
    switch line {
    case .tooLong:
      try refuse(
        Words(
          en: "This line is longer than \(PipedLines.longest >> 10) KiB and was not read.",
          zh: "这一行超过 \(PipedLines.longest >> 10) KiB，没有读取。"))
      return true
    case .notUTF8:
      try refuse(Words(en: "This line is not valid UTF-8 and was not read.", zh: "这一行不是有效的 UTF-8，没有读取。"))
      return true
    case .text(let text): return try send(.line(text))
    }
  }

  private func refuse(_ words: Words) throws(Output.Failure) {
    try output.writeLines([words[state.language]])
  }

  private mutating func send(_ event: Event) throws(Output.Failure) -> Bool {
    let (before, banner) = (state, state.banner)
    var isDone = false
    if !log.isTold { _ = state.update(log.tell()) }
    _ = state.update(.time(Clock.now()))
    var waiting = state.update(event)
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .quit: isDone = true
      // Lines come when they come: the time is told before each of them.
      case .wake where state.descent != nil: waiting += state.update(.time(Clock.now()))
      case .suspend, .redraw, .wake: break
      case .record(let attempt): for event in log.record(attempt) { _ = state.update(event) }
      case .keepPlace(let lesson, let place):
        for event in log.keepPlace(place, in: lesson) { _ = state.update(event) }
      case .tellProgress: _ = state.update(log.tell())
      case .read(let name): waiting += state.update(EffectRunner.read(name))
      case .drawSeed: waiting += state.update(EffectRunner.seed())
      }
    }
    try output.writeLines(PlainView.response(before: before, after: state))
    // Said once, when it begins.
    if let news = state.banner, news != banner, !state.isAtHome { try refuse(news) }
    // Pages are printed, not stayed on.
    state.closePages()
    return !isDone
  }
}
