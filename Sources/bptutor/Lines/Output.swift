import Glibc

/// Writes to a file descriptor, in one piece or line by line, and keeps the first error.
struct Output {
  /// Why nothing more can be written.
  enum Failure: Error, Equatable {
    /// The reader of a pipe has gone: no fault, and no one to tell.
    case readerGone
    case errno(Int32)
  }

  let descriptor: Int32

  static let standard = Output(descriptor: STDOUT_FILENO)
  static let error = Output(descriptor: STDERR_FILENO)

  /// Writes all bytes, however small the pieces that the system takes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, slice.baseAddress, slice.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Someone made the descriptor non-blocking.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      case EPIPE: throw .readerGone
      case let code: throw .errno(code)
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var failure: Failure?
    bytes.withUnsafeBytes { bytes in
      do throws(Failure) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func write(_ text: String) throws(Failure) {
    var text = text
    var failure: Failure?
    text.withUTF8 { bytes in
      do throws(Failure) { try write(UnsafeRawBufferPointer(bytes)) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Each line with its end, all in one piece.
  func writeLines(_ lines: [String]) throws(Failure) {
    if lines.isEmpty { return }
    try write(lines.joined(separator: "\n") + "\n")
  }
}
