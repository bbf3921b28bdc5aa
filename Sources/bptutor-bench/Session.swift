import CBaseline
import Glibc

/// A terminal program to be measured: where it is, what it is called with, and the key for its next step.
struct Program {
  let path: String
  var arguments: [String] = []
  let key = "\u{1B}OC"
}

/// Why a program could not be measured, as a sentence.
struct SessionFault: Error {
  let text: String
}

/// A program under an 80×24 pseudo-terminal that answers nothing.
final class Session {
  /// What was written before it fell silent.
  struct Output {
    var bytes = 0
    /// When the last of it was read, in nanoseconds of the monotonic clock.
    var last = 0
    /// The beginning, for a fault to show.
    var beginning: [UInt8] = []
    var hasEnded = false
  }

  private var handle = CBaseline.session()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(_ program: Program, home: String) throws(SessionFault) {
    let environment = ["TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(home)", "PATH=/usr/bin:/bin"]
    let arguments = Self.cStrings([program.path] + program.arguments)
    let variables = Self.cStrings(environment)
    defer { for string in arguments + variables { free(string) } }
    let error = session_start(&handle, program.path, arguments, variables, 24, 80)
    if error != 0 { throw SessionFault(text: "\(program.path): \(String(cString: strerror(error)))") }
  }

  deinit { session_end(&handle) }

  var process: Int32 { handle.process }

  /// The first frame: all that is written before 30 ms of silence.
  ///
  /// The time is from exec to the last byte.
  func firstFrame() throws(SessionFault) -> (nanoseconds: Double, bytes: Int) {
    let output = read(untilSilentFor: 30, waitingAtMost: 5000)
    guard !output.hasEnded else {
      let said = String(decoding: output.beginning.prefix(160), as: UTF8.self)
      let printable = String(
        String.UnicodeScalarView(said.unicodeScalars.filter { $0.properties.generalCategory != .control }))
      throw SessionFault(text: "it ended before its first frame: " + printable)
    }
    guard output.bytes > 0 else { throw SessionFault(text: "it painted nothing in 5 s") }
    return (Double(output.last - handle.started), output.bytes)
  }

  /// From a key to the last byte before 20 ms of silence; nil if nothing came of it.
  func press(_ key: String) -> (nanoseconds: Double, bytes: Int)? {
    let start = session_now()
    let bytes = Array(key.utf8)
    guard write(handle.line, bytes, bytes.count) == bytes.count else { return nil }
    let output = read(untilSilentFor: 20, waitingAtMost: 500)
    return output.bytes == 0 ? nil : (Double(output.last - start), output.bytes)
  }

  /// Takes in whatever comes until the program has been silent for so many milliseconds.
  @discardableResult
  func read(untilSilentFor silence: Int32, waitingAtMost limit: Int32) -> Output {
    var output = Output()
    while true {
      var place = pollfd(fd: handle.line, events: Int16(POLLIN), revents: 0)
      let ready = poll(&place, 1, output.bytes == 0 ? limit : silence)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return output }
      let count = Glibc.read(handle.line, &buffer, buffer.count)
      let now = session_now()
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else {
        output.hasEnded = true
        return output
      }
      output.bytes += count
      output.last = now
      if output.beginning.count < 4096 { output.beginning += buffer[..<count] }
    }
  }

  private static func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }
}
