import Configuration
import Networks
import Questions
import Screen

/// Keys that lead away from an open question although a name was meant: `w6` is typed for an answer, and `w` opens the walk.
///
/// The next key tells: where the two begin a name, they begin the answer after all.
extension LessonActivity {
  /// Keeps the character of a key that leads away, with what it leads to.
  mutating func noteBegun(_ key: Key, _ command: KeyCommand, _ requests: [Request]) -> [Request] {
    guard case .character(let text) = key, !isForRoom, let asking = board.asking, !asking.isSettled,
      asking.question.mayCompute(with: text)
    else { return requests }
    if command == .overview { console.begun = text }
    return requests.map { request in
      guard case .open(.walk(var walk)) = request else { return request }
      walk.board.console.begun = text
      return .open(.walk(walk))
    }
  }

  /// Back from the overview to an answer that was begun; nil where the key means what it always does.
  mutating func goOnWithAnswer(_ key: Key, _ shared: inout Shared) -> [Request]? {
    guard let text = console.takeBegun(key, board.architecture) else { return nil }
    page = .walk
    return [.send(.key(.paste(text)))]
  }
}

extension Console {
  /// The name, or its first characters, that a key goes on with; nil where it goes on with none.
  ///
  /// Only the first key may.
  mutating func takeBegun(_ key: Key, _ architecture: Architecture) -> String? {
    guard let first = begun else { return nil }
    begun = nil
    guard case .character(let second) = State.halfWidth(key) else { return nil }
    let text = first + second
    return architecture.hasName(beginningWith: text) ? text : nil
  }
}
