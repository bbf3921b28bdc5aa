import Expressions
import Networks

/// What a quantity comes to when the learner's own earlier values are used, wherever they are used.
struct FollowThrough {
  private let pass: Pass
  private let subject: Subject
  private let earlier: [Quantity: Double]
  private let hasForward: Bool

  init(_ pass: Pass, _ subject: Subject, earlier: [Quantity: Double]) {
    self.pass = pass
    self.subject = subject
    self.earlier = earlier.filter { $0.key != subject.quantity && $0.value.isFinite }
    hasForward = self.earlier.keys.contains { Self.isForward($0) }
  }

  /// nil where the earlier values are right, or nothing follows from them.
  ///
  /// Cost: the lines of the derivation.
  var value: Double? {
    guard Self.firstWrong(earlier, pass, besides: subject.quantity) != nil else { return nil }
    var found: [Item: Double] = [:]
    let value = value(of: .now(subject.quantity), &found)
    let right = pass.value(of: subject.quantity)
    return value.isFinite && (value - right).magnitude > Checker.tolerance * right.magnitude ? value : nil
  }

  /// The first quantity, by name, of which the learner had a wrong value.
  static func firstWrong(_ earlier: [Quantity: Double], _ pass: Pass, besides asked: Quantity) -> Quantity? {
    let architecture = pass.network.architecture
    return earlier.filter { quantity, value in
      let right = pass.value(of: quantity)
      return quantity != asked && (value - right).magnitude > Checker.tolerance * right.magnitude
    }.keys.min { architecture.name(of: $0) < architecture.name(of: $1) }
  }

  private func value(of item: Item, _ found: inout [Item: Double]) -> Double {
    if let value = found[item] { return value }
    if case .now(let quantity) = item {
      if let own = earlier[quantity] { return own }
      if !hasForward, Self.isForward(quantity), quantity != subject.quantity { return pass.value(of: quantity) }
    }
    guard let definition = subject.definition(of: item) else {
      if case .now(let quantity) = item { return pass.value(of: quantity) }
      return .nan
    }
    found[item] = .nan
    var values: [String: Double] = [:]
    for name in definition.leafNames {
      if let part = subject.architecture.item(named: name) { values[name] = value(of: part, &found) }
    }
    let value = (try? definition.evaluated { values[$0] }) ?? .nan
    found[item] = value
    return value
  }

  private static func isForward(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .net, .out, .partialLoss, .loss: true
    default: false
    }
  }
}
