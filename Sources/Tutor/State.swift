package import Diagnostics
package import Networks

/// Everything the tutor knows: what holds everywhere, and one activity on top of those that wait.
///
/// Views draw it, events change it, nothing else does.
package struct State: Equatable, Sendable {
  package internal(set) var shared: Shared
  /// What is on the screen.
  package internal(set) var activity: Activity
  /// What it was opened from, and leads back to: the nearest last.
  package internal(set) var beneath: [Activity] = []
  /// Through whose eyes it is seen.
  package internal(set) var audience = Audience.learner

  /// A walk to begin with.
  package init(
    network: Network, goals: [Quantity]? = nil, language: Language = .en, notation: TextStyle = .unicode
  ) {
    var start = Start(.walk, network: network, language: language, notation: notation)
    start.goals = goals
    self.init(start)
  }
}
