import Arguments
import Configuration
import Diagnostics
import Formats
import Glibc

/// Where lessons are looked for besides the program itself.
enum LessonFolders {
  /// The folders in order; what is in an earlier one counts before the same in a later one.
  ///
  /// `--lessons`, `BPTUTOR_LESSONS`, the configuration file, and the data folder of the XDG base directory specification, which has relative
  /// paths ignored. The last need not be there; a folder that was named must be.
  static func paths(_ invocation: Invocation, environment: (String) -> String?) throws(Failure) -> [String] {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    var paths: [String] = []
    for path in invocation.values(of: .lessons) { paths.append(try named(path, by: "--lessons")) }
    for path in (value("BPTUTOR_LESSONS") ?? "").split(separator: ":") {
      paths.append(try named(String(path), by: "BPTUTOR_LESSONS"))
    }
    // Looked at when the configuration was read.
    paths += invocation.configuration.lessons
    if let own = own(environment: value), isFolder(own) { paths.append(own) }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// Where someone's own lessons belong; nil where the environment names no place.
  static func own(environment: (String) -> String?) -> String? {
    let data =
      environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment("HOME").flatMap { $0.hasPrefix("/") ? $0 + "/.local/share" : nil }
    return data.map { $0 + "/bptutor/lessons" }
  }

  private static func named(_ path: String, by name: String) throws(Failure) -> String {
    guard let reason = fault(path) else { return path }
    throw .message(
      Words(
        en: "cannot read the lessons of '\(path)', which \(name) names: \(reason.en)",
        zh: "无法读取 \(name) 指定的课程文件夹“\(path)”：\(reason.zh)"))
  }

  /// Why a folder cannot be read; nil where it can.
  static func fault(_ path: String) -> Words? {
    if isFolder(path), access(path.systemName, R_OK | X_OK) == 0 { return nil }
    var status = stat()
    if stat(path.systemName, &status) != 0 { return SystemError.words(for: errno) }
    return isFolder(path) ? SystemError.words(for: EACCES) : Words(en: "it is no folder", zh: "这不是文件夹")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.systemName, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
