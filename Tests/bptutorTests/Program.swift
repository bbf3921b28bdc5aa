import Glibc
import TerminalTesting

/// The real program, run in a process of its own.
enum Program {
  struct Outcome: Equatable {
    /// The exit code; 128 + n where signal n ended it.
    var code: Int32
    var output: String
    var error: String
  }

  /// It lies beside the tests.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folders = [own] + CommandLine.arguments
    for folder in folders.map({ $0.split(separator: "/", omittingEmptySubsequences: false).dropLast() }) {
      let candidate = (folder + ["bptutor"]).joined(separator: "/")
      if access(candidate, X_OK) == 0 { return candidate }
    }
    return "bptutor"
  }()

  /// Longer than this nothing here may take.
  private static let patience = 60.0

  /// Runs it with files for its three streams.
  ///
  /// The environment is only what is given here, on top of a UTF-8 locale.
  static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) -> Outcome {
    launch(path, arguments, input: Array(input.utf8), environment: environment)
  }

  static func run(_ arguments: [String], bytes: [UInt8]) -> Outcome {
    launch(path, arguments, input: bytes, environment: [:])
  }

  /// Runs a shell's line in which `bptutor` is the program.
  static func shell(_ line: String, environment: [String: String] = [:]) -> Outcome {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let search = "\(folder):/usr/local/bin:/usr/bin:/bin"
    return launch(
      "/bin/bash", ["-c", line], input: [], environment: ["PATH": search].merging(environment) { $1 })
  }

  private static func launch(
    _ path: String, _ arguments: [String], input: [UInt8], environment: [String: String]
  ) -> Outcome {
    let (inputFile, outputFile, errorFile) = (TemporaryFile(input), TemporaryFile(), TemporaryFile())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputFile.path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, outputFile.path, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errorFile.path, O_WRONLY, 0)
    // What the tests' own runner ignores or blocks must not be inherited.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    // Whatever it keeps goes to a file of its own that is not there yet.
    let state = TemporaryFile().path + "-state"
    defer { unlink(state) }
    let fixed = [
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "BPTUTOR_STATE": state, "LLVM_PROFILE_FILE": BuiltProgram.profile,
    ]
    let variables = fixed.merging(environment) { $1 }
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, &attributes, &argv, &envp) == 0 else {
      return Outcome(code: -1, output: "", error: "cannot start \(path)")
    }
    return Outcome(code: wait(for: process), output: outputFile.text, error: errorFile.text)
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    var waited = 0.0
    while waitpid(process, &status, WNOHANG) == 0 {
      usleep(2_000)
      waited += 0.002
      if waited > patience {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return -2
      }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// A file that goes away with its owner.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8] = []) {
    var template = Array("/tmp/bptutor-test.XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      start += count
    }
    close(descriptor)
  }

  convenience init(_ text: String) { self.init(Array(text.utf8)) }

  deinit { unlink(path) }

  var text: String {
    guard let stream = fopen(path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
