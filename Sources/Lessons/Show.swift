package import Networks

/// A step of the derivation, shown by the same engine as the walk.
package struct Show: Equatable, Sendable {
  /// How the step's stages come.
  package enum Reveal: String, CaseIterable, Sendable {
    case oneByOne = "one-by-one"
    /// A factor with all of its stages at a time, for long derivations.
    case byFactor = "by-factor"
    case all
  }

  /// What is derived.
  package let step: Quantity
  package let reveal: Reveal
  package let setting: Setting

  package init(step: Quantity, reveal: Reveal = .all, setting: Setting = Setting()) {
    self.step = step
    self.reveal = reveal
    self.setting = setting
  }
}

/// Numbers for the learner to move until something holds.
package struct Attempt: Equatable, Sendable {
  package let id: String
  package let prompt: String?
  /// What is moved, and where it starts.
  package let setting: Setting
  package let range: ClosedRange<Double>
  package let watch: [Quantity]
  package let goal: Condition
  package let hints: [String]
  package let skills: [String]

  /// The quantities that are moved.
  package var moved: [Quantity] { setting.assignments.map(\.quantity) }
}
