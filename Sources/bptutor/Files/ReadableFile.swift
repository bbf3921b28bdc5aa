import Diagnostics
import Formats
import Glibc

/// Reads files that other people chose: only regular ones, and no more of them than fits.
enum ReadableFile {
  static let largest = 16 << 20

  /// Why a file could not be read.
  struct Fault: Error, Equatable {
    let name: String
    let reason: Words
    /// The system's number; 0 where this program refuses by itself.
    let code: Int32
    /// Its bytes, where there are too many.
    let size: Int?

    init(name: String, reason: Words) {
      self.name = name
      self.reason = reason
      (code, size) = (0, nil)
    }

    init(name: String, code: Int32) {
      self.name = name
      self.code = code
      reason = SystemError.words(for: code)
      size = nil
    }

    init(name: String, size: Int, atMost largest: Int) {
      self.name = name
      self.size = size
      code = 0
      // A part of one counts as a whole, so that it is never said to have as many as are read.
      let (found, most) = ((size - 1) / (1 << 20) + 1, largest >> 20)
      reason = Words(
        en: "the file has \(found) MiB; at most \(most) MiB are read",
        zh: "文件有 \(found) MiB，最多读取 \(most) MiB")
    }

    /// What is wrong, without a full stop.
    var message: Words {
      Words(en: "cannot read '\(name)': \(reason.en)", zh: "无法读取“\(name)”：\(reason.zh)")
    }

    /// How a command ends with it: a file that is too large has a place, as every text with a fault in it.
    func failure(help: Words? = nil) -> Failure {
      if size == nil { return .message(message, help: help) }
      let fault = Diagnostic(id: "file.too-large", range: 0..<0, message: reason, help: help)
      return .faults([fault], in: SourceText(name: name, ""))
    }
  }

  /// All bytes of a file; `-` is standard input.
  ///
  /// Opening never waits, so that a pipe without a writer cannot hang the program.
  static func read(_ name: String, atMost largest: Int = largest) throws(Fault) -> [UInt8] {
    if name == "-" { return try readAll(STDIN_FILENO, name, atMost: largest) }
    guard !name.utf8.contains(0) else { throw Fault(name: name, code: ENOENT) }
    let descriptor = open(name.systemName, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Fault(name: name, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Fault(name: name, code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Fault(name: name, reason: Words(en: "it is a directory", zh: "这是一个目录"))
    default:
      throw Fault(name: name, reason: Words(en: "it is a pipe or a device, not a file", zh: "这是管道或设备，不是文件"))
    }
    // A sparse gigabyte takes long to read and says nothing.
    guard status.st_size <= largest else { throw Fault(name: name, size: Int(status.st_size), atMost: largest) }
    return try readAll(descriptor, name, atMost: largest)
  }

  private static func readAll(_ descriptor: Int32, _ name: String, atMost largest: Int) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(name: name, code: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw Fault(name: name, size: bytes.count, atMost: largest) }
    }
  }
}

/// What the system's error numbers mean, in the words of the product.
enum SystemError {
  static func words(for code: Int32) -> Words {
    switch code {
    case ENOENT, ENOTDIR: Words(en: "no such file", zh: "没有这个文件")
    case EACCES, EPERM: Words(en: "not permitted", zh: "没有权限")
    case EEXIST: Words(en: "it is there already, and is left as it is", zh: "文件已存在，未作改动")
    case EISDIR: Words(en: "it is a directory", zh: "这是一个目录")
    case ENOSPC, EDQUOT: Words(en: "the disk is full", zh: "磁盘已满")
    case EFBIG: Words(en: "the file would become too large", zh: "文件会超过大小限制")
    case EROFS: Words(en: "the disk is read-only", zh: "磁盘只读")
    case ENAMETOOLONG: Words(en: "the name is too long", zh: "名称太长")
    case ELOOP: Words(en: "too many links", zh: "链接层数过多")
    case EBADF: Words(en: "it is closed", zh: "它已关闭")
    case EIO: Words(en: "the device failed", zh: "设备出错")
    case ENXIO: Words(en: "nothing answers there", zh: "设备没有响应")
    default: Words(String(cString: strerror(code)))
    }
  }
}
