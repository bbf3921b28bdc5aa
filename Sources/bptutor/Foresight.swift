import Screen
import Tutor
import TutorViews

/// The screens one step on and one step back, drawn while the person reads.
///
/// Drawing a screen takes longer than sending it; done before the key comes, it takes no time of the person's. States
/// and screens are values without any effect, so those that turn out not to be wanted are just dropped.
struct Foresight {
  private var frames: [(state: State, grid: Grid)] = []

  init(from state: State, _ size: Size) {
    // In a question what comes next depends on the time, and is not a step.
    guard state.asking == nil else { return }
    for key in [Key.right, .left] {
      var next = state
      guard next.update(.key(key)).allSatisfy(\.isKeeping), next != state else { continue }
      frames.append((next, View.render(next, size)))
    }
  }

  /// The screen of a state, whichever key has led to it; nil if it was not foreseen.
  func grid(of state: State, _ size: Size) -> Grid? {
    frames.first { $0.grid.size == size && $0.state == state }?.grid
  }
}
