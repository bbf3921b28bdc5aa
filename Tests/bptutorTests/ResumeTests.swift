import Diagnostics
import Glibc
import Networks
import Progress
import Screen
import TerminalTesting
import Testing

/// The real program in a real terminal, killed in the middle of lessons.
@Suite(.serialized) struct ResumeTests {
  private let state = "/tmp/bptutor-resume-\(getpid())-\(UInt64.random(in: 0 ... .max))"

  private func start(_ lesson: String, _ language: Language) throws -> PtySession {
    let session = try PtySession(
      [Program.path, "lesson", lesson, "--lang", language.rawValue], environment: ["BPTUTOR_STATE": state])
    try session.wait(forText: " bptutor · ", within: 30)
    try session.waitUntilQuiet()
    return session
  }

  /// What is on the screen, without the line at the bottom, whose notices belong to the last key.
  ///
  /// A notice has a row of its own above it, which begins with a single blank.
  private func screen(_ session: PtySession) -> [String] {
    var lines = session.lines.dropLast().filter { !$0.isEmpty }
    while let last = lines.last, last.hasPrefix(" "), !last.hasPrefix("  ") { lines.removeLast() }
    return lines
  }

  /// Killed at twenty random places in each language: the lesson goes on where it was, and every answer is there.
  @Test(arguments: Language.allCases)
  func killedInTheMiddle(_ language: Language) throws {
    defer { unlink(state) }
    var random = RandomSource(seed: language == .en ? 11 : 12)
    let lessons = ["forward-pass", "loss", "local-slopes", "output-weight"]
    var lesson = 0
    var (answers, kills) = (0, 0)
    var session = try start(lessons[0], language)
    while kills < 20 {
      for _ in 0...random.next() % 4 {
        // An answer, and then on: the same question answered in haste would make a pause.
        let answersNow = random.next() % 3 != 0
        if answersNow {
          // The first option, or the line of an answer; two at once would be haste.
          session.send(keys: "a")
          try session.waitUntilQuiet(for: 0.06)
          if !session.lines.contains(where: { $0.contains("✗ a") || $0.contains("✓") }) {
            session.send(keys: "1")
            try session.waitUntilQuiet(for: 0.06)
            session.send(keys: "\r")
            try session.waitUntilQuiet(for: 0.06)
          }
        }
        try close(session)
        if random.next() % 4 != 0 {
          session.send(keys: "s")
          try session.waitUntilQuiet(for: 0.06)
          try close(session)
        }
      }
      // Judging a wrong answer takes its time.
      try session.waitUntilQuiet(for: 0.5)
      // A notice of the last key takes a row of its own.
      session.send(keys: "\u{1B}")
      try session.waitUntilQuiet(for: 0.5)
      let before = screen(session)
      answers = try ProgressStore.reading(state).attempts().count
      session.signal(SIGKILL)
      try session.waitForExit()
      kills += 1
      session = try start(lessons[lesson], language)
      let isAtEnd = before.first.map { $0.contains("end ━") || $0.contains("结束 ━") } ?? false
      // What was ended begins anew.
      if !isAtEnd {
        #expect(screen(session) == before, "kill \(kills)")
      }
      #expect(try ProgressStore.reading(state).attempts().count == answers)
      // At a lesson's end the next one.
      if isAtEnd, lesson + 1 < lessons.count {
        lesson += 1
        session.send(keys: "q")
        try session.waitForExit()
        session = try start(lessons[lesson], language)
      }
    }
    #expect(answers > 10)
    session.send(keys: "q")
    try session.waitForExit()
  }

  /// Closes a prompt: keys would be text in it.
  private func close(_ session: PtySession) throws {
    guard session.lines.last?.first == ":" else { return }
    session.send(keys: "\u{1B}")
    try session.waitUntilQuiet(for: 0.25)
  }

  /// An answer is in the file as soon as its verdict can be seen.
  @Test(arguments: Language.allCases)
  func whatIsJudgedIsSaved(_ language: Language) throws {
    defer { unlink(state) }
    for count in 1...5 {
      let session = try PtySession(
        [Program.path, "practise", "sigmoid", "--random", "\(count)", "--lang", language.rawValue],
        environment: ["BPTUTOR_STATE": state])
      try session.wait(forText: " bptutor · ", within: 30)
      try session.waitUntilQuiet()
      // No output of a sigmoid is that large, so that it is wrong whatever the numbers are.
      session.send(keys: "a7.\(count)\r")
      try session.wait(forText: "✗ 7.\(count)")
      session.signal(SIGKILL)
      try session.waitForExit()
      #expect(try ProgressStore.reading(state).attempts().last?.answer == "7.\(count)")
      #expect(try ProgressStore.reading(state).attempts().count == count)
    }
  }

  /// From the menu into a lesson, out of it, killed, and on with the same lesson.
  @Test(arguments: Language.allCases)
  func theMenuGoesOnWithIt(_ language: Language) throws {
    defer { unlink(state) }
    let arguments = [Program.path, "--lang", language.rawValue]
    let session = try PtySession(arguments, environment: ["BPTUTOR_STATE": state])
    try session.wait(forText: language == .en ? "Begin here" : "从这里开始", within: 20)
    // Opening a lesson takes longer than a pause between two keys.
    session.send(keys: "\r")
    try session.wait(for: "the lesson") { session.lines.first?.contains(" 1/18 ") == true }
    session.send(keys: " ")
    try session.wait(for: "its second screen") { session.lines.first?.contains(" 2/18 ") == true }
    try session.waitUntilQuiet()
    let lesson = screen(session)
    session.signal(SIGKILL)
    try session.waitForExit()
    let again = try PtySession(arguments, environment: ["BPTUTOR_STATE": state])
    try again.wait(forText: language == .en ? "Continue" : "继续", within: 20)
    again.send(keys: "\r")
    try again.wait(for: "the lesson") { again.lines.first?.contains(" 2/18 ") == true }
    try again.waitUntilQuiet()
    #expect(screen(again) == lesson)
    again.send(keys: "q")
    try again.wait(forText: language == .en ? "Continue" : "继续")
    again.send(keys: "q")
    #expect(try again.waitForExit() == .exited(0))
  }
}
