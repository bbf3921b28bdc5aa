import Formats
import Glibc

/// `bptutor man` on a terminal: the page as `man` sets it, in the pager that it opens.
enum ManualPager {
  /// False where this is no terminal, or there is no `man` that can.
  static func show(_ page: String) -> Bool {
    guard isatty(STDOUT_FILENO) == 1, let man = BoundProgram.path(of: "man") else { return false }
    // A file without a name; the pager has the terminal for its keys.
    var template = Array("/tmp/bptutor-man-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return false }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    defer { close(file) }
    unlink(template)
    guard (try? Output(descriptor: file).write(page)) != nil, lseek(file, 0, SEEK_SET) == 0 else { return false }
    return run([man, "-l", "-"], input: file)
  }

  private static func run(_ words: [String], input: Int32) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // As every program expects them; this one ignores them.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0.systemName) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    // Ctrl-C is the pager's; the reader is still there after it.
    let former = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, former) }
    var child = pid_t()
    guard posix_spawn(&child, words[0].systemName, &actions, &attributes, arguments, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return false } }
    return status == 0
  }
}
