import Formats

/// Samples to learn from: rows of inputs and targets, in one flat array.
package struct DataSet: Hashable, Codable, Sendable {
  /// For people: a file's name, or how the samples were made.
  package var name: String
  package let inputCount: Int
  package let targetCount: Int
  /// Row by row, the inputs of a sample before its targets.
  package let values: [Double]

  /// The names of the classes: one for each target, or two for one target of 0 or 1; empty where targets are numbers.
  package var classes: [String] = []
  /// As a file's header names them; empty without one.
  package var inputNames: [String] = []
  /// What was done to the inputs of a file.
  package var scaling: Scaling?

  /// Values that do not fill the last row are left out.
  package init(name: String, inputCount: Int, targetCount: Int, values: [Double]) {
    self.name = name
    self.inputCount = max(0, inputCount)
    self.targetCount = max(0, targetCount)
    let columns = self.inputCount + self.targetCount
    self.values = columns == 0 ? [] : Array(values.prefix(values.count - values.count % columns))
  }

  /// Inputs and targets of one sample.
  package var columnCount: Int { inputCount + targetCount }
  /// How many samples there are.
  package var count: Int { columnCount == 0 ? 0 : values.count / columnCount }

  /// One sample's inputs.
  package func inputs(ofSample sample: Int) -> ArraySlice<Double> {
    values[sample * columnCount..<sample * columnCount + inputCount]
  }

  /// One sample's targets.
  package func targets(ofSample sample: Int) -> ArraySlice<Double> {
    values[sample * columnCount + inputCount..<(sample + 1) * columnCount]
  }

  /// Tells data sets apart, by the bits of every value.
  package var fingerprint: UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add([Double(inputCount), Double(targetCount)])
    fingerprint.add(values)
    return fingerprint.value
  }
}

extension DataSet {
  private enum CodingKeys: String, CodingKey {
    case name, inputCount, targetCount, values, classes, inputNames, scaling
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    // Widths beyond all numbers that follow would make none of them a sample.
    let values = try container.decode([Double].self, forKey: .values)
    func width(_ key: CodingKeys) throws -> Int {
      max(0, min(try container.decode(Int.self, forKey: key), values.count + 1))
    }
    self.init(
      name: try container.decode(String.self, forKey: .name), inputCount: try width(.inputCount),
      targetCount: try width(.targetCount), values: values)
    classes = try container.decode([String].self, forKey: .classes)
    inputNames = try container.decode([String].self, forKey: .inputNames)
    scaling = try container.decodeIfPresent(Scaling.self, forKey: .scaling)
  }
}
