package import Diagnostics
package import Expressions

/// Why a notation cannot be used for a network: a name in it would be ambiguous.
package struct NotationClash: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Another quantity has this name.
    case taken(by: String)
    /// Files and formulas mean another quantity by it.
    case identity
    /// Formulas read it as something else.
    case reserved
  }

  /// The quantity that was to get the name, by its identity.
  package let identity: String
  /// The field of the notation that gives the name; nil for a quantity that was renamed alone.
  package let kind: Notation.Kind?
  package let name: WrittenName
  package let reason: Reason

  static func reserved(
    _ name: WrittenName, of quantity: NamedQuantity, in architecture: Architecture
  ) -> NotationClash? {
    guard name.below == nil, name.above == nil else { return nil }
    let isTaken =
      ["e", "pi", "d", "sigma"].contains(name.base)
      || ["nan", "inf", "infinity", "infty"].contains(name.base.lowercased()) || Function(written: name.base) != nil
    guard isTaken else { return nil }
    return NotationClash(
      identity: architecture.identity(of: quantity), kind: NameMaker(.netOut, architecture).kind(of: quantity),
      name: name, reason: .reserved)
  }

  package func diagnostic(at range: Range<Int>) -> Diagnostic {
    let name = name.text(.ascii)
    let message =
      switch reason {
      case .taken(let other):
        Words(
          en: "both \(other) and \(identity) would be called '\(name)'", zh: "\(other) 与 \(identity) 会同名：“\(name)”")
      case .identity:
        Words(
          en: "'\(name)' is another quantity of this network, so \(identity) cannot be called so",
          zh: "“\(name)”是这个网络的另一个量，\(identity) 不能用这个名称")
      case .reserved:
        Words(
          en: "formulas read '\(name)' as something else, so \(identity) cannot be called so",
          zh: "公式中的“\(name)”另有含义，\(identity) 不能用这个名称")
      }
    return Diagnostic(
      id: "notation.ambiguous-name", range: range, message: message,
      help: Words(en: "give each quantity a name of its own, such as w_13", zh: "请给每个量起不同的名称，例如 w_13"))
  }
}
