import Diagnostics
import Files
import Glibc
import JSON
import Tutor

/// Joins the two screens of a presentation: the room's tells where it stands, the presenter's own follows.
///
/// They meet in a file of one line in the user's runtime folder, which by the XDG base directory specification belongs to
/// the user alone and does not outlive the login. Where there is none, each screen goes by its own keys.
final class Stage {
  enum Role { case projector, notes }

  private let role: Role
  private let path: String?
  private let watch: FolderWatch?
  /// Who moves the presenter's own screen until the room's is heard of.
  let lead: Presentation.Lead
  /// What was told or read last.
  private var known: String?

  /// Longer than any place of a lesson; a file that is larger is none of ours.
  private static let longest = 1 << 20
  private static let fileName = "presentation.json"

  init(_ role: Role, environment: (String) -> String? = { name in getenv(name).map { String(systemName: $0) } }) {
    self.role = role
    let folder: String?
    do throws(Apart) {
      folder = try Self.folder(environment)
      lead = .own
    } catch {
      folder = nil
      lead = .apart(error.obstacle)
    }
    path = folder.map { $0 + "/" + Self.fileName }
    watch = role == .notes ? folder.flatMap { FolderWatch($0) } : nil
  }

  /// What wakes the screen that follows; nil where it follows nothing.
  var descriptor: Int32? { watch?.descriptor }

  private struct Apart: Error {
    let obstacle: Presentation.Obstacle
  }

  /// A folder of our own below the runtime folder, which must be what the specification says.
  private static func folder(_ environment: (String) -> String?) throws(Apart) -> String {
    guard let runtime = environment("XDG_RUNTIME_DIR"), runtime.hasPrefix("/") else { throw Apart(obstacle: .noFolder) }
    try checkIsPrivate(runtime)
    let folder = runtime + "/bptutor"
    mkdir(folder.systemName, 0o700)
    try checkIsPrivate(folder)
    return folder
  }

  /// Only a folder, and no link to one, that only this user can use will do.
  private static func checkIsPrivate(_ path: String) throws(Apart) {
    var status = stat()
    guard lstat(path.systemName, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Apart(obstacle: .noFolder)
    }
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw Apart(obstacle: .sharedFolder) }
  }

  // MARK: The room's screen

  /// Tells where the presentation stands, if that has changed.
  func tell(_ place: PresentationPlace?) {
    guard role == .projector, let path, let place else { return }
    let text = place.text(process: getpid())
    guard text != known else { return }
    known = text
    let temporary = path + ".\(getpid())"
    let descriptor = open(temporary.systemName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = (try? Output(descriptor: descriptor).write(text + "\n")) != nil
    close(descriptor)
    if !isWritten || rename(temporary.systemName, path.systemName) != 0 { unlink(temporary.systemName) }
  }

  /// The presentation is over; another one that has begun meanwhile is left alone.
  func end() {
    guard role == .projector, let path, let text = read(), text == known else { return }
    unlink(path.systemName)
  }

  // MARK: The presenter's own screen

  /// What is new since the last call; nil where nothing is.
  func news() -> Event? {
    guard role == .notes, path != nil else { return nil }
    _ = watch?.changes()
    let text = read()
    guard text != known else { return nil }
    known = text
    guard let text else { return .presented(nil) }
    // What another version or a crash has left is no presentation.
    return .presented(PresentationPlace(text: text))
  }

  private func read() -> String? {
    guard let path, let bytes = try? ReadableFile.read(path), bytes.count <= Self.longest else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.last == "\n" ? String(text.dropLast()) : text
  }
}

extension PresentationPlace {
  private static let version = 1

  /// One line of JSON.
  fileprivate func text(process: Int32) -> String {
    let whole: JSONText = .object([
      ("version", .number(Double(Self.version))), ("process", .number(Double(process))), ("lesson", .string(lesson)),
      ("began", .number(Double(began))), ("isBlank", .bool(isBlank)), ("isAway", .bool(isAway)),
      ("place", .string(place.text)),
    ])
    return whole.oneLine
  }

  /// nil for anything that `text` does not write, and where the process that wrote it is gone.
  fileprivate init?(text: String) {
    guard let value = try? JSONValue.parse(SourceText(text)),
      case .number(let version, _, _)? = value["version"], version == Double(Self.version),
      case .number(let process, _, _)? = value["process"], let id = Int32(exactly: process), id > 0, kill(id, 0) == 0,
      case .string(let lesson, _)? = value["lesson"], case .string(let text, _)? = value["place"],
      let place = LessonPlace(text: text), case .number(let began, _, _)? = value["began"],
      let began = Int(exactly: began)
    else { return nil }
    func isTrue(_ name: String) -> Bool { if case .bool(let value, _)? = value[name] { value } else { false } }
    self.init(
      lesson: lesson, place: place, began: began, isBlank: isTrue("isBlank"), isAway: isTrue("isAway"))
  }
}
