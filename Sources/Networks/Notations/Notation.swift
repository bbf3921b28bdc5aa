package import Diagnostics

/// The letters of a course or a book, as data: what quantities are called, how they are numbered, which sign δ has.
///
/// A notation says nothing about a network: applied to an architecture it gives names (`NameTable`). Identities in
/// files, JSON and formulas are the ASCII names of `net-out`, whatever the notation.
package struct Notation: Hashable, Sendable {
  /// The kinds of quantities that have names of their own; the raw value is the field of a notation file.
  package enum Kind: String, CaseIterable, Sendable {
    case input, net, out, target, weight, bias, loss, delta
    case sharedBias, partialLoss, learningRate
  }

  /// What numbers stand for nodes.
  package enum Numbering: String, CaseIterable, Sendable {
    /// A neuron's own name.
    case name
    /// Inputs and neurons counted through, as in w₁₃ from node 1 to node 3.
    case running
    /// The place within the layer.
    case layer
  }

  /// Which sign the notation gives δ.
  package enum DeltaSign: String, CaseIterable, Sendable {
    /// δ = ∂E/∂net.
    case outputMinusTarget = "output-minus-target"
    /// δ = −∂E/∂net, so that weights are changed by +η·δ·out.
    case targetMinusOutput = "target-minus-output"
  }

  /// The forms of one kind in one role: the first is written, the others are read as well.
  package struct Forms: Hashable, Sendable {
    /// Where hidden layers and the output layer differ; equal elsewhere.
    package var hidden: [NameTemplate]
    package var output: [NameTemplate]
  }

  package var name: String
  package var title: Words
  package var numbering = Numbering.name
  package var delta = DeltaSign.outputMinusTarget
  /// What the first layer of neurons is numbered: 2 where the inputs are layer 1.
  package var firstLayer = 1
  package var forms: [Kind: Forms] = [:]
  /// Quantities that a network renames, by identity.
  package var renamed: [String: NameTemplate] = [:]

  package init(name: String, title: Words) {
    self.name = name
    self.title = title
  }

  /// The letters of the lessons: net, out, E, w5.
  package static let netOut = Notation(
    name: "net-out", title: Words(en: "the letters of the lessons", zh: "课程所用的记号"))

  /// Whether every quantity is called by its identity.
  var isPlain: Bool { forms.isEmpty && renamed.isEmpty && delta == .outputMinusTarget }
}
