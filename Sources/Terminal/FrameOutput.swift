internal import CTerminal
internal import Glibc

/// Where ncurses writes: a file in memory while it paints, so that the terminal gets each frame in one piece.
///
/// ncurses sends every cursor movement in a write of its own, twenty and more a frame. On a terminal each of them wakes
/// the reader, and half a frame can be seen. To set modes ncurses needs the terminal itself behind the same number.
final class FrameOutput {
  private let terminal: Int32
  private let memory: Int32
  /// The stream that ncurses is given.
  let stream: UnsafeMutablePointer<FILE>
  private let descriptor: Int32

  init?(_ terminal: Int32) {
    self.terminal = terminal
    memory = terminal_memory_file()
    descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    guard let stream = fdopen(descriptor, "w") else {
      _ = Glibc.close(descriptor)
      _ = Glibc.close(memory)
      return nil
    }
    self.stream = stream
  }

  /// From now on what ncurses writes waits for `flush()`.
  ///
  /// Without a file in memory it goes straight to the terminal.
  func beginFrames() {
    if memory >= 0 { connect(to: memory) }
  }

  /// From now on what ncurses writes goes to the terminal.
  func endFrames() {
    flush()
    connect(to: terminal)
  }

  private func connect(to file: Int32) {
    dup2(file, descriptor)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Sends the frame; false if the terminal does not take it.
  @discardableResult
  func flush() -> Bool {
    guard memory >= 0 else { return true }
    var length = lseek(memory, 0, SEEK_CUR)
    guard length > 0 else { return true }
    lseek(memory, 0, SEEK_SET)
    let isSent = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      while length > 0 {
        let count = read(memory, buffer.baseAddress, buffer.count)
        guard count > 0, Self.write(UnsafeRawBufferPointer(rebasing: buffer[..<min(count, length)]), to: terminal)
        else {
          return false
        }
        length -= count
      }
      return true
    }
    // The next frame overwrites this one; its length is where ncurses then stands.
    lseek(memory, 0, SEEK_SET)
    return isSent
  }

  /// Sends bytes past ncurses, for modes that it does not know.
  func send(_ text: String) {
    var text = text
    text.withUTF8 { _ = Self.write(UnsafeRawBufferPointer($0), to: terminal) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Somebody has made the terminal non-blocking.
        var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  func close() {
    fclose(stream)
    if memory >= 0 { _ = Glibc.close(memory) }
  }
}
