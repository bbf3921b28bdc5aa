import Formats
import Glibc

/// One run of someone's program: started directly, without a shell, and ended when it takes too long or prints too much.
struct ProgramRun {
  struct Limits {
    var milliseconds = 10_000
    var outputBytes = 4 << 20
    var errorBytes = 1 << 14
  }

  enum End: Equatable {
    case exited(Int32)
    case signal(Int32)
    case tooSlow
    case tooMuchOutput
  }

  let output: String
  let errors: String
  let end: End

  /// Runs `words` with `input` on its standard input; throws the system's number where it cannot be started.
  static func run(_ words: [String], input: String, limits: Limits = Limits()) throws(SpawnFault) -> ProgramRun {
    var pipes = Pipes()
    guard pipes.open() else { throw SpawnFault(code: errno) }
    let child: pid_t
    do throws(SpawnFault) { child = try spawn(words, pipes) } catch {
      pipes.closeAll()
      throw error
    }
    pipes.closeChildEnds()
    var talk = Talk(pipes: pipes, input: Array(input.utf8), limits: limits)
    talk.run()
    let forced = talk.end
    pipes = talk.pipes
    // The whole group: a program may have started others.
    if forced != nil { kill(-child, SIGKILL) }
    pipes.closeAll()
    let status = wait(for: child, killingAfter: talk.deadline)
    kill(-child, SIGKILL)
    return ProgramRun(
      output: String(decoding: talk.output, as: UTF8.self), errors: String(decoding: talk.errors, as: UTF8.self),
      end: forced ?? status)
  }

  struct SpawnFault: Error, Equatable {
    let code: Int32
  }

  private static func spawn(_ words: [String], _ pipes: Pipes) throws(SpawnFault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes.input.read, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.output.write, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.errors.write, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, and the signals that this program ignores as every program expects them.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0.systemName) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawnp(&child, (words.first ?? "").systemName, &actions, &attributes, arguments, environ)
    guard code == 0 else { throw SpawnFault(code: code) }
    return child
  }

  /// How a child ended; one that closed its output and goes on is not waited for beyond its time.
  private static func wait(for child: pid_t, killingAfter deadline: Int) -> End {
    var status: Int32 = 0
    var isKilled = false
    while true {
      let done = waitpid(child, &status, isKilled ? 0 : WNOHANG)
      if done == child { break }
      if done < 0, errno != EINTR { return .exited(0) }
      if !isKilled, Clock.now() > deadline {
        kill(-child, SIGKILL)
        isKilled = true
        continue
      }
      if done == 0 { usleep(500) }
    }
    if isKilled { return .tooSlow }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signal(signal)
  }
}

/// The three pipes between this program and the other.
private struct Pipes {
  typealias Pipe = (read: Int32, write: Int32)
  var input: Pipe = (-1, -1)
  var output: Pipe = (-1, -1)
  var errors: Pipe = (-1, -1)

  mutating func open() -> Bool {
    for path in [\Pipes.input, \Pipes.output, \Pipes.errors] {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let code = errno
        closeAll()
        errno = code
        return false
      }
      for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      self[keyPath: path] = (ends[0], ends[1])
    }
    for descriptor in [input.write, output.read, errors.read] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    return true
  }

  mutating func closeChildEnds() {
    for path in [\Pipes.input.read, \Pipes.output.write, \Pipes.errors.write] { close(path) }
  }

  mutating func closeAll() {
    closeChildEnds()
    for path in [\Pipes.input.write, \Pipes.output.read, \Pipes.errors.read] { close(path) }
  }

  mutating func close(_ path: WritableKeyPath<Pipes, Int32>) {
    if self[keyPath: path] >= 0 { Glibc.close(self[keyPath: path]) }
    self[keyPath: path] = -1
  }
}

/// Writes the input and reads both outputs at once, so that neither side waits for the other.
private struct Talk {
  var pipes: Pipes
  let input: [UInt8]
  let limits: ProgramRun.Limits
  let deadline: Int
  var output: [UInt8] = []
  var errors: [UInt8] = []
  /// Why it was ended from outside.
  var end: ProgramRun.End?
  private var written = 0

  init(pipes: Pipes, input: [UInt8], limits: ProgramRun.Limits) {
    (self.pipes, self.input, self.limits) = (pipes, input, limits)
    deadline = Clock.now() + limits.milliseconds
  }

  mutating func run() {
    var (isWriting, isReading, isReadingErrors) = (true, true, true)
    while isReading || isReadingErrors {
      if isWriting, written == input.count {
        pipes.close(\.input.write)
        isWriting = false
      }
      var waiting = [
        pollfd(fd: isReading ? pipes.output.read : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isReadingErrors ? pipes.errors.read : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isWriting ? pipes.input.write : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let left = deadline - Clock.now()
      guard left > 0 else {
        end = .tooSlow
        break
      }
      if poll(&waiting, 3, Int32(clamping: left)) < 0, errno != EINTR { break }
      if waiting[0].revents != 0 {
        isReading = Self.read(pipes.output.read, into: &output, limit: limits.outputBytes + 1)
      }
      if waiting[1].revents != 0 { isReadingErrors = Self.read(pipes.errors.read, into: &errors, limit: .max) }
      // Of what it complains about the beginning is enough.
      if errors.count > limits.errorBytes { errors.removeLast(errors.count - limits.errorBytes) }
      if output.count > limits.outputBytes {
        end = .tooMuchOutput
        break
      }
      if waiting[2].revents != 0, !write() {
        pipes.close(\.input.write)
        isWriting = false
      }
    }
  }

  /// Reads a piece; false at the end.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8], limit: Int) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &piece, piece.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    if bytes.count < limit { bytes += piece[..<count] }
    return count > 0
  }

  /// Writes a piece; false where no one reads any more.
  private mutating func write() -> Bool {
    let count = input[written...].withUnsafeBytes { Glibc.write(pipes.input.write, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    written += count
    return true
  }
}
