/// Targets that are shares of one whole, as categorical cross-entropy wants them.
extension Network {
  /// Gives a quantity another value, and keeps targets that must add up to 1 doing so.
  ///
  /// Where one of them grows, the others give, the largest first; where one falls, the next one takes. A share stays within 0 and 1.
  package mutating func move(_ quantity: Quantity, to value: Double) {
    guard case .target(let moved) = quantity, architecture.hasCollapsingLoss, sumOfTargetsThatAreNoShares == nil,
      targets.count > 1, targets.indices.contains(moved)
    else {
      self[given: quantity] = value
      return
    }
    let share = min(max(value, 0), 1)
    var growth = share - targets[moved]
    targets[moved] = share
    if growth <= 0 {
      let next = (moved + 1) % targets.count
      targets[next] = Self.short(targets[next] - growth)
      return
    }
    for other in targets.indices.filter({ $0 != moved }).sorted(by: { targets[$0] > targets[$1] }) where growth > 0 {
      let given = min(growth, max(targets[other], 0))
      targets[other] = Self.short(targets[other] - given)
      growth -= given
    }
  }

  /// 0.3 for 0.30000000000000004.
  private static func short(_ share: Double) -> Double { (share * 1e12).rounded() / 1e12 }
}
