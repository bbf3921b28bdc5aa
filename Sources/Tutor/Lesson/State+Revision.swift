import Lessons

extension State {
  /// The lesson at hand has been changed by its author: it goes on in the new text, on the screen of the change.
  ///
  /// What was answered stays where the question is as it was. Without a lesson this one begins; where there is nothing in
  /// it, everything stays.
  mutating func revise(_ entry: LessonCatalogue.Entry) {
    shared.library = [entry]
    guard case .lesson(let lesson) = activity, lesson.run.id == entry.id else {
      guard let lesson = LessonActivity(entry, shared) else { return }
      activity = .lesson(lesson)
      if let letters = shared.letters { activity.adopt(letters) }
      return
    }
    guard let revised = lesson.revised(entry, shared) else { return }
    activity = .lesson(revised)
    if let letters = shared.letters { activity.adopt(letters) }
  }
}

extension LessonActivity {
  /// The same place of a new text; nil where there is nothing in it.
  fileprivate func revised(_ entry: LessonCatalogue.Entry, _ shared: Shared) -> LessonActivity? {
    guard let new = entry.lesson(in: shared.language) else { return nil }
    var place = run.place
    for id in new.ids(changedSince: run.lesson) {
      place.questions[id] = nil
      place.outcomes[id] = nil
      place.moved[id] = nil
    }
    let kept = new.blocksUnchanged(since: run.lesson)
    place.stops = place.stops.filter { Int($0.key).map { $0 < kept } ?? false }
    let screen = new.screen(changedSince: run.lesson) ?? run.screen
    var revised = LessonActivity(entry, at: place, shared)
    revised?.go(toScreen: screen)
    return revised
  }
}
