import Diagnostics
import YAML

/// What an author changed in a lesson since it was read the last time.
extension Lesson {
  /// The screen with the first part that is not as it was; nil where all is.
  ///
  /// Where something was taken out, that is what follows it. Parts that only moved to another line are as they were.
  package func screen(changedSince old: Lesson) -> Int? {
    guard let place = firstChange(since: old) else { return nil }
    let upToIt = Lesson(
      id: id, title: title, language: language, network: network, requires: requires, skills: skills, minutes: minutes,
      variables: variables, elements: Array(elements.prefix(place + 1)))
    return max(0, upToIt.screens.count - 1)
  }

  /// The ids of the questions that are new or not as they were.
  package func ids(changedSince old: Lesson) -> Set<String> {
    let before = Dictionary(old.elements.compactMap(\.task), uniquingKeysWith: { first, _ in first })
    return Set(elements.compactMap(\.task).filter { before[$0.id] != $0.content || network != old.network }.map(\.id))
  }

  /// How many blocks before the first change are as they were.
  package func blocksUnchanged(since old: Lesson) -> Int {
    if network != old.network { return 0 }
    return elements.prefix(firstChange(since: old) ?? elements.count).count(where: \.isBlock)
  }

  private func firstChange(since old: Lesson) -> Int? {
    if let place = zip(elements, old.elements).enumerated().first(where: { $1.0.content != $1.1.content })?.offset {
      return place
    }
    if elements.count == old.elements.count { return nil }
    return max(0, min(elements.count - 1, old.elements.count))
  }
}

extension Lesson.Element {
  fileprivate var task: (id: String, content: Lesson.Content)? {
    switch content {
    case .ask(let ask): (ask.id, content)
    case .attempt(let attempt): (attempt.id, content)
    default: nil
    }
  }
}
