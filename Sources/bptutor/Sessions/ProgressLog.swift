import Diagnostics
import Progress
import Tutor

/// Keeps what sessions have to keep, in the learner's file.
///
/// It is opened when it is first needed: who only looks at a derivation waits for no disk.
final class ProgressLog {
  private lazy var keeper = ProgressKeeper(path: StateLocation.path)
  /// Why nothing is saved, as the session knew it last.
  private var told: StoreFault?
  private(set) var isTold = false
  /// What a session that shows no banner says before its first answer: that nothing is saved, that a file was moved aside.
  private(set) var warnings: [Words] = []
  private let isKeeping: Bool

  init(isKeeping: Bool = true) { self.isKeeping = isKeeping }

  /// All that is known of the learner.
  func kept() -> KeptProgress {
    isTold = true
    guard isKeeping else { return KeptProgress(now: Clock.date(), utcOffset: Clock.utcOffset) }
    let kept = keeper.kept(now: Clock.date(), utcOffset: Clock.utcOffset)
    told = keeper.fault
    warnings = [kept.banner, kept.notice].compactMap { $0 }
    return kept
  }

  /// The same as an event.
  func tell() -> Event { .progress(kept()) }

  /// Keeps an answer, which is safe when this returns, or says why it is not.
  func record(_ attempt: Attempt) -> [Event] {
    guard isKeeping else { return [] }
    var dated = attempt
    dated.time = Clock.date()
    keeper.record(dated)
    return news
  }

  func keepPlace(_ place: LessonPlace, in lesson: String) -> [Event] {
    guard isKeeping else { return [] }
    keeper.keepPlace(place.text, in: lesson)
    return news
  }

  /// What the session has to know of the saving.
  private var news: [Event] {
    guard told != keeper.fault else { return [] }
    told = keeper.fault
    return [.banner(keeper.fault?.banner)]
  }
}
