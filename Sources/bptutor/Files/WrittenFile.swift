import CProcess
import Diagnostics
import Formats
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

  static func write(_ text: String, to name: String) throws(Fault) { try write(Array(text.utf8), to: name) }

  /// A temporary file beside it takes the bytes and then its name; devices and pipes are written to directly.
  ///
  /// `mode` is that of a file which is not there yet, or is to have it whatever it had before.
  static func write(_ bytes: [UInt8], to name: String, mode: mode_t? = nil) throws(Fault) {
    var status = stat()
    let exists = stat(name.systemName, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw Fault(name: name, code: EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeDirectly(bytes, to: name) }
    let target = try resolved(name)
    let folder = folder(of: target)
    // Short, since the name itself may be as long as names can be.
    var temporary = ""
    var descriptor: Int32 = -1
    defer { process_temporary_end() }
    for number in 0..<100 {
      // What a process of the same number has left is passed by.
      temporary = "\(folder)/.bptutor-\(getpid())-\(number).tmp"
      process_temporary_begin(temporary.systemName)
      descriptor = open(temporary.systemName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { break }
      process_temporary_end()
    }
    guard descriptor >= 0 else { throw Fault(name: name, code: errno) }
    do throws(Output.Failure) {
      if exists || mode != nil { fchmod(descriptor, mode ?? status.st_mode & 0o7777) }
      try Output(descriptor: descriptor).write(bytes)
      guard fsync(descriptor) == 0 else { throw .errno(errno) }
    } catch {
      close(descriptor)
      unlink(temporary.systemName)
      throw Fault(name: name, code: error.code)
    }
    close(descriptor)
    guard rename(temporary.systemName, target.systemName) == 0 else {
      let code = errno
      unlink(temporary.systemName)
      throw Fault(name: name, code: code)
    }
    let directory = open(folder.systemName, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  private static func writeDirectly(_ bytes: [UInt8], to name: String) throws(Fault) {
    // A pipe that no one reads must not hold the program.
    let descriptor = open(name.systemName, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Fault(name: name, code: errno) }
    defer { close(descriptor) }
    do throws(Output.Failure) {
      try Output(descriptor: descriptor).write(bytes)
    } catch { throw Fault(name: name, code: error.code) }
  }

  /// The file behind symbolic links, which stay links; it need not be there yet.
  private static func resolved(_ name: String) throws(Fault) -> String {
    var path = name
    // As many as the kernel follows.
    for _ in 0..<40 {
      var target = [CChar](repeating: 0, count: 4096)
      let count = readlink(path.systemName, &target, target.count)
      guard count > 0 else { return path }
      let text = String(systemBytes: target[..<count].map { UInt8(bitPattern: $0) })
      path = text.utf8.first == UInt8(ascii: "/") ? text : folder(of: path) + "/" + text
    }
    throw Fault(name: name, code: ELOOP)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
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
