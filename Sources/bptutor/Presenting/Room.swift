import Classroom
import Formats
import Glibc
import Tutor
import TutorViews

/// A room that takes part: what the projector shows goes out to it, its answers come in.
final class Room {
  private let code: RoomCode
  private let door: RoomDoor
  private let connection: LinkOrder.Connection
  private var link: BoundProgram?
  /// The broker, where this program runs it.
  private let broker: Broker?
  private let helper: String
  private var state = RoomLink.connecting
  private var students: Set<String> = []
  private var (refused, told) = (0, 0)
  private var hasBegun = false
  /// What the broker keeps: sent again when it has forgotten.
  private var kept: [(topic: String, payload: String)] = []
  private var restarted = 0

  /// nil where the helper cannot be started.
  init?(_ code: RoomCode, _ door: RoomDoor, _ connection: LinkOrder.Connection, broker: Broker?, helper: String) {
    guard let link = BoundProgram([helper], memory: BoundProgram.strangersMemory) else { return nil }
    (self.code, self.door, self.connection, self.broker, self.helper) = (code, door, connection, broker, helper)
    self.link = link
    order(.connect(connection))
  }

  var descriptors: [Int32] { [link?.descriptor, broker?.descriptor].compactMap { $0 } }

  /// Until when to wait at most, in milliseconds; nil for ever.
  var wait: Int? { link?.isWaiting == true ? 20 : nil }

  private func order(_ order: LinkOrder) {
    if let line = LinkLine.text(order) { link?.write(line) }
  }

  // MARK: In

  /// What is new of the room.
  func news() -> [Event] {
    var news: [RoomNews] = []
    if !hasBegun {
      hasBegun = true
      news.append(.door(door))
      // What was acknowledged before a crash: what is known already counts once.
      let logged = connection.log.map { Self.answers(inLog: $0, code) } ?? []
      if !logged.isEmpty { news.append(.answers(logged)) }
    }
    broker?.restartIfEnded()
    link?.flush()
    var answers: [RoomAnswer] = []
    let before = (state, students.count)
    for line in link?.lines() ?? [] {
      guard let report = LinkLine.read(LinkReport.self, line) else { continue }
      take(report, &answers)
    }
    if !answers.isEmpty { news.append(.answers(answers)) }
    if before.0 != state { news.append(.link(state)) }
    if before.1 != students.count { news.append(.here(students.count)) }
    if told != refused {
      told = refused
      news.append(.refused(refused))
    }
    if link?.hasEnded == true { restart(&news) }
    return news.map { .presented(.room($0)) }
  }

  private func take(_ report: LinkReport, _ answers: inout [RoomAnswer]) {
    switch report {
    case .connected:
      state = .connected
      for message in kept { order(.publish(topic: message.topic, payload: message.payload, isRetained: true)) }
    case .lost: state = .lost
    case .failed: if state == .connected { state = .lost }
    case .refused, .unlogged: refused += 1
    case .message(let topic, let payload):
      switch RoomTopic(topic, in: code) {
      case .answer?:
        do throws(RoomFault) {
          answers.append(try RoomAnswer(topic: topic, payload: Array(payload.utf8), in: code))
        } catch { refused += 1 }
      case .present(let student)?:
        if payload.isEmpty {
          students.remove(student)
        } else if students.count < Vote.maxStudents {
          students.insert(student)
        }
      case .screen?, .result?: break
      case nil: refused += 1
      }
    }
  }

  /// The program that speaks MQTT has ended: another one takes its place, a few times.
  private func restart(_ news: inout [RoomNews]) {
    link = nil
    state = .lost
    students = []
    news.append(.link(state))
    guard restarted < 5 else { return }
    restarted += 1
    link = BoundProgram([helper], memory: BoundProgram.strangersMemory)
    order(.connect(connection))
  }

  /// The answers of a log, as far as they are whole.
  private static func answers(inLog path: String, _ code: RoomCode) -> [RoomAnswer] {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var tail = LineTail(file)
    return tail.lines().compactMap { line in
      AnswerLog.message(inLine: line[...]).flatMap { try? RoomAnswer(topic: $0.topic, payload: $0.payload, in: code) }
    }
  }

  // MARK: Out

  /// Sends what the room sees, and what came of a question, where either has changed.
  func show(_ state: State) {
    guard hasBegun else { return }
    send(.screen, RoomScreen.message(state).roomLine)
    if let result = RoomScreen.result(state) { send(.result(question: result.question), result.roomLine) }
  }

  /// Opens the file that outlives the login before the presentation begins, so that its end brings no surprise.
  ///
  /// Only an ordinary one: no pipe is waited for.
  static func keptAnswers(_ path: String) throws(Failure) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    let file = open(path.systemName, flags, 0o600)
    guard file >= 0 else { throw .unwritable(WrittenFile.Fault(name: path, code: errno)) }
    return file
  }

  /// Adds what was answered to such a file, and closes it.
  ///
  /// Answers that are there already are added once more, and count once when they are read.
  func keepAnswers(in file: Int32, _ path: String) throws(Failure) {
    defer { close(file) }
    // Where no one has answered there is none.
    guard let log = connection.log, access(log.systemName, F_OK) == 0 else { return }
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(log) } catch { throw error.failure() }
    do throws(Output.Failure) {
      try Output(descriptor: file).write(String(decoding: bytes, as: UTF8.self))
    } catch {
      let code = if case .errno(let code) = error { code } else { EPIPE }
      throw .unwritable(WrittenFile.Fault(name: path, code: code))
    }
  }

  /// The presentation is left: a broker that goes on keeps nothing of it.
  func end() {
    for message in kept { order(.publish(topic: message.topic, payload: "", isRetained: true)) }
  }

  private func send(_ topic: RoomTopic, _ payload: String?) {
    let topic = topic.text(in: code)
    guard let payload, payload.utf8.count <= ScreenMessage.maxBytes else { return }
    if let known = kept.firstIndex(where: { $0.topic == topic }) {
      if kept[known].payload == payload { return }
      kept.remove(at: known)
    }
    kept.append((topic, payload))
    if state == .connected { order(.publish(topic: topic, payload: payload, isRetained: true)) }
  }
}
