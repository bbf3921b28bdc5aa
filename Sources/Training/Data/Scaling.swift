/// Inputs brought to the same size: (x − offset)/width, input by input.
package struct Scaling: Hashable, Codable, Sendable {
  /// How inputs are brought to a common scale.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// Mean 0, standard deviation 1.
    case standard
    /// From 0 to 1.
    case minmax
  }

  package let kind: Kind
  package let offsets: [Double]
  /// Never 0.
  package let widths: [Double]

  /// As it was written to a file; nil if the parts do not fit together.
  init?(_ kind: Kind, offsets: [Double], widths: [Double]) {
    guard offsets.count == widths.count, offsets.allSatisfy(\.isFinite),
      widths.allSatisfy({ $0.isFinite && $0 != 0 })
    else { return nil }
    (self.kind, self.offsets, self.widths) = (kind, offsets, widths)
  }

  /// What brings these samples to size; an input that never changes is only moved.
  package init(_ kind: Kind, fitting data: DataSet) {
    var (offsets, widths) = (
      Array(repeating: 0.0, count: data.inputCount), Array(repeating: 1.0, count: data.inputCount)
    )
    for input in 0..<data.inputCount {
      let column = (0..<data.count).map { data.values[$0 * data.columnCount + input] }
      let (offset, width) = kind == .standard ? Self.spread(column) : Self.ends(column)
      if offset.isFinite { offsets[input] = offset }
      if width.isFinite, width > 0 { widths[input] = width }
    }
    (self.kind, self.offsets, self.widths) = (kind, offsets, widths)
  }

  /// Mean and standard deviation (over n, as is usual for this).
  private static func spread(_ column: [Double]) -> (Double, Double) {
    guard !column.isEmpty else { return (0, 1) }
    let count = Double(column.count)
    // Divided first, so that no sum overflows.
    let mean = column.reduce(0) { $0 + $1 / count }
    let largest = column.map { ($0 - mean).magnitude }.max() ?? 0
    guard largest > 0, largest.isFinite else { return (mean, 1) }
    let squares = column.reduce(0) { sum, value in
      let part = (value - mean) / largest
      return sum + part * part
    }
    return (mean, largest * (squares / count).squareRoot())
  }

  private static func ends(_ column: [Double]) -> (Double, Double) {
    guard let low = column.min(), let high = column.max() else { return (0, 1) }
    return (low, high - low)
  }

  /// Samples with scaled inputs; nil if they have another number of inputs.
  package func applied(to data: DataSet) -> DataSet? {
    guard data.inputCount == offsets.count else { return nil }
    var values = data.values
    for sample in 0..<data.count {
      let start = sample * data.columnCount
      for input in 0..<data.inputCount {
        values[start + input] = (values[start + input] - offsets[input]) / widths[input]
      }
    }
    var scaled = data.holding(values)
    scaled.scaling = self
    return scaled
  }
}

extension DataSet {
  /// The same columns with other samples.
  func holding(_ values: [Double]) -> DataSet {
    var data = DataSet(name: name, inputCount: inputCount, targetCount: targetCount, values: values)
    (data.classes, data.inputNames, data.scaling) = (classes, inputNames, scaling)
    return data
  }

  /// The inputs that vary least and most, and how many times as much, where that is a thousandfold or more.
  package var unevenInputs: (small: Int, large: Int, ratio: Double)? {
    var sizes: [(input: Int, size: Double)] = []
    for input in 0..<inputCount {
      var (low, high) = (Double.infinity, -Double.infinity)
      for sample in 0..<count {
        let value = values[sample * columnCount + input]
        (low, high) = (min(low, value), max(high, value))
      }
      if high > low { sizes.append((input, high - low)) }
    }
    guard let small = sizes.min(by: { $0.size < $1.size }), let large = sizes.max(by: { $0.size < $1.size }),
      large.size / small.size >= 1000
    else { return nil }
    return (small.input, large.input, large.size / small.size)
  }
}
