import Classroom
import Formats
import Glibc
import Lessons
import Networks
import Screen
import Tutor

/// The presenter's own screen: goes where the room's is, and sends keys there.
///
/// It follows a presentation of its subject, and stays with that one whatever else begins; of several, the last one that no
/// other screen follows.
final class NotesFollower: PresentationScreen {
  private let subject: String
  private let folder: PresentationFolder?
  private let watch: FileWatch?
  private let lessons: [LessonCatalogue.Entry]
  /// Who moves this screen until the room's is heard of.
  let lead: Presentation.Lead
  private var followed: Followed?

  /// A presentation that is followed.
  private struct Followed {
    let place: PresentationFolder.Place
    let events: Int32
    /// Held while this screen follows, so that another one takes another presentation.
    let keys: Int32?
    var tail: LineTail
    var tape: PresentationTape
    var isOn = true
  }

  init(_ subject: String, lessons: [LessonCatalogue.Entry]) {
    (self.subject, self.lessons) = (subject, lessons)
    do throws(PresentationFolder.Apart) {
      let found = try PresentationFolder()
      folder = found
      watch = FileWatch(found.path)
      lead = .own
    } catch {
      (folder, watch) = (nil, nil)
      lead = .apart(error.obstacle)
    }
  }

  deinit { letGo() }

  var descriptors: [Int32] { [watch?.descriptor].compactMap { $0 } }
  var wait: Int? { nil }
  var tellsSize: Bool { false }
  var isBig: Bool? { nil }
  func note(_ event: Event, _ state: State) {}
  func give(_ answer: RoomAnswer) {}
  func end(_ state: State) {}

  func send(_ keys: [Key]) {
    guard let descriptor = followed?.keys, let line = PresentationTape.line(of: keys) else { return }
    try? Output(descriptor: descriptor).write(line)
  }

  func news(_ state: State) -> [Event] {
    watch?.drain()
    guard followed != nil else { return join() }
    let news = goOn()
    guard let followed, followed.isOn, !PresentationFolder.isHeld(followed.events) else { return news }
    self.followed?.isOn = false
    return news + [.presented(.lead(followed.tape.isLeft ? .ended : .gone))]
  }

  // MARK: Following

  /// What has happened since; where the presentation had ended and goes on, all of it again.
  private func goOn() -> [Event] {
    guard var followed else { return [] }
    if !followed.isOn {
      let isGone = access(followed.place.events.systemName, F_OK) != 0
      guard isGone || PresentationFolder.isHeld(followed.events) else { return [] }
      letGo()
      return isGone ? [] : join()
    }
    defer { self.followed = followed }
    return followed.tail.lines().compactMap { line in
      guard let event = try? followed.tape.read(line[...]) else { return nil }
      return .presented(.happened(event))
    }
  }

  /// Looks for a presentation of the subject that is on.
  private func join() -> [Event] {
    // One screen at a time: two that look at once would each find the other's lock, and both take the newest.
    let gate = folder.flatMap { PresentationFolder.open("\($0.path)/joining", O_RDWR | O_CREAT) }
    defer { if let gate { Glibc.close(gate) } }
    if let gate { flock(gate, LOCK_EX) }
    var found: [(order: (Int, Int), followed: Followed, news: [Event])] = []
    for place in folder?.places ?? [] {
      guard let events = PresentationFolder.open(place.events, O_RDONLY) else { continue }
      guard PresentationFolder.isHeld(events), let joined = read(place, events) else {
        Glibc.close(events)
        continue
      }
      let isFree = joined.followed.keys.map { flock($0, LOCK_EX | LOCK_NB) == 0 ? 1 : 0 } ?? 0
      found.append(((isFree, joined.followed.tape.start?.now ?? 0), joined.followed, joined.news))
    }
    guard let best = found.max(by: { $0.order < $1.order }) else { return [] }
    for other in found where other.followed.place != best.followed.place { Self.release(other.followed) }
    followed = best.followed
    return best.news
  }

  private func read(_ place: PresentationFolder.Place, _ events: Int32) -> (followed: Followed, news: [Event])? {
    var (tail, tape) = (LineTail(events), PresentationTape(knowing: lessons))
    var news: [Event] = []
    for line in tail.lines() {
      do throws(RecordingFault) {
        if let event = try tape.read(line[...]) { news.append(.presented(.happened(event))) }
      } catch { return nil }
      if tape.subject != subject { return nil }
    }
    guard let start = tape.start else { return nil }
    let keys = PresentationFolder.open(place.keys, O_WRONLY | O_APPEND)
    return (
      Followed(place: place, events: events, keys: keys, tail: tail, tape: tape),
      [.presented(.joined(start))] + news
    )
  }

  private func letGo() {
    if let followed { Self.release(followed) }
    followed = nil
  }

  private static func release(_ followed: Followed) {
    Glibc.close(followed.events)
    if let keys = followed.keys { Glibc.close(keys) }
  }
}
