import Diagnostics
import LessonTesting
import Lessons
import Screen
import Testing
import Traces

@testable import Tutor

/// A long derivation that comes factor by factor.
struct RevealTests {
  private static let lesson = """
    ---
    bptutor: 1
    id: reveal
    title: Reveal
    skills: [assemble-hidden]
    lang: en
    ---
    ```show step=dE/db1
    reveal: by-factor
    ```
    The end.

    """

  /// Each key ends a factor; the way back stops at the same places.
  @Test func aFactorAtATime() throws {
    let entry = try #require(SampleLessons.entry([("reveal.en.md", Self.lesson)]))
    var state = try #require(LessonSolver.begin(entry, .en))
    let shown = try #require(state.shown)
    #expect(state.walk.index == shown.lowerBound)
    var places = [state.walk.index]
    while state.walk.index < shown.upperBound {
      _ = state.update(.key(.right))
      let index = state.walk.index
      #expect(index > places[places.count - 1])
      #expect(index == shown.upperBound || state.walk.stops[index + 1].step != state.walk.stops[index].step)
      places.append(index)
    }
    let steps = Set(state.walk.stops[shown].map(\.step))
    #expect(places.count <= steps.count + 1)
    #expect(Set(places.map { state.walk.stops[$0].step }) == steps)
    #expect(places.count < shown.count / 2)
    for place in places.dropLast().reversed() {
      _ = state.update(.key(.left))
      #expect(state.walk.index == place)
    }
    _ = state.update(.key(.left))
    #expect(state.lesson?.screen == 0)
    for _ in places { _ = state.update(.key(.right)) }
    #expect(state.lesson?.screen == 1)
  }
}
