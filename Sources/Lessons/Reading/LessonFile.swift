package import Diagnostics
import Formats
import Glibc

/// A lesson file as it was read, or why it could not be.
package struct LessonFile: Sendable {
  package private(set) var source: SourceText
  /// Why there is no text, reported at the file's beginning.
  let fault: Diagnostic?
  /// Whether its bytes are known to be text: those of the program's own lessons were looked at when it was built.
  private var isText = false

  package init(_ source: SourceText) {
    self.source = source
    fault = nil
  }

  /// The same, of which every byte has been checked before.
  func knownAsText() -> LessonFile {
    var result = self
    result.isText = true
    return result
  }

  /// Why it cannot be read or shown at all; nil where it can.
  var textFault: Diagnostic? { fault ?? (isText ? nil : TextCheck.fault(in: source)) }

  /// The same text under another name.
  func renamed(_ name: String) -> LessonFile {
    var result = self
    result.source = SourceText(name: name, utf8: source.utf8)
    return result
  }

  init(unreadable path: String, _ fault: any LessonFault) {
    source = SourceText(name: path, "")
    self.fault = fault.diagnostic(at: 0..<0)
  }

  /// Reads one file.
  ///
  /// Only regular files of a lesson's size are read: no link, pipe, device or folder.
  ///
  /// Never waits, and needs no more memory than the largest lesson.
  package static func read(_ path: String) -> LessonFile {
    let descriptor = open(path.systemName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return LessonFile(unreadable: path, TextFault.notReadable(reason(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return LessonFile(
        unreadable: path, TextFault.notReadable(Words(en: "this is no ordinary file", zh: "这不是普通文件")))
    }
    let limit = LessonDraft.Limit.bytes
    guard status.st_size <= limit else { return LessonFile(unreadable: path, TextFault.tooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    var buffer = Array(repeating: UInt8(0), count: 65_536)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return LessonFile(unreadable: path, TextFault.notReadable(reason(errno))) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return LessonFile(SourceText(name: path, utf8: bytes))
  }

  static func reason(_ code: Int32) -> Words {
    switch code {
    case ENOENT, ENOTDIR: Words(en: "there is no such file", zh: "没有这个文件")
    case EACCES, EPERM: Words(en: "this file may not be read", zh: "没有读取这个文件的权限")
    case ELOOP: Words(en: "links are not followed", zh: "不支持符号链接")
    default: Words(String(cString: strerror(code)))
    }
  }
}
