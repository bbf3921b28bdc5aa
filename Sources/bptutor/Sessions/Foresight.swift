import Screen
import Tutor
import TutorViews

/// The screens after the keys that are likely to come next, drawn while the person reads.
///
/// Drawing a screen takes longer than sending it; done before the key comes, it takes no time of the person's. States
/// and screens are values without any effect, so those that turn out not to be wanted are just dropped.
struct Foresight {
  private let state: State
  /// Its screen.
  private let grid: Grid
  private var frames: [(state: State, changes: GridChanges)] = []
  /// The likeliest last.
  private var keys: [Key] = [.character("g"), .character("G"), .character("s"), .backTab, .tab, .left, .right]

  init(from state: State, shownAs grid: Grid) {
    self.state = state
    self.grid = grid
    // In a question what comes next depends on the time, and is not a step, and a key in training only stops it.
    // A time that is shown is another one before the next key.
    // What the terminal enlarges is no matter of cells.
    if !grid.large.isEmpty || state.presentation?.isBig == true || state.training != nil || state.asking != nil
      || state.descent != nil || state.presentation?.showsTime == true
    {
      keys = []
    }
  }

  /// Whether all has been drawn.
  var isComplete: Bool { keys.isEmpty }

  /// Draws the screen of one more key, so that pressing one takes no more than that.
  mutating func look() {
    guard let key = keys.popLast() else { return }
    var next = state
    guard next.update(.key(key)).allSatisfy(\.isKeeping), next != state, index(of: next) == nil else { return }
    if let changes = GridChanges(from: grid, to: View.render(next, grid.size)) { frames.append((next, changes)) }
  }

  /// The screen of a state, whichever key has led to it; nil if it was not foreseen.
  func grid(of state: State, _ size: Size) -> Grid? {
    guard size == grid.size else { return nil }
    return index(of: state).map { frames[$0].changes.applied(to: grid) }
  }

  /// Where a state is among the foreseen.
  private func index(of state: State) -> Int? {
    // Nothing is copied, and a difference is found where most differ, since this is between a key and its frame.
    frames.indices.first { frames[$0].state.walk.index == state.walk.index && frames[$0].state == state }
  }
}
