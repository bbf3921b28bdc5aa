import CProcess
import Formats
import Glibc

/// A program that runs beside this one and ends with it, however this one ends; lines go in and come out.
final class BoundProgram {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var waiting: [UInt8] = []
  private var rest: [UInt8] = []
  private(set) var hasEnded = false

  /// More is not kept for a program that reads nothing.
  private static let maxWaiting = 8 << 20

  /// For one that strangers talk to: MQTT lets a broker send a quarter of a gigabyte in one piece, again and again.
  static let strangersMemory = 256 << 20

  /// nil where it cannot be started; what it says of errors goes to a file, or nowhere; `memory` is what its data may take.
  init?(_ words: [String], errors path: String? = nil, memory: Int = 0) {
    var (inner, outer): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&inner) == 0 else { return nil }
    guard pipe(&outer) == 0 else {
      inner.forEach { close($0) }
      return nil
    }
    for descriptor in inner + outer { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let errors = open(
      (path ?? "/dev/null").systemName, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    var arguments: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0.systemName)) }
    arguments.append(nil)
    process = process_spawn_bound(arguments, inner[0], outer[1], errors, memory)
    for argument in arguments { free(UnsafeMutablePointer(mutating: argument)) }
    for descriptor in [inner[0], outer[1], errors] where descriptor >= 0 { close(descriptor) }
    (input, output) = (inner[1], outer[0])
    guard process > 0 else {
      close(input)
      close(output)
      return nil
    }
    for descriptor in [input, output] { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) }
  }

  deinit {
    // What it still has to say to the other side is said while its input is at its end.
    close(input)
    var status: Int32 = 0
    for _ in 0..<40 where !hasEnded {
      if waitpid(process, &status, WNOHANG) != 0 { hasEnded = true } else { usleep(10_000) }
    }
    if !hasEnded {
      kill(process, SIGTERM)
      for _ in 0..<50 where waitpid(process, &status, WNOHANG) == 0 { usleep(10_000) }
    }
    close(output)
  }

  /// Ends it now.
  func end() {
    if hasEnded { return }
    kill(process, SIGTERM)
    for _ in 0..<100 where waitpid(process, nil, WNOHANG) == 0 { usleep(10_000) }
    hasEnded = true
  }

  /// What wakes whoever waits for its lines.
  var descriptor: Int32 { output }

  /// Whether something is still to be written to it.
  var isWaiting: Bool { !waiting.isEmpty }

  func write(_ line: String) {
    if waiting.count < Self.maxWaiting { waiting += Array(line.utf8) }
    flush()
  }

  /// Writes what it takes now.
  func flush() {
    var start = 0
    while start < waiting.count {
      let count = waiting[start...].withUnsafeBytes { Glibc.write(input, $0.baseAddress, min($0.count, 1 << 16)) }
      guard count > 0 else { break }
      start += count
    }
    if start > 0 { waiting.removeFirst(start) }
  }

  /// The whole lines that have come since the last call.
  func lines() -> [[UInt8]] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(output, &buffer, buffer.count)
      if count > 0 { rest += buffer[..<count] }
      if count == 0 { hasEnded = true }
      guard count > 0, rest.count < Self.maxWaiting else { break }
    }
    guard let last = rest.lastIndex(of: 0x0A) else { return [] }
    let whole = rest[..<last].split(separator: 0x0A).map { Array($0) }
    rest.removeFirst(last + 1)
    return whole
  }

  /// The path of a program beside this one; nil where there is none.
  static func path(beside name: String) -> String? {
    guard let own = ownPath else { return nil }
    let path = own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
    return access(path.systemName, X_OK) == 0 ? path : nil
  }

  /// The path of a program in `PATH` and in the folders of system programs; nil where there is none.
  static func path(of name: String) -> String? {
    let searched = getenv("PATH").map { String(systemName: $0) } ?? ""
    let folders = searched.split(separator: ":").map(String.init) + ["/usr/local/sbin", "/usr/sbin", "/usr/bin"]
    return folders.map { "\($0)/\(name)" }.first { $0.hasPrefix("/") && access($0.systemName, X_OK) == 0 }
  }

  private static var ownPath: String? {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(systemName: $0) } }
  }
}
