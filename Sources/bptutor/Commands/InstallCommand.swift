import Arguments
import Diagnostics
import Formats
import Glibc

/// What `bptutor install` and `bptutor uninstall` do.
struct InstallCommand {
  let invocation: Invocation
  let preferences: Preferences

  private static let maxProgramSize = 256 << 20

  /// Writes the program first, so that a place that cannot be written to is left as it was.
  func install() throws(Failure) -> Int32 {
    let installation = Installation(prefix: try prefix())
    try makeFolder(of: installation.program)
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) {
      bytes = try ReadableFile.read("/proc/self/exe", atMost: Self.maxProgramSize)
    } catch { throw error.failure() }
    do throws(WrittenFile.Fault) {
      if !isThisProgram(installation.program) { try WrittenFile.write(bytes, to: installation.program, mode: 0o755) }
    } catch { throw .unwritable(error) }
    var written = [installation.program]
    if let helper = Self.helper {
      let bytes: [UInt8]
      do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(helper, atMost: Self.maxProgramSize) } catch {
        throw error.failure()
      }
      if !Self.isSame(helper, installation.helper) {
        do throws(WrittenFile.Fault) { try WrittenFile.write(bytes, to: installation.helper, mode: 0o755) } catch {
          throw .unwritable(error)
        }
      }
      written.append(installation.helper)
    }
    for file in Installation.files {
      let path = installation.path(file.path)
      try makeFolder(of: path)
      do throws(WrittenFile.Fault) { try WrittenFile.write(Array(file.text.utf8), to: path, mode: 0o644) } catch {
        throw .unwritable(error)
      }
      written.append(path)
    }
    return try report(written + [advice(installation)])
  }

  /// Removes what `install` writes, and the folders that only held it.
  func uninstall() throws(Failure) -> Int32 {
    let installation = Installation(prefix: try prefix())
    var removed: [String] = []
    for path in Installation.files.map({ installation.path($0.path) }) + [
      installation.helper, installation.program,
    ] {
      if unlink(path.systemName) == 0 {
        removed.append(path)
        removeEmptyFolders(above: path, downTo: installation.prefix)
      } else if errno != ENOENT && errno != ENOTDIR {
        let reason = SystemError.words(for: errno)
        throw .message(Words(en: "cannot remove '\(path)': \(reason.en)", zh: "无法删除“\(path)”：\(reason.zh)"))
      }
    }
    guard !removed.isEmpty else {
      throw .message(
        Words(en: "nothing is installed in '\(installation.prefix)'", zh: "“\(installation.prefix)”中没有安装任何内容"),
        help: Words(en: "name the place with --prefix", zh: "请用 --prefix 指定位置"))
    }
    let kept = Words(
      en: "Removed. Your progress and your lessons are kept.", zh: "已删除。你的进度和课程都保留着。")
    return try report(removed + [kept[preferences.language]])
  }

  private func report(_ lines: [String]) throws(Failure) -> Int32 {
    try WrittenResult.write(lines.joined(separator: "\n") + "\n", to: nil)
  }

  /// How to start it now.
  private func advice(_ installation: Installation) -> String {
    let folder = installation.path("bin")
    let path = getenv("PATH").map { String(systemName: $0) } ?? ""
    if path.split(separator: ":").contains(where: { $0 == folder }) {
      return Words(en: "Start it with: bptutor", zh: "启动：bptutor")[preferences.language]
    }
    let quoted = ShellWord.quoted(folder)
    return Words(
      en: "'\(folder)' is not in PATH. Add to your shell's start file: export PATH=\(quoted):\"$PATH\"",
      zh: "“\(folder)”不在 PATH 中。请在 shell 启动文件中加入：export PATH=\(quoted):\"$PATH\"")[preferences.language]
  }

  /// ~/.local unless another place is given.
  private func prefix() throws(Failure) -> String {
    if let given = invocation.value(of: .prefix) {
      guard !given.isEmpty, !given.utf8.contains(0) else {
        throw .message(
          Words(en: "--prefix needs a folder", zh: "--prefix 需要一个文件夹"),
          help: Words(en: "for example --prefix ~/.local", zh: "例如 --prefix ~/.local"))
      }
      // The advice about PATH must hold in every folder.
      guard !given.hasPrefix("/"), let folder = getcwd(nil, 0) else { return given }
      defer { free(folder) }
      return String(systemName: folder) + "/" + given
    }
    guard let home = getenv("HOME").map({ String(systemName: $0) }), home.hasPrefix("/") else {
      throw .message(
        Words(en: "HOME is not set", zh: "没有设置 HOME"),
        help: Words(en: "name the place with --prefix", zh: "请用 --prefix 指定位置"))
    }
    return home + "/.local"
  }

  /// The program that speaks MQTT, beside this one; nil where it was not built.
  private static var helper: String? { BoundProgram.path(beside: Installation.helperName) }

  /// Whether this very file is running: it need not be copied onto itself.
  private func isThisProgram(_ path: String) -> Bool { Self.isSame("/proc/self/exe", path) }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one.systemName, &first) == 0 && stat(other.systemName, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  private func makeFolder(of path: String) throws(Failure) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = path[..<slash]
    var place = folder.startIndex
    while place < folder.endIndex {
      let end = folder[folder.index(after: place)...].firstIndex(of: "/") ?? folder.endIndex
      let part = String(folder[..<end])
      if mkdir(part.systemName, 0o755) != 0, errno != EEXIST {
        let reason = SystemError.words(for: errno)
        throw .message(
          Words(en: "cannot make the folder '\(part)': \(reason.en)", zh: "无法创建文件夹“\(part)”：\(reason.zh)"),
          help: Words(en: "name another place with --prefix", zh: "请用 --prefix 指定别处"))
      }
      place = end
    }
  }

  private func removeEmptyFolders(above path: String, downTo prefix: String) {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      guard folder.utf8.count > prefix.utf8.count, rmdir(String(folder).systemName) == 0 else { return }
    }
  }
}
