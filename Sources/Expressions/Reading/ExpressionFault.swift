import Diagnostics

/// What can be wrong with an expression that someone wrote; the sentences for it stand in one place.
enum ExpressionFault {
  case empty
  case textTooLong(bytes: Int, limit: Int)
  case tooManyNodes(limit: Int)
  case tooDeep(limit: Int)
  case unexpectedCharacter(Unicode.Scalar)
  case equation
  case decimalComma
  case malformedNumber(String)
  case hexadecimal
  case notFinite(String)
  case numberTooLarge(String)
  case tooManyDigits(String)
  case expectedOperand(found: String?)
  case expectedOperator(found: String)
  case unclosed(String)
  case unopened(String)
  case functionWithoutArgument(String)
  case primeWithoutFunction(String)
  case higherDerivative
  case incompleteDerivative
  case incompleteFraction
  case unknownCommand(String, nearest: String?)
  case unknownName(String, nearest: String?)

  /// The fault at its place in the text.
  func diagnostic(at range: Range<Int>) -> Diagnostic {
    Diagnostic(id: "expression." + id, range: range, message: message, help: help)
  }
}
