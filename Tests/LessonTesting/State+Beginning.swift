import Diagnostics
import Expressions
package import Lessons
import Networks
import Progress
package import Skills
package import Tutor

/// Sessions as tests begin them.
extension State {
  /// A lesson from its beginning, or at a place; false where there is nothing in it.
  @discardableResult
  package mutating func begin(_ entry: LessonCatalogue.Entry, at place: LessonPlace? = nil, seed: UInt64? = nil) -> Bool
  {
    guard entry.hasScreens(in: language) else { return false }
    if let place {
      let kept = KeptProgress(places: [KeptPlace(lesson: entry.id, place: place.text)])
      restart(.walk, [entry], kept)
      return send(.line(":lesson \(entry.id)"))
    }
    // A lesson of which no place is kept begins at its beginning.
    restart(.lesson(entry, seed: seed), library.isEmpty ? [entry] : library, nil)
    return true
  }

  /// The same in front of a room.
  @discardableResult
  package mutating func present(
    _ entry: LessonCatalogue.Entry, on side: Presentation.Side = .projector, seed: UInt64? = nil
  ) -> Bool {
    restart(.room(.lesson(entry, seed: seed), side), library.isEmpty ? [entry] : library, nil)
    return entry.hasScreens(in: language)
  }

  /// The author has saved the lesson; false where there is nothing in it.
  @discardableResult
  package mutating func revise(_ entry: LessonCatalogue.Entry) -> Bool {
    send(.revised(entry)) && entry.hasScreens(in: language)
  }

  /// The menu of these lessons.
  package mutating func openMenu(_ library: [LessonCatalogue.Entry]) { restart(.menu, library, nil) }

  /// Problems from a seed.
  package mutating func practise(_ skill: Skill?, seed: UInt64) {
    restart(.practice(skill, seed: seed, adapts: false), library, nil)
  }

  /// An event whose effects are not looked at; true.
  private mutating func send(_ event: Event) -> Bool {
    for _ in update(event) {}
    return true
  }

  private mutating func restart(_ scene: Start.Scene, _ library: [LessonCatalogue.Entry], _ kept: KeptProgress?) {
    var start = Start(scene, network: walk.network, language: language, notation: notation)
    (start.library, start.kept, start.now) = (library, kept, now)
    for _ in update(.start(start)) {}
  }
}
