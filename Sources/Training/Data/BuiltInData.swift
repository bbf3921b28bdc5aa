import Networks

/// The data sets that come with the program, by their names on the command line.
package enum BuiltInData: String, CaseIterable, Sendable {
  case xor
  case and
  case circles
  case spirals
  case digits

  /// What makes it; nil of what was measured.
  package var generator: DataGenerator? { DataGenerator(rawValue: rawValue) }

  /// The samples, made or measured.
  package func dataSet() -> DataSet { generator?.dataSet() ?? Digits.dataSet() }

  /// What learns these samples in a second or two.
  package func plan(seed: UInt64 = 1) -> TrainingPlan? {
    if let generator { return generator.plan(seed: seed) }
    guard var plan = TrainingPlan(for: dataSet(), hidden: [16], seed: seed) else { return nil }
    plan.network.name = rawValue
    plan.epochs = 40
    return plan
  }
}
