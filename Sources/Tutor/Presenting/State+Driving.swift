import Configuration
import Diagnostics
import Screen

/// Keys on the presenter's own screen while it follows the room's: they drive the room, and what is typed is sent when it is
/// finished.
extension State {
  /// A key on the screen that follows.
  mutating func pressOnNotes(_ key: Key) -> [Request] {
    guard let shown = presentation else { return [] }
    if let requests = pressHere(key, shown) { return requests }
    reply = nil
    let (before, keys, heard): (State, [Key], Int) =
      if case .open(let draft, let keys, let heard) = shown.draft { (draft, keys, heard) } else {
        (asRoom, [], shown.heard)
      }
    var after = before
    // What it would do on the room's screen is not done here.
    _ = after.update(.key(key))
    if after.isPrivate {
      presentation?.draft = .open(after, keys: keys + [key], heard: heard)
      return []
    }
    presentation?.draft = .none
    if keys.isEmpty { return [.outside(.send([key]))] }
    // A line that was given up, a page that was only looked at.
    if after.withoutReply == asRoom.withoutReply { return [] }
    guard heard == shown.heard else {
      reply = .notice(
        Words(en: "The room's screen has moved on meanwhile: nothing was sent.", zh: "教室屏幕此间已前进，没有发送。"))
      return []
    }
    return [.outside(.send(keys + [key]))]
  }

  /// Keys that are for this screen alone; nil for others.
  private mutating func pressHere(_ key: Key, _ shown: Presentation) -> [Request]? {
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: break
    }
    guard case .none = shown.draft else { return nil }
    if let requests = pressScrolling(key) { return requests }
    if key == .control("c") { return [.outside(.quit)] }
    // The walk that a lesson was left for is left again; else it is this screen that is left.
    let leaves = shared.keymap.command(for: Self.halfWidth(key), in: .notes) == .leave
    return leaves && beneath.isEmpty && shown.asks == nil ? [.outside(.quit)] : nil
  }

  /// The same as the room sees it.
  private var asRoom: State {
    var room = self
    room.presentation?.side = .projector
    room.presentation?.draft = .none
    room.presentation?.scrolled = 0
    room.reply = nil
    return room
  }

  private var withoutReply: State {
    var state = self
    state.reply = nil
    state.shared.history = []
    return state
  }

  /// Whether something has been begun that is finished by further keys.
  private var isPrivate: Bool {
    prompt != nil || page != .walk || presentation?.counting != nil || presentation?.asks == .leave
      || activity.console.pending != .none
  }

  /// What is on the presenter's own screen: the draft where there is one.
  package var onNotes: State {
    guard let presentation, case .open(var draft, _, _) = presentation.draft else { return self }
    draft.presentation?.side = presentation.side
    draft.presentation?.scrolled = presentation.scrolled
    draft.shared.set(time: shared.now)
    return draft
  }
}
