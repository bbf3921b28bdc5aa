import CBaseline
import Glibc

/// A lesson in front of the crowd, from the door to the result of a question.
final class Lesson {
  private let count: Int
  private let folder: String
  private var handle = CBaseline.session()
  private var crowd: Crowd?

  /// How many steps lead to the lesson's first question.
  private static let stepsToQuestion = 3

  init(_ count: Int) throws(Trouble) {
    self.count = count
    var template = Array("/tmp/bptutor-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble(text: "no temporary folder") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private var place: String { folder + "/bptutor/present-1" }

  func run() throws(Trouble) {
    try present()
    defer { session_end(&handle) }
    let crowd = try enter()
    self.crowd = crowd
    try steps(crowd)
    try vote(crowd)
    try interruptedVote(crowd)
    report()
  }

  // MARK: Parts

  private func present() throws(Trouble) {
    let own = CommandLine.arguments[0]
    let path =
      own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/bptutor"
    let words = [path, "present", "hidden-weight", "--room", "--no-config"]
    let environment = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(folder)", "PATH=/usr/bin:/bin", "XDG_RUNTIME_DIR=\(folder)",
    ]
    let (arguments, variables) = (Self.cStrings(words), Self.cStrings(environment))
    defer { for string in arguments + variables { free(string) } }
    guard session_start(&handle, path, arguments, variables, 24, 80) == 0 else {
      throw Trouble(text: "\(path) does not start")
    }
  }

  private static func cStrings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] { words.map { strdup($0) } + [nil] }

  private func enter() throws(Trouble) -> Crowd {
    var text = ""
    for _ in 0..<500 where text.isEmpty {
      usleep(10_000)
      text = Self.read(place + "-room/room.json")
    }
    guard let port = Self.number("innerPort", text), let code = Self.string("code", text) else {
      throw Trouble(text: "the room does not open; is mosquitto installed?")
    }
    let crowd = Crowd(count, Student.Room(port: port, code: code))
    crowd.terminal = handle.line
    let begin = session_now()
    guard crowd.run(atMost: 20_000, until: { crowd.students.allSatisfy { !$0.screen.isEmpty } }) else {
      throw Trouble(text: "not all students get in")
    }
    print("\(count) students in the room: \(Self.milliseconds(since: begin)) ms")
    return crowd
  }

  private func steps(_ crowd: Crowd) throws(Trouble) {
    // The door is closed by the first key.
    press("\u{1B}[6~")
    _ = crowd.run(atMost: 300) { false }
    var times: [Double] = []
    for _ in 0..<Self.stepsToQuestion { times.append(try step("\u{1B}[6~", crowd)) }
    for _ in 0..<5 {
      times.append(try step("\u{1B}[5~", crowd))
      times.append(try step("\u{1B}[6~", crowd))
    }
    times.sort()
    print(
      "a step is seen by all: median \(Self.text(times[times.count / 2])) ms, slowest \(Self.text(times.last ?? 0)) ms")
  }

  /// Milliseconds from a key until the last student has the new screen.
  private func step(_ key: String, _ crowd: Crowd) throws(Trouble) -> Double {
    let before = crowd.students[0].screen
    let begin = session_now()
    press(key)
    guard crowd.run(atMost: 5_000, until: { crowd.students.allSatisfy { $0.seen > begin && $0.screen != before } })
    else {
      throw Trouble(text: "a step is not seen by all")
    }
    return Double((crowd.students.map(\.seen).max() ?? begin) - begin) / 1e6
  }

  private func vote(_ crowd: Crowd) throws(Trouble) {
    _ = try step("t", crowd)
    let begin = session_now()
    let question = question(crowd)
    for (number, student) in crowd.students.enumerated() {
      student.give(["a", "b", "c", "d"][number % 4], question: question, round: 1)
    }
    // Every answer is written to the presentation's events once it is judged.
    guard crowd.run(atMost: 20_000, until: { self.judged(round: 1) == self.count }) else {
      throw Trouble(text: "\(judged(round: 1)) of \(count) answers are in")
    }
    print("\(count) answers in and diagnosed: \(Self.milliseconds(since: begin)) ms")
  }

  /// The second vote, in which the broker is killed, then the presenter, then some students.
  private func interruptedVote(_ crowd: Crowd) throws(Trouble) {
    _ = try step("t", crowd)
    _ = try step("t", crowd)
    let question = question(crowd)
    for student in crowd.students.prefix(count / 2) { student.give("b", question: question, round: 2) }
    if let broker = Int32(Self.read(place + "-room/broker.pid").filter(\.isNumber)) { kill(broker, SIGKILL) }
    for student in crowd.students { if student.answer?.payload.contains("\"round\": 1") == true { student.forget() } }
    guard crowd.run(atMost: 20_000, until: { crowd.students.allSatisfy(\.isConnected) }) else {
      throw Trouble(text: "students do not come back after the broker was killed")
    }
    print("the broker was killed in mid-question: all are back")
    for student in crowd.students.suffix(count - count / 2) { student.give("a", question: question, round: 2) }
    _ = crowd.run(atMost: 100) { false }
    kill(handle.process, SIGKILL)
    session_end(&handle)
    _ = crowd.run(atMost: 300) { false }
    try present()
    crowd.terminal = handle.line
    guard crowd.run(atMost: 20_000, until: { crowd.students.allSatisfy { $0.isConnected && $0.isAcknowledged } }) else {
      throw Trouble(text: "students do not come back after the presenter was killed")
    }
    press("\r")
    // A tenth vanishes without a word and comes back.
    for student in crowd.students where student.secret.hasSuffix("5") { student.drop() }
    guard crowd.run(atMost: 20_000, until: { self.judged(round: 2) >= self.count }) else {
      throw Trouble(text: "\(judged(round: 2)) of \(count) answers are in after the presenter was killed")
    }
    _ = try step("t", crowd)
    press("\u{1B}[6~")
    guard crowd.run(atMost: 5_000, until: { crowd.students.allSatisfy { !$0.result.isEmpty } }) else {
      throw Trouble(text: "the result is not seen by all")
    }
    let result = String(decoding: crowd.students[0].result, as: UTF8.self)
    let rounds = result.components(of: "\"answered\": ").dropFirst().map { Int($0.prefix { $0.isNumber }) ?? -1 }
    guard rounds == [count, count] else { throw Trouble(text: "counted \(rounds), not \(count) twice") }
    print("the presenter was killed and resumed: \(count) of \(count) counted, none twice")
  }

  // MARK: Looking

  private func question(_ crowd: Crowd) -> String {
    Self.string("id", String(decoding: crowd.students[0].screen, as: UTF8.self)) ?? ""
  }

  /// How many different students' answers of a round are among the presentation's events.
  private func judged(round: Int) -> Int {
    let text = Self.read(place + ".jsonl")
    var found: Set<Substring> = []
    for part in text.components(of: "\"round\": \(round), \"student\": \"").dropFirst() {
      found.insert(part.prefix { $0 != "\"" })
    }
    return found.count
  }

  private func report() {
    for (name, path) in [
      ("presenter", "\(handle.process)"), ("broker", Self.read(place + "-room/broker.pid").filter(\.isNumber)),
    ] {
      let status = Self.read("/proc/\(path)/status")
      let memory = status.components(of: "VmRSS:").dropFirst().first.map { $0.filter(\.isNumber).prefix(9) }
      let times = Self.read("/proc/\(path)/stat").split(separator: " ")
      let ticks = times.count > 14 ? (Int(times[13]) ?? 0) + (Int(times[14]) ?? 0) : 0
      let kilobytes = memory.flatMap { _ in
        status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }.flatMap { Int($0.filter(\.isNumber)) }
      }
      print(
        "\(name): \((kilobytes ?? 0) / 1_024) MB, \(ticks * 1_000 / sysconf(Int32(_SC_CLK_TCK))) ms of processor time")
    }
  }

  private func press(_ key: String) {
    let bytes = Array(key.utf8)
    write(handle.line, bytes, bytes.count)
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var (text, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0, text.count < 64 << 20 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func number(_ name: String, _ text: String) -> Int? {
    text.components(of: "\"\(name)\": ").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  private static func string(_ name: String, _ text: String) -> String? {
    text.components(of: "\"\(name)\": \"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
  }

  private static func milliseconds(since begin: Int) -> String { text(Double(session_now() - begin) / 1e6) }
  private static func text(_ value: Double) -> String { String(Int(value.rounded())) }
}

extension String {
  /// The parts between separators.
  fileprivate func components(of separator: String) -> [Substring] {
    let mark = Array(separator.utf8)
    var (parts, start) = ([Substring](), utf8.startIndex)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index...].starts(with: mark) {
        parts.append(self[start..<index])
        index = utf8.index(index, offsetBy: mark.count)
        start = index
      } else {
        index = utf8.index(after: index)
      }
    }
    return parts + [self[start...]]
  }
}
