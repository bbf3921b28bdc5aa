package import Diagnostics
import JSON
package import Networks
import Traces

/// Where a presentation is, for a student's own engine: a network, its gradients, and the stop.
package struct RoomPlace: Equatable, Codable, Sendable {
  package let network: Network
  package let goals: [Quantity]
  package let stop: Int

  /// Of a walk that shows what is asked, the place says no more than the numbers: a student's engine can compute anyway.
  package init(_ state: State) {
    let walk = state.walk
    (network, goals, stop) = (walk.network, walk.trace.goals, walk.index)
  }

  package var text: String? { (try? JSONCoder.encode(self))?.oneLine }

  /// nil for what is no place.
  package init?(text: String) {
    guard let value = try? JSONValue.parse(SourceText(name: "", utf8: Array(text.utf8))),
      let place = try? JSONCoder.decode(RoomPlace.self, from: value), place.stop >= 0
    else { return nil }
    self = place
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
