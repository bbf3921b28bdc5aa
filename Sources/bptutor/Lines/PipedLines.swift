import Glibc

/// Lines read from a file descriptor, none of them larger than fits.
struct PipedLines: LineSource {
  static let longest = 1 << 16

  private let descriptor: Int32
  private let longest: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The system's number of the fault that ended the lines; nil where they ended by themselves.
  private(set) var fault: Int32?

  init(descriptor: Int32 = STDIN_FILENO, longest: Int = PipedLines.longest) {
    self.descriptor = descriptor
    self.longest = longest
  }

  /// How many lines are to come, where the descriptor is an ordinary file; nil for a pipe, of which no one knows.
  ///
  /// Cost: reading the file once more.
  static func count(in descriptor: Int32 = STDIN_FILENO) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var offset = lseek(descriptor, 0, SEEK_CUR)
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    var (lines, isOpen) = (0, false)
    while offset >= 0, case let count = pread(descriptor, &piece, piece.count, offset), count > 0 {
      lines += piece[..<count].count { $0 == 0x0A }
      isOpen = piece[count - 1] != 0x0A
      offset += count
    }
    return lines + (isOpen ? 1 : 0)
  }

  mutating func next() -> TypedLine? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      let rest = buffer[start...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let piece = rest[..<(end ?? buffer.endIndex)]
      isTooLong = isTooLong || line.count + piece.count > longest
      // The rest of a line that is too long is read and forgotten.
      if !isTooLong { line += piece }
      if let end {
        start = end + 1
        return Self.typed(line, isTooLong: isTooLong)
      }
      start = buffer.endIndex
      if isAtEnd || !fill() {
        return line.isEmpty && !isTooLong ? nil : Self.typed(line, isTooLong: isTooLong)
      }
    }
  }

  /// Reads on; false at the end, which a fault is too.
  private mutating func fill() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count > 0 {
        buffer = Array(piece[..<count])
        start = 0
        return true
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, -1)
        continue
      }
      if count < 0 { fault = errno }
      isAtEnd = true
      return false
    }
  }

  private static func typed(_ line: [UInt8], isTooLong: Bool) -> TypedLine {
    if isTooLong { return .tooLong }
    let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    return String(validating: bytes, as: UTF8.self).map(TypedLine.text) ?? .notUTF8
  }
}
