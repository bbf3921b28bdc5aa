import Screen
import Tutor
import TutorViews

/// What the likeliest next key leads to, made while the person reads.
///
/// Drawing a screen takes longer than sending it; done before the key comes, it takes no time of the person's. State and
/// screen are values without any effect, so one that turns out not to be wanted is just dropped.
struct Foresight {
  let key: Key
  let state: State
  let grid: Grid

  /// nil where the key would reach outside, or where time counts.
  init?(of key: Key, in state: State, _ size: Size) {
    guard state.asking == nil else { return nil }
    var next = state
    guard next.update(.key(key)).isEmpty else { return nil }
    self.key = key
    self.state = next
    grid = View.render(next, size)
  }

  /// The key that probably comes next: one that walks is pressed again and again.
  static func key(after last: Key?) -> Key {
    switch last {
    case .left, .right, .up, .down, .enter, .tab, .backTab, .pageUp, .pageDown, .character(" "), .character("h"),
      .character("j"), .character("k"), .character("l"):
      last ?? .right
    default: .right
    }
  }
}
