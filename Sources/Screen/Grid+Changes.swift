internal import Glibc

extension Grid {
  /// Visits each cell that differs from a former grid of the same size; without one, each that is not blank.
  ///
  /// The right half of a wide character is left out, since it comes with the left one. Costs a comparison of memory for
  /// each row that is the same.
  package func forEachChange(from former: Grid?, _ visit: (_ column: Int, _ row: Int, _ cell: Cell) -> Void) {
    guard let former, former.size == size else {
      for row in 0..<size.rows {
        for column in 0..<size.columns where self[column, row] != .blank && !self[column, row].isRightHalf {
          visit(column, row, self[column, row])
        }
      }
      return
    }
    cells.withUnsafeBufferPointer { cells in
      former.cells.withUnsafeBufferPointer { formerCells in
        for row in 0..<size.rows {
          let range = row * size.columns..<(row + 1) * size.columns
          let new = UnsafeBufferPointer(rebasing: cells[range])
          let old = UnsafeBufferPointer(rebasing: formerCells[range])
          if Self.haveSameBytes(new, old) { continue }
          for column in new.indices where new[column] != old[column] && !new[column].isRightHalf {
            visit(column, row, new[column])
          }
        }
      }
    }
  }

  /// Cells have no padding, so those of the same bytes are the same and the other way round.
  private static func haveSameBytes(_ first: UnsafeBufferPointer<Cell>, _ second: UnsafeBufferPointer<Cell>) -> Bool {
    let first = UnsafeRawBufferPointer(first)
    let second = UnsafeRawBufferPointer(second)
    guard let start = first.baseAddress, let otherStart = second.baseAddress else { return true }
    return memcmp(start, otherStart, first.count) == 0
  }
}
