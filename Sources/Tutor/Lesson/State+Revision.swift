import Lessons

extension State {
  /// The lesson at hand has been changed by its author: it goes on in the new text.
  ///
  /// To its author on the screen of the change, to a room where it was. What was answered stays where the question is as it
  /// was. Without a lesson this one begins; where there is nothing in it, everything stays.
  mutating func revise(_ entry: LessonCatalogue.Entry) {
    if presentation != nil { return reviseForRoom(entry) }
    shared.library = [entry]
    guard case .lesson(let lesson) = activity, lesson.run.id == entry.id else {
      guard let lesson = LessonActivity(entry, shared) else { return }
      activity = .lesson(lesson)
      return
    }
    if let revised = lesson.revised(entry, shared) { activity = .lesson(revised) }
  }

  /// The lesson may wait beneath the walk, or be another one by now.
  private mutating func reviseForRoom(_ entry: LessonCatalogue.Entry) {
    presentation?.faults = 0
    if let place = shared.library.firstIndex(where: { $0.id == entry.id }) { shared.library[place] = entry }
    func revised(_ activity: Activity) -> Activity? {
      guard case .lesson(let lesson) = activity, lesson.run.id == entry.id else { return nil }
      return lesson.revised(entry, shared).map(Activity.lesson)
    }
    if let new = revised(activity) { activity = new }
    for index in beneath.indices { if let new = revised(beneath[index]) { beneath[index] = new } }
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
    let screen = isForRoom ? nil : new.screen(changedSince: run.lesson) ?? run.screen
    var revised = LessonActivity(entry, at: place, shared, isForRoom: isForRoom)
    if let screen { revised?.go(toScreen: screen) }
    return revised
  }
}
