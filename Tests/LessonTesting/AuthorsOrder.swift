package import Diagnostics
package import Lessons
import Networks
package import Progress
package import Tutor

/// Lessons whose options are not shuffled, so that a state in the test and the real program show them alike.
package enum AuthorsOrder {
  /// The beginning of a lesson, as a place that knows of no order.
  private static let place = "{\"version\": 1}"

  /// Keeps the beginning of each lesson where the real program finds it.
  package static func keep(_ lessons: [String], in file: String) throws(StoreFault) {
    let store = try ProgressStore.open(file)
    for lesson in lessons { try store.keepPlace(place, in: lesson) }
  }

  /// A state at the beginning of a lesson; nil where there is nothing in it.
  package static func begin(_ entry: LessonCatalogue.Entry, _ language: Language) -> State? {
    guard entry.hasScreens(in: language) else { return nil }
    var start = Start(.lesson(entry, seed: nil), network: BundledNetworks.default, language: language)
    start.library = [entry]
    start.kept = KeptProgress(places: [KeptPlace(lesson: entry.id, place: place)])
    return State(start)
  }
}
