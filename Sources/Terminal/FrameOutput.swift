internal import CTerminal
internal import Glibc

/// Where ncurses writes: a file in memory, so that the terminal gets each frame in one piece.
///
/// ncurses sends every cursor movement in a write of its own, twenty and more a frame. On a terminal each of them wakes
/// the reader, and half a frame can be seen. Where the user's limit on the size of files is too small even for memory,
/// ncurses writes to the terminal itself.
final class FrameOutput {
  private let terminal: Int32
  /// nil where ncurses writes to the terminal itself.
  private let memory: Int32?
  /// The stream that ncurses is given; it uses no more of it than the file descriptor.
  let stream: UnsafeMutablePointer<FILE>
  /// Where the terminal's attributes are those of xterm; it sees only frames that go through memory.
  var compactor: FrameCompactor? {
    didSet { if isDirect, compactor != nil { compactor = nil } }
  }
  /// Gets what the terminal gets.
  var tee: (([UInt8]) -> Void)?
  /// The terminal took no more while the program was asked to end: nothing more is sent to it.
  private(set) var isStalled = false

  /// Whether ncurses writes to the terminal itself, and so sees a terminal whose modes it thinks are its own.
  var isDirect: Bool { memory == nil }

  /// No frame is larger: the largest screen, with a color for each of its cells.
  private static let maxFrameBytes = 8 << 20

  init?(_ terminal: Int32) {
    self.terminal = terminal
    let file = terminal_memory_file(Self.maxFrameBytes)
    memory = file >= 0 ? file : nil
    let written = file >= 0 ? file : fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    guard written >= 0, let stream = fdopen(written, "w") else {
      _ = Glibc.close(written)
      return nil
    }
    self.stream = stream
  }

  /// Sends what ncurses has written; false if the terminal does not take it.
  func flush() -> Bool {
    guard let memory else { return !isStalled }
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

  /// Asks the terminal something, which is no part of what it shows.
  func ask(_ question: String) { _ = Array(question.utf8).withUnsafeBytes { write($0) } }

  private func send(_ bytes: [UInt8]) -> Bool {
    if !bytes.isEmpty { tee?(bytes) }
    return bytes.withUnsafeBytes { write($0) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty, !isStalled {
      // A signal that asks for the end interrupts a write that waits, again and again until it has been noticed here.
      if terminal_signals_ending() != 0, !isWritable(within: Self.lastPatience) {
        isStalled = true
        break
      }
      let count = Glibc.write(terminal, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Another program has made the terminal non-blocking.
        _ = isWritable(within: -1)
      } else if errno != EINTR {
        return false
      }
    }
    return rest.isEmpty
  }

  /// How long a terminal may take no more once the program is to end, in milliseconds.
  private static let lastPatience: Int32 = 100

  private func isWritable(within milliseconds: Int32) -> Bool {
    var wait = pollfd(fd: terminal, events: Int16(POLLOUT), revents: 0)
    return poll(&wait, 1, milliseconds) > 0
  }

  func close() {
    fclose(stream)
  }
}
