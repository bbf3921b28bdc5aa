import Formats
import Glibc

/// A file that is made where there was none.
struct NewFile {
  let name: String
  let text: String

  /// Writes all files or none; what is there already, be it a link or a pipe, is never touched.
  static func write(_ files: [NewFile]) throws(WrittenFile.Fault) {
    var written: [String] = []
    do throws(WrittenFile.Fault) {
      for file in files {
        try file.write()
        written.append(file.name)
      }
    } catch {
      for name in written { unlink(name.systemName) }
      throw error
    }
  }

  private func write() throws(WrittenFile.Fault) {
    let descriptor = open(name.systemName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WrittenFile.Fault(name: name, code: errno) }
    do throws(Output.Failure) {
      try Output(descriptor: descriptor).write(text)
      guard fsync(descriptor) == 0 else { throw .errno(errno) }
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(name.systemName)
      throw WrittenFile.Fault(name: name, code: error.code)
    }
  }
}
