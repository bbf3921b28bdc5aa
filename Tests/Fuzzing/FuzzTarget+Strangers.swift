import Classroom
import Diagnostics
import Glibc
import Networks
import Progress
import Skills
import Tutor

/// What strangers send: messages to a room and from one, files of progress.
extension FuzzTarget {
  private static let code = RoomCode("f3k9-qa") ?? .random()

  /// The first line is a topic, the rest a message.
  func room(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let topic = String(decoding: parts.first ?? [], as: UTF8.self)
    let payload = Array(parts.dropFirst().first ?? [])
    answer(topic, payload)
    _ = BrokerAddress(topic)
    _ = LinkLine.read(LinkReport.self, payload)
    _ = LinkLine.read(LinkOrder.self, payload)
    _ = AnswerLog.message(inLine: payload[...])
    if let line = AnswerLog.line(topic: topic, payload: payload) {
      let back = AnswerLog.message(inLine: Array(line.utf8)[...])
      precondition(back?.topic == topic && back?.payload == payload, "a message is not what was written down")
    }
    seat(payload)
    for key in PresentationTape.keys(inLine: payload[...]) ?? [] { precondition(key == key) }
    var tape = PresentationTape(knowing: [])
    for line in bytes.split(separator: 0x0A).prefix(50) { _ = try? tape.read(line) }
  }

  /// What a stranger sends as an answer, up to the projector's own state.
  private func answer(_ topic: String, _ payload: [UInt8]) {
    let name = topic.isEmpty ? "bptutor/f3k9-qa/answer/walk/student-of-a-test-1" : topic
    do throws(RoomFault) {
      let answer = try RoomAnswer(topic: name, payload: payload, in: Self.code)
      precondition(!answer.text.isEmpty && (1...2).contains(answer.round) && answer.number > 0)
      let again = try? RoomAnswer(topic: name, payload: Array(answer.payload.utf8), in: Self.code)
      precondition(again == answer, "an answer that was written reads back the same")
      var state = State(Start(.room(.walk, .projector), network: BundledNetworks.default))
      let door = RoomDoor(code: Self.code, address: nil, picture: [])
      for news in [RoomNews.door(door), .link(.connected), .answers([answer, answer])] {
        state.replay(.presented(.room(news)))
      }
    } catch {
      // Faults have no words of their own: they are counted.
    }
  }

  /// What a student's terminal makes of it.
  private func seat(_ payload: [UInt8]) {
    for language in Language.allCases {
      var seat = Seat(secret: "student-of-a-test-1", language: language)
      if let screen = RoomMessage.read(ScreenMessage.self, payload) {
        _ = seat.see(screen)
        for text in ["", "a", "0.5"] { _ = seat.type(text, at: 1) }
        _ = seat.see(screen)
      }
      if let result = RoomMessage.read(ResultMessage.self, payload) { _ = seat.see(result) }
      _ = seat.answerToRepeat
    }
  }

  /// A file that a learner hands in: the bytes themselves, or a good file with bytes of it changed.
  func store(_ bytes: [UInt8]) {
    var file = bytes
    if !bytes.starts(with: "SQLite".utf8) {
      file = Self.goodStore
      for change in stride(from: 0, to: bytes.count - 3, by: 4) {
        let place = Int(bytes[change]) << 16 | Int(bytes[change + 1]) << 8 | Int(bytes[change + 2])
        if !file.isEmpty { file[place % file.count] = bytes[change + 3] }
      }
    }
    let path = Self.scratch("in")
    Self.write(file, to: path)
    do throws(StoreFault) {
      let store = try ProgressStore.reading(path)
      let attempts = try store.attempts()
      let places = try store.places()
      var roll = ClassRoll()
      roll.add(attempts, name: nil, path: path)
      _ = roll.members
      let kept = KeptProgress(attempts: attempts, places: places, now: 1_700_000_000_000)
      var start = Start(.menu, network: BundledNetworks.default)
      start.kept = kept
      _ = State(start)
    } catch {
      precondition(!error.message.en.isEmpty)
    }
  }

  private static func scratch(_ name: String) -> String { "/dev/shm/bptutor-fuzz-\(getpid())-\(name)" }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private static let goodStore: [UInt8] = {
    let path = scratch("good")
    do throws(StoreFault) {
      let store = try ProgressStore.open(path)
      for number in 0..<20 {
        var attempt = Attempt(
          time: Int64(number) * 60_000, lesson: number % 2 == 0 ? "one" : nil, step: "dE/dw5", parameters: "a",
          answer: "0.\(number)", verdict: Attempt.Verdict.allCases[number % Attempt.Verdict.allCases.count],
          skills: [.sigmoid], isFirst: number % 3 == 0)
        attempt.hint = number
        try store.record(attempt)
      }
      try store.keepPlace("screen=2", in: "one")
    } catch {
      preconditionFailure("\(error)")
    }
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    unlink(path)
    return Array(bytes.prefix(count))
  }()
}
