import CDigits

/// 1,797 handwritten digits as pictures of 8×8 counts, by 13 people (Alpaydin and Kaynak 1998).
enum Digits {
  static let width = 8
  /// The largest count of ink in a pixel.
  private static let largest = 16.0

  /// Inputs from 0 to 1, row by row of the picture; one target a digit.
  ///
  /// Cost: a millisecond or two.
  static func dataSet() -> DataSet {
    var bits = Bits(bytes: UnsafeBufferPointer(start: digits_start(), count: digits_size))
    var values: [Double] = []
    values.reserveCapacity(1797 * 74)
    while let sample = bits.sample() { values += sample }
    var data = DataSet(name: "digits", inputCount: width * width, targetCount: 10, values: values)
    data.classes = (0...9).map(String.init)
    return data
  }

  /// The packed form that `.ci/digits` explains.
  private struct Bits {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    mutating func take(_ count: Int) -> Int? {
      guard position + count <= 8 * bytes.count else { return nil }
      var value = 0
      for bit in position..<position + count { value = value << 1 | Int(bytes[bit >> 3] >> (7 - bit & 7)) & 1 }
      position += count
      return value
    }

    /// nil at the end, where at most seven bits are left.
    mutating func sample() -> [Double]? {
      var values: [Double] = []
      values.reserveCapacity(74)
      for _ in 0..<width * width {
        guard let isInked = take(1) else { return nil }
        guard let less = isInked == 0 ? -1 : take(4) else { return nil }
        values.append(Double(less + 1) / largest)
      }
      guard let digit = take(4) else { return nil }
      return values + (0...9).map { $0 == digit ? 1 : 0 }
    }
  }
}
