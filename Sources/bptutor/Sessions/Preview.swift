import Diagnostics
import Expressions
import Formats
import Glibc
import Lessons
import Screen
import Tutor
import TutorViews

/// A lesson file that its author is at work on: read again whenever it, its translation or a network beside it is saved.
struct Preview {
  private let path: String
  private let context: LessonContext
  private let watch: FolderWatch?
  /// What was wrong at the last reading.
  private(set) var report = LintReport.empty
  /// The same as a page; nil while there is a lesson to show.
  private(set) var faults: FaultsPage?
  /// When to read it again, in milliseconds.
  private var due: Int?
  /// How the file was at the last reading, where the system cannot tell of changes.
  private var stamp: Stamp?

  /// An editor saves in several steps; the last of them counts.
  private static let patience = 60
  /// How often the file is looked at where the system cannot tell of changes.
  private static let interval = 1_000

  init(_ path: String, _ context: LessonContext) {
    self.path = path
    self.context = context
    watch = FolderWatch(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
  }

  /// What to wait for; nil where the file has to be looked at.
  var descriptor: Int32? { watch?.descriptor }

  /// How long to wait at most, in milliseconds; nil for ever.
  var wait: Int? { due.map { max(0, $0 - Clock.now()) } ?? (isBlind ? Self.interval : nil) }

  var isDue: Bool { due.map { $0 <= Clock.now() } ?? (isBlind && stamp != Stamp(path)) }

  /// Whether the system cannot tell of changes, or not until the folder is there again.
  private var isBlind: Bool { watch?.isBlind ?? true }

  /// Takes what the descriptor tells.
  mutating func noteChange() {
    guard let changes = watch?.changes() else { return }
    let stem = Lesson.FileName(path)?.stem
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let concerns = changes.contains {
      $0 == name || $0.hasSuffix(".json") || (stem != nil && Lesson.FileName($0)?.stem == stem)
    }
    if concerns { due = Clock.now() + Self.patience }
  }

  /// Reads the file: the lesson as it is now, or nil, and the faults are there instead.
  mutating func reload(_ language: Language, _ notation: TextStyle) -> LessonCatalogue.Entry? {
    due = nil
    if isBlind { watch?.findFolder() }
    stamp = Stamp(path)
    let catalogue = LessonSelection([path]).catalogue(context)
    report = catalogue.report
    if report.isClean, let entry = catalogue.entries.first, entry.hasScreens(in: language) {
      faults = nil
      return entry
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    faults = FaultsPage(
      report, title: SourceText.harmless(name), Look(language: language, notation: notation))
    return nil
  }

  mutating func scrollFaults(_ key: Key, _ size: Size) { _ = faults?.scroll(key, size) }

  /// Enough of a file's state to see that it is another one.
  private struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let number: UInt64

    init?(_ path: String) {
      var status = stat()
      guard lstat(path.systemName, &status) == 0 else { return nil }
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
      size = Int(status.st_size)
      number = UInt64(status.st_ino)
    }
  }
}
