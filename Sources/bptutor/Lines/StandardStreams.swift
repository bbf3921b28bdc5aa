import Glibc

/// Makes the three standard streams safe to use before anything else is opened.
enum StandardStreams {
  /// A stream that was closed gets a descriptor that only fails, so that no file can be opened in its place.
  static func prepare() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
    // Writing to a reader that has gone is then an error like any other.
    signal(SIGPIPE, SIG_IGN)
    // So is writing beyond a limit on the size of files.
    signal(SIGXFSZ, SIG_IGN)
    // Else the Swift runtime answers Ctrl-\ with a debugger's prompt.
    signal(SIGQUIT, SIG_DFL)
  }
}
