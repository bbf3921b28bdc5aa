import Arguments
import Classroom
import Diagnostics
import Formats
import Glibc
import Lessons
import Networks
import Screen
import Training
import Tutor

/// The room's screen: writes its events down, so that the presenter's own screen follows and a crash loses nothing, and takes
/// the keys that are pressed there.
final class Projector: PresentationScreen {
  private let place: PresentationFolder.Place?
  private let events: Int32
  private var tape: PresentationTape
  private let watch: FileWatch?
  private let keysFile: Int32?
  private var keys: LineTail?
  private var lesson: Preview?
  /// The room, where it takes part.
  var room: Room?
  private let subject: String
  private var began = 0
  /// Once something could not be written, the presentation goes on without.
  private var hasFailed = false
  /// What training came to last, where that was not written down yet, and when one was.
  private var held: Event?
  private var heldSince = 0

  /// `lesson` is the file that its author may be at work on.
  ///
  /// Of the presentations that were cut off or left, the one of this subject is taken up; nil where none was is begun.
  init(_ subject: String, lesson: Preview?, lessons: [LessonCatalogue.Entry], isBig: Bool = false) {
    self.subject = subject
    self.lesson = lesson
    isLarge = isBig
    tape = PresentationTape(knowing: lessons)
    let taken = (try? PresentationFolder()).flatMap { Self.take($0, subject, lessons) }
    place = taken?.place
    events = taken?.events ?? -1
    keysFile = place.flatMap { PresentationFolder.open($0.keys, O_RDWR | O_CREAT | O_TRUNC) }
    keys = keysFile.map(LineTail.init)
    watch = place.flatMap { FileWatch($0.keys) }
    if let known = taken?.known {
      tape = known.tape
      former = known.events
      formerTime = known.tape.time + (known.gap <= Self.maxBreak ? known.gap : 0)
      ftruncate(events, off_t(known.end))
    } else if events >= 0 {
      ftruncate(events, 0)
    }
  }

  deinit {
    if events >= 0 { close(events) }
    if let keysFile { close(keysFile) }
  }

  // MARK: Going on

  /// The events of the presentation that was cut off or left; none where there was none.
  private(set) var former: [Event] = []

  /// How long that one has been going on, in milliseconds; a crash and what it took to come back are part of the lesson.
  private(set) var formerTime = 0

  /// What is longer is a break, in milliseconds: the clock was stopped.
  private static let maxBreak = 15 * 60_000

  /// What the presentation began with that is taken up.
  var formerStart: Start? { tape.start }

  /// A place of our own: that of the same subject where one was cut off or left, else one that no one holds.
  private static func take(
    _ folder: PresentationFolder, _ subject: String, _ lessons: [LessonCatalogue.Entry]
  ) -> (place: PresentationFolder.Place, events: Int32, known: Known?)? {
    for place in folder.places {
      guard let file = hold(place, O_RDWR | O_APPEND) else { continue }
      if let known = Known(file, subject, lessons) { return (place, file, known) }
      close(file)
    }
    // One that something else was left in counts last.
    for flags in [O_RDWR | O_APPEND | O_CREAT | O_EXCL, O_RDWR | O_APPEND | O_CREAT] {
      for place in folder.places { if let file = hold(place, flags) { return (place, file, nil) } }
    }
    return nil
  }

  /// The file of a place's events, held as long as it is open; nil where another program holds it.
  private static func hold(_ place: PresentationFolder.Place, _ flags: Int32) -> Int32? {
    guard let file = PresentationFolder.open(place.events, flags) else { return nil }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return file }
    close(file)
    return nil
  }

  /// A presentation that was written down.
  private struct Known {
    var tape: PresentationTape
    var events: [Event] = []
    /// Where its last good line ends.
    var end = 0
    /// How long ago the last line was written, in milliseconds.
    let gap: Int

    /// nil where the file is none of this subject, or of another version.
    init?(_ file: Int32, _ subject: String, _ lessons: [LessonCatalogue.Entry]) {
      var status = stat()
      let isKnown = fstat(file, &status) == 0
      let written = Int64(status.st_mtim.tv_sec) * 1_000 + Int64(status.st_mtim.tv_nsec / 1_000_000)
      gap = isKnown ? Int(max(0, min(Clock.date() - written, 1 << 40))) : 0
      var tail = LineTail(file)
      tape = PresentationTape(knowing: lessons)
      for line in tail.lines() {
        do throws(RecordingFault) {
          if let event = try tape.read(line[...]) { events.append(event) }
          end += line.count + 1
        } catch {
          // What a crash has cut in two is the end.
          if tape.start == nil { return nil }
          break
        }
        if tape.subject != subject { return nil }
      }
      guard tape.start != nil, events.contains(where: Self.isPressed) else { return nil }
    }

    private static func isPressed(_ event: Event) -> Bool {
      switch event {
      case .key, .presented(.keys): true
      default: false
      }
    }
  }

  // MARK: PresentationScreen

  var descriptors: [Int32] { [watch?.descriptor, lesson?.descriptor].compactMap { $0 } + (room?.descriptors ?? []) }

  var wait: Int? { [lesson?.wait, room?.wait].compactMap { $0 }.min() }

  /// A folder for what belongs to this presentation besides its events; nil where there is none.
  var folder: String? { place.map { String($0.events.dropLast(6)) + "-room" } }

  var tellsSize: Bool { true }
  private let isLarge: Bool
  var isBig: Bool? { isLarge }

  func news(_ state: State) -> [Event] {
    watch?.drain()
    var news = (keys?.lines() ?? []).compactMap { PresentationTape.keys(inLine: $0[...]) }
      .map { Event.presented(.keys($0)) }
    lesson?.noteChange()
    if lesson?.isDue == true {
      if let entry = lesson?.reload(state.language, state.notation) {
        news.append(.revised(entry))
      } else if let count = lesson?.report.files.map(\.diagnostics.count).reduce(0, +) {
        news.append(.presented(.faults(max(1, count))))
      }
    }
    return news + (room?.news() ?? [])
  }

  func note(_ event: Event, _ state: State) {
    // What the clock changes is shown by the projector alone, but for a vote that it ends.
    if case .time = event, state.room?.open == nil { return write(event, state) }
    room?.show(state)
    write(event, state)
  }

  private func write(_ event: Event, _ state: State) {
    guard events >= 0 else { return }
    if case .start(let start) = event {
      guard former.isEmpty else { return }
      began = Clock.now()
      return write { try tape.begin(subject, start, program: CommandTable.version) }
    }
    if began == 0 { began = Clock.now() - tape.time }
    if let training = state.training {
      // What is drawn many times a second is written down now and then, and where it stops.
      if case .time = event { return }
      if case .trained(let status) = event, training.isRunning {
        held = event
        let now = Clock.now()
        guard now - heldSince >= max(250, status.network.parameters.count / 2) else { return }
        heldSince = now
      }
    }
    if case .trained = event {} else if let held { write { try tape.line(held, at: Clock.now() - began) } }
    held = nil
    write { try tape.line(event, at: Clock.now() - began) }
  }

  /// The room's screen has no one to press keys for.
  func send(_ keys: [Key]) {}

  /// No student sits in front of it.
  func give(_ answer: RoomAnswer) {}

  /// At the end of a lesson nothing is left to go on with; elsewhere the next presentation can.
  func end(_ state: State) {
    room?.end()
    guard let place, events >= 0 else { return }
    write { PresentationTape.leaving }
    if state.lesson?.isAtEnd == true, !state.isAway { unlink(place.events.systemName) }
    unlink(place.keys.systemName)
  }

  private func write(_ line: () throws -> String) {
    guard events >= 0, !hasFailed else { return }
    do {
      let text = try line()
      guard lseek(events, 0, SEEK_END) + off_t(text.utf8.count) <= Recording.Limit.bytes else {
        throw Output.Failure.errno(EFBIG)
      }
      try Output(descriptor: events).write(text)
    } catch { hasFailed = true }
  }
}
