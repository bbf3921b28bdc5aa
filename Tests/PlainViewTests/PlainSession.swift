import Diagnostics
import Expressions
import Networks
import Tutor
import TutorViews

/// A plain session without a terminal: lines go in, lines come out.
struct PlainSession {
  private var state: State
  private(set) var transcript: [String]

  init(
    _ language: Language = .en, _ notation: TextStyle = .unicode, network: Network = BundledNetworks.default
  ) {
    state = State(network: network, language: language, notation: notation)
    transcript = PlainView.opening(state)
  }

  /// What is said after a line; it joins the transcript behind the line itself.
  @discardableResult
  mutating func type(_ line: String) -> [String] {
    let before = state
    for effect in state.update(.line(line)) {
      if case .drawSeed = effect { _ = state.update(.seed(7)) }
    }
    let response = PlainView.response(before: before, after: state)
    _ = state.update(.printed)
    transcript += ["> " + line] + response
    return response
  }
}
