import Arguments
import Configuration
import Diagnostics
import Formats
import Glibc
import Networks

/// The user's configuration file, read when the program begins.
struct ConfigurationFile {
  private(set) var configuration = Configuration()
  /// What is wrong with it, for standard error; empty where all is well.
  private var faults: [Diagnostic] = []
  private let source: SourceText
  /// Why it could not be read at all.
  private var unreadable: ReadableFile.Fault?

  /// Reads the file that is asked for; one that was named must be there.
  init(_ choice: Preferences.ConfigurationChoice, environment: @escaping (String) -> String?) throws(ReadableFile.Fault)
  {
    let path: String
    switch choice {
    case .none:
      source = SourceText("")
      return
    case .file(let name): path = name
    case .standard:
      guard let own = Self.path(environment), access(own.systemName, F_OK) == 0 else {
        source = SourceText("")
        return
      }
      path = own
    }
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(path, atMost: 1 << 20) } catch {
      guard choice == .standard else { throw error }
      source = SourceText(name: path, "")
      unreadable = error
      return
    }
    source = SourceText(name: path, utf8: bytes)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    func whole(_ name: String) -> String {
      if name.hasPrefix("~/"), let home = environment("HOME") { return home + name.dropFirst(1) }
      return name.hasPrefix("/") ? name : folder + name
    }
    (configuration, faults) = ConfigurationReader.read(
      source, in: .init(folder: { Self.folder(whole($0)) }, notation: { Self.notation($0, whole) }))
  }

  /// `$XDG_CONFIG_HOME/bptutor/config.yaml` of the XDG base directory specification, which has relative paths ignored.
  private static func path(_ environment: (String) -> String?) -> String? {
    let folder =
      environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment("HOME").flatMap { $0.hasPrefix("/") ? $0 + "/.config" : nil }
    return folder.map { $0 + "/bptutor/config.yaml" }
  }

  private static func folder(_ path: String) -> (path: String, fault: Words?) {
    LessonFolders.fault(path).map { (path, Words(en: "cannot read '\(path)': \($0.en)", zh: "无法读取“\(path)”：\($0.zh)")) }
      ?? (path, nil)
  }

  private static func notation(_ name: String, _ whole: (String) -> String) -> (name: String, fault: Words?) {
    if BundledNotations.notation(named: name) != nil { return (name, nil) }
    let path = whole(name)
    // A name without a slash that no file has is more likely a mistyped one.
    if let nearest = Suggestion.nearest(to: name, in: BundledNotations.names), access(path.systemName, F_OK) != 0 {
      return (
        name,
        Words(
          en: "there is no notation '\(name)'; did you mean '\(nearest)'?", zh: "没有记号“\(name)”，是不是想写“\(nearest)”？")
      )
    }
    return (path, NotationChoice.fault(path))
  }

  // MARK: What is wrong

  /// For standard error: every fault with its line and a caret; empty where all is well.
  func report(_ language: Language) -> String {
    if let unreadable {
      return "\(CommandTable.program): \(unreadable.message[language])\n"
    }
    return faults.isEmpty ? "" : source.report(faults, language: language)
  }

  /// The first fault in one line, for the screen.
  var notice: Words? {
    if let unreadable { return unreadable.message }
    guard let first = faults.first else { return nil }
    let place = source.position(of: first.range.lowerBound)
    let name = (source.name ?? "") + ":\(place.line):\(place.column): "
    let more = Words(
      en: first.help.map { "; " + $0.en } ?? "", zh: first.help.map { "；" + $0.zh } ?? "")
    return Words(en: name + first.message.en + more.en, zh: name + first.message.zh + more.zh)
  }
}
