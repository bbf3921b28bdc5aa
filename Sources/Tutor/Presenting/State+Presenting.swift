import Configuration
import Diagnosis
import Diagnostics
import Lessons
import Networks
import Screen
import Traces

/// Something in front of a room: a clicker is enough, questions stand and are then answered, nothing is kept.
extension State {
  /// nil where nothing is shown to a room.
  package internal(set) var presentation: Presentation? {
    get { if case .room(let presentation) = audience { presentation } else { nil } }
    set { audience = newValue.map(Audience.room) ?? .learner }
  }

  /// Whether keys mean here what they mean on the room's screen.
  private var actsForRoom: Bool { presentation.map { !$0.isNotesScreen || $0.isHearing } ?? false }

  /// Whether an event concerns the presenter's own screen itself, while it goes where the room's is.
  func isForThisScreen(_ event: Event) -> Bool {
    switch event {
    case .key, .presented, .banner: true
    case .time, .start, .line, .select, .goTo, .read, .progress, .choose, .seed, .revised, .trained, .derivation,
      .printed, .attended:
      false
    }
  }

  // MARK: News of the other screen

  /// What is new of the other screen of the presentation.
  mutating func hear(_ news: PresentationNews) -> [Request] {
    guard presentation != nil else { return [] }
    switch news {
    case .resumed(let began):
      let now = shared.now
      presentation?.asks = .resume
      presentation?.began = max(0, min(began, now))
      if case .training(var training) = activity {
        training.pause()
        activity = .training(training)
      }
    case .keys(let keys): return keys.prefix(Self.maxKeys).map { .send(.key($0)) }
    case .size(let size): presentation?.size = size
    case .big(let large):
      presentation?.isBig = large != nil
      presentation?.large = large ?? .spaced
    case .room(let news): hear(news)
    case .faults(let count): presentation?.faults = max(0, min(count, 9_999))
    case .joined(let start): join(start)
    case .happened(let event): repeatEvent(event)
    case .lead(let lead):
      guard presentation?.isNotesScreen == true else { break }
      presentation?.side = .notes(lead)
      if lead != .projector { presentation?.draft = .none }
    }
    return []
  }

  /// More keys than a line has.
  private static let maxKeys = 10_000

  /// The presenter's own screen begins with what the room's has begun with, in its own language.
  private mutating func join(_ room: Start) {
    guard presentation?.isNotesScreen == true, case .room(let scene, _) = room.scene else { return }
    var start = room
    (start.scene, start.notice) = (.room(scene, .notes(.projector)), nil)
    (start.language, start.notation) = (shared.language, shared.notation)
    let now = shared.now
    self = State(start)
    shared.set(time: max(now, shared.now))
  }

  /// Repeats what has happened on the room's screen, in this screen's language.
  private mutating func repeatEvent(_ event: Event) {
    guard presentation?.isFollowing == true else { return }
    let (language, now, screen) = (shared.language, shared.now, lesson?.screen)
    presentation?.isHearing = true
    var effects: [Effect] = []
    fulfil(respond(to: event), &effects)
    presentation?.isHearing = false
    shared.language = language
    shared.set(time: max(now, shared.now))
    if case .time = event { return }
    presentation?.heard += 1
    if lesson?.screen != screen { presentation?.scrolled = 0 }
  }

  // MARK: Keys

  /// What a key means only here; nil where it means the same as to a learner.
  mutating func pressPresenting(_ key: Key) -> [Request]? {
    guard let shown = presentation else { return nil }
    if shown.isFollowing, !shown.isHearing { return pressOnNotes(key) }
    if shown.isBlank, actsForRoom {
      if case .control = key { return nil }
      presentation?.isBlank = false
      return []
    }
    let command = shared.keymap.command(for: Self.halfWidth(key), in: .room)
    let isClick = command == .next || command == .back
    // The letter of a mark is no command.
    let pending = activity.console.pending
    if pending == .setMark || pending == .goToMark, !isClick { return nil }
    if shown.playing != nil, command != .play {
      presentation?.playing = nil
      if !isClick { return [] }
    }
    if let ask = shown.asks, let requests = reply(key, command, to: ask) { return requests }
    if shown.counting != nil {
      guard isClick else {
        typeCount(key)
        return []
      }
      presentation?.counting = nil
    }
    if prompt != nil {
      // Whatever was being typed, a clicker goes on.
      guard isClick else { return nil }
      prompt = nil
    }
    if shown.room?.showsDoor == true, actsForRoom {
      if case .control = key { return nil }
      presentation?.room?.showsDoor = false
      return []
    }
    switch command {
    case .next? where closesVote(): break
    case .next?: return pressInActivity(.next)
    case .back?: return pressInActivity(.back)
    case .dark? where actsForRoom: presentation?.isBlank = true
    case .notes? where isInLesson && actsForRoom:
      presentation?.showsNotes.toggle()
      return tick().map(Request.outside)
    case .tally?:
      guard activity.console.page == .walk, kind != .training else { return nil }
      reply = nil
      if shown.room == nil { beginCounting() } else { pressVote() }
    case .door? where shown.room != nil && actsForRoom: presentation?.room?.showsDoor = true
    case .countdown?: return pressCountdown()
    case .play?: return pressPlay()
    case .spotlight? where activity.console.page == .walk: moveSpotlight(1)
    case .spotlightBack? where activity.console.page == .walk: moveSpotlight(-1)
    case .enlarge? where kind != .training: presentation?.isBig.toggle()
    default: return pressScrolling(key)
    }
    return []
  }

  /// Rows of notes in or out of sight; nil for other keys.
  mutating func pressScrolling(_ key: Key) -> [Request]? {
    guard let shown = presentation, shown.isNotesScreen, !shown.isHearing, prompt == nil,
      activity.console.page == .walk
    else { return nil }
    switch shared.keymap.command(for: Self.halfWidth(key), in: .notes) {
    case .pageForward?: presentation?.scrolled = min(shown.scrolled + 1, Self.maxScrolled)
    case .pageBack?: presentation?.scrolled = max(shown.scrolled - 1, 0)
    default: return nil
    }
    return []
  }

  /// More rows than any note has; the view stops where they end.
  private static let maxScrolled = 2_000

  /// What a clicker asks for, by the key that the activity on the screen has for it.
  mutating func pressInActivity(_ command: KeyCommand) -> [Request]? {
    guard activity.console.page == .walk else { return nil }
    let context: Keymap.Context
    switch kind {
    case .lesson: context = .lesson
    case .walk, .practice: context = .walk
    // A clicker's keys are those of ten pictures.
    case .training, .menu, .seat: return nil
    }
    if command == .next, case .walk(var walk) = activity, let requests = walk.answerForRoom(&shared) {
      activity = .walk(walk)
      return requests
    }
    guard let key = shared.keymap.keys(for: command, in: context).first else { return nil }
    return activity.update(.key(key), &shared)
  }

  /// The seconds that the room has left for the open question; nil where its author gives none.
  package var secondsLeft: Int? {
    guard presentation != nil, let asking, !asking.isSettled, let seconds = lesson?.ask?.seconds else { return nil }
    return max(0, seconds - max(0, now - (asking.since ?? now)) / 1_000)
  }

  /// The answer to a question that comes first; nil where the key goes on with something else.
  private mutating func reply(_ key: Key, _ command: KeyCommand?, to ask: Presentation.Ask) -> [Request]? {
    if case .control(let letter) = key, letter != "c" { return nil }
    let leaves = key == .control("c") || shared.keymap.command(for: Self.halfWidth(key), in: .lesson) == .leave
    switch ask {
    case .leave:
      presentation?.asks = nil
      if leaves || key == .enter || key == .character("y") { return [.outside(.quit)] }
      return command == .next || command == .back ? nil : []
    case .resume:
      let isYes = [.enter, .right, .character(" "), .character("y"), .pageDown].contains(key) || command == .next
      if isYes {
        presentation?.asks = nil
      } else if key == .character("n") || key == .character("N") || key == .escape {
        beginAnew()
      } else if leaves {
        return [.outside(.quit)]
      }
      return []
    }
  }

  /// From the beginning, at 0:00.
  private mutating func beginAnew() {
    guard let shown = presentation else { return }
    var start = shown.start
    start.now = shared.now
    let (isHearing, heard, size, room) = (shown.isHearing, shown.heard, shown.size, shown.room)
    let (isBig, large) = (shown.isBig, shown.large)
    self = State(start)
    presentation?.isHearing = isHearing
    presentation?.heard = heard
    presentation?.size = size
    presentation?.isBig = isBig
    presentation?.large = large
    if let room {
      presentation?.room = RoomState(room.door)
      presentation?.room?.link = room.link
      presentation?.room?.here = room.here
    }
  }

  /// Leaving a presentation is asked for first: a stray key must not end a class.
  mutating func asksBeforeLeaving() -> Bool {
    guard actsForRoom, presentation?.asks != .leave else { return false }
    presentation?.asks = .leave
    return true
  }

  /// Asks for the time at the next full second of the presentation, where it is shown, and where something waits for it.
  func tick() -> [Effect] {
    guard let presentation else { return [] }
    let showsSeconds = presentation.showsTime || (secondsLeft ?? 0) > 0
    let second = showsSeconds ? 1_000 - max(0, shared.now - presentation.began) % 1_000 : nil
    return [second, pacingDelay].compactMap { $0 }.min().map { [.wake($0)] } ?? []
  }
}
