/// Rows of numbers recorded at epochs 0, 1, 2 … in bounded memory.
///
/// When the room is used up, every second row goes and the distance between rows doubles, so that the whole of a run
/// stays in view. All room is taken at the beginning; recording allocates nothing.
package struct SampledSeries: Equatable, Sendable {
  /// Numbers in a row.
  package let width: Int
  /// Rows at most, at least 2.
  package let capacity: Int
  /// Epochs from one row to the next.
  package private(set) var stride: Int
  /// Row by row.
  package private(set) var values: [Double]

  package init(width: Int, capacity: Int) {
    self.width = max(1, width)
    self.capacity = max(2, capacity)
    stride = 1
    values = []
    values.reserveCapacity(self.width * self.capacity)
  }

  /// As it was written to a file; nil if the parts do not fit together.
  init?(width: Int, capacity: Int, stride: Int, values: [Double]) {
    self.init(width: width, capacity: capacity)
    guard stride >= 1, stride & (stride - 1) == 0, values.count % self.width == 0,
      values.count <= self.width * self.capacity
    else { return nil }
    self.stride = stride
    self.values += values
  }

  package var count: Int { values.count / width }

  /// The epoch at which a row was recorded.
  package func epoch(ofRow row: Int) -> Int { row * stride }

  /// One row's values.
  package func row(_ row: Int) -> ArraySlice<Double> { values[row * width..<(row + 1) * width] }

  /// The last row at or before an epoch.
  package func row(before epoch: Int) -> Int? { count == 0 ? nil : min(max(0, epoch) / stride, count - 1) }

  /// One column as points of a curve.
  package func column(_ column: Int) -> [(epoch: Int, value: Double)] {
    (0..<count).map { (epoch(ofRow: $0), values[$0 * width + column]) }
  }

  /// Whether the next row is due at this epoch.
  package func isDue(_ epoch: Int) -> Bool { epoch == count * stride }

  /// Adds a row, piece by piece through `append`, if it is due.
  mutating func record(epoch: Int, _ write: (inout [Double]) -> Void) {
    guard isDue(epoch) else { return }
    if count == capacity { thin() }
    guard isDue(epoch) else { return }
    let start = values.count
    write(&values)
    // A row of another width would shift all that follow.
    while values.count < start + width { values.append(.nan) }
    if values.count > start + width { values.removeLast(values.count - start - width) }
  }

  /// Forgets what came after an epoch.
  mutating func removeRows(after epoch: Int) {
    let kept = min(count, max(0, epoch) / stride + 1)
    values.removeLast(values.count - kept * width)
  }

  /// Forgets everything, so that only what comes at a later epoch is missing until row 0 is due again.
  mutating func removeAll() { values.removeAll(keepingCapacity: true) }

  private mutating func thin() {
    let kept = (count + 1) / 2
    for row in 1..<max(2, kept) where row < kept {
      for column in 0..<width { values[row * width + column] = values[2 * row * width + column] }
    }
    values.removeLast(values.count - kept * width)
    stride *= 2
  }
}
