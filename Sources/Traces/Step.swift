package import Networks

/// One line of a derivation as data; text is made of it only when someone looks.
package struct Step: Hashable, Sendable {
  /// What a step works out.
  package enum Kind: String, CaseIterable, Sendable {
    case netInput, output, loss
    /// The chain-rule identity of one path.
    case chain
    case factor
    /// The factors of one path multiplied.
    case product
    /// The products of several paths added.
    case sum
    /// What a sum comes to once its terms are put together: out − target behind softmax.
    case collapse
    case update

    /// The name in files, which have no more kinds than the format says: a collapsed sum is a sum.
    package var fileName: String { self == .collapse ? Kind.sum.rawValue : rawValue }
  }

  /// From 1, in the order of the derivation.
  package var id: Int
  package var kind: Kind
  package var quantity: Quantity
  /// The gradients that are being derived, the outermost first; none in the forward pass and in updates.
  package var goals: [Quantity]
  /// Of a chain, factor or product: the factors of its path.
  package var path: [Quantity]
  /// Of a factor: its place in the path.
  package var place: Int
  /// Of a chain, factor or product: which path of how many this is, from 0.
  package var pathNumber: Int
  package var pathCount: Int
  /// Steps whose values this one uses.
  package var dependsOn: [Int]
  /// The step that found this factor before.
  package var reuses: Int?

  /// Whether its path is one of several: then the path's product is a part of the gradient, and must not be called it.
  package var isOnePathOfSeveral: Bool { pathCount > 1 && kind != .sum }
  /// Whether the step's formula is only a share of its quantity: nothing may be said to equal the quantity then.
  package var isShareOfQuantity: Bool { isOnePathOfSeveral && kind != .factor }

  /// Whether this step finds its quantity, rather than naming a path to it or a part of it.
  package var finds: Bool {
    switch kind {
    case .chain, .collapse: false
    case .product: pathCount == 1
    case .factor: reuses == nil
    case .netInput, .output, .loss, .sum, .update: true
    }
  }
}
