package import Diagnostics
package import Networks

extension Checker {
  /// Why a quantity is what it is, in one line.
  package func reason(for quantity: Quantity) -> Words { Reason(knowledge.subject(quantity)).words }
}
