import Diagnostics
import Glibc

/// Writes files so that what was there stays whole until the new text is safe.
enum WrittenFile {
  /// Why a file could not be written.
  struct Fault: Error, Equatable {
    let name: String
    let code: Int32

    /// What is wrong, without a full stop.
    var message: Words {
      let reason = SystemError.words(for: code)
      return Words(en: "cannot write '\(name)': \(reason.en)", zh: "无法写入“\(name)”：\(reason.zh)")
    }
  }

  /// A temporary file beside it takes the text and then its name; devices and pipes are written to directly.
  static func write(_ text: String, to name: String) throws(Fault) {
    var status = stat()
    let exists = stat(name, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw Fault(name: name, code: EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeDirectly(text, to: name) }
    let target = exists ? resolved(name) : name
    let folder = folder(of: target)
    let temporary = "\(target).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Fault(name: name, code: errno) }
    do throws(Output.Failure) {
      if exists { fchmod(descriptor, status.st_mode & 0o7777) }
      try Output(descriptor: descriptor).write(text)
      guard fsync(descriptor) == 0 else { throw .errno(errno) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw Fault(name: name, code: error.code)
    }
    close(descriptor)
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw Fault(name: name, code: code)
    }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  private static func writeDirectly(_ text: String, to name: String) throws(Fault) {
    // A pipe that nobody reads must not hold the program.
    let descriptor = open(name, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Fault(name: name, code: errno) }
    defer { close(descriptor) }
    do throws(Output.Failure) {
      try Output(descriptor: descriptor).write(text)
    } catch { throw Fault(name: name, code: error.code) }
  }

  /// The file behind a symbolic link, which stays a link.
  private static func resolved(_ name: String) -> String {
    guard let path = realpath(name, nil) else { return name }
    defer { free(path) }
    return String(cString: path)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension Output.Failure {
  /// The system's number for it.
  var code: Int32 {
    switch self {
    case .readerGone: EPIPE
    case .errno(let code): code
    }
  }
}
