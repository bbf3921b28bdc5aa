import Arguments
import Classroom
import Diagnostics
import Formats
import Glibc
import Tutor

/// What `--room` makes: a broker of our own with its page, or a connection to one that runs.
struct RoomSetup {
  let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// What a presentation that goes on has to have again, so that students find it where it was.
  private struct Record: Codable {
    var code: String
    var port: Int
    var innerPort: Int
  }

  static let noHelper = Failure.message(
    Words(en: "there is no bptutor-room that runs beside bptutor", zh: "bptutor 旁边没有可运行的 bptutor-room 程序"),
    help: Words(
      en: "build all of it (swift build), or unpack the tarball bptutor-room beside it",
      zh: "请完整构建（swift build），或在同一位置解压 bptutor-room 的 tar 包"))

  private static let usualPorts = 8_080...8_099
  private static let innerPorts = 18_830...18_849

  /// `folder` is the presentation's; nil where there is no runtime folder.
  func room(in folder: String?, isResumed: Bool) throws(Failure) -> Room {
    guard let helper = BoundProgram.path(beside: Installation.helperName) else { throw Self.noHelper }
    let given = invocation.value(of: .room).flatMap { RoomCode($0) }
    if let address = invocation.value(of: .broker).flatMap({ BrokerAddress($0) }) {
      guard let code = given else {
        throw .message(
          Words(en: "'--broker' needs a code for the room", zh: "使用 --broker 时要写房间码"),
          help: Words(
            en: "for example: --room autumn-7 --broker \(ValueKind.broker.example)",
            zh: "例如：--room autumn-7 --broker \(ValueKind.broker.example)"))
      }
      return try connect(code, address, in: folder, helper)
    }
    let own = if let folder { folder } else { try Self.temporaryFolder() }
    return try host(given, in: own, isResumed: isResumed, helper)
  }

  /// A file of certificates to trust besides the system's: that of a school with an authority of its own.
  static var certificates: String? {
    getenv("BPTUTOR_BROKER_CA").map { String(systemName: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: A broker of our own

  private func host(_ given: RoomCode?, in folder: String, isResumed: Bool, _ helper: String) throws(Failure) -> Room {
    mkdir(folder.systemName, 0o700)
    let record = isResumed ? Self.record(in: folder) : nil
    let code = given ?? record.flatMap { RoomCode($0.code) } ?? RoomCode.random()
    let log = folder + "/answers.jsonl"
    if record == nil || record?.code != code.text { unlink(log.systemName) }
    guard let port = try port(record?.port), let innerPort = Self.innerPort(record?.innerPort) else {
      throw .message(Words(en: "no port is free", zh: "没有空闲端口"))
    }
    let password = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    let files = BrokerFiles(
      code: code, port: port, innerPort: innerPort, presenterPassword: password, folder: folder,
      account: geteuid() == 0 ? "root" : nil)
    let broker = try Broker(files, page: RoomPage.html(code))
    Self.keep(Record(code: code.text, port: port, innerPort: innerPort), in: folder)
    let host = Port.ownAddress ?? "127.0.0.1"
    let address = "http://\(host):\(port)/\(code.text)"
    let door = RoomDoor(
      code: code, address: address, place: "\(code.text)@\(host):\(port)", picture: Self.picture(of: address))
    let inner = BrokerAddress(.mqtt, host: "127.0.0.1", port: innerPort)
    let connection = Self.connection(
      inner, code, user: BrokerFiles.presenter, password: password, log: log)
    return try room(code, door, connection, broker, helper)
  }

  /// The port that was asked for, that of the presentation that goes on, or one of the usual ones.
  private func port(_ former: Int?) throws(Failure) -> Int? {
    if let asked = invocation.value(of: .port).flatMap({ Int($0) }) {
      if asked <= 65_535, Port.isFree(asked) { return asked }
      throw .message(
        Words(en: "port \(asked) is not free", zh: "端口 \(asked) 不可用"),
        help: Words(en: "choose another, or leave '--port' out", zh: "请换一个端口，或省略 --port"))
    }
    if let former {
      // The broker of a presentation that was killed may still be about to end.
      for _ in 0..<200 where !Port.isFree(former) { usleep(10_000) }
      if Port.isFree(former) { return former }
    }
    return Port.free(from: Self.usualPorts)
  }

  private static func innerPort(_ former: Int?) -> Int? {
    if let former, Port.isFree(former) { return former }
    return Port.free(from: innerPorts, onlyLocal: true)
  }

  // MARK: A broker that runs already

  private func connect(_ code: RoomCode, _ address: BrokerAddress, in folder: String?, _ helper: String) throws(Failure)
    -> Room
  {
    if let folder { mkdir(folder.systemName, 0o700) }
    let password = getenv("BPTUTOR_BROKER_PASSWORD").map { String(cString: $0) } ?? ""
    let door = RoomDoor(code: code, address: nil, place: "\(code.text) --broker \(address.text)", picture: [])
    let connection = Self.connection(
      address, code, user: address.user ?? BrokerFiles.presenter, password: password,
      log: folder.map { $0 + "/answers-\(code.text).jsonl" })
    return try room(code, door, connection, nil, helper)
  }

  // MARK: Parts

  private static func connection(
    _ address: BrokerAddress, _ code: RoomCode, user: String, password: String, log: String?
  ) -> LinkOrder.Connection {
    LinkOrder.Connection(
      uri: address.uri, user: user, password: password,
      client: "presenter-" + String(UInt64.random(in: .min ... .max), radix: 36),
      topics: ["bptutor/\(code.text)/present/+", "bptutor/\(code.text)/answer/+/+"], log: log,
      maxBytes: RoomAnswer.maxBytes, certificates: Self.certificates)
  }

  private func room(
    _ code: RoomCode, _ door: RoomDoor, _ connection: LinkOrder.Connection, _ broker: Broker?, _ helper: String
  ) throws(Failure) -> Room {
    guard let room = Room(code, door, connection, broker: broker, helper: helper) else {
      throw .message(Words(en: "bptutor-room does not start", zh: "bptutor-room 无法启动"))
    }
    return room
  }

  /// A QR code in half blocks; none where `qrencode` is not installed.
  private static func picture(of address: String) -> [String] {
    guard let path = BoundProgram.path(of: "qrencode"),
      let run = try? ProgramRun.run([path, "-t", "UTF8", "-m", "2", address], input: ""), run.end == .exited(0)
    else { return [] }
    return run.output.split(separator: "\n").prefix(60).map(String.init)
  }

  private static func record(in folder: String) -> Record? {
    guard let text = try? ReadableFile.read(folder + "/room.json"),
      let value = try? JSONValue.parse(SourceText(name: "", utf8: text))
    else { return nil }
    return try? JSONCoder.decode(Record.self, from: value)
  }

  private static func keep(_ record: Record, in folder: String) {
    guard let text = try? JSONCoder.encode(record).oneLine else { return }
    let file = open((folder + "/room.json").systemName, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    try? Output(descriptor: file).write(text)
    close(file)
  }

  /// A folder of our own where the login has none.
  private static func temporaryFolder() throws(Failure) -> String {
    var template = Array("/tmp/bptutor-room-XXXXXX\0".utf8CString.dropLast())
    guard mkdtemp(&template) != nil else { throw .output(.errno(errno)) }
    return template.withUnsafeBufferPointer { $0.baseAddress.map { String(systemName: $0) } ?? "" }
  }
}
