import Diagnostics
import Expressions
import Networks
import Screen

extension Look {
  /// A quantity's name as formulas have it.
  func name(_ quantity: Quantity, _ architecture: Architecture) -> String {
    architecture.expression(of: quantity).text(notation)
  }
}
