import Diagnostics
import LessonTesting
import Lessons
import Screen
import Testing
import Traces

@testable import Tutor
@testable import TutorViews

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

  /// What an earlier derivation found is used again, and the lesson says from which.
  @Test func whatWasFoundBeforeIsUsedAgain() throws {
    let text = Self.lesson.replacing("step=dE/db1\nreveal: by-factor", with: "step=dE/dw1\nafter: [dE/dw5]")
    let entry = try #require(SampleLessons.entry([("reveal.en.md", text)]))
    var state = try #require(LessonSolver.begin(entry, .en))
    let shown = try #require(state.shown)
    let steps = Set(state.walk.stops[shown].map(\.step)).sorted().map { state.walk.trace[$0] }
    #expect(steps.first?.kind == .chain && steps.allSatisfy { $0.goals == [steps.last?.quantity] })
    #expect(steps.filter { $0.reuses != nil }.map(\.place) == [0, 1])
    let reused = try #require(steps.first { $0.reuses != nil })
    state.walk.jump(to: state.walk.firstStop(of: reused.id) + 1)
    let lines = View.render(state, Size(columns: 80, rows: 24)).lines
    #expect(lines.contains { $0.contains("−0.576513   reused from ∂E/∂w5") }, "\(lines)")
    #expect(!lines.contains { $0.contains("step 9") })
    let spoken = StopText(state.walk, PlainText(state)).stageLine
    #expect(spoken.hasSuffix("∂E/∂out_O = −0.576513, reused from ∂E/∂w5"), "\(spoken)")
  }

  /// Folded into δ, the derivation is another one of the same gradient.
  @Test func aDerivationCanBeFolded() throws {
    let text = Self.lesson.replacing("step=dE/db1\nreveal: by-factor", with: "step=dE/dw1\nview: delta")
    let entry = try #require(SampleLessons.entry([("reveal.en.md", text)]))
    let state = try #require(LessonSolver.begin(entry, .en))
    #expect(state.walk.trace.form == .deltas)
    #expect(View.render(state, Size(columns: 80, rows: 24)).lines.contains { $0.contains("δ_h1") })
  }

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
