import Expressions
import Glibc
import Networks

/// How someone rounds all through a derivation: the exponential in the sigmoid, the outputs, the error terms.
struct RoundingStyle {
  let exponential: Rounding?
  let output: Rounding?
  let errorTerm: Rounding?

  /// Those that worked examples are printed with, besides rounding every line alike.
  static let all: [RoundingStyle] = {
    let exponentials: [Rounding?] = [nil, .decimals(1), .decimals(2)]
    let outputs: [Rounding?] = [nil, .decimals(2), .decimals(3), .significant(3)]
    let errorTerms: [Rounding?] = [nil, .significant(2), .significant(3), .decimals(3), .decimals(4)]
    let styles = exponentials.flatMap { exponential in
      outputs.flatMap { output in
        errorTerms.map { RoundingStyle(exponential: exponential, output: output, errorTerm: $0) }
      }
    }
    return Array(styles.dropFirst())
  }()

  /// What a line comes to in this style, worked out from values that were rounded before.
  func value(of line: WorkingLine, _ exact: Double, net: Double?) -> Double {
    switch line.item {
    case .now(.out):
      var value = exact
      if let exponential, let net { value = 1 / (1 + exponential.applied(to: exp(-net))) }
      return output?.applied(to: value) ?? value
    case .now(.derivative(of: .loss, by: .net)): return errorTerm?.applied(to: exact) ?? exact
    case .now, .afterUpdate: return exact
    }
  }
}

extension Checker {
  /// Whether the derivation, rounded all through in one style, gives all digits of the number.
  func isRoundedThroughout(_ number: WrittenNumber, about subject: Subject, _ scale: Scale) -> Bool {
    let precision = 2 * number.halfUnit / max(scale.size(of: number.value), .leastNormalMagnitude)
    guard precision <= 1e-3, number.significantDigits.map({ $0 >= 4 }) ?? true else { return false }
    return rounded(subject).throughout.contains { scale.agrees(number, $0) }
  }

  /// What the derivation comes to in every style.
  ///
  /// Cost: its lines for each style.
  func valuesRoundedThroughout(_ subject: Subject) -> [Double] {
    let lines = Working(subject, rewrites: [.rounding(.decimals(12), .loss)]).lines(limit: 60)
    guard lines.count < 60 else { return [] }
    let items = lines.map { line in
      line.expression.leafNames.compactMap { name in subject.architecture.item(named: name).map { (name, $0) } }
    }
    return RoundingStyle.all.compactMap { style in
      var values: [Item: Double] = [:]
      for (line, parts) in zip(lines, items) {
        var known: [String: Double] = [:]
        for (name, item) in parts {
          if let value = values[item] {
            known[name] = value
          } else if case .now(let quantity) = item {
            known[name] = pass.value(of: quantity)
          }
        }
        let exact = try? line.expression.evaluated { known[$0] }
        var net: Double?
        if case .now(.out(let neuron)) = line.item, subject.activation(neuron) == .sigmoid {
          net = values[.now(.net(neuron))] ?? pass.value(of: .net(neuron))
        }
        values[line.item] = exact.map { style.value(of: line, $0, net: net) }
      }
      return values[.now(subject.quantity)].flatMap { $0.isFinite ? $0 : nil }
    }
  }
}
