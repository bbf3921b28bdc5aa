package import Networks

/// What a network with two inputs says everywhere in a rectangle of its inputs.
package struct DecisionSurface: Equatable, Sendable {
  package let xRange: ClosedRange<Double>
  package let yRange: ClosedRange<Double>
  package let columns: Int
  package let rows: Int
  /// The output value at the middle of each cell, row by row from the top (the largest y).
  package let values: [Double]

  /// nil if the network has not two inputs, or no such output.
  ///
  /// Cost: a forward pass a cell; at most 1,000,000 cells.
  package init?(
    _ network: Network, output: Int = 0, x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int
  ) {
    let architecture = network.architecture
    guard architecture.inputs.count == 2, (0..<architecture.outputCount).contains(output), columns > 0, rows > 0,
      columns <= 1000, rows <= 1000
    else { return nil }
    (xRange, yRange, self.columns, self.rows) = (x, y, columns, rows)
    let plan = Plan(architecture)
    plan.load(network)
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      plan.sources[1] = y.upperBound - (y.upperBound - y.lowerBound) * (Double(row) + 0.5) / Double(rows)
      for column in 0..<columns {
        plan.sources[0] = x.lowerBound + (x.upperBound - x.lowerBound) * (Double(column) + 0.5) / Double(columns)
        plan.forward()
        values.append(plan.outs[architecture.firstOutput + output])
      }
    }
    self.values = values
  }
}

extension DataSet {
  /// The range of an input over all samples, with a margin, for a picture of them.
  package func range(ofInput input: Int, margin: Double = 0.1) -> ClosedRange<Double> {
    guard count > 0, (0..<inputCount).contains(input) else { return 0...1 }
    var (low, high) = (Double.infinity, -Double.infinity)
    for sample in 0..<count {
      let value = values[sample * columnCount + input]
      if value.isFinite { (low, high) = (min(low, value), max(high, value)) }
    }
    guard low <= high else { return 0...1 }
    let width = high > low ? high - low : max(1, low.magnitude)
    let (lower, upper) = (low - margin * width, high + margin * width)
    return lower.isFinite && upper.isFinite && lower <= upper ? lower...upper : low...high
  }
}
