import Arguments
import Classroom
import Diagnostics
import Formats
import Glibc

/// mosquitto, started for a room and ended with it.
final class Broker {
  let files: BrokerFiles
  private var program: BoundProgram?
  private let words: [String]
  private var restarts = 0

  private static let maxRestarts = 20

  /// Writes what it is told into its folder and starts it.
  init(_ files: BrokerFiles, page: String) throws(Failure) {
    guard let path = BoundProgram.path(of: "mosquitto"), let maker = BoundProgram.path(of: "mosquitto_passwd") else {
      throw .message(
        Words(en: "there is no mosquitto, which '--room' needs", zh: "没有找到 --room 需要的 mosquitto"),
        help: Words(
          en: "install it: sudo apt install mosquitto; or name a broker that runs: --room CODE --broker mqtt://HOST",
          zh: "请安装：sudo apt install mosquitto；或指定已有的服务器：--room CODE --broker mqtt://HOST"))
    }
    self.files = files
    mkdir(files.folder.systemName, 0o700)
    mkdir(files.pageFolder.systemName, 0o700)
    try Self.write(files.configuration, to: files.configurationPath)
    try Self.write(files.access, to: files.accessPath)
    try Self.write(files.passwords, to: files.passwordPath)
    try Self.write(page, to: files.pagePath)
    let hashed = try? ProgramRun.run([maker, "-U", files.passwordPath], input: "")
    guard hashed?.end == .exited(0) else {
      throw .message(Words(en: "mosquitto_passwd does not work here", zh: "mosquitto_passwd 无法运行"))
    }
    words = [path, "-c", files.configurationPath]
    start()
    guard program != nil, Self.listens(files.innerPort) else {
      throw .message(
        Words(en: "mosquitto does not start", zh: "mosquitto 无法启动"),
        help: Words(en: "it says why in \(files.folder)/broker.log", zh: "原因见 \(files.folder)/broker.log"))
    }
  }

  private func start() { program = BoundProgram(words, errors: files.folder + "/broker.log") }

  /// What becomes readable when it ends.
  var descriptor: Int32? { program?.descriptor }

  /// Starts it again where it has ended; what it kept is sent to it anew by whoever connects.
  func restartIfEnded() {
    _ = program?.lines()
    guard program?.hasEnded == true, restarts < Self.maxRestarts else { return }
    restarts += 1
    start()
  }

  deinit {
    program?.end()
    for path in [
      files.pagePath, files.configurationPath, files.accessPath, files.passwordPath, files.folder + "/broker.pid",
    ] {
      unlink(path.systemName)
    }
  }

  private static func write(_ text: String, to path: String) throws(Failure) {
    unlink(path.systemName)
    let file = open(path.systemName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    defer { if file >= 0 { close(file) } }
    do throws(Output.Failure) {
      if file < 0 { throw .errno(errno) }
      try Output(descriptor: file).write(text)
    } catch { throw .output(error) }
  }

  /// Whether something accepts connections on a port of this machine, within two seconds.
  private static func listens(_ port: Int) -> Bool {
    for _ in 0..<200 {
      if Port.accepts(port) { return true }
      usleep(10_000)
    }
    return false
  }
}
