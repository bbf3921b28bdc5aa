package import Lessons

extension State {
  /// The lesson at hand has been changed by its author: it goes on in the new text, on the screen of the change.
  ///
  /// What was answered stays where the question is as it was. Without a lesson this one begins. False where there is
  /// nothing in it.
  @discardableResult
  package mutating func revise(_ entry: LessonCatalogue.Entry) -> Bool {
    library = [entry]
    audience = .author
    guard let run = lesson, run.id == entry.id, let new = entry.lesson(in: language) else { return begin(entry) }
    keepDesk()
    var place = (lesson ?? run).place
    for id in new.ids(changedSince: run.lesson) {
      place.questions[id] = nil
      place.outcomes[id] = nil
      place.moved[id] = nil
    }
    let kept = new.blocksUnchanged(since: run.lesson)
    place.stops = place.stops.filter { Int($0.key).map { $0 < kept } ?? false }
    let screen = new.screen(changedSince: run.lesson) ?? run.screen
    guard begin(entry, at: place) else { return false }
    go(toScreen: screen)
    return true
  }
}
