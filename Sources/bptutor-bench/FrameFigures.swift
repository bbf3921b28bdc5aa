import Networks
import Screen
import Tutor
import TutorViews

/// What a key costs before the terminal comes into it.
struct FrameFigures {
  let stopwatch: Stopwatch

  /// A key and the frame after it, through the whole default walk and back to its start.
  func step() -> Figure {
    let size = Size(columns: 80, rows: 24)
    var state = State(network: BundledNetworks.default)
    let work = { (times: Int) in
      for _ in 0..<times {
        let former = state.walk.index
        state.replay(.key(.right))
        if state.walk.index == former { state.replay(.key(.home)) }
        sink(View.render(state, size).cells.count)
      }
    }
    return Figure(
      id: "frame", title: "key to grid, before the terminal", unit: .nanoseconds, ours: stopwatch.time(work),
      note: "a part of the time of a key that was not foreseen")
  }
}
