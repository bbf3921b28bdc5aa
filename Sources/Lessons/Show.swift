package import Networks
package import Skills

/// A step of the derivation, shown by the same engine as the walk.
package struct Show: Equatable, Sendable {
  /// How the step's stages come.
  package enum Reveal: String, CaseIterable, Sendable {
    case oneByOne = "one-by-one"
    /// A factor with all of its stages at a time, for long derivations.
    case byFactor = "by-factor"
    case all
  }

  /// What the factors of a derivation are taken from.
  package enum View: String, CaseIterable, Sendable {
    case factors
    /// What paths share is folded into δ of each neuron.
    case delta
  }

  /// What is derived.
  package let step: Quantity
  /// Gradients that were derived before, whose factors are found and used again.
  package let after: [Quantity]
  package let view: View
  package let reveal: Reveal
  package internal(set) var setting: Setting

  package init(
    step: Quantity, after: [Quantity] = [], view: View = .factors, reveal: Reveal = .all, setting: Setting = Setting()
  ) {
    self.step = step
    self.after = after
    self.view = view
    self.reveal = reveal
    self.setting = setting
  }
}

/// Numbers for the learner to move until something holds.
package struct Experiment: Equatable, Sendable {
  package let id: String
  package let prompt: String?
  /// What is moved, and where it starts.
  package internal(set) var setting: Setting
  package let range: ClosedRange<Double>
  package let watch: [Quantity]
  package let goal: Condition
  package let hints: [String]
  package let skills: [Skill]

  /// The quantities that are moved.
  package var moved: [Quantity] { setting.assignments.map(\.quantity) }
}
