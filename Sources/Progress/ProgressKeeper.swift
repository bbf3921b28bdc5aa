package import Diagnostics

/// The progress of a running session: saved where that works, and kept in memory until it does.
///
/// A session never stops because something could not be saved; `fault` says so, for a banner.
package struct ProgressKeeper {
  /// Where the store is; nil where the environment names no place.
  private let path: String?
  private let maxPages: Int?
  private var store: ProgressStore?
  /// All answers, those of this session among them.
  package private(set) var attempts: [Attempt] = []
  /// By lesson, the one that was left last at the end.
  package private(set) var places: [KeptPlace] = []
  private var waiting: [Change] = []
  /// Why the last try to save failed; nil while all is well.
  package private(set) var fault: StoreFault?
  /// What was found wrong and put right, to be reported once.
  package private(set) var notice: Words?

  private enum Change {
    case attempt(Attempt)
    case place(String, lesson: String)
    case noPlace(lesson: String)
  }

  /// More unsaved changes than this are forgotten, the oldest first.
  private static let maxWaiting = 10_000

  /// Reads what there is; `maxPages` is for those who want to see the file full.
  package init(path: String?, maxPages: Int? = nil) {
    self.path = path
    self.maxPages = maxPages
    // Whoever only looks on needs no file.
    if path.map(StateFile.exists) ?? true { reopen() }
    attempts = (try? store?.attempts()) ?? []
    places = (try? store?.places()) ?? []
  }

  /// Whether everything so far is safe.
  package var isSaved: Bool { fault == nil && waiting.isEmpty }

  /// Where the learner was in a lesson; nil where it was not begun.
  package func place(in lesson: String) -> String? { places.first { $0.lesson == lesson }?.place }

  /// All that is known, that of this session included; a notice comes once.
  package mutating func kept(now: Int64, utcOffset: Int? = nil) -> KeptProgress {
    defer { notice = nil }
    return KeptProgress(
      attempts: attempts, places: places, now: now, utcOffset: utcOffset, banner: fault?.banner, notice: notice)
  }

  /// Keeps an answer; it is safe if `isSaved` afterwards.
  package mutating func record(_ attempt: Attempt) {
    attempts.append(attempt)
    save(.attempt(attempt))
  }

  /// Keeps where the learner is in a lesson.
  package mutating func keepPlace(_ place: String, in lesson: String) {
    places.removeAll { $0.lesson == lesson }
    places.append(KeptPlace(lesson: lesson, place: place))
    save(.place(place, lesson: lesson))
  }

  /// Forgets where the learner was in a lesson.
  package mutating func removePlace(in lesson: String) {
    places.removeAll { $0.lesson == lesson }
    save(.noPlace(lesson: lesson))
  }

  // MARK: Saving

  private mutating func reopen() {
    store = nil
    guard let path else {
      fault = .noFolder
      return
    }
    do throws(StoreFault) {
      let opened = try ProgressStore.open(path, maxPages: maxPages)
      store = opened
      fault = opened.isReadOnly ? .readOnly(path) : nil
      if let found = opened.notice { notice = found }
    } catch { fault = error }
  }

  /// In the order in which they came: what waits goes first.
  private mutating func save(_ change: Change) {
    waiting.append(change)
    if waiting.count > Self.maxWaiting { waiting.removeFirst() }
    if store == nil || fault != nil || store?.hasMoved == true { reopen() }
    guard let store, !store.isReadOnly else { return }
    while let next = waiting.first {
      do throws(StoreFault) {
        switch next {
        case .attempt(let attempt): try store.record(attempt)
        case .place(let place, let lesson): try store.keepPlace(place, in: lesson)
        case .noPlace(let lesson): try store.removePlace(in: lesson)
        }
      } catch {
        fault = error
        return
      }
      waiting.removeFirst()
      fault = nil
    }
  }
}
