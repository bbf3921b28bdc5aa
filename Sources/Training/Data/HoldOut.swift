import Networks

/// Samples that are kept out of training, to see what was learned and not only remembered.
package struct HoldOut: Hashable, Sendable {
  /// How many samples are kept out.
  package enum Size: Hashable, Sendable {
    /// Of all samples, between 0 and 1.
    case share(Double)
    case count(Int)
  }

  package var size: Size
  /// Of the draw.
  package var seed: UInt64

  package init(_ size: Size, seed: UInt64) { (self.size, self.seed) = (size, seed) }

  /// `20%`, `0.2` or a number of samples; nil if it is none of these.
  package init?(_ text: String, seed: UInt64) {
    if text.hasSuffix("%") || text.hasSuffix("％") {
      guard let percent = Double(text.dropLast()), percent > 0, percent < 100 else { return nil }
      self.init(.share(percent / 100), seed: seed)
    } else if let count = Int(text) {
      guard count > 0 else { return nil }
      self.init(.count(count), seed: seed)
    } else {
      guard let share = Double(text), share > 0, share < 1 else { return nil }
      self.init(.share(share), seed: seed)
    }
  }

  /// The samples to train on and those held out, each in the order of the file; nil if either would be empty.
  ///
  /// Each class gives its share, as far as whole samples can.
  package func split(_ data: DataSet) -> (training: DataSet, heldOut: DataSet)? {
    let total =
      switch size {
      // Below 2⁵³, and at most the number of samples.
      case .share(let share): Int((share * Double(data.count)).rounded())
      case .count(let count): count
      }
    guard total > 0, total < data.count else { return nil }
    var random = RandomSource(seed: seed)
    var order = Array(0..<data.count)
    order.shuffle(using: &random)
    if !data.classes.isEmpty { order = dealt(order, data) }
    let out = Set(order.prefix(total))
    func part(_ isOut: Bool) -> DataSet {
      var values: [Double] = []
      for sample in 0..<data.count where out.contains(sample) == isOut {
        values += data.values[sample * data.columnCount..<(sample + 1) * data.columnCount]
      }
      return data.holding(values)
    }
    return (part(false), part(true))
  }

  /// An order whose every beginning has the classes in the proportion in which they are in the whole.
  private func dealt(_ order: [Int], _ data: DataSet) -> [Int] {
    var groups: [Int: [Int]] = [:]
    for sample in order { groups[data.classNumber(ofSample: sample), default: []].append(sample) }
    // The k-th of n samples of a class comes at (k + ½)/n of the way.
    let placed = groups.sorted { $0.key < $1.key }.flatMap { number, samples in
      samples.enumerated().map { (place: (Double($0) + 0.5) / Double(samples.count), number: number, sample: $1) }
    }
    return placed.sorted { ($0.place, $0.number) < ($1.place, $1.number) }.map(\.sample)
  }
}

extension DataSet {
  /// The class of a sample by its targets: the largest of several, or the side of ½ of one.
  package func classNumber(ofSample sample: Int) -> Int { Self.classNumber(of: targets(ofSample: sample)) }

  /// The class that outputs or targets mean.
  package static func classNumber(of outputs: some Collection<Double>) -> Int {
    if outputs.count == 1 { return (outputs.first ?? 0) >= 0.5 ? 1 : 0 }
    var (best, number) = (-Double.infinity, 0)
    for (index, output) in outputs.enumerated() where output > best { (best, number) = (output, index) }
    return number
  }
}
