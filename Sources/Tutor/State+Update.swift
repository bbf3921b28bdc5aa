import Diagnostics
import Networks
import Progress
import Screen

extension State {
  /// The one way in which anything changes.
  ///
  /// Returns what is to be done outside, in this order.
  package mutating func update(_ event: Event) -> [Effect] {
    if case .start(let start) = event {
      self = State(start)
      return tick()
    }
    let (language, wasCounting) = (shared.language, isCountingDown)
    var effects: [Effect] = []
    fulfil(respond(to: event), &effects)
    settleVotes()
    if shared.language != language {
      activity.speak(shared)
      for index in beneath.indices { beneath[index].speak(shared) }
    }
    if presentation != nil { effects.removeAll(where: \.isKeeping) }
    if case .time = event {
      effects += tick()
    } else if isCountingDown, !wasCounting {
      effects += tick()
    }
    return effects
  }

  /// Whether a room's time for a question runs, and the clock was not asked for otherwise.
  private var isCountingDown: Bool { secondsLeft != nil && presentation?.showsTime == false }
  /// An event whose effects are run elsewhere or need not be: of a recording, a handout, a measurement.
  package mutating func replay(_ event: Event) {
    // The answers to effects, where there are any, are among the events that follow.
    _ = update(event)
  }

  mutating func respond(to event: Event) -> [Request] {
    if let presentation, presentation.isFollowing, !presentation.isHearing, !isForThisScreen(event) {
      if case .time(let now) = event { shared.set(time: now) }
      return []
    }
    switch event {
    case .key(let key):
      if let requests = pressPresenting(key) { return requests }
      if key == .control("c"), let requests = interrupt() { return requests }
    case .time(let now):
      shared.set(time: now)
      return pace() + activity.update(event, &shared)
    case .progress(let kept): know(kept)
    case .banner(let words): shared.banner = words
    case .presented(let news): return hear(news)
    case .attended(let news): return attend(news)
    case .revised(let entry): revise(entry)
    case .start, .line, .select, .goTo, .read, .choose, .seed, .trained, .derivation, .printed: break
    }
    activity.endReply(before: event, shared)
    return activity.update(event, &shared)
  }

  // MARK: Going from one activity to another

  mutating func fulfil(_ requests: [Request], _ effects: inout [Effect]) {
    for request in requests {
      switch request {
      case .outside(let effect): effects.append(effect)
      case .open(let other):
        beneath.append(activity)
        enter(other, &effects)
      case .exchange(let other):
        // A lesson that was left for the walk is left for good.
        while case .lesson = beneath.last { beneath.removeLast() }
        enter(other, &effects)
      case .close:
        guard let below = beneath.popLast() else {
          if !asksBeforeLeaving() { effects.append(.quit) }
          continue
        }
        let left = activity
        activity = below
        effects += activity.resume(from: left)
      case .send(let event): fulfil(respond(to: event), &effects)
      case .askRoom(let text): askRoom(text)
      case .tell(let message):
        guard !beneath.isEmpty else { continue }
        fulfil(beneath[beneath.count - 1].receive(message, &shared), &effects)
      }
      noteLeaving()
    }
  }

  private mutating func enter(_ other: Activity, _ effects: inout [Effect]) {
    activity = other
    if let letters = shared.letters { activity.adopt(letters) }
    if presentation != nil { activity.showToRoom() }
    guard case .lesson(let lesson) = activity else { return }
    fulfil(lesson.keepPlace(lesson.run.place, &shared), &effects)
  }

  /// Where `q` leads from here.
  private mutating func noteLeaving() {
    switch beneath.last {
    case nil: shared.leaving = .out
    case .menu?: shared.leaving = .toMenu
    case .lesson?: shared.leaving = .toLesson
    case .training?: shared.leaving = .toTraining
    case .seat?: shared.leaving = .toRoom
    case .walk?, .practice?: shared.leaving = .out
    }
  }

  // MARK: What concerns all of them

  private mutating func know(_ kept: KeptProgress) {
    shared.know(kept, openLessons: Set((beneath + [activity]).compactMap(\.lessonID)))
    if let notice = kept.notice { activity.console.reply = .notice(notice) }
    for index in beneath.indices {
      guard case .menu(var menu) = beneath[index] else { continue }
      menu.know(kept, shared)
      beneath[index] = .menu(menu)
    }
  }

  /// Ctrl-C, where no line is being typed: closes a page; pressed twice it leaves, as `q` does.
  ///
  /// Everyone who wants out gets out; pressed by mistake, or to stop something, it loses nothing. nil where the key means something else.
  private mutating func interrupt() -> [Request]? {
    if activity.console.prompt != nil { return nil }
    var isScrolled = false
    switch activity {
    case .menu(let menu):
      if menu.search != nil { return nil }
      isScrolled = menu.skillRow != nil
    case .walk(let walk): if walk.descent != nil { return nil }
    case .training: return nil
    case .lesson, .practice, .seat: break
    }
    activity.console.pending = .none
    if activity.console.page != .walk || isScrolled { return activity.update(.key(.escape), &shared) }
    let isSecond = activity.console.reply == Self.interruptHint
    activity.console.reply = isSecond ? nil : Self.interruptHint
    if isSecond, presentation != nil, beneath.isEmpty { return [.outside(.quit)] }
    return isSecond ? [.close] : []
  }

  private static let interruptHint = Reply.notice(
    Words(en: "Ctrl-C again, or q, leaves.", zh: "再按一次 Ctrl-C（或按 q）离开。"))
}

extension Activity {
  /// The lesson that it is.
  var lessonID: String? { if case .lesson(let lesson) = self { lesson.run.id } else { nil } }
}
