import Diagnostics
import Expressions
import Formats
import Glibc
import Networks
import Tutor
import TutorViews

/// The walk line by line: reads a line, lets the state answer, prints what is new.
struct PlainWalk {
  private var loop: SessionLoop
  private let output = Output.standard
  private let log: ProgressLog
  private var state: State { loop.state }
  /// Where lines come from; nil for standard input.
  private var source: (any LineSource)?
  /// Whether no one is there to read what is wrong: it goes to standard error, and the exit code says so.
  private var isScript = true
  /// Whether something could not be done.
  private(set) var hasFailed = false
  /// Whether every line is answered by one line of JSON.
  private let isJSON: Bool
  /// Whether formulas are said in words.
  private let isSpoken: Bool

  init(
    _ start: Start, _ log: ProgressLog, _ recorder: Recorder? = nil, lines: (any LineSource)? = nil,
    asJSON isJSON: Bool = false, isSpoken: Bool = false
  ) {
    (self.isJSON, self.isSpoken) = (isJSON, isSpoken)
    loop = SessionLoop(start, log, recorder: recorder)
    self.log = log
    source = lines
  }

  /// Runs until the end of the lines or `quit`; each answer is written before the next line is read.
  mutating func run() throws(Output.Failure) {
    defer { loop.finish() }
    // Known before the first answer, and said before it.
    if !log.isTold { loop.send(log.tell()) }
    for words in log.warnings where !state.isAtHome || words != state.banner { try say(words) }
    try write(PlainView.opening(state), to: nil, since: state)
    if source == nil, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      let lines = EditedLines(prompt: "bptutor> ", architecture: state.walk.network.architecture)
    {
      isScript = false
      while true {
        lines.interruptHint = Self.interruptHint[state.language]
        guard let line = lines.next() else { break }
        guard try answer(line) else { return }
        lines.architecture = state.walk.network.architecture
      }
      try output.writeLines([""])
    } else {
      var lines: any LineSource = source ?? PipedLines()
      while let line = lines.next(), try answer(line) {}
    }
  }

  /// Answers one line; false where it asks to leave.
  private mutating func answer(_ line: TypedLine) throws(Output.Failure) -> Bool {
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
    case .text(let text):
      // A byte order mark is no part of the first line; a remark is for who reads the script.
      let line = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
      return isScript && line.drop(while: \.isWhitespace).first == "#" ? true : try send(.line(line))
    }
  }

  private static let interruptHint = Words(
    en: "Ctrl-C again, or Ctrl-D, leaves.", zh: "再按一次 Ctrl-C（或按 Ctrl-D）离开。")

  /// What is said to a line, or to none at the beginning.
  private func write(
    _ lines: [String], to input: String?, since before: State, isDone: Bool = true
  ) throws(Output.Failure) {
    guard isJSON else { return try print(lines) }
    try output.writeLines([SessionLine(input, lines, isDone, before: before, after: state).json.oneLine])
  }

  private func say(_ words: Words) throws(Output.Failure) {
    if isJSON { return try output.writeLines([SessionLine.notice(words[state.language]).oneLine]) }
    try print([words[state.language]])
  }

  private func print(_ lines: [String], to stream: Output? = nil) throws(Output.Failure) {
    try (stream ?? output).writeLines(isSpoken ? lines.map { SpokenLine.text($0, state.language) } : lines)
  }

  /// A line that cannot be read.
  private mutating func refuse(_ words: Words) throws(Output.Failure) {
    if isScript { hasFailed = true }
    if isJSON { return try write([words[state.language]], to: nil, since: state, isDone: false) }
    try (isScript ? Output.error : output).writeLines([words[state.language]])
  }

  private mutating func send(_ event: Event) throws(Output.Failure) -> Bool {
    let (before, banner) = (state, state.banner)
    loop.send(input: event)
    // Lines come when they come: nothing is waited for but training.
    while state.descent != nil, !loop.isOver { loop.wake() }
    let response = PlainView.response(before: before, after: state)
    let faults = isScript ? PlainView.faults(state) : []
    if isJSON {
      let isDone = PlainView.faults(state).isEmpty
      if isScript, !isDone { hasFailed = true }
      var input: String?
      if case .line(let text) = event { input = text }
      try write(response, to: input, since: before, isDone: isDone)
    } else if !faults.isEmpty, response.starts(with: faults) {
      hasFailed = true
      try print(faults, to: .error)
      try print(Array(response.dropFirst(faults.count)))
    } else {
      try print(response)
    }
    // Said once, when it begins.
    if let news = state.banner, news != banner, !state.isAtHome { try say(news) }
    loop.send(.printed)
    return !loop.isOver
  }
}
