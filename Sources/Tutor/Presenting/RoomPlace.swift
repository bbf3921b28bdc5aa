package import Diagnostics
import Formats
package import Networks
package import Traces

/// Where a presentation is, for a student's own engine: a network, its gradients, the stop, and what may be seen there.
package struct RoomPlace: Equatable, Codable, Sendable {
  package let network: Network
  package let goals: [Quantity]
  package let form: DerivationForm
  package let stop: Int
  package let view: View
  /// What a lesson has found so far, and what is asked and must not be seen yet.
  let found: [Quantity]
  let hidden: [Quantity]

  /// What of it the room sees.
  package enum View: String, Codable, Sendable {
    /// Words alone.
    case none
    /// The network's picture.
    case picture
    /// The step with its chain and what is on the board.
    case step
    /// What the update came to, at the end of a walk.
    case reward
  }

  /// nil where there is no derivation to be at: in training, and on a dark screen.
  package init?(_ state: State) {
    guard state.training == nil, !state.isAtHome, state.presentation?.isBlank != true else { return nil }
    let walk = state.walk
    (network, goals, form, stop) = (walk.network, walk.trace.goals, walk.trace.form, walk.index)
    let isAsking = state.asking?.isSettled == false
    if let run = state.lesson, state.isInLesson {
      view = run.isAtEnd || run.plot != nil ? .none : state.shown != nil && !isAsking ? .step : .picture
    } else {
      view = state.showsReward ? .reward : isAsking || state.asksOnTheSpot ? .picture : .step
    }
    found = state.board.found
    hidden = (Array(state.board.hidden) + (isAsking ? state.asked : [])).sorted { "\($0)" < "\($1)" }
  }

  /// Longer ones are not sent: such a network is not drawn on a student's screen.
  private static let maxBytes = 60_000

  package var text: String? {
    guard let text = (try? JSONCoder.encode(self))?.oneLine, text.utf8.count <= Self.maxBytes else { return nil }
    return text
  }

  /// nil for what is no place.
  package init?(text: String) {
    guard text.utf8.count <= Self.maxBytes,
      let value = try? JSONValue.parse(SourceText(name: "", utf8: Array(text.utf8))),
      let place = try? JSONCoder.decode(RoomPlace.self, from: value), place.stop >= 0
    else { return nil }
    self = place
  }

  /// The board of that place; what its network does not have is left out.
  var board: Board {
    var walk = Walk(network, goals: goals, form: form)
    walk.jump(to: stop)
    var board = Board(walk)
    board.found = found.filter(network.architecture.has)
    board.hidden = Set(hidden)
    if view == .reward { board.rewardIndex = walk.index }
    return board
  }
}

extension State {
  /// What the question at hand is known by to a room; nil where nothing is asked.
  package var questionKey: String? { ballotKey }

  /// The same in another language.
  package func spoken(in language: Language) -> State {
    guard language != shared.language else { return self }
    var other = self
    other.shared.language = language
    other.activity.speak(other.shared)
    return other
  }
}
