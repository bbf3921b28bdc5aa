package import Networks

/// One line of a derivation as data; text is made of it only when somebody looks.
package struct Step: Hashable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case netInput, output, loss
    /// The chain-rule identity of one path.
    case chain
    case factor
    /// The factors of one path multiplied.
    case product
    /// The products of several paths added.
    case sum
    case update
  }

  /// From 1, in the order of the derivation.
  package let id: Int
  package let kind: Kind
  package let quantity: Quantity
  /// The gradients that are being derived, the outermost first; none in the forward pass.
  package let goals: [Quantity]
  /// Of a chain, factor or product: the factors of its path.
  package let path: [Quantity]
  /// Of a factor: its place in the path.
  package let place: Int
  /// Of a chain or product: which path of how many this is, from 0.
  package let pathNumber: Int
  package let pathCount: Int
  /// Steps whose values this one uses.
  package let dependsOn: [Int]
  /// The step that found this factor before.
  package let reuses: Int?
}
