import CPty
import Glibc

/// One run of a program without a terminal: what goes in, what comes out.
package struct ProgramRun: Sendable {
  package let status: ExitStatus
  package let standardOutput: String
  package let standardError: String

  /// Runs a program to its end; kills it when the time is over.
  ///
  /// - Parameter environment: changes the plain environment of tests; nil removes an entry.
  package init(
    _ arguments: [String], input: String = "", environment changes: [String: String?] = [:],
    within seconds: Double = 20
  ) throws {
    var environment = BuiltProgram.environment
    let state = environment["BPTUTOR_STATE"] ?? ""
    defer { unlink(state) }
    for (name, value) in changes { environment[name] = value }
    guard let path = arguments.first else { throw PtySession.Fault(description: "no program to start") }
    // Files instead of pipes: nobody waits for anybody.
    let files = (0..<3).map { _ in memfd() }
    defer { for file in files { close(file) } }
    var text = input
    text.withUTF8 { _ = write(files[0], $0.baseAddress, $0.count) }
    lseek(files[0], 0, SEEK_SET)
    let program = BuiltProgram.withCStrings(arguments, environment) {
      pty_spawn(path, $0, $1, files[0], files[1], files[2])
    }
    guard program > 0 else { throw PtySession.Fault(description: "cannot start \(path)") }
    var waitStatus: Int32 = 0
    var waited = 0.0
    while waitpid(program, &waitStatus, WNOHANG) == 0 {
      usleep(2000)
      waited += 0.002
      if waited > seconds {
        kill(program, SIGKILL)
        waitpid(program, &waitStatus, 0)
        throw PtySession.Fault(description: "\(path) did not end in \(seconds) s")
      }
    }
    status = ExitStatus(waitStatus: waitStatus)
    standardOutput = Self.contents(files[1])
    standardError = Self.contents(files[2])
  }

  private static func contents(_ file: Int32) -> String {
    lseek(file, 0, SEEK_SET)
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count <= 0 { return String(decoding: result, as: UTF8.self) }
      result += buffer.prefix(count)
    }
  }
}

private func memfd() -> Int32 {
  var template = Array("/tmp/run-XXXXXX".utf8CString)
  let file = mkstemp(&template)
  unlink(template)
  return file
}
