internal import CTerminal
internal import Glibc

/// Where ncurses writes: a file in memory, so that the terminal gets each frame in one piece.
///
/// ncurses sends every cursor movement in a write of its own, twenty and more a frame. On a terminal each of them wakes
/// the reader, and half a frame can be seen.
final class FrameOutput {
  private let terminal: Int32
  private let memory: Int32
  /// The stream that ncurses is given; it uses no more of it than the file descriptor.
  let stream: UnsafeMutablePointer<FILE>
  /// Where the terminal's attributes are those of xterm.
  var compactor: FrameCompactor?

  init?(_ terminal: Int32) {
    self.terminal = terminal
    memory = terminal_memory_file()
    guard let stream = fdopen(memory, "w") else {
      _ = Glibc.close(memory)
      return nil
    }
    self.stream = stream
  }

  /// Sends what ncurses has written; false if the terminal does not take it.
  func flush() -> Bool {
    var length = lseek(memory, 0, SEEK_CUR)
    guard length > 0 else { return true }
    lseek(memory, 0, SEEK_SET)
    defer { lseek(memory, 0, SEEK_SET) }
    var frame: [UInt8] = []
    while length > 0 {
      // The file may be longer, from a longer frame before.
      let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
        count = max(0, read(memory, buffer.baseAddress, buffer.count))
      }
      if bytes.isEmpty { return false }
      frame += bytes
      length -= bytes.count
    }
    return send(compactor?.compact(frame) ?? frame)
  }

  /// Takes all attributes away: the terminal is another program's from now on, or has been.
  func settle() {
    if let bytes = compactor?.settle() { _ = send(bytes) }
  }

  /// Sends bytes past ncurses, for modes that it does not know.
  func send(_ text: String) {
    _ = send(Array(text.utf8))
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { Self.write($0, to: terminal) }
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
  }
}
